import { describe, expect, it } from "vitest";
import { Lot, type LotState, Member, type Purchase } from "#engine";
import { lotsOf, takeFrom } from "../../../src/engine/consume.ts";
import { Draft } from "../../../src/engine/draft.ts";
import { isDue, leavesBefore, traceOf, triggerOf } from "../../../src/engine/lot.ts";
import { booked, type Json, leaving, moves, planOf, type Scene, town, withPool } from "./scene.ts";

const POINT = 10n ** 8n;
const perPurchase = withPool({ cap: { per: "purchase" } });

const memberOf = (scene: Scene, id: string) => scene.book.members.get(id) as Member;
const purchaseOf = (scene: Scene, id: string) => scene.book.purchases.get(id) as Purchase;
const ids = (purchases: Iterable<Purchase>) => [...purchases].map(({ id }) => id);
const draftOf = (scene: Scene) => new Draft(scene.book, "x", "test", null);

/** Left, sold and got of a purchase. */
const traced = (scene: Scene, id: string) => {
  const { left, sold, got } = purchaseOf(scene, id);
  return [left, sold, got];
};

describe("the trigger of a lot", () => {
  it("is kept as a floor, scaled by 2^64", () => {
    expect(triggerOf(3n, 2n)).toBe(3n * 2n ** 63n);
    expect(triggerOf(1n, 3n)).toBe(2n ** 64n / 3n);
    expect(triggerOf(0n, 7n)).toBe(0n);
  });

  function lot(seq: number, cap0: bigint, points0: bigint): Lot {
    const made = new Lot(seq, new Member("a", null));
    made.state = { points0, cap0, points: points0, trigger: triggerOf(cap0, points0) };
    return made;
  }

  it("decides who leaves first, the lower before the higher whatever the opening", () => {
    expect(leavesBefore(lot(2, 99n, 10n), lot(1, 100n, 10n))).toBe(true);
    expect(leavesBefore(lot(1, 100n, 10n), lot(2, 99n, 10n))).toBe(false);
    expect(leavesBefore(lot(2, 100n, 11n), lot(1, 100n, 10n))).toBe(true);
  });

  it("leaves it to the opening where two are equal as fractions", () => {
    const [first, second] = [lot(1, 1n, 3n), lot(2, 333n, 999n)];
    expect([leavesBefore(first, second), leavesBefore(second, first)]).toEqual([true, false]);
    const [third, fourth] = [lot(3, 333n, 999n), lot(4, 1n, 3n)];
    expect([leavesBefore(third, fourth), leavesBefore(fourth, third)]).toEqual([true, false]);
    expect(leavesBefore(first, first)).toBe(false);
  });

  it("is compared exactly where the floors are equal and the fractions are not", () => {
    const huge = 2n ** 70n;
    const [higher, lower] = [lot(1, 1n, huge), lot(2, 1n, huge + 1n)];
    expect(higher.state.trigger).toBe(lower.state.trigger);
    expect([leavesBefore(lower, higher), leavesBefore(higher, lower)]).toEqual([true, false]);
  });

  it("may be that of a state to come", () => {
    const [one, other] = [lot(1, 100n, 10n), lot(2, 50n, 10n)];
    const later: LotState = { points0: 10n, cap0: 10n, points: 10n, trigger: triggerOf(10n, 10n) };
    expect(leavesBefore(one, other)).toBe(false);
    expect(leavesBefore(one, other, later)).toBe(true);
    expect(leavesBefore(other, one, other.state, later)).toBe(false);
  });

  it("is reached at equality", () => {
    const state: LotState = { points0: 112n * POINT, cap0: 120_000n, points: 5n, trigger: 0n };
    // 1071.43 fen a point: 10 points out need 10714.28 fen, 112 need 120000 exactly.
    expect(isDue(state, 10_714n, 10n * POINT)).toBe(false);
    expect(isDue(state, 10_715n, 10n * POINT)).toBe(true);
    expect(isDue(state, 119_999n, 112n * POINT)).toBe(false);
    expect(isDue(state, 120_000n, 112n * POINT)).toBe(true);
    expect(isDue(state, 120_001n, 112n * POINT)).toBe(true);
  });
});

