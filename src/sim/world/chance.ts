/**
 * Chance from a seed, the same on every machine. SplitMix64 turns a seed into as many independent seeds as
 * are wanted, each reached directly by its number; xoshiro128** (Blackman, Vigna) draws from one. Integers
 * only: what is drawn never passes through a function whose last digit may differ between engines.
 */

const GAMMA = 0x9e3779b97f4a7c15n;
const MASK = (1n << 64n) - 1n;
const TWO_32 = 0x1_0000_0000;
/** Bits of a fraction: a normal draw of 65,536 is one standard deviation. */
export const NORMAL_ONE = 65_536;
/** NORMAL_ONE over the standard deviation √(32 + 1/12) of a sum of 128 coins and a uniform step. */
const NORMAL_STEP = 11_570;

/** Output number n ≥ 0 of SplitMix64 started at `seed` (64 bits): a seed derived from a seed. */
export function derived(seed: bigint, n: number): bigint {
  let z = (seed + GAMMA * BigInt(n + 1)) & MASK;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return z ^ (z >> 31n);
}

/** The four words a generator starts from. */
export type ChanceState = readonly [number, number, number, number];

function stateOf(seed: bigint): ChanceState {
  const [x, y] = [derived(seed, 0), derived(seed, 1)];
  const low = (word: bigint) => Number(word & 0xffff_ffffn);
  return [low(x), low(x >> 32n), low(y), low(y >> 32n)];
}

/** A stream of draws; two with the same seed draw the same. */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** From a seed of 64 bits, or from a state as such (not all zero). */
  constructor(from: bigint | ChanceState) {
    [this.a, this.b, this.c, this.d] = typeof from === "bigint" ? stateOf(from) : from;
  }

  /** The next 32 bits, 0 to 2^32 − 1. */
  next(): number {
    const five = Math.imul(this.b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** An integer from 0 to n − 1, each as likely; 1 ≤ n ≤ 2^32. */
  below(n: number): number {
    const unfair = TWO_32 - (TWO_32 % n);
    let drawn = this.next();
    while (drawn >= unfair) drawn = this.next();
    return drawn % n;
  }

  /** True so many times in a million. */
  happens(ppm: number): boolean {
    return this.below(1_000_000) < ppm;
  }

  /**
   * A standard normal draw in units of 1/65,536, within ±11: the sum of 128 coins, smoothed by a uniform
   * step.
   */
  normal(): number {
    let heads = 0;
    for (let word = 0; word < 4; word += 1) heads += ones(this.next());
    const smooth = (this.next() >>> 16) - NORMAL_ONE / 2;
    return Math.floor((((heads - 64) * NORMAL_ONE + smooth) * NORMAL_STEP) / NORMAL_ONE);
  }

  /** Puts the first `length` entries in an order in which each is as likely. */
  shuffle(entries: { [index: number]: number; readonly length: number }, length = entries.length): void {
    for (let last = length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const kept = entries[last] as number;
      entries[last] = entries[other] as number;
      entries[other] = kept;
    }
  }
}

/** How many of the 32 bits are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
