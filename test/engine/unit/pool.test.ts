import { describe, expect, it } from "vitest";
import { comparePrice, Lot, type Member, STEP } from "#engine";
import { Draft } from "../../../src/engine/draft.ts";
import { triggerOf } from "../../../src/engine/lot.ts";
import {
  afterOutflow,
  limitStep,
  lotsLeft,
  proceedsOf,
  subscription,
  worth,
} from "../../../src/engine/pool.ts";
import { answer, booked, type Json, leaving, moves, Scene, town, withPool } from "./scene.ts";

const POINT = 10n ** 8n;
const high: Json = { cap: { multiple: "1000" } };
const memberOf = (scene: Scene, id: string) => scene.book.members.get(id) as Member;
const draftOf = (scene: Scene) => new Draft(scene.book, "x", "test", null);

/** A pool of so much cash and so many grains in one lot of a's, put there by a journal. */
function pooled(cash: bigint, grains: bigint, changes: Json = {}): Scene {
  const scene = town(changes);
  const draft = draftOf(scene);
  draft.move(STEP.inject, scene.book.outside, scene.book.pool.cash, cash);
  draft.issue(memberOf(scene, "a"), grains);
  draft.setLot(new Lot(1, memberOf(scene, "a")), grains, 10n ** 12n, grains);
  draft.opened = true;
  scene.book.apply(draft);
  return scene;
}

describe("worth and proceeds", () => {
  it("are taken at the price, rounded down", () => {
    const draft = draftOf(pooled(16_000n, 112n * POINT));
    expect(worth(draft, 112n * POINT)).toBe(16_000n);
    expect(worth(draft, 111n * POINT)).toBe(15_857n); // 15857.14
    expect(worth(draft, 1n)).toBe(0n);
    expect(worth(draft, 0n)).toBe(0n);
  });

  it("are taken at the last price while no points are out", () => {
    const draft = draftOf(town());
    expect(worth(draft, POINT)).toBe(100n);
    expect(worth(draft, POINT + 999_999n)).toBe(100n);
    expect(worth(draft, POINT + 1_000_000n)).toBe(101n);
  });

  it("leave the exit load in the pool", () => {
    expect(proceedsOf(draftOf(town()), 15_857n)).toBe(12_685n); // 12685.6
    expect(proceedsOf(draftOf(town(withPool({ exit_load: "0%" }))), 15_857n)).toBe(15_857n);
    expect(proceedsOf(draftOf(town(withPool({ exit_load: "99.9999%" }))), 999_999n)).toBe(0n);
    expect(proceedsOf(draftOf(town(withPool({ exit_load: "99.9999%" }))), 1_000_000n)).toBe(1n);
  });
});

describe("a subscription", () => {
  it("buys at the price before its money", () => {
    const draft = draftOf(pooled(16_000n, 112n * POINT));
    expect(subscription(draft, 16_000n, 700_000n)).toEqual({ points: 7_840_000_000n, aside: 0n });
    expect(subscription(draft, 3n, 700_000n)).toEqual({ points: 1_400_000n, aside: 0n }); // ⌊2.1⌋ fen
  });

  it("buys at the opening price first, all of it staying in the pool", () => {
    expect(subscription(draftOf(town()), 16_000n, 700_000n)).toEqual({ points: 112n * POINT, aside: 0n });
  });

  it("leaves in an emptied pool only what mints", () => {
    const draft = draftOf(town());
    draft.opened = true;
    expect(subscription(draft, 16_000n, 700_000n)).toEqual({ points: 112n * POINT, aside: 4_800n });
    expect(subscription(draft, 16_001n, 700_000n)).toEqual({ points: 112n * POINT, aside: 4_801n });
    const full = draftOf(pooled(16_000n, 112n * POINT));
    expect([full.opened, subscription(full, 16_000n, 700_000n).aside]).toEqual([true, 0n]);
  });

  it("of not one grain goes aside as a whole", () => {
    expect(subscription(draftOf(town()), 1n, 700_000n)).toEqual({ points: 0n, aside: 1n });
    expect(subscription(draftOf(town()), 0n, 700_000n)).toEqual({ points: 0n, aside: 0n });
    const dear = draftOf(town(withPool({ opening_price_fen: 1_000_000_000 })));
    expect(subscription(dear, 14n, 700_000n)).toEqual({ points: 0n, aside: 14n }); // ⌊9 / 10⌋
    expect(subscription(dear, 15n, 700_000n)).toEqual({ points: 1n, aside: 0n }); // 10 / 10
  });

  it("of not one grain is booked with what went aside", () => {
    const scene = town(withPool({ opening_price_fen: 1_000_000_000 }));
    const journal = booked(scene.buy("a", 85)); // pool 85 − 68 − 1 − 1 = 15 … 10 fen mint a grain
    expect(moves(journal).slice(-2)).toEqual(["subscribe outside→pool 15", "issue points_issued→points:a 1"]);
    const none = booked(scene.buy("b", 5)); // pool 1, nothing mints
    expect(moves(none)).toEqual(["due outside→payable:s 4", "aside outside→pool_remainder 1"]);
    expect(none.entry).toMatchObject({ purchase: { points: 0n, aside: 1n, lot: null } });
    expect(memberOf(scene, "b").firstLot).toBeNull();
  });
});

