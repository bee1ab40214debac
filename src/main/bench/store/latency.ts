/** How long answers took: every one kept, so that no percentile is a guess. */

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly count: number;
}

export class Latencies {
  private taken = new Float64Array(1 << 14);
  private count = 0;

  add(ms: number): void {
    if (this.count === this.taken.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.taken);
      this.taken = larger;
    }
    this.taken[this.count] = ms;
    this.count += 1;
  }

  get summary(): Latency {
    const sorted = this.taken.slice(0, this.count).sort();
    const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
    return { p50: at(0.5), p99: at(0.99), p999: at(0.999), count: this.count };
  }
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}
