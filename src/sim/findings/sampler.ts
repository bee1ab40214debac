/** A bounded number of samples of a run whose length nobody knows beforehand. */

/**
 * Takes the first moments of a run one by one, then ever wider apart in proportion (that is where a price
 * moves most), and besides these an even grid over the whole, whose step doubles whenever the samples
 * become too many.
 */
export class Sampler<T> {
  private kept: { readonly moment: number; readonly early: boolean; readonly sample: T }[] = [];
  private seen = 0;
  private step = 1;
  private nextEarly = 1;
  private early = 0;

  /** `limit`: the most samples it will ever hand out; at least 16. */
  constructor(private readonly limit: number) {
    if (!Number.isSafeInteger(limit) || limit < 16) throw new RangeError(`samples: ${limit}, at least 16`);
  }

  /** Counts a moment and asks for its sample only where it is wanted. */
  see(take: () => T): void {
    this.seen += 1;
    const { seen } = this;
    const early = seen >= this.nextEarly && this.early < this.limit / 4;
    if (!early && seen % this.step !== 0) return;
    if (early) {
      this.early += 1;
      this.nextEarly = Math.max(seen + 1, Math.ceil(seen * 1.15));
    }
    this.kept.push({ moment: seen, early, sample: take() });
    while (this.kept.length >= this.limit) this.thin();
  }

  /** The samples so far and the state at the end, in order. */
  finish(end: T): T[] {
    const samples = this.kept.map(({ sample }) => sample);
    if (this.seen > 0 && this.kept.at(-1)?.moment === this.seen) samples.pop();
    samples.push(end);
    return samples;
  }

  private thin(): void {
    this.step *= 2;
    this.kept = this.kept.filter(({ moment, early }) => early || moment % this.step === 0);
  }
}