describe("the trace of a lot", () => {
  it("reads oldest first, also where it was read before and has grown since", () => {
    const scene = town();
    for (let i = 0; i < 3; i++) scene.buy("a", 100_000);
    const lot = memberOf(scene, "a").firstLot as Lot;
    expect(ids(traceOf(lot))).toEqual(["o6", "o7", "o8"]);
    expect(ids(traceOf(lot))).toEqual(["o6", "o7", "o8"]);
    scene.buy("a", 100_000);
    scene.buy("a", 100_000);
    expect(ids(traceOf(lot))).toEqual(["o6", "o7", "o8", "o9", "o10"]);
    expect(traceOf(lot).next().done).toBe(false);
  });

  it("passes over what is used up, but never the last", () => {
    const scene = town();
    scene.buy("a", 100_000);
    scene.buy("a", 100_000);
    const lot = memberOf(scene, "a").firstLot as Lot;
    scene.redeem("a", "112");
    expect(ids(traceOf(lot))).toEqual(["o7"]);
    scene.redeem("a", "78.39999999"); // a grain stays: dust closes the lot
    expect(lot.points).toBe(0n);
    const empty = new Lot(9, memberOf(scene, "a"));
    const walk = traceOf(empty);
    expect(walk.next()).toEqual({ value: undefined, done: true });
  });

  it("keeps a single purchase in sight with nothing left of it", () => {
    const scene = town();
    scene.buy("a", 100_000);
    const lot = memberOf(scene, "a").firstLot as Lot;
    purchaseOf(scene, "o6").state = { left: 0n, sold: 0n, got: 0n, refunded: 0n, refunds: 0 };
    expect(ids(traceOf(lot))).toEqual(["o6"]);
  });
});

describe.each([
  ["one lot a member", {}, 1],
  ["a lot a purchase", perPurchase, 3],
] as const)("points leave with %s", (_, changes: Json, lots) => {
  // Three purchases of 1000 yuan: 112, 78.4 and 66.64 points, 480 yuan over 257.04 points (RULES section 8).
  it("oldest purchase first, what they brought cut at the running total, to the last grain", () => {
    const scene = town(changes);
    for (let i = 0; i < 3; i++) scene.buy("a", 100_000);
    expect(scene.book.lots.size).toBe(lots);
    // ⌊48000·150/257.04⌋ = 28011, ⌊· 80%⌋ = 22408; ⌊22408·112/150⌋ = 16731 for the first, the rest for the second.
    const journal = booked(scene.redeem("a", "150"));
    expect(moves(journal).at(-1)).toBe("redeem pool→wallet:a 22408");
    expect([...journal.purchases].map(([{ id }]) => id)).toEqual(["o6", "o7"]);
    expect(traced(scene, "o6")).toEqual([0n, 112n * POINT, 16_731n]);
    expect(traced(scene, "o7")).toEqual([4_040_000_000n, 38n * POINT, 5_677n]);
    expect(traced(scene, "o8")).toEqual([6_664_000_000n, 0n, 0n]);
    expect(scene.pool()).toEqual([25_592n, 10_704_000_000n, 0n]);
    expect(scene.book.lots.size).toBe(Math.max(1, lots - 1));
    // ⌊25592 · 80%⌋ = 20473; ⌊20473 · 40.4/107.04⌋ = 7727.
    booked(scene.redeem("a", "all"));
    expect(traced(scene, "o7")).toEqual([0n, 7_840_000_000n, 13_404n]);
    expect(traced(scene, "o8")).toEqual([0n, 6_664_000_000n, 12_746n]);
    expect(scene.pool()).toEqual([0n, 0n, 5_119n]);
    const { firstLot, lastLot, points } = memberOf(scene, "a");
    expect([scene.book.lots.size, firstLot, lastLot, points.balance]).toEqual([0, null, null, 0n]);
  });
});

