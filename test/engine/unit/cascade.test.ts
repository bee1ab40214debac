import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BrokenLaw,
  carryOn,
  decide,
  type Exit,
  type Journal,
  nextDue,
  type Order,
  parseLine,
  Replay,
  readOrder,
  readPlan,
  resultOf,
} from "#engine";
import { worlds } from "../world.ts";
import { booked, type Json, leaving, town, withPool } from "./scene.ts";

describe("a cascade under a limit", () => {
  const perPurchase = withPool({ cap: { per: "purchase" } });
  const inject = { id: "x", kind: "inject", amount: 900_000n, at: null, atText: null } as const;
  const three = () => {
    const scene = town(perPurchase);
    for (const member of ["a", "b", "c"]) scene.buy(member, 100_000);
    return scene;
  };

  it("stops at the limit, takes no other order, and goes on from where it stopped", () => {
    const { book } = three();
    const { book: twin } = three();
    const whole = decide(twin, inject) as Journal;
    expect([whole.exits.map(({ member }) => member.id), whole.cascade]).toEqual([["a", "b", "c"], null]);
    twin.apply(whole);

    const start = { cash: 48_000n, points: 25_704_000_000n };
    const exits: Exit[] = [];
    const journal = decide(book, inject, 1) as Journal;
    expect([journal.exits.length, journal.cascade]).toEqual([1, { start, order: "x" }]);
    book.apply(journal);
    exits.push(...journal.exits);
    expect(() => decide(book, { ...inject, id: "y" })).toThrow(
      new BrokenLaw("cascade_first", "y before the exits of x"),
    );
    for (let more = carryOn(book, 1); more !== null; more = carryOn(book, 1)) {
      expect([more.order, more.kind, more.at, more.start, more.exits.length]).toEqual([
        "x",
        "exits",
        null,
        start,
        1,
      ]);
      book.apply(more);
      exits.push(...more.exits);
    }
    expect(leaving({ exits })).toEqual(leaving(whole));
    expect([book.pool.cascade, carryOn(book, 1)]).toEqual([null, null]);
    expect([...book.accounts()].map(({ balance }) => balance)).toEqual(
      [...twin.accounts()].map(({ balance }) => balance),
    );
  });

  it("lets nothing fall due before it is drained, and needs room for one exit at least", () => {
    const scene = town({ ...perPurchase, settle_after: "P1D" });
    for (const member of ["a", "b", "c"]) scene.buy(member, 100_000, { at: "2026-01-01T00:00Z" });
    scene.join("x", null, { at: "2026-01-02T00:00Z" });
    const { order } = booked(scene.buy("c", 100_000));
    const { book } = scene;
    book.apply(decide(book, inject, 1) as Journal);
    const due = book.timed()?.due ?? 0;
    expect(() => nextDue(book, due)).toThrow(
      new BrokenLaw("cascade_first", `${order} before the exits of x`),
    );
    expect(nextDue(book, due - 1)).toBeNull();
    for (const limit of [0, 0.5, -1, Number.NaN]) {
      expect(() => carryOn(book, limit)).toThrow(`exitLimit ${limit} would never end the cascade`);
    }
    book.apply(carryOn(book, Number.POSITIVE_INFINITY) as Journal);
    expect(nextDue(book, due)?.order).toBe(order);
  });

  it("stops just as well at a limit between two whole numbers", () => {
    expect((decide(three().book, inject, 1.5) as Journal).exits).toHaveLength(2);
  });

  it("needs no second journal where the limit is just met", () => {
    expect((decide(three().book, inject, 3) as Journal).cascade).toBeNull();
    expect((decide(three().book, inject, 2) as Journal).cascade).not.toBeNull();
    expect((decide(three().book, { ...inject, amount: 1n }, 0) as Journal).cascade).toBeNull();
  });
});

const SEED = Number(process.env["WELLSPRING_SEED"] ?? 20_261_121);

/** Plays orders on a book of its own, `limit` exits a journal, draining each cascade before the next order. */
function drained(replay: Replay, orders: readonly Order[], limit: number): number {
  const { book, plan } = replay;
  const timed = plan.settleAfter !== null || plan.commissionFreeze !== null;
  let clockText: string | null = null;
  let carried = 0;
  const apply = (journal: Journal) => {
    for (let next: Journal | null = journal; next !== null; next = carryOn(book, limit)) {
      book.apply(next);
      replay.exits.push(...next.exits);
      if (next.kind === "exits") carried += 1;
    }
  };
  for (const asked of orders) {
    const at = !timed ? null : (asked.at ?? book.clock);
    const atText: string | null = !timed ? null : (asked.atText ?? clockText);
    if (at !== null && (book.clock === null || at >= book.clock)) {
      for (let due = nextDue(book, at, limit); due !== null; due = nextDue(book, at, limit)) apply(due);
      book.passTo(at);
      clockText = atText;
    }
    const decision = decide(book, { ...asked, at, atText }, limit);
    if ("refused" in decision) replay.refused.push({ id: asked.id, code: decision.refused });
    else apply(decision);
  }
  return carried;
}

const injection = (i: number) =>
  JSON.stringify({ id: `i${i}`, kind: "inject", amount_fen: 10 ** (3 + (i % 7)) });

describe(`random worlds (WELLSPRING_SEED=${SEED})`, () => {
  it("end in the same book whether a cascade is cut into pieces or not", () => {
    let carried = 0;
    // Large injections under a wide step limit make many due at once.
    const check = fc.property(worlds(90), fc.constantFrom(1, 2), (world, limit) => {
      const pool = world.plan["pool"] as Json;
      const cap = { ...(pool["cap"] as Json), multiple: "1.2" };
      const read = readPlan({ ...world.plan, pool: { ...pool, max_step: "9999%", cap } });
      const lines = world.lines.flatMap((text, i) => (i % 9 === 8 ? [text, injection(i)] : [text]));
      fc.pre("plan" in read);
      if (!("plan" in read)) return;
      const whole = new Replay(read.plan);
      const orders: Order[] = [];
      lines.forEach((text, i) => {
        const outcome = whole.line(text, i + 1);
        const order = readOrder(parseLine(text));
        if ("malformed" in order || outcome.type === "answered" || outcome.type === "malformed") return;
        if (outcome.type === "refused" && outcome.code === "id_conflict") return;
        orders.push(order);
      });
      const pieces = new Replay(read.plan);
      carried += drained(pieces, orders, limit);
      const decided = whole.refused.filter(({ code }) => code !== "malformed" && code !== "id_conflict");
      expect(resultOf(pieces)).toEqual({ ...resultOf(whole), refused: decided });
    });
    fc.assert(check, { seed: SEED, numRuns: 30, endOnFailure: true });
    expect(carried).toBeGreaterThan(5);
  });
});
