/** RULES 6b and 6c, where no worked replay goes: the figures are computed by hand. */

import { describe, expect, test } from "vitest";
import { buy, LOCAL, replay, world } from "./oracle-world.ts";

describe("settle_after (6b)", () => {
  const plan = { ...LOCAL, settle_after: "P7D" };

  test("a purchase waits, then settles before the first order at or after its due time", () => {
    const { send } = replay(plan);
    const waiting = send(...world("a"), buy("p1", "a", 100_000, { at: "2024-03-01T10:00:00+08:00" }), {
      kind: "inject",
      amount_fen: 1000,
      at: "2024-03-08T09:59:59+08:00",
    });
    // Nothing has moved: no points, no lock, no commission; the injection found the pool empty.
    expect(waiting).toMatchObject({
      pool: { cash_fen: 0, points: "0.00000000", price: "1.00000000", remainder_fen: 1000 },
      operator_fen: 0,
      merchants: { s: { payable_fen: 0 } },
      members: { a: { points: "0.00000000", sponsor: null } },
      pending: [{ id: "p1", due: "2024-03-08T10:00:00+08:00" }],
    });
    // 02:00:00Z is the due time itself. Settled first: 16000 fen over 112 points; then 500 fen come in.
    // 165.00 yuan / 112 points = 1.473214285…
    const settled = send({ kind: "inject", amount_fen: 500, at: "2024-03-08T02:00:00Z" });
    expect(settled).toEqual({
      pool: { cash_fen: 16_500, points: "112.00000000", price: "1.47321428", remainder_fen: 1000 },
      operator_fen: 2000,
      unclaimed_fen: 1700,
      merchants: { s: { payable_fen: 80_000 } },
      members: {
        o: { points: "0.00000000", wallet_fen: 0, commission_fen: 300, sponsor: null },
        a: { points: "112.00000000", wallet_fen: 0, commission_fen: 0, sponsor: "o" },
      },
      exits: [],
      refused: [],
      pending: [],
    });
  });

  test("of two due at once the first to arrive settles first, even before an order that is refused", () => {
    const { send } = replay(plan);
    const result = send(
      ...world("a", "b"),
      buy("p1", "b", 100_000, { at: "2024-03-01T00:00:00Z" }),
      buy("p2", "a", 100_000), // no time of its own: that of the order before it
      { id: "bad", kind: "redeem", member: "a", points: "500", at: "2024-03-08T00:00:00Z" },
    );
    expect(result).toMatchObject({
      pool: { cash_fen: 32_000, points: "190.40000000" },
      members: { b: { points: "112.00000000" }, a: { points: "78.40000000" } },
      refused: [{ id: "bad", code: "points_insufficient" }],
      pending: [],
    });
  });

  test("refunds while pending: the rest settles as a purchase of the rest; a whole one never settles", () => {
    const { send } = replay(plan);
    const pending = send(
      ...world("a", "b"),
      buy("p1", "a", 100_000, { at: "2024-03-01T00:00:00Z" }),
      buy("p2", "b", 100_000),
      { kind: "refund", purchase: "p1", amount_fen: 40_000, at: "2024-03-02T00:00:00Z" },
      { kind: "refund", purchase: "p2", amount_fen: 100_000 },
    );
    expect(pending).toMatchObject({
      pool: { cash_fen: 0, points: "0.00000000", remainder_fen: 0 },
      merchants: { s: { payable_fen: 0 } },
      pending: [{ id: "p1", due: "2024-03-08T00:00:00Z" }],
    });
    // 600 yuan: 480 supplier, 12 operator, 12 commissions (o earns 1.80), 96 pool; 67.20 minted at 1 yuan.
    const settled = send({ kind: "join", member: "c", at: "2024-03-09T00:00:00Z" });
    expect(settled).toMatchObject({
      pool: { cash_fen: 9600, points: "67.20000000" },
      operator_fen: 1200,
      unclaimed_fen: 1020,
      merchants: { s: { payable_fen: 48_000 } },
      members: {
        o: { commission_fen: 180 },
        a: { sponsor: "o" },
        b: { points: "0.00000000", sponsor: null },
      },
      pending: [],
    });
    const after = send(
      { id: "much", kind: "refund", purchase: "p1", amount_fen: 60_001 },
      { id: "rest", kind: "refund", purchase: "p1", amount_fen: 60_000 },
    );
    expect(after).toMatchObject({
      pool: { cash_fen: 0, points: "0.00000000", remainder_fen: 0 },
      operator_fen: 0,
      unclaimed_fen: 0,
      merchants: { s: { payable_fen: 0 } },
      members: { o: { commission_fen: 0 } },
      refused: [{ id: "much", code: "refund_exceeds_purchase" }],
    });
  });

  test("the cost of goods shrinks with what was refunded while pending", () => {
    const { send } = replay(plan);
    const result = send(
      { kind: "join", member: "o" },
      { kind: "open_store", merchant: "s", owner: "o", region: "440106", goods: true },
      { kind: "join", member: "a" },
      buy("p1", "a", 1001, { cost_fen: 301, at: "2024-03-01T00:00:00Z" }),
      { kind: "refund", purchase: "p1", amount_fen: 500 },
      { kind: "join", member: "z", at: "2024-03-08T00:00:00Z" },
    );
    // 501 fen left; cost 301 − floor(301·500/1001) = 301 − 150 = 151; 2% and 2% are 10 and 10; pool 330;
    // floor(330·0.7) = 231 fen buy 2.31 points at 1 yuan; o earns floor(501·0.3%) = 1.
    expect(result).toMatchObject({
      pool: { cash_fen: 330, points: "2.31000000" },
      operator_fen: 10,
      unclaimed_fen: 9,
      merchants: { s: { payable_fen: 151 } },
      members: { o: { commission_fen: 1 } },
    });
  });

  test("time may not run backwards; an order so refused may come again", () => {
    const { send } = replay(plan);
    const result = send(
      ...world("a"),
      { id: "t1", kind: "inject", amount_fen: 5, at: "2024-03-02T00:00:00+08:00" },
      { id: "t2", kind: "inject", amount_fen: 7, at: "2024-03-01T15:59:59.999Z" },
      { id: "t2", kind: "inject", amount_fen: 7, at: "2024-03-01T16:00:00Z" },
    );
    expect(result).toMatchObject({
      pool: { remainder_fen: 12 },
      refused: [{ id: "t2", code: "time_reversed" }],
    });
  });

  test("a purchase that must wait needs a time from somewhere", () => {
    const { send } = replay(plan);
    expect(send(...world("a"), buy("p1", "a", 1000))).toMatchObject({
      refused: [{ line: 4, code: "malformed", field: "at" }],
      pending: [],
    });
  });
});

