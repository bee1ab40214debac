/**
 * Columns of a group as arrays in PostgreSQL's binary form: four words of head, then each element behind
 * its length. Neither side has text to write, to quote or to parse; every order pays for its columns, so
 * they are written into room that is used again and again.
 */

const HEAD = 20;
const LENGTH = 4;
const INT8 = 20;
const TEXT = 25;
const BYTEA = 17;

/** A `bigint[]` without elements has no dimension and ends after its type. */
const EMPTY = Buffer.from([...[0, 0, 0, 0], ...[0, 0, 0, 0], ...[0, 0, 0, INT8]]);

const TWO_32 = 2 ** 32;
const FIRST_ROOM = 1 << 16;
/** Room that is kept from group to group; what one of many exits took beyond it is given back. */
const MOST_ROOM = 1 << 25;

/** The columns of one group. They stand until `restart`: by then they must have been sent. */
export class Columns {
  private bytes = Buffer.allocUnsafeSlow(FIRST_ROOM);
  private view = new DataView(this.bytes.buffer);
  private at = 0;

  /** Takes the room for the next group. */
  restart(): void {
    this.at = 0;
    if (this.bytes.length > MOST_ROOM) this.make(FIRST_ROOM);
  }

  /** A `bigint[]` of what `of` says of each; numbers must be whole and safe, bigints within 64 bits. */
  bigints<T>(each: readonly T[], of: (one: T) => number | bigint): Buffer {
    if (each.length === 0) return EMPTY;
    const { start, view } = this.begin(INT8, each.length, each.length * (LENGTH + 8));
    let at = start + HEAD;
    for (const one of each) {
      const value = of(one);
      view.setInt32(at, 8);
      if (typeof value === "bigint") {
        // The view would cut it in silence.
        if (BigInt.asIntN(64, value) !== value) throw new RangeError(`${value} is beyond 64 bits`);
        view.setBigInt64(at + LENGTH, value);
      } else {
        view.setInt32(at + LENGTH, Math.floor(value / TWO_32));
        view.setUint32(at + LENGTH + 4, value >>> 0);
      }
      at += LENGTH + 8;
    }
    return this.end(start, at);
  }

  /** A `text[]`. */
  texts<T>(each: readonly T[], of: (one: T) => string): Buffer {
    // UTF-8 takes at most three bytes for a unit of a string; what is not used is given back.
    let most = 0;
    for (const one of each) most += LENGTH + 3 * of(one).length;
    const { start, view, bytes } = this.begin(TEXT, each.length, most);
    let at = start + HEAD;
    for (const one of each) {
      const length = bytes.write(of(one), at + LENGTH, "utf8");
      view.setInt32(at, length);
      at += LENGTH + length;
    }
    return this.end(start, at);
  }

  /** A `bytea[]`. */
  blobs<T>(each: readonly T[], of: (one: T) => Buffer): Buffer {
    let most = 0;
    for (const one of each) most += LENGTH + of(one).length;
    const { start, view, bytes } = this.begin(BYTEA, each.length, most);
    let at = start + HEAD;
    for (const one of each) {
      const blob = of(one);
      view.setInt32(at, blob.length);
      at += LENGTH + blob.copy(bytes, at + LENGTH);
    }
    return this.end(start, at);
  }

  /** Room for a column, and its head: one dimension, no nulls, the type, how many, counted from one. */
  private begin(type: number, count: number, most: number) {
    if (this.at + HEAD + most > this.bytes.length) {
      // Columns drawn up before keep the room they stand in.
      this.make(Math.max(2 * this.bytes.length, HEAD + most));
      this.at = 0;
    }
    const { at: start, view, bytes } = this;
    for (const [i, word] of [1, 0, type, count, 1].entries()) view.setInt32(start + 4 * i, word);
    return { start, view, bytes };
  }

  private make(room: number): void {
    this.bytes = Buffer.allocUnsafeSlow(room);
    this.view = new DataView(this.bytes.buffer);
  }

  private end(start: number, at: number): Buffer {
    this.at = at;
    return this.bytes.subarray(start, at);
  }
}
