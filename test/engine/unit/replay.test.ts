import { describe, expect, it } from "vitest";
import { decide, type Journal, nextDue, parseInstant, Replay, resultOf } from "#engine";
import { answer, booked, type Json, moves, planOf, Scene, town } from "./scene.ts";

const line = (replay: Replay, body: Json, n = 1) => replay.line(JSON.stringify(body), n);
const day = (n: number) => `2026-01-${String(n).padStart(2, "0")}T00:00:00+08:00`;
const happened = (scene: Scene) => scene.journals.map(({ kind, order }) => `${kind} ${order}`);

describe("a line", () => {
  it("that is blank is nothing", () => {
    const replay = new Replay(planOf());
    for (const text of ["", " ", "\t\r"]) expect(replay.line(text, 1)).toEqual({ type: "blank" });
    expect([replay.refused, replay.malformed]).toEqual([[], 0]);
  });

  it("that is no order is listed with its number and field, and the replay goes on", () => {
    const replay = new Replay(planOf());
    expect(replay.line("{", 3)).toEqual({ type: "malformed", line: 3, field: null });
    expect(replay.line("[]", 4)).toEqual({ type: "malformed", line: 4, field: null });
    expect(replay.line('{"id":"x","kind":"inject","amount_fen":1.0}', 7)).toEqual({
      type: "malformed",
      line: 7,
      field: "amount_fen",
    });
    expect(line(replay, { id: "x", kind: "join", member: "m" }, 8).type).toBe("booked");
    expect(replay.refused).toEqual([
      { line: 3, code: "malformed", field: null },
      { line: 4, code: "malformed", field: null },
      { line: 7, code: "malformed", field: "amount_fen" },
    ]);
    expect(replay.malformed).toBe(3);
  });

  it("is answered when it comes again deeply equal, and a conflict when it does not", () => {
    const replay = new Replay(planOf());
    line(replay, { id: "x", kind: "join", member: "m", note: { a: 1, b: [2] } });
    const again = { note: { b: [2], a: 1 }, member: "m", kind: "join", id: "x" };
    expect(line(replay, again)).toEqual({ type: "answered", id: "x" });
    expect(line(replay, { ...again, note: 1 })).toEqual({
      type: "refused",
      id: "x",
      code: "id_conflict",
      field: "id",
    });
    expect(line(replay, { id: "x", kind: "wind_up" }).type).toBe("refused");
    expect(replay.refused).toEqual([
      { id: "x", code: "id_conflict" },
      { id: "x", code: "id_conflict" },
    ]);
    expect(replay.book.members.size).toBe(1);
  });

  it("that was refused leaves nothing behind, its id included", () => {
    const replay = new Replay(planOf());
    const child = { id: "x", kind: "join", member: "b", sponsor: "a" };
    const refused = { type: "refused", id: "x", code: "sponsor_unknown", field: "sponsor" };
    expect([line(replay, child), line(replay, child)]).toEqual([refused, refused]);
    line(replay, { id: "x", kind: "join", member: "a" });
    expect(line(replay, { ...child, id: "y" }).type).toBe("booked");
    expect(replay.refused).toHaveLength(2);
  });

  it("shows each journal once, after it has been applied", () => {
    const seen: (readonly [order: string, members: number])[] = [];
    const replay: Replay = new Replay(planOf(), ({ order }) => seen.push([order, replay.book.members.size]));
    line(replay, { id: "x", kind: "join", member: "a" });
    line(replay, { id: "x", kind: "join", member: "a" });
    line(replay, { id: "y", kind: "join", member: "a" });
    line(replay, { id: "z", kind: "join", member: "b" });
    expect(seen).toEqual([
      ["x", 1],
      ["z", 2],
    ]);
    expect(line(new Replay(planOf()), { id: "x", kind: "join", member: "a" }).type).toBe("booked");
  });
});