/** What a draft holds after its cash and points have become these, and the step limit has looked at them. */
function limited(scene: Scene, cash: bigint, points: bigint): readonly [cash: bigint, remainder: bigint] {
  const { outside, pool } = scene.book;
  const draft = draftOf(scene);
  const more = cash - draft.cash;
  if (more > 0n) draft.move(STEP.inject, outside, pool.cash, more);
  else draft.move(STEP.refundPool, pool.cash, outside, -more);
  const minted = points - draft.points;
  if (minted > 0n) draft.issue(memberOf(scene, "a"), minted);
  else draft.burn(memberOf(scene, "a"), -minted);
  limitStep(draft);
  expect([draft.points, draft.cash + draft.remainder]).toEqual([points, cash]);
  return [draft.cash, draft.remainder];
}

describe("the step limit", () => {
  const half = withPool({ max_step: "50%" });
  const start = () => pooled(16_000n, 112n * POINT, half);

  it.each([
    ["the same points, at the limit", 24_000n, 112n * POINT, 24_000n],
    ["the same points, a fen above", 24_001n, 112n * POINT, 24_000n],
    ["more points, cash above its own limit", 24_001n, 113n * POINT, 24_001n],
    ["more points, at the limit rounded down", 24_214n, 113n * POINT, 24_214n], // 24000 · 113/112 = 24214.28
    ["more points, a fen above", 24_215n, 113n * POINT, 24_214n],
    ["fewer points, at the limit", 12_000n, 56n * POINT, 12_000n],
    ["fewer points, a fen above", 12_001n, 56n * POINT, 12_000n],
    ["fewer points, less cash than before", 10_715n, 50n * POINT, 10_714n], // 24000 · 50/112 = 10714.28
    ["a grain left", 16_000n, 1n, 1n], // ⌊0.00…2⌋, but never below the price before: ⌈⌉ = 1
    ["no points left", 16_000n, 0n, 16_000n],
    ["nothing changed", 16_000n, 112n * POINT, 16_000n],
    ["a price that fell", 1n, 112n * POINT, 1n],
  ])("with %s", (_, cash, points, kept) => {
    expect(limited(start(), cash, points)).toEqual([kept, cash - kept]);
  });

  it("never lowers the price below that at the start", () => {
    // A millionth a step: 3 fen over 2 points, then 3 over 1. ⌊1.5000015⌋ = 1 would be less than before: ⌈1.5⌉.
    const scene = () => pooled(3n, 2n * POINT, withPool({ max_step: "0.0001%" }));
    expect(limited(scene(), 3n, POINT)).toEqual([2n, 1n]);
    expect(limited(scene(), 4n, 2n * POINT)).toEqual([3n, 1n]);
  });

  it("starts from the last price in an empty pool", () => {
    // 100 fen a point: 2 points may hold 300.
    const scene = () => town(half);
    expect(limited(scene(), 300n, 2n * POINT)).toEqual([300n, 0n]);
    expect(limited(scene(), 301n, 2n * POINT)).toEqual([300n, 1n]);
  });

  it("is posted under its own name and is no purchase's aside", () => {
    // 16000 fen for 70 points at 1 yuan: 50% holds 10500 of them.
    const scene = town(withPool({ max_step: "50%", mint: "43.75%" }));
    const journal = booked(scene.buy("a", 100_000));
    expect(moves(journal).slice(-3)).toEqual([
      "subscribe outside→pool 16000",
      "issue points_issued→points:a 7000000000",
      "step_limit pool→pool_remainder 5500",
    ]);
    expect(journal.entry).toMatchObject({ purchase: { aside: 0n } });
    expect(journal.start).toEqual({ cash: 100n, points: POINT });
  });

  it("holds injections and releases", () => {
    const scene = start();
    expect(moves(booked(scene.ask("inject", { amount_fen: 10_000 })))).toEqual([
      "inject outside→pool 10000",
      "step_limit pool→pool_remainder 2000",
    ]);
    expect(answer(scene.ask("release", { amount_fen: 2_001 }))).toBe("remainder_insufficient");
    expect(moves(booked(scene.ask("release", { amount_fen: 2_000 })))).toEqual([
      "release pool_remainder→pool 2000",
    ]);
    expect(scene.pool()).toEqual([26_000n, 112n * POINT, 0n]);
  });
});

