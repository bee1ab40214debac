import { describe, expect, it } from "vitest";
import { BrokenLaw, jsonFen, MAX_FEN, Replay, resultOf } from "#engine";
import { planOf, Scene, town, withPool } from "./scene.ts";

const day = (n: number) => `2026-01-${String(n).padStart(2, "0")}T00:00:00+08:00`;

describe("the result", () => {
  it("of an empty book has the opening price and nothing else", () => {
    expect(resultOf(new Replay(planOf()))).toStrictEqual({
      pool: { cash_fen: 0, points: "0.00000000", price: "1.00000000", remainder_fen: 0 },
      operator_fen: 0,
      unclaimed_fen: 0,
      merchants: {},
      members: {},
      exits: [],
      refused: [],
    });
  });

  it("shows all balances, exits and refusals", () => {
    const scene = new Scene(withPool({ cap: { multiple: "0.1" } }));
    scene.join("o");
    scene.store("s", "o");
    scene.join("__proto__", "o");
    scene.ask("inject", { amount_fen: 5 });
    // Capped at 10000 fen, worth 16000: out at once with 8000; 8000 + 5 in the remainder.
    scene.buy("__proto__", 100_000);
    scene.join("o");
    scene.replay.line("x", 9);
    const result = resultOf(scene.replay);
    expect(result.pool).toEqual({
      cash_fen: 0,
      points: "0.00000000",
      price: "1.00000000",
      remainder_fen: 8_005,
    });
    expect([result.operator_fen, result.unclaimed_fen]).toEqual([2_000, 1_700]);
    expect(Object.entries(result.merchants)).toEqual([["s", { payable_fen: 80_000 }]]);
    expect(Object.entries(result.members)).toStrictEqual([
      ["o", { points: "0.00000000", wallet_fen: 0, commission_fen: 300, sponsor: null }],
      ["__proto__", { points: "0.00000000", wallet_fen: 8_000, commission_fen: 0, sponsor: "o" }],
    ]);
    expect(result.exits).toEqual([
      {
        order: "o5",
        member: "__proto__",
        points: "112.00000000",
        worth_fen: 10_000,
        proceeds_fen: 8_000,
      },
    ]);
    expect(result.refused).toEqual([
      { id: "o6", code: "member_exists" },
      { line: 9, code: "malformed", field: null },
    ]);
  });

  it("shows the price of the points that are out, and debts below nought", () => {
    const scene = town();
    scene.buy("a", 100_000);
    expect(resultOf(scene.replay).pool).toEqual({
      cash_fen: 16_000,
      points: "112.00000000",
      price: "1.42857142",
      remainder_fen: 0,
    });
    scene.redeem("a", "all");
    scene.refund("o6", 100_000); // a returns the 12800 it got; the merchant bears the 3200 of the load
    const result = resultOf(scene.replay);
    expect(result.merchants["s"]).toEqual({ payable_fen: -3_200 });
    expect(result.members["a"]).toMatchObject({ wallet_fen: 0, points: "0.00000000" });
    expect(result.pool).toMatchObject({ cash_fen: 0, remainder_fen: 3_200 });
  });

  it("shows pending purchases and frozen commissions only where the plan has them", () => {
    const both = town({ settle_after: "P7D", commission_freeze: "P7D" });
    both.buy("a", 100_000, { at: day(2) });
    both.buy("b", 100_000, { at: day(2) });
    both.buy("c", 100_000, { at: day(1) });
    both.buy("c", 100_000, { at: "2026-01-09T00:00Z" });
    both.refund("o9", 1_000);
    const result = resultOf(both.replay);
    expect(result.pending).toEqual([{ id: "o9", due: "2026-01-16T00:00:00Z" }]);
    expect(result.members["o"]).toStrictEqual({
      points: "0.00000000",
      wallet_fen: 0,
      commission_fen: 600,
      commission_frozen_fen: 600,
      sponsor: null,
    });
    expect(result.refused).toEqual([{ id: "o8", code: "time_reversed" }]);
    const settle = resultOf(town({ settle_after: "P7D" }).replay);
    expect([settle.pending, settle.members["o"]]).toEqual([[], expect.not.objectContaining(FROZEN)]);
    const freeze = resultOf(town({ commission_freeze: "P7D" }).replay);
    expect([freeze.pending, freeze.members["o"]]).toEqual([undefined, expect.objectContaining(FROZEN)]);
  });
});

const FROZEN = { commission_frozen_fen: expect.anything() as number };

describe("fen in JSON", () => {
  it("are exact numbers or nothing", () => {
    expect([jsonFen(MAX_FEN), jsonFen(-MAX_FEN), jsonFen(0n)]).toEqual([
      Number.MAX_SAFE_INTEGER,
      -Number.MAX_SAFE_INTEGER,
      0,
    ]);
    for (const fen of [MAX_FEN + 1n, -MAX_FEN - 1n]) {
      expect(() => jsonFen(fen)).toThrow(new BrokenLaw("safe_range", `${fen} fen cannot be written in JSON`));
    }
  });
});
