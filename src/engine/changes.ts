/**
 * What a draft says of entries that the book has: the changed value by entry. Nearly every order changes
 * one, so the first is kept in place and a map is made only for more.
 */
export class Changes<K extends object, V> {
  firstKey: K | null = null;
  firstValue: V | null = null;
  rest: Map<K, V> | null = null;

  get size(): number {
    return (this.firstKey === null ? 0 : 1) + (this.rest?.size ?? 0);
  }

  get(key: K): V | undefined {
    if (this.firstKey === key) return this.firstValue as V;
    return this.rest === null ? undefined : this.rest.get(key);
  }

  has(key: K): boolean {
    return this.firstKey === key || (this.rest?.has(key) ?? false);
  }

  set(key: K, value: V): void {
    if (this.firstKey === null || this.firstKey === key) {
      this.firstKey = key;
      this.firstValue = value;
    } else {
      this.rest ??= new Map();
      this.rest.set(key, value);
    }
  }

  /** Every entry changed, in the order of its first change. */
  *[Symbol.iterator](): Generator<readonly [K, V], undefined> {
    if (this.firstKey !== null) yield [this.firstKey, this.firstValue as V];
    if (this.rest !== null) yield* this.rest;
    return undefined;
  }
}
