import { describe, expect, it } from "vitest";
import { brokenLaws, type Journal, type Lot, type Purchase } from "#engine";
import { triggerOf } from "../../../src/engine/lot.ts";
import { answer, booked, type Json, moves, Scene, town, withPool } from "./scene.ts";

const POINT = 10n ** 8n;
const purchaseOf = (scene: Scene, id: string) => scene.book.purchases.get(id) as Purchase;
const traced = (scene: Scene, id: string) => {
  const { left, sold, got, refunded, refunds } = purchaseOf(scene, id);
  return [left, sold, got, refunded, refunds];
};
/** What a refund does beside the parts of the split. */
const ofThePool = (journal: Journal) =>
  moves(journal).filter((line) => !/^refund_(due|upline_1|unclaimed|operator) /.test(line));

describe("a purchase", () => {
  it("is refused in the order of the table", () => {
    const scene = new Scene({ min_purchase_fen: 100 });
    scene.join("o");
    scene.store("s", "o");
    scene.store("g", "o", { goods: true });
    const buy = (member: string, merchant: string, amount_fen: number, more: Json = {}) =>
      answer(scene.ask("purchase", { member, merchant, amount_fen, ...more }));
    expect(buy("x", "x", 0)).toBe("amount_must_be_positive");
    expect(buy("x", "x", -1)).toBe("amount_must_be_positive");
    expect(buy("x", "x", 99)).toBe("amount_too_small");
    expect(buy("x", "x", 100)).toBe("member_unknown");
    expect(buy("o", "x", 100, { cost_fen: -1 })).toBe("merchant_unknown");
    expect(buy("o", "s", 100, { cost_fen: -1 })).toBe("cost_not_allowed");
    expect(buy("o", "g", 100, { cost_fen: -1 })).toBe("cost_out_of_range");
    expect(buy("o", "g", 100, { cost_fen: 101 })).toBe("cost_out_of_range");
    expect(buy("o", "g", 100, { cost_fen: 100 })).toBe("margin_too_small");
    expect(buy("o", "g", 100, { cost_fen: 0 })).toBe("booked");
    expect(buy("o", "s", 100)).toBe("booked");
  });

  it("may cost all that is paid where no portion is rated", () => {
    const scene = new Scene({ commissions: undefined, portions: [{ to: "pool", rest: true }] });
    scene.join("o");
    scene.store("s", "o", { goods: true });
    expect(moves(booked(scene.buy("o", 100, { cost_fen: 100 })))).toEqual(["due outside→payable:s 100"]);
    expect(moves(booked(scene.buy("o", 100, { cost_fen: 0 })))).toEqual([
      "subscribe outside→pool 100",
      "issue points_issued→points:o 70000000",
    ]);
  });

  it("of goods settles at the cost that a partial refund has left", () => {
    const scene = new Scene({ settle_after: "P7D" });
    scene.join("o");
    scene.store("s", "o", { goods: true });
    scene.buy("o", 1_000, { cost_fen: 600, at: "2026-01-01T00:00Z" });
    booked(scene.refund("o3", 501));
    scene.join("x", null, { at: "2026-01-08T00:00Z" });
    const settled = scene.journals.find(({ kind }) => kind === "settle") as Journal;
    expect(moves(settled)[0]).toBe("due pending→payable:s 300"); // 600 − ⌊600 · 501/1000⌋
  });
});

describe("a redemption", () => {
  it("is refused in the order of the table", () => {
    const scene = town();
    expect(answer(scene.redeem("x", "0"))).toBe("member_unknown");
    expect(answer(scene.redeem("a", "0"))).toBe("points_must_be_positive");
    expect(answer(scene.redeem("a", "all"))).toBe("points_must_be_positive");
    expect(answer(scene.redeem("a", "0.00000001"))).toBe("points_insufficient");
    scene.buy("a", 100_000);
    expect(answer(scene.redeem("a", "112.00000001"))).toBe("points_insufficient");
    expect(answer(scene.redeem("a", "112"))).toBe("booked");
  });
});

