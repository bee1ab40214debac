/**
 * Columns of a group as arrays in PostgreSQL's binary form: four words of head, then each element behind
 * its length. Neither side has text to write, to quote or to parse; every order pays for its columns.
 */

const HEAD = 20;
const LENGTH = 4;
const INT8 = 20;
const TEXT = 25;
const BYTEA = 17;

/** A `bigint[]` without elements has no dimension and ends after its type. */
const EMPTY = Buffer.from([...[0, 0, 0, 0], ...[0, 0, 0, 0], ...[0, 0, 0, INT8]]);

const TWO_32 = 2 ** 32;

/** A `bigint[]`. Numbers must be whole and safe; bigints within 64 bits. */
export function bigints(values: readonly (number | bigint)[]): Buffer {
  if (values.length === 0) return EMPTY;
  const column = Buffer.allocUnsafe(HEAD + values.length * (LENGTH + 8));
  let at = head(column, INT8, values.length);
  for (const value of values) {
    at = column.writeInt32BE(8, at);
    if (typeof value === "bigint") at = column.writeBigInt64BE(value, at);
    else {
      at = column.writeInt32BE(Math.floor(value / TWO_32), at);
      at = column.writeUInt32BE(value >>> 0, at);
    }
  }
  return column;
}

/** A `text[]`. */
export function texts(values: readonly string[]): Buffer {
  // UTF-8 takes at most three bytes for a unit of a string; what is not used is cut off.
  let room = HEAD;
  for (const { length } of values) room += LENGTH + 3 * length;
  const column = Buffer.allocUnsafe(room);
  let at = head(column, TEXT, values.length);
  for (const value of values) {
    const bytes = column.write(value, at + LENGTH, "utf8");
    column.writeInt32BE(bytes, at);
    at += LENGTH + bytes;
  }
  return column.subarray(0, at);
}

/** A `bytea[]`. */
export function blobs(values: readonly Buffer[]): Buffer {
  let room = HEAD;
  for (const { length } of values) room += LENGTH + length;
  const column = Buffer.allocUnsafe(room);
  let at = head(column, BYTEA, values.length);
  for (const value of values) {
    at = column.writeInt32BE(value.length, at);
    at += value.copy(column, at);
  }
  return column;
}

/** One dimension, no nulls, the type, how many, counted from one. */
function head(column: Buffer, type: number, count: number): number {
  let at = 0;
  for (const word of [1, 0, type, count, 1]) at = column.writeInt32BE(word, at);
  return at;
}