describe("time", () => {
  it("is nothing without a refund window or a freeze", () => {
    const scene = town();
    booked(scene.buy("a", 1_000, { at: day(9) }));
    const journal = booked(scene.buy("a", 1_000, { at: day(1) }));
    expect([journal.at, scene.book.clock]).toEqual([null, null]);
    expect(answer(scene.buy("a", 1_000, { at: "soon" }))).toBe("malformed");
  });

  it.each([{ settle_after: "P7D" }, { commission_freeze: "P7D" }])(
    "is needed for a purchase under %j",
    (keys) => {
      const scene = town(keys);
      expect(scene.buy("a", 1_000)).toEqual({ type: "malformed", line: 6, field: "at" });
      booked(scene.join("x", null, { at: day(1) }));
      const journal = booked(scene.buy("a", 1_000));
      expect(journal.at).toBe(parseInstant(day(1)));
      booked(scene.buy("a", 1_000, { at: day(2) }));
      expect(answer(scene.buy("a", 1_000, { at: day(1) }))).toBe("time_reversed");
      expect(answer(scene.buy("a", 1_000, { at: day(2) }))).toBe("booked");
      expect(scene.book.clock).toBe(parseInstant(day(2)));
    },
  );

  it("asks the decision itself for a time where the replay did not", () => {
    const { book } = town({ settle_after: "P7D" });
    const bought = {
      id: "x",
      kind: "purchase",
      member: "a",
      merchant: "s",
      amount: 1_000n,
      cost: null,
    } as const;
    const no = { refused: "at_required", field: "at", retry: false };
    expect(decide(book, { ...bought, at: null, atText: null })).toEqual(no);
    const frozen = town({ commission_freeze: "P7D" }).book;
    expect(decide(frozen, { ...bought, at: null, atText: null })).toEqual(no);
    expect(decide(town().book, { ...bought, at: null, atText: null })).toHaveProperty("postings");
  });

  it("stands still at a reversed time: nothing becomes due by it", () => {
    const scene = town({ settle_after: "P1D" });
    booked(scene.buy("a", 1_000, { at: day(1) }));
    booked(scene.join("x", null, { at: day(1) }));
    expect(answer(scene.join("y", null, { at: "2025-12-31T00:00Z" }))).toBe("time_reversed");
    expect(happened(scene).at(-1)).toBe("join o7");
  });

  it("begins with the first order, however long ago that was", () => {
    const scene = town({ settle_after: "P1D" });
    booked(scene.buy("a", 1_000, { at: "1955-01-01T00:00Z" }));
    expect(scene.book.clock).toBe(parseInstant("1955-01-01T00:00Z"));
    booked(scene.join("x", null, { at: "1955-01-02T00:00Z" }));
    expect(happened(scene).slice(5)).toEqual(["purchase o6", "settle o6", "join o7"]);
  });

  it("brings what is due at once before the next order of the same moment, in that order's notation", () => {
    const scene = town({ settle_after: "P0D" });
    booked(scene.buy("a", 1_000, { at: day(2) }));
    booked(scene.join("x", null, { at: "2026-01-01T16:00:00Z" }));
    expect(happened(scene).slice(5)).toEqual(["purchase o6", "settle o6", "join o7"]);
    booked(scene.buy("b", 1_000));
    expect(resultOf(scene.replay).pending).toEqual([{ id: "o8", due: "2026-01-01T16:00:00Z" }]);
  });

  it("settles what is due at the order's time or before, and not a microsecond earlier", () => {
    const scene = town({ settle_after: "P7D" });
    booked(scene.buy("a", 1_000, { at: day(1) }));
    booked(scene.join("x", null, { at: "2026-01-07T23:59:59.999999+08:00" }));
    expect(happened(scene).slice(5)).toEqual(["purchase o6", "join o7"]);
    booked(scene.join("y", null, { at: day(8) }));
    expect(happened(scene).slice(7)).toEqual(["settle o6", "join o8"]);
    expect(scene.journals.find(({ kind }) => kind === "settle")?.at).toBe(parseInstant(day(8)));
  });

  it("brings the earliest due first, then by arrival, and what falls due meanwhile in its turn", () => {
    const scene = town({ settle_after: "P2D", commission_freeze: "P1D" });
    scene.buy("a", 1_000, { at: day(1) });
    scene.buy("b", 1_000, { at: day(1) });
    scene.buy("c", 1_000, { at: day(2) });
    expect(scene.book.timed()?.what.id).toBe("o6");
    booked(scene.join("x", null, { at: day(9) }));
    // Due on the 3rd, 3rd, 4th; the thaws arrive later, on the 4th, 4th and 5th.
    expect(happened(scene).slice(8)).toEqual([
      "settle o6",
      "settle o7",
      "settle o8",
      "thaw o6",
      "thaw o7",
      "thaw o8",
      "join o9",
    ]);
    expect([scene.book.timed(), scene.book.waiting]).toEqual([undefined, 0]);
    expect(nextDue(scene.book, parseInstant(day(31)) as number)).toBeNull();
  });

  it("moves frozen commissions, less what was refunded of them", () => {
    const scene = town({ commission_freeze: "P7D" });
    scene.buy("a", 100_000, { at: day(1) });
    scene.refund("o6", 33_333); // 300 · 0.33333 = 99
    expect(scene.of("commission_frozen:o")).toBe(201n);
    scene.join("x", null, { at: day(8) });
    const thaw = scene.journals.find(({ kind }) => kind === "thaw") as Journal;
    expect(moves(thaw)).toEqual(["thaw commission_frozen:o→commission:o 201"]);
    expect([scene.of("commission_frozen:o"), scene.of("commission:o")]).toEqual([0n, 201n]);
    scene.refund("o6", 66_667);
    expect([scene.of("commission_frozen:o"), scene.of("commission:o")]).toEqual([0n, 0n]);
  });

  it("settles what a partial refund has left, at the price and under the sponsor of that moment", () => {
    const scene = town({ settle_after: "P7D" });
    expect(moves(booked(scene.buy("a", 100_000, { at: day(1) })))).toEqual(["pend outside→pending 100000"]);
    expect(moves(booked(scene.refund("o6", 40_000, { at: day(3) })))).toEqual([
      "refund_pending pending→outside 40000",
    ]);
    expect([scene.book.members.get("a")?.sponsor, scene.pool()]).toEqual([null, [0n, 0n, 0n]]);
    scene.join("x", null, { at: day(8) });
    // RULES section 6b: 600 yuan are split; 96 yuan in, 67.20 mint at 1 yuan a point; cap 720 yuan.
    const settled = scene.journals.find(({ kind }) => kind === "settle") as Journal;
    expect(moves(settled)).toEqual([
      "due pending→payable:s 48000",
      "operator pending→operator 1200",
      "upline_1 pending→commission:o 180",
      "unclaimed pending→unclaimed 1020",
      "subscribe pending→pool 9600",
      "issue points_issued→points:a 6720000000",
    ]);
    expect(scene.book.purchases.get("o6")).toMatchObject({ amount: 60_000n, refunded: 0n, refunds: 1 });
    expect(scene.book.lots.top()?.state.cap0).toBe(72_000n);
    expect([scene.of("pending"), answer(scene.refund("o6", 60_001))]).toEqual([
      0n,
      "refund_exceeds_purchase",
    ]);
  });

  it("lets the supplier's part give way where rounding leaves the margin a fen short", () => {
    const scene = new Scene({ settle_after: "P7D" });
    scene.join("o");
    scene.store("s", "o", { goods: true });
    scene.buy("o", 1_001, { cost_fen: 961, at: day(1) });
    booked(scene.refund("o3", 1));
    scene.join("x", null, { at: day(8) });
    // 1000 are left, the cost is 961 − ⌊961/1001⌋ still, portions 20 + 20.
    const settled = scene.journals.find(({ kind }) => kind === "settle") as Journal;
    expect(moves(settled)).toEqual([
      "due pending→payable:s 960",
      "operator pending→operator 20",
      "unclaimed pending→unclaimed 20",
    ]);
  });

  it("may be let pass without an order", () => {
    const scene = town({ settle_after: "P1D" });
    scene.buy("a", 1_000, { at: day(1) });
    scene.replay.passTo(parseInstant(day(5)) as number, day(5));
    expect([scene.book.waiting, scene.book.clock]).toEqual([0, parseInstant(day(5))]);
    scene.buy("a", 1_000);
    expect(resultOf(scene.replay).pending).toEqual([{ id: "o7", due: day(6) }]);
  });
});
