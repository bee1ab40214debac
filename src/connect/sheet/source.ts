/** Where the bytes come from: a file, standard input, bytes in memory, or any stream of bytes. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { SheetRefusal } from "./refusal.ts";

/** A path (`-` is standard input), the bytes themselves, or a stream of them. */
export type SheetSource = string | Uint8Array | AsyncIterable<Uint8Array>;

export interface Bytes {
  /** How the source is called in a refusal. */
  readonly name: string;
  /** Null: not known before the end. */
  readonly total: number | null;
  /** Whether `chunks` may be called more than once. */
  readonly again: boolean;
  chunks(): AsyncIterable<Uint8Array>;
}

const CHUNK = 256 * 1024;
/** What a pipe may carry while its encoding is still being found. */
export const HOLD_MIB = 256;

const REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ["不存在", "not found"],
  EACCES: ["没有权限", "permission denied"],
  EISDIR: ["是目录", "is a directory"],
};

function unreadable(name: string, code: string): SheetRefusal {
  const [zh, en] = REASONS[code] ?? [code, code];
  return new SheetRefusal("unreadable", name, { zh, en });
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && "code" in fault ? String(fault.code) : "EIO";

/** Passes chunks on; what goes wrong on the way is a refusal, except the caller's own abort. */
async function* guarded(
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  try {
    for await (const chunk of open()) {
      signal?.throwIfAborted();
      // A stream whose encoding somebody has set gives text; its bytes are what was meant.
      yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    }
  } catch (fault) {
    if (signal?.aborted) throw signal.reason;
    throw fault instanceof SheetRefusal ? fault : unreadable(name, codeOf(fault));
  }
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function ofMemory(name: string, bytes: Uint8Array, signal: AbortSignal | undefined): Bytes {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield* cut(bytes);
  }
  return { name, total: bytes.length, again: true, chunks: () => guarded(name, chunks, signal) };
}

function ofStream(name: string, stream: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Bytes {
  return { name, total: null, again: false, chunks: () => guarded(name, () => stream, signal) };
}

async function ofPath(path: string, signal: AbortSignal | undefined): Promise<Bytes> {
  const open = () => createReadStream(path, { highWaterMark: CHUNK, ...(signal ? { signal } : {}) });
  let found: Awaited<ReturnType<typeof stat>>;
  try {
    found = await stat(path);
  } catch (fault) {
    throw unreadable(path, codeOf(fault));
  }
  if (found.isDirectory()) throw unreadable(path, "EISDIR");
  const regular = found.isFile();
  return {
    name: path,
    total: regular ? found.size : null,
    again: regular,
    chunks: () => guarded(path, open, signal),
  };
}

/** Opens a source; refuses `unreadable`. */
export function openSource(source: SheetSource, signal: AbortSignal | undefined): Promise<Bytes> {
  if (source === "-") {
    const input = signal ? addAbortSignal(signal, process.stdin) : process.stdin;
    return Promise.resolve(ofStream("-", input, signal));
  }
  if (typeof source === "string") return ofPath(source, signal);
  if (source instanceof Uint8Array) return Promise.resolve(ofMemory("bytes", source, signal));
  return Promise.resolve(ofStream("stream", source, signal));
}

/** The same bytes, able to be read twice: a pipe is held in memory, up to a limit, never written to disk. */
export async function rereadable(bytes: Bytes, signal: AbortSignal | undefined): Promise<Bytes> {
  if (bytes.again) return bytes;
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes.chunks()) {
    size += chunk.length;
    if (size > HOLD_MIB * 1024 * 1024)
      throw new SheetRefusal("too_large_to_hold", bytes.name, { limit: HOLD_MIB });
    held.push(chunk);
  }
  return ofMemory(bytes.name, Buffer.concat(held), signal);
}