describe("commission_freeze (6b)", () => {
  test("a refund takes a commission from where it lies: frozen first, free when its time has come", () => {
    const { send } = replay({ ...LOCAL, commission_freeze: "P7D" });
    const bought = send(...world("a"), buy("p1", "a", 100_000, { at: "2024-03-01T00:00:00Z" }));
    expect(bought).toMatchObject({
      pool: { cash_fen: 16_000, points: "112.00000000" },
      members: { o: { commission_fen: 300, commission_frozen_fen: 300 }, a: { commission_frozen_fen: 0 } },
    });
    const half = { kind: "refund", purchase: "p1", amount_fen: 50_000 };
    // Half: 400 of the supplier, 10 of the operator, 8.50 unclaimed, 1.50 of o's, and 80 for 56 points.
    expect(send({ ...half, at: "2024-03-03T00:00:00Z" })).toMatchObject({
      pool: { cash_fen: 8000, points: "56.00000000" },
      operator_fen: 1000,
      unclaimed_fen: 850,
      merchants: { s: { payable_fen: 40_000 } },
      members: { o: { commission_fen: 150, commission_frozen_fen: 150 } },
    });
    expect(send({ kind: "join", member: "y", at: "2024-03-07T23:59:59Z" })).toMatchObject({
      members: { o: { commission_fen: 150, commission_frozen_fen: 150 } },
    });
    expect(send({ kind: "join", member: "z", at: "2024-03-08T00:00:00Z" })).toMatchObject({
      members: { o: { commission_fen: 150, commission_frozen_fen: 0 } },
    });
    expect(send({ ...half, at: "2024-03-09T00:00:00Z" })).toMatchObject({
      pool: { cash_fen: 0, points: "0.00000000" },
      operator_fen: 0,
      members: { o: { commission_fen: 0, commission_frozen_fen: 0 } },
    });
    expect(send()).not.toHaveProperty("pending");
  });

  test("with both keys the frost begins when the purchase settles", () => {
    const { send } = replay({ ...LOCAL, settle_after: "P7D", commission_freeze: "P3D" });
    send(...world("a"), buy("p1", "a", 100_000, { at: "2024-03-01T00:00:00Z" }));
    // Settled by this order, but as of the 8th: frozen until the 11th.
    expect(send({ kind: "join", member: "x", at: "2024-03-10T23:59:59Z" })).toMatchObject({
      members: { o: { commission_fen: 300, commission_frozen_fen: 300 } },
    });
    expect(send({ kind: "join", member: "y", at: "2024-03-11T00:00:00Z" })).toMatchObject({
      members: { o: { commission_fen: 300, commission_frozen_fen: 0 } },
    });
  });

  test("without the keys `at` changes nothing", () => {
    const { send } = replay(LOCAL);
    const result = send(
      ...world("a"),
      buy("p1", "a", 100_000, { at: "2024-03-02T00:00:00Z" }),
      buy("p2", "a", 100, { at: "2024-03-01T00:00:00Z" }),
    );
    expect(result).toMatchObject({ pool: { cash_fen: 16_016 }, refused: [] });
    expect(result).not.toHaveProperty("pending");
    expect(JSON.stringify(result)).not.toContain("frozen");
  });
});

