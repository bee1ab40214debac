/**
 * What stands in a heap knows its place there, so that it can be moved or taken out in log n. −1: in none.
 */
export interface Slotted {
  slot: number;
}

/**
 * A binary heap in one array: lowest first, any entry removable or movable, and readable in order without
 * change.
 */
export class Heap<T extends Slotted> {
  private readonly entries: T[] = [];

  constructor(private readonly before: (a: T, b: T) => boolean) {}

  get size(): number {
    return this.entries.length;
  }

  /** The lowest entry. */
  top(): T | undefined {
    return this.entries[0];
  }

  /** Every entry, in no order. */
  all(): readonly T[] {
    return this.entries;
  }

  push(entry: T): void {
    entry.slot = this.entries.length;
    this.entries.push(entry);
    this.rise(entry);
  }

  remove(entry: T): void {
    const last = this.entries.pop() as T;
    if (last !== entry) {
      this.place(last, entry.slot);
      this.moved(last);
    }
    entry.slot = -1;
  }

  /** Restores the order after the key of `entry` has changed. */
  moved(entry: T): void {
    this.rise(entry);
    this.sink(entry);
  }

  /** Restores the order after `entry` has come to stand later than before. */
  movedBack(entry: T): void {
    this.sink(entry);
  }

  /**
   * Entries lowest first, the heap unchanged; k entries cost k·log k. The heap may not change while it is
   * read.
   */
  *ascending(): Generator<T, undefined> {
    const { entries } = this;
    const frontier = new Heap<{ slot: number; entry: T; at: number }>((a, b) =>
      this.before(a.entry, b.entry),
    );
    const reach = (at: number) => {
      const entry = entries[at];
      if (entry !== undefined) frontier.push({ slot: -1, entry, at });
    };
    reach(0);
    for (let next = frontier.top(); next !== undefined; next = frontier.top()) {
      frontier.remove(next);
      yield next.entry;
      reach(2 * next.at + 1);
      reach(2 * next.at + 2);
    }
    return undefined;
  }

  private place(entry: T, at: number): void {
    this.entries[at] = entry;
    entry.slot = at;
  }

  private rise(entry: T): void {
    let at = entry.slot;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = this.entries[up] as T;
      if (!this.before(entry, above)) break;
      this.place(above, at);
      at = up;
    }
    this.place(entry, at);
  }

  private sink(entry: T): void {
    const { entries } = this;
    let at = entry.slot;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= entries.length) break;
      const right = down + 1;
      if (right < entries.length && this.before(entries[right] as T, entries[down] as T)) down = right;
      const below = entries[down] as T;
      if (!this.before(below, entry)) break;
      this.place(below, at);
      at = down;
    }
    this.place(entry, at);
  }
}