describe("dust and the empty pool", () => {
  it("leaves a whole point alone", () => {
    const scene = town(withPool(high));
    scene.buy("a", 100_000);
    // ⌊16000 · 111/112⌋ = 15857, 80% = 12685: 3315 fen stay over a point; ×11 of 142.857 fen holds 1571.
    const journal = booked(scene.redeem("a", "111"));
    expect(journal.exits).toEqual([]);
    expect(moves(journal).slice(-2)).toEqual([
      "redeem pool→wallet:a 12685",
      "step_limit pool→pool_remainder 1744",
    ]);
    expect(scene.pool()).toEqual([1_571n, POINT, 1_744n]);
  });

  it("pays out what is a grain less, without load, after the step limit", () => {
    const scene = town(withPool(high));
    scene.buy("a", 100_000);
    const journal = booked(scene.redeem("a", "111.00000001"));
    expect(moves(journal)).toEqual([
      "burn points:a→points_issued 11100000001",
      "redeem pool→wallet:a 12685",
      "step_limit pool→pool_remainder 1744",
      "burn points:a→points_issued 99999999",
      "dust pool→wallet:a 1571",
    ]);
    expect(leaving(journal)).toEqual(["dust a 99999999 1571→1571"]);
    expect(scene.pool()).toEqual([0n, 0n, 1_744n]);
    expect(scene.book.pool.last).toEqual({ cash: 16_000n, points: 112n * POINT });
  });

  it("pays several lots at one price, oldest opening first, and moves the cash left to the remainder", () => {
    const scene = town(withPool(high));
    // 300 fen: 48 in, ⌊33.6⌋ mint: 0.33 points; the next ⌊33 · 0.33/48⌋. No dust after a purchase.
    scene.buy("b", 300);
    scene.buy("a", 300);
    scene.buy("c", 1); // all of it the supplier's: no points, nothing aside
    expect(scene.pool()).toEqual([96n, 55_687_500n, 0n]);
    // A refund that burns nothing: ⌊96 · 33/55.6875⌋ = 56, ⌊39.11⌋ = 39, a fen left.
    const journal = booked(scene.refund("o8", 1));
    expect(moves(journal)).toEqual([
      "refund_due payable:s→outside 1",
      "burn points:b→points_issued 33000000",
      "dust pool→wallet:b 56",
      "burn points:a→points_issued 22687500",
      "dust pool→wallet:a 39",
      "pool_emptied pool→pool_remainder 1",
    ]);
    expect(leaving(journal)).toEqual(["dust b 33000000 56→56", "dust a 22687500 39→39"]);
    expect(journal.exits.map(({ order }) => order)).toEqual(["o9", "o9"]);
    expect(scene.book.pool.last).toEqual({ cash: 96n, points: 55_687_500n });
    expect(scene.book.lots.size).toBe(0);
  });

  it("does not look at a small pool after a purchase, an injection or a release", () => {
    const scene = town(withPool({ ...high, max_step: "1%" }));
    booked(scene.buy("a", 300));
    booked(scene.ask("inject", { amount_fen: 100 }));
    booked(scene.ask("release", { amount_fen: 1 }));
    expect(scene.pool()[1]).toBe(33_000_000n);
  });

  it("counts lots as the draft has left them, the one it opens included", () => {
    const scene = pooled(16_000n, 112n * POINT);
    const [a, b] = [memberOf(scene, "a"), memberOf(scene, "b")];
    const draft = draftOf(scene);
    const first = scene.book.lots.top() as Lot;
    expect(lotsLeft(draft)).toEqual([first]);
    const opened = new Lot(2, b);
    draft.setLot(opened, POINT, 100n, POINT);
    expect(lotsLeft(draft).map(({ seq }) => seq)).toEqual([1, 2]);
    draft.setLot(first, 112n * POINT, 10n ** 12n, 0n);
    expect(lotsLeft(draft).map(({ seq }) => seq)).toEqual([2]);
    draft.setLot(opened, POINT, 100n, 0n);
    expect(lotsLeft(draft)).toEqual([]);
    const other = draftOf(scene);
    other.setLot(first, 112n * POINT, 10n ** 12n, POINT);
    expect(lotsLeft(other)).toEqual([first]);
    expect(first.member).toBe(a);
  });

  it("sorts lots by opening whatever their place in the queue", () => {
    const scene = town(withPool({ cap: { multiple: "1000", per: "purchase" } }));
    const caps = [30n, 10n, 20n, 5n];
    const draft = draftOf(scene);
    caps.forEach((cap, i) => {
      draft.issue(memberOf(scene, "a"), POINT);
      draft.setLot(new Lot(i + 1, memberOf(scene, "a")), POINT, cap * 1_000n, POINT);
    });
    draft.move(STEP.inject, scene.book.outside, scene.book.pool.cash, 400n);
    draft.opened = true;
    scene.book.apply(draft);
    expect(scene.book.lots.top()?.state.trigger).toBe(triggerOf(5_000n, POINT));
    expect(lotsLeft(draftOf(scene)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it("empties the pool at nought only, keeping the price of the start", () => {
    const scene = pooled(16_000n, 112n * POINT);
    const draft = draftOf(scene);
    afterOutflow(draft);
    expect([draft.postings, draft.last]).toEqual([[], { cash: 100n, points: POINT }]);
    draft.burn(memberOf(scene, "a"), 112n * POINT);
    afterOutflow(draft);
    expect(moves(draft)).toEqual([
      "burn points:a→points_issued 11200000000",
      "pool_emptied pool→pool_remainder 16000",
    ]);
    expect(draft.last).toEqual({ cash: 16_000n, points: 112n * POINT });
    expect(draft.exits).toEqual([]);
  });

  it("never starts again lower nor ratchets up by emptying and refilling", () => {
    const scene = town(withPool(high));
    scene.buy("a", 100_000);
    const price = { cash: 16_000n, points: 112n * POINT };
    for (let i = 0; i < 5; i++) {
      booked(scene.redeem("a", "all"));
      expect(comparePrice(scene.book.pool.last, price)).toBe(0);
      const journal = booked(scene.buy("a", 100_000));
      // ⌊11200 · 112/160⌋ = 78.4 points; 4800 go aside, 11200 in: the price is the one before.
      expect(journal.entry).toMatchObject({ purchase: { points: 7_840_000_000n, aside: 4_800n } });
      expect(scene.pool().slice(0, 2)).toEqual([11_200n, 7_840_000_000n]);
    }
  });

  it("takes an injection to the remainder, which cannot be released into an empty pool", () => {
    const scene = new Scene();
    expect(moves(booked(scene.ask("inject", { amount_fen: 7 })))).toEqual([
      "inject outside→pool_remainder 7",
    ]);
    expect(answer(scene.ask("inject", { amount_fen: 0 }))).toBe("amount_must_be_positive");
    expect(answer(scene.ask("release", { amount_fen: 0 }))).toBe("amount_must_be_positive");
    expect(answer(scene.ask("release", { amount_fen: 8 }))).toBe("remainder_insufficient");
    expect(answer(scene.ask("release", { amount_fen: 7 }))).toBe("pool_empty");
  });
});