describe("taking from lots", () => {
  it("stops at the grains asked for and touches no lot behind", () => {
    const scene = town(perPurchase);
    for (let i = 0; i < 3; i++) scene.buy("a", 100_000);
    const draft = draftOf(scene);
    const lots = [...lotsOf(draft, memberOf(scene, "a").firstLot)];
    expect(lots.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    takeFrom(draft, lots, 112n * POINT, 1_000n);
    expect(draft.lots.size).toBe(1);
    expect(draft.lot(lots[0] as Lot).points).toBe(0n);
    expect(moves(draft)).toEqual(["burn points:a→points_issued 11200000000"]);
    expect([...draft.purchases].map(([purchase, { got }]) => [purchase.id, got])).toEqual([["o6", 1_000n]]);
    expect([...lotsOf(draft, lots[0] as Lot)].map(({ seq }) => seq)).toEqual([2, 3]);
    expect(lotsOf(draft, null).next()).toEqual({ value: undefined, done: true });
  });

  it("cuts fen that do not divide at the running total, across lots", () => {
    const scene = town(perPurchase);
    for (let i = 0; i < 3; i++) scene.buy("a", 100_000);
    const draft = draftOf(scene);
    // 10 fen over 112, 78.4 and 66.64 of 257.04: ⌊4.357⌋, ⌊7.407⌋ − 4, 10 − 7.
    takeFrom(draft, lotsOf(draft, memberOf(scene, "a").firstLot), 25_704_000_000n, 10n);
    expect([...draft.purchases].map(([, { got }]) => got)).toEqual([4n, 3n, 3n]);
    expect(draft.points).toBe(0n);
  });

  it("leaves a purchase alone that has nothing left, wherever it stands in the trace", () => {
    const scene = town();
    for (let i = 0; i < 3; i++) scene.buy("a", 100_000);
    scene.refund("o7", 100_000);
    expect(traced(scene, "o7")).toEqual([0n, 0n, 0n]);
    const journal = booked(scene.redeem("a", "150"));
    expect([...journal.purchases].map(([{ id }]) => id)).toEqual(["o6", "o8"]);
    expect(traced(scene, "o7")).toEqual([0n, 0n, 0n]);
  });
});

describe("forced exits", () => {
  /** A store of goods beside "s": the cost decides what reaches the pool. */
  function goodsTown(changes: Json = {}): Scene {
    const scene = town(changes);
    scene.store("g", "o", { goods: true });
    return scene;
  }

  it.each([
    ["a", "b"],
    ["b", "a"],
  ])("at equal triggers of different figures follow the opening: %s before %s", (first, second) => {
    const scene = goodsTown({ ...perPurchase });
    // 120000 fen over 112 points, at 1 yuan a point …
    scene.buy(first, 100_000);
    // … and 42000 over 39.2: 35000 − 25600 − 700 − 700 = 8000 in, ⌊5600 · 112/160⌋ points at 10/7 yuan.
    scene.ask("purchase", { member: second, merchant: "g", amount_fen: 35_000, cost_fen: 25_600 });
    const lots = scene.book.lots.all().map(({ state }) => [state.cap0, state.points0]);
    expect(lots).toEqual([
      [120_000n, 112n * POINT],
      [42_000n, 3_920_000_000n],
    ]);
    // Due at 162000 fen over 151.2 points exactly; a fen short of it nobody leaves.
    expect(booked(scene.ask("inject", { amount_fen: 137_999 })).exits).toEqual([]);
    const journal = booked(scene.ask("inject", { amount_fen: 1 }));
    // The first is paid 80% of his cap; 66000 fen over 39.2 points then: the second at his cap again.
    expect(leaving(journal)).toEqual([
      `cap ${first} 11200000000 120000→96000`,
      `cap ${second} 3920000000 42000→33600`,
    ]);
    expect(scene.pool()).toEqual([0n, 0n, 32_400n]);
  });

  it("take the lowest trigger first, and the price anew after each", () => {
    const scene = goodsTown(perPurchase);
    scene.buy("a", 100_000); // 120000 / 112 points: 1071.43 fen
    scene.buy("b", 100_000); // 120000 / 78.4 points: 1530.61 fen
    // 32000 fen over 190.4 points; up to 1071.43 fen a point they need 204000.
    expect(booked(scene.ask("inject", { amount_fen: 171_999 })).exits).toEqual([]);
    const journal = booked(scene.ask("inject", { amount_fen: 1 }));
    // a leaves at 120000, is paid 96000; 108000 over 78.4 points are 1377.55: below b's trigger.
    expect(leaving(journal)).toEqual(["cap a 11200000000 120000→96000"]);
    expect(moves(journal)).toEqual([
      "inject outside→pool 1",
      "burn points:a→points_issued 11200000000",
      "forced_exit pool→wallet:a 96000",
    ]);
    expect(scene.pool()).toEqual([108_000n, 7_840_000_000n, 0n]);
  });

  it("pay the worth of what is left where the lot was sold in part, an overshoot staying in the pool", () => {
    const scene = goodsTown(perPurchase);
    scene.buy("a", 100_000);
    scene.buy("b", 100_000);
    booked(scene.redeem("a", "12.00000001"));
    const [cash, points] = scene.pool();
    expect([cash, points]).toEqual([30_388n, 17_839_999_999n]); // ⌊32000·12/190.4⌋ = 2016, 80% = 1612
    const journal = booked(scene.ask("inject", { amount_fen: 200_000 }));
    // Worth ⌊230388 · 99.99999999/178.39999999⌋ = 129141, cap ⌊120000 · 99.99999999/112⌋ = 107142: 80% = 85713.
    expect(leaving(journal)[0]).toBe("cap a 9999999999 107142→85713");
  });

  it("come to the lot that the order itself opened", () => {
    const scene = town(withPool({ cap: { multiple: "0.1", per: "purchase" } }));
    // 10000 fen over 112 points are below the price of 16000: out at once, 80% of the cap paid.
    const journal = booked(scene.buy("a", 100_000));
    expect(leaving(journal)).toEqual(["cap a 11200000000 10000→8000"]);
    expect(scene.pool()).toEqual([0n, 0n, 8_000n]);
    expect(scene.book.pool.lotSeq).toBe(1);
    booked(scene.buy("b", 100_000));
    expect(scene.book.pool.lotSeq).toBe(2);
  });

  it("are later for who has one lot for all his purchases than for his first lot alone", () => {
    const worlds = [
      town(withPool({ cap: { multiple: "2" } })),
      town(withPool({ cap: { multiple: "2", per: "purchase" } })),
    ];
    const [member, purchase] = worlds.map((scene) => {
      scene.buy("a", 100_000);
      scene.buy("a", 100_000);
      return scene.book.lots.all().map(({ seq, state }) => [seq, state.cap0, state.points0, state.points]);
    });
    // Merged: cap 200000 + 200000 over 112 + 78.4 points; alone: 200000 over 112 and 200000 over 78.4.
    expect(member).toEqual([[1, 400_000n, 19_040_000_000n, 19_040_000_000n]]);
    expect(purchase).toEqual([
      [1, 200_000n, 11_200_000_000n, 11_200_000_000n],
      [2, 200_000n, 7_840_000_000n, 7_840_000_000n],
    ]);
    // 2100.84 fen a point against 1785.71: 340000 fen over 190.4 points make only the first lot leave.
    const exits = worlds.map((scene) => leaving(booked(scene.ask("inject", { amount_fen: 308_000 }))));
    expect(exits).toEqual([[], ["cap a 11200000000 200000→160000"]]);
  });

  it("merge what is left of a lot with its share of the cap", () => {
    const scene = town();
    scene.buy("a", 100_000);
    scene.buy("b", 100_000);
    scene.redeem("a", "50");
    scene.buy("a", 100_000);
    const lot = memberOf(scene, "a").firstLot as Lot;
    // 62 of 112 points keep ⌊120000 · 62/112⌋ = 66428 of the cap, and the new purchase adds 120000.
    const added = purchaseOf(scene, "o9").points;
    expect([lot.seq, lot.state.cap0, lot.state.points0]).toEqual([1, 186_428n, 62n * POINT + added]);
    expect(planOf().pool.per).toBe("member");
  });
});
