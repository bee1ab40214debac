/** The pieces the findings are made of: samples of a run of any length, spreads, figures of a plan. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Sampler } from "../../src/sim/findings/sampler.ts";
import { EDGES_PPM, spreadOf } from "../../src/sim/findings/spread.ts";

function sampled(length: number, limit: number): number[] {
  const sampler = new Sampler<number>(limit);
  for (let i = 1; i <= length; i++) sampler.see(() => i);
  return sampler.finish(length);
}

describe("samples", () => {
  test("a short run is kept whole", () => {
    expect(sampled(12, 400)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test("never more than the limit, in order, from the first moment to the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 16, max: 400 }), (length, limit) => {
        const samples = sampled(length, limit);
        expect(samples.length).toBeLessThanOrEqual(limit);
        expect(samples.length).toBeGreaterThanOrEqual(Math.min(length, limit / 4));
        expect(samples[0]).toBe(1);
        expect(samples.at(-1)).toBe(length);
        for (let i = 1; i < samples.length; i++) expect(samples[i]).toBeGreaterThan(samples[i - 1] as number);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test("no gap is wide: the early moments lie close, the later ones on an even grid", () => {
    const samples = sampled(100_000, 400);
    expect(samples.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    const gaps = samples.slice(1).map((at, i) => at - (samples[i] as number));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(100_000 / 150);
  });

  test("a sample is made only where it is kept for a while", () => {
    const sampler = new Sampler<number>(400);
    let made = 0;
    for (let i = 0; i < 1_000_000; i++) {
      sampler.see(() => {
        made += 1;
        return i;
      });
    }
    expect(made).toBeLessThan(4_000);
  });
});

describe("spread", () => {
  test("quantiles by nearest rank", () => {
    const spread = spreadOf([50, 10, 40, 20, 30, 100, 90, 80, 70, 60]);
    expect(spread).toMatchObject({ least_ppm: 10, p10_ppm: 10, p25_ppm: 30, p50_ppm: 50, p75_ppm: 80 });
    expect(spread).toMatchObject({ p90_ppm: 90, most_ppm: 100, full: 0 });
    expect(spreadOf([5])).toMatchObject({ least_ppm: 5, p10_ppm: 5, p50_ppm: 5, p90_ppm: 5, most_ppm: 5 });
  });

  test("each edge opens its bucket; nothing, debt and 100% have their own", () => {
    const shares = [-5, 0, 1, 49_999, 50_000, 79_999, 999_999, 1_000_000, 3_000_000];
    const { buckets, full } = spreadOf(shares);
    expect(buckets).toHaveLength(EDGES_PPM.length + 2);
    expect([buckets[0], buckets[1], buckets[2], buckets.at(-2), buckets.at(-1)]).toEqual([2, 2, 2, 1, 2]);
    expect(full).toBe(2);
  });
});
