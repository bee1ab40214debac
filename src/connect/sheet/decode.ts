/** Bytes to text. The encoding is found out, never guessed: what fits none, or speaks for two, is refused. */
import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { SheetRefusal } from "./refusal.ts";
import type { Encoding } from "./row.ts";
import type { Bytes } from "./source.ts";

/**
 * So many valid multi-byte characters before the first invalid byte and the file was UTF-8: GBK text fits
 * by chance at most about one in six times a character.
 */
const SURELY_UTF8 = 16;

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const MAGIC: readonly (readonly [kind: string, readonly number[]])[] = [
  ["Excel .xlsx / ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["Excel .xls", [0xd0, 0xcf, 0x11, 0xe0]],
  ["gzip", [0x1f, 0x8b, 0x08]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
];

const starts = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);

/**
 * Refuses workbooks, archives and UTF-16 without a mark; gives the encoding a byte order mark names, if
 * any.
 */
function markOf(head: Uint8Array, name: string): Encoding | null {
  for (const [kind, magic] of MAGIC)
    if (starts(head, magic)) throw new SheetRefusal("not_text", name, { kind });
  for (const [encoding, mark] of BOMS) if (starts(head, mark)) return encoding;
  const sample = head.subarray(0, 4096);
  const nuls = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (sample.length >= 16 && nuls * 10 > sample.length)
    throw new SheetRefusal("not_text", name, { kind: "UTF-16 / binary" });
  return null;
}

/** How many bytes at the end of a piece belong to a character that goes on in the next (0 to 3). */
function openTail(piece: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece[piece.length - back] as number;
    // C0, C1 and F5 to FF begin no character.
    if (byte < 0x80 || byte > 0xf4 || byte === 0xc0 || byte === 0xc1) return 0;
    if (byte >= 0xc2) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Offset within `piece` of the first byte a decoder refuses; `decoder` has read all before the piece. */
function firstRefused(decoder: TextDecoder, piece: Uint8Array): number {
  for (let i = 0; i < piece.length; i++) {
    try {
      decoder.decode(piece.subarray(i, i + 1), { stream: true });
    } catch {
      return i;
    }
  }
  return piece.length;
}

const leadBytes = (piece: Uint8Array) => piece.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0);

interface Utf8Finding {
  /** Offset of the first invalid byte, or null. */
  readonly invalid: number | null;
  /** Multi-byte characters before it; counted no further than needed. */
  readonly wide: number;
  /** The file ends inside a character. */
  readonly cut: boolean;
}

async function scanUtf8(bytes: Bytes): Promise<Utf8Finding> {
  let carry: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let wide = 0;
  for await (const chunk of bytes.chunks()) {
    const piece = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const whole = piece.subarray(0, piece.length - openTail(piece));
    if (!isUtf8(whole)) {
      const bad = firstRefused(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }), whole);
      return { invalid: offset + bad, wide: wide + leadBytes(whole.subarray(0, bad)), cut: false };
    }
    if (wide < SURELY_UTF8) wide += leadBytes(whole);
    carry = piece.slice(whole.length);
    offset += whole.length;
  }
  return { invalid: null, wide, cut: carry.length > 0 };
}

export interface Decoding {
  readonly encoding: Encoding;
  /** First byte that is not UTF-8, when GB18030 is what remains. */
  readonly notUtf8: number | null;
}

/**
 * The encoding of a source that can be read twice: by its byte order mark, else UTF-8 if all of it is
 * valid, else GB18030 (which `textOf` then checks). Refuses `encoding_mixed` for UTF-8 with a stray byte.
 */
export async function findEncoding(bytes: Bytes): Promise<Decoding> {
  for await (const head of bytes.chunks()) {
    const mark = markOf(head, bytes.name);
    if (mark !== null) return { encoding: mark, notUtf8: null };
    break;
  }
  const found = await scanUtf8(bytes);
  if (found.invalid === null && (!found.cut || found.wide > 0)) return { encoding: "utf-8", notUtf8: null };
  if (found.invalid !== null && found.wide >= SURELY_UTF8)
    throw new SheetRefusal("encoding_mixed", `byte ${found.invalid}`, { offset: found.invalid });
  return { encoding: "gb18030", notUtf8: found.invalid ?? bytes.total ?? 0 };
}

/** Text that decodes its last chunk and says whether the bytes ended in the middle of a character. */
export interface Text {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * Decodes strictly, chunk by chunk. Refuses with the offset of the first byte that does not fit. A second
 * decoder runs one chunk behind, so that the offset can be found without reading the source again.
 */
export async function* textOf(
  bytes: Bytes,
  decoding: Decoding,
  onChunk: (size: number) => void,
): AsyncGenerator<Text> {
  const { encoding, notUtf8 } = decoding;
  const ahead = new TextDecoder(encoding, { fatal: true });
  const behind = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for await (const chunk of bytes.chunks()) {
    if (offset === 0) refuseOtherMark(chunk, encoding, bytes.name);
    let text: string;
    try {
      text = ahead.decode(chunk, { stream: true });
    } catch {
      const at = offset + firstRefused(behind, chunk);
      if (notUtf8 === null)
        throw new SheetRefusal("encoding_invalid", `byte ${at}`, { offset: at, encoding });
      throw new SheetRefusal("encoding_unknown", `byte ${at}`, { offset: at, utf8: notUtf8 });
    }
    behind.decode(chunk, { stream: true });
    offset += chunk.length;
    onChunk(chunk.length);
    yield { text, cut: false };
  }
  try {
    yield { text: ahead.decode(), cut: false };
  } catch {
    yield { text: "", cut: true };
  }
}

function refuseOtherMark(head: Uint8Array, said: Encoding, name: string): void {
  const found = markOf(head, name);
  if (found !== null && found !== said) throw new SheetRefusal("encoding_conflict", name, { found, said });
}