describe("wind_up (6c)", () => {
  test("the remainder joins, every lot is paid without load, the last fen go to the operator", () => {
    const { send } = replay(LOCAL);
    const before = send(
      { kind: "join", member: "o" },
      { kind: "open_store", merchant: "s", owner: "o", region: "440106" },
      ...["a", "b", "c"].map((member) => ({ kind: "join", member, sponsor: "o" })),
      ...["a", "b", "c"].map((member) => buy(`p-${member}`, member, 100_000)),
      { kind: "inject", amount_fen: 50_000 },
    );
    // 480 yuan over 257.04 points may rise by half: 720 stay, 260 of the 500 go to the remainder.
    expect(before).toMatchObject({
      pool: { cash_fen: 72_000, points: "257.04000000", price: "2.80112044", remainder_fen: 26_000 },
      operator_fen: 6000,
    });
    // 980 yuan over 257.04 points: 112 are worth 427.0152…, 78.40 298.9106…, 66.64 254.0740…; 1 fen is left.
    const closed = send({ kind: "wind_up" });
    expect(closed).toMatchObject({
      pool: { cash_fen: 0, points: "0.00000000", price: "2.80112044", remainder_fen: 0 },
      operator_fen: 6001,
      members: {
        a: { points: "0.00000000", wallet_fen: 42_701 },
        b: { points: "0.00000000", wallet_fen: 29_891 },
        c: { points: "0.00000000", wallet_fen: 25_407 },
      },
      exits: [],
    });
    const ids = ["c1", "c2", "c3", "c4", "c5", "c6"];
    const after = send(
      buy("c1", "a", 100),
      { id: "c2", kind: "redeem", member: "nobody", points: "1" },
      { id: "c3", kind: "inject", amount_fen: 0 },
      { id: "c4", kind: "release", amount_fen: 1 },
      { id: "c5", kind: "refund", purchase: "p-a", amount_fen: 100 },
      { id: "c6", kind: "wind_up" },
      { kind: "join", member: "d" }, // no order of the pool
    );
    expect(after).toMatchObject({
      pool: { cash_fen: 0, remainder_fen: 0 },
      members: { d: { sponsor: null } },
      refused: ids.map((id) => ({ id, code: "pool_closed" })),
    });
  });

  test("of a pool nobody is in, the remainder is the operator's", () => {
    const { send } = replay(LOCAL);
    expect(send({ kind: "inject", amount_fen: 77 }, { kind: "wind_up" })).toMatchObject({
      pool: { cash_fen: 0, remainder_fen: 0, price: "1.00000000" },
      operator_fen: 77,
    });
  });
});
