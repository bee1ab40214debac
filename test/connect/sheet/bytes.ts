/** Sheets as bytes: what the tests feed to the reader, in the encodings shops export. */

/** Character → two GBK bytes, made by decoding every pair; Node decodes GB18030 but does not encode it. */
const gbkPairs = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== "\ufffd" && !gbkPairs.has(text)) gbkPairs.set(text, [lead, trail]);
  }

export const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");

export function gbk(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const pair = gbkPairs.get(character);
    if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0));
    else if (pair !== undefined) bytes.push(...pair);
    else throw new Error(`no GBK for ${character}`);
  }
  return Buffer.from(bytes);
}

export const utf16le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
export const utf16be = (text: string): Buffer => utf16le(text).swap16();

/** Bytes as a stream that can be read once, in chunks of a given size. */
export async function* pipe(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}
