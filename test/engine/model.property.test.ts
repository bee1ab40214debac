import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenLaws, priceOf, Replay, readPlan, resultOf } from "#engine";
import { oracleReplay } from "../model/oracle.ts";
import { countMarks, countOutcome, MARKS } from "./marks.ts";
import { type World, worlds } from "./world.ts";

const LONG = process.env["WELLSPRING_LONG"] === "1";
/** Under mutation a few worlds must do: the test runs once for every mutant. */
const FEW = process.env["STRYKER_MUTATOR_WORKER"] !== undefined;
/** Lines that the long run must have booked at least. */
const MILLION = 1_000_000;
const seed = Number(process.env["WELLSPRING_SEED"] ?? (LONG ? Date.now() & 0x7fffffff : 20_261_121));

/** Refusals that random worlds must meet, each at least once. */
const CODES = [
  "member_unknown",
  "merchant_unknown",
  "region_taken",
  "amount_must_be_positive",
  "amount_too_small",
  "cost_not_allowed",
  "margin_too_small",
  "points_must_be_positive",
  "points_insufficient",
  "remainder_insufficient",
  "pool_empty",
  "purchase_unknown",
  "refund_exceeds_purchase",
  "pool_closed",
  "purchases_pending",
  "time_reversed",
  "id_conflict",
  "answered",
];

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

class Watch {
  readonly marks = new Map<string, number>();
  readonly outcomes = new Map<string, number>();

  /** Plays a world, every law checked after every line, the result compared with the oracle's. */
  play({ plan, lines }: World): void {
    const read = readPlan(plan);
    fc.pre("plan" in read);
    if (!("plan" in read)) return;
    const replay: Replay = new Replay(read.plan, (journal) => countMarks(this.marks, journal, replay.book));
    lines.forEach((line, i) => {
      const before = priceOf(replay.book);
      countOutcome(this.outcomes, replay.line(line, i + 1));
      const broken = brokenLaws(replay.book, before);
      if (broken.length > 0) throw new Error(`line ${i + 1} ${line}: ${broken.join("; ")}`);
    });
    expect(json(resultOf(replay))).toEqual(json(oracleReplay(plan, lines.join("\n"))));
  }

  get booked(): number {
    return this.outcomes.get("booked") ?? 0;
  }
}

describe(`random worlds (WELLSPRING_SEED=${seed})`, () => {
  it("agree with the second implementation to the grain, hold every law, and reach every branch", () => {
    const watch = new Watch();
    const rounds = LONG ? 20 : 1;
    for (let round = 0; round < rounds; round++) {
      fc.assert(
        fc.property(worlds(220), (world) => watch.play(world)),
        { seed: seed + round, numRuns: FEW ? 40 : 500, endOnFailure: FEW },
      );
    }
    if (FEW) return;
    const unreached = Object.keys(MARKS).filter((name) => !watch.marks.has(name));
    expect(unreached, "marks never reached").toEqual([]);
    expect(
      CODES.filter((code) => !watch.outcomes.has(code)),
      "refusals never met",
    ).toEqual([]);
    console.log(`seed ${seed}: ${watch.booked} orders booked, ${rounds * 500} worlds`);
    if (LONG) expect(watch.booked).toBeGreaterThanOrEqual(MILLION);
  });
});
