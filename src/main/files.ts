/**
 * Files of the command line: input as a stream, small files whole, and output that is there in full or not at
 * all.
 */
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Fault, systemFault } from "./fault.ts";
import type { Say } from "./language.ts";
import type { Session } from "./session.ts";
import { STATUS } from "./status.ts";

const PIECE = 256 * 1024;

/** Whether an error is the operating system's. */
export function isSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/** An input of bytes; `total` is null where it cannot be known, as of a pipe. */
export interface Input {
  readonly name: string;
  readonly total: number | null;
  readonly stream: Readable;
}

/**
 * Opens a file to be streamed, `-` for standard input. Refuses what is not there, is a directory, or may not
 * be read.
 */
export async function openInput(path: string, say: Say): Promise<Input> {
  if (path === "-") return { name: say("word.stdin"), total: null, stream: process.stdin };
  try {
    const handle = await open(path);
    const found = await handle.stat();
    if (found.isDirectory()) {
      await handle.close();
      throw Object.assign(new Error(path), { code: "EISDIR" });
    }
    const stream = handle.createReadStream({ highWaterMark: PIECE });
    return { name: path, total: found.isFile() ? found.size : null, stream };
  } catch (error) {
    throw systemFault("fault.unreadable", path, error, say);
  }
}

/** A small file in whole; refuses one above `most` bytes. */
export async function readSmall(path: string, most: number, say: Say): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path)) {
      bytes += (piece as Buffer).length;
      if (bytes > most) break;
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    throw systemFault("fault.unreadable", path, error, say);
  }
  if (bytes > most) throw new Fault(STATUS.unreadable, "fault.too_large", { file: path, limit: most / 1024 });
  return Buffer.concat(pieces);
}

/** Whether a file or directory is there. */
export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** A file written as it comes, under a name of its own until it is whole. */
export class SlowFile {
  private readonly stream: WriteStream;
  private failure: Error | null = null;

  constructor(
    private readonly path: string,
    private readonly say: Say,
  ) {
    this.stream = createWriteStream(`${path}.part`);
    this.stream.on("error", (error) => {
      this.failure ??= error;
    });
  }

  async write(text: string): Promise<void> {
    if (text === "") return;
    await new Promise<void>((resolve) => this.stream.write(text, () => resolve()));
    this.check();
  }

  /** Ends the file and gives it its name. */
  async finish(): Promise<void> {
    await new Promise<void>((resolve) => this.stream.end(() => resolve()));
    this.check();
    await rename(`${this.path}.part`, this.path);
  }

  /** Leaves nothing behind. */
  async drop(): Promise<void> {
    this.stream.destroy();
    await rm(`${this.path}.part`, { force: true });
  }

  private check(): void {
    if (this.failure !== null) throw systemFault("fault.unwritable", this.path, this.failure, this.say);
  }
}

/**
 * Whether a directory may take these files. One that already holds something else belongs to somebody else
 * and is refused unless `force`; nothing in it is ever removed. Asked before the work, so that it is not done
 * in vain.
 */
export async function checkFolder(
  folder: string,
  names: readonly string[],
  force: boolean | undefined,
  say: Say,
): Promise<void> {
  let found: string[];
  try {
    found = await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw systemFault("fault.unwritable", folder, error, say);
  }
  const strange = found.find((name) => !names.includes(name));
  if (strange !== undefined && force !== true)
    throw new Fault(STATUS.unreadable, "fault.foreign_folder", { folder, found: strange });
}

/** A file to be written, its text in pieces. */
export interface OutFile {
  readonly name: string;
  readonly content: Iterable<string>;
}

const part = (folder: string, name: string) => join(folder, `.${name}.part`);

/** Writes files into a directory: all of them under working names first, and only then under their own. */
export async function writeFiles(folder: string, files: readonly OutFile[], session: Session): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, content } of files) {
      await pipeline(Readable.from(batches(content)), createWriteStream(part(folder, name)));
      session.check();
    }
    for (const { name } of files) await rename(part(folder, name), join(folder, name));
  } catch (error) {
    for (const { name } of files) await rm(part(folder, name), { force: true });
    throw isSystem(error) ? systemFault("fault.unwritable", folder, error, session.say) : error;
  }
}

/** Small pieces put together into larger ones. */
function* batches(pieces: Iterable<string>): Generator<string, undefined> {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < PIECE) continue;
    yield batch;
    batch = "";
  }
  yield batch;
  return undefined;
}

/** A text made fit for the name of a directory, cut where it is long. */
export function nameOf(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}_.-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return [...plain].slice(0, 60).join("") || "orders";
}

/** A file's name without folder and ending. */
export const stemOf = (path: string): string => basename(path).replace(/\.[^.]*$/, "");