describe("a refund", () => {
  it("is refused in the order of the table", () => {
    const scene = town();
    scene.buy("a", 1_000);
    expect(answer(scene.refund("x", 0))).toBe("purchase_unknown");
    expect(answer(scene.refund("o6", 0))).toBe("amount_must_be_positive");
    expect(answer(scene.refund("o6", -1))).toBe("amount_must_be_positive");
    expect(answer(scene.refund("o6", 1_001))).toBe("refund_exceeds_purchase");
    expect(answer(scene.refund("o6", 400))).toBe("booked");
    expect(answer(scene.refund("o6", 601))).toBe("refund_exceeds_purchase");
    expect(answer(scene.refund("o6", 600))).toBe("booked");
    expect(answer(scene.refund("o6", 1))).toBe("refund_exceeds_purchase");
    expect(purchaseOf(scene, "o6").refunds).toBe(2);
  });

  it("comes at most fifty times, those made while the purchase waited counted", () => {
    const scene = town({ settle_after: "P1D" });
    scene.buy("a", 100_000, { at: "2026-01-01T00:00Z" });
    for (let i = 0; i < 2; i++) booked(scene.refund("o6", 1));
    scene.join("x", null, { at: "2026-01-02T00:00Z" });
    for (let i = 0; i < 48; i++) booked(scene.refund("o6", 1));
    expect(answer(scene.refund("o6", 99_999))).toBe("refund_exceeds_purchase");
    expect(answer(scene.refund("o6", 1))).toBe("refunds_exhausted");
    expect(purchaseOf(scene, "o6")).toMatchObject({ refunds: 50, refunded: 48n });
    const waiting = town({ settle_after: "P1D" });
    waiting.buy("a", 100_000, { at: "2026-01-01T00:00Z" });
    for (let i = 0; i < 50; i++) booked(waiting.refund("o6", 1));
    expect(answer(waiting.refund("o6", 1))).toBe("refunds_exhausted");
  });

  it("of sold points takes back what they brought, the merchant bearing the rest", () => {
    const scene = town();
    scene.buy("a", 100_000);
    scene.buy("b", 100_000);
    // ⌊32000 · 112/190.4⌋ = 18823, 80% = 15058.
    scene.redeem("a", "all");
    expect(moves(booked(scene.refund("o6", 100_000)))).toEqual([
      "refund_due payable:s→outside 80000",
      "refund_upline_1 commission:o→outside 300",
      "refund_unclaimed unclaimed→outside 1700",
      "refund_operator operator→outside 2000",
      "refund_proceeds wallet:a→outside 15058",
      "refund_shortfall payable:s→outside 942",
    ]);
    expect(traced(scene, "o6")).toEqual([0n, 0n, 0n, 100_000n, 1]);
    expect(scene.pool()).toEqual([16_942n, 7_840_000_000n, 0n]);
  });

  it("returns to the pool what they brought above its share", () => {
    const scene = town();
    scene.buy("a", 100_000);
    scene.buy("b", 100_000);
    scene.ask("inject", { amount_fen: 40_000 });
    scene.redeem("a", "all"); // ⌊72000 · 112/190.4⌋ = 42352, 80% = 33881
    expect(ofThePool(booked(scene.refund("o6", 100_000)))).toEqual([
      "refund_proceeds wallet:a→outside 16000",
      "proceeds_back wallet:a→pool 17881",
    ]);
    expect(scene.pool()).toEqual([56_000n, 7_840_000_000n, 0n]);
  });

  it("returns it to the remainder of an emptied pool", () => {
    const scene = town();
    scene.buy("a", 100_000);
    scene.ask("inject", { amount_fen: 40_000 });
    scene.redeem("a", "all"); // 80% of 56000
    expect(ofThePool(booked(scene.refund("o6", 100_000)))).toEqual([
      "refund_proceeds wallet:a→outside 16000",
      "proceeds_back wallet:a→pool_remainder 28800",
    ]);
    expect(scene.pool()).toEqual([0n, 0n, 40_000n]);
  });

  it("burns what is left first, then asks for what the sold points brought, in two halves", () => {
    const scene = town();
    scene.buy("a", 100_000);
    scene.buy("b", 100_000);
    scene.redeem("a", "84"); // ⌊32000 · 84/190.4⌋ = 14117, 80% = 11293; 20707 fen over 106.4 points
    // Half: 80 yuan and 56 points. 28 are burned at ⌊5449.21⌋, 28 of 84 sold are owed ⌈3764.33⌉, 2551 of it fill the gap.
    expect(ofThePool(booked(scene.refund("o6", 50_000)))).toEqual([
      "refund_pool pool→outside 5449",
      "refund_proceeds wallet:a→outside 2551",
      "burn points:a→points_issued 2800000000",
      "proceeds_back wallet:a→pool 1214",
    ]);
    expect(traced(scene, "o6")).toEqual([0n, 56n * POINT, 7_528n, 50_000n, 1]);
    expect(scene.book.members.get("a")?.firstLot).toBeNull();
    expect(ofThePool(booked(scene.refund("o6", 50_000)))).toEqual([
      "refund_proceeds wallet:a→outside 7528",
      "refund_shortfall payable:s→outside 472",
    ]);
    expect(traced(scene, "o6")).toEqual([0n, 0n, 0n, 100_000n, 2]);
  });

  it.each([
    // 240000 fen over 190.4 points give back half of the second purchase's 120000 with 39.2 of them.
    ["member", 1, 180_000n, 15_120_000_000n, 15_120_000_000n],
    ["purchase", 2, 120_000n, 7_840_000_000n, 3_920_000_000n],
  ])("gives the cap back with its points where a %s has a lot", (per, seq, cap0, points0, points) => {
    const scene = town(withPool({ cap: { per } }));
    scene.buy("a", 100_000);
    scene.buy("a", 100_000);
    // Half of the second purchase: ⌊32000 · 39.2/190.4⌋ = 6588 of the 80 yuan.
    expect(ofThePool(booked(scene.refund("o7", 50_000)))).toEqual([
      "refund_pool pool→outside 6588",
      "refund_shortfall payable:s→outside 1412",
      "burn points:a→points_issued 3920000000",
    ]);
    const lot = scene.book.lots.all().find((entry) => entry.seq === seq) as Lot;
    expect(lot.state).toEqual({ cap0, points0, points, trigger: triggerOf(cap0, points0) });
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("leaves a lot a cap of a fen at least, so that a grain is not driven out by rounding", () => {
    const scene = town();
    scene.buy("b", 100_000);
    scene.buy("a", 100_000);
    scene.redeem("a", "78.39999999"); // a grain stays, and nothing of its cap: ⌊120000 / 7840000000⌋
    const { order } = booked(scene.buy("a", 100_000));
    expect(booked(scene.refund(order, 100_000)).exits).toEqual([]);
    const state = scene.book.members.get("a")?.firstLot?.state;
    expect(state).toMatchObject({ cap0: 1n, points0: 1n, points: 1n });
  });

  it("takes what stood aside out of the remainder", () => {
    const scene = town(withPool({ opening_price_fen: 1_000_000_000 }));
    scene.buy("b", 5); // pool 1, nothing mints
    expect(moves(booked(scene.refund("o6", 5)))).toEqual([
      "refund_due payable:s→outside 4",
      "refund_aside pool_remainder→outside 1",
    ]);
    expect(scene.balances()).toEqual({});
  });

  it("rounds against the operator, who gets it back with the last fen", () => {
    const scene = town();
    scene.buy("o", 199); // due 160, operator 3, unclaimed 3, pool 33
    const parts = (journal: Journal) =>
      moves(journal).filter((line) => /^refund_(due|unclaimed|operator|rounding) /.test(line));
    // ⌊160 · 198/199⌋ = 159, ⌊3 · 198/199⌋ = 2, pool ⌊32.83⌋ = 32: 198 − 193 = 5 from the operator, who had 3.
    expect(parts(booked(scene.refund("o6", 198)))).toEqual([
      "refund_due payable:s→outside 159",
      "refund_unclaimed unclaimed→outside 2",
      "refund_operator operator→outside 5",
    ]);
    expect(scene.of("operator")).toBe(-2n);
    // The last fen is the pool's share (dust has paid it out); due and unclaimed bring one more each.
    expect(parts(booked(scene.refund("o6", 1)))).toEqual([
      "refund_due payable:s→outside 1",
      "refund_unclaimed unclaimed→outside 1",
      "refund_rounding outside→operator 2",
    ]);
    expect(scene.of("operator")).toBe(0n);
  });
});
