/** Guards of the door and of the order of things: each is broken once on purpose. */
import { describe, expect, it } from "vitest";
import {
  bodyOf,
  brokenLaws,
  decide,
  MemoryBook,
  nextDue,
  type Order,
  parseLine,
  Replay,
  readOrder,
  readPlan,
} from "#engine";

const PLAN = {
  name: "guards",
  version: 1,
  take: "20%",
  portions: [
    { to: "operator", rate: "2%" },
    { to: "pool", rest: true },
  ],
  pool: { opening_price_fen: 100, mint: "70%", exit_load: "20%", cap: { multiple: "1.2", per: "member" } },
};
const planOf = (changes: object = {}) => {
  const read = readPlan({ ...PLAN, ...changes });
  if (!("plan" in read)) throw new Error(JSON.stringify(read.faults));
  return read.plan;
};
const orderOf = (json: object): Order => {
  const order = readOrder(json);
  if ("malformed" in order) throw new Error(`malformed ${order.malformed}`);
  return order;
};
const opened = (changes: object = {}) => {
  const replay = new Replay(planOf(changes));
  replay.order(orderOf({ id: "j1", kind: "join", member: "own" }));
  replay.order(orderOf({ id: "j2", kind: "join", member: "a" }));
  replay.order(orderOf({ id: "s", kind: "open_store", merchant: "s", owner: "own", region: "440106" }));
  return replay;
};
const buy = (id: string, more: object = {}) =>
  orderOf({ id, kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000, ...more });

describe("a line", () => {
  it("that nests too deep is malformed and the replay goes on", () => {
    const nested = (levels: number) =>
      `{"id":"n${levels}","kind":"join","member":"m${levels}","note":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    expect(parseLine(nested(63))).toBeDefined();
    expect(parseLine(nested(64))).toBeUndefined();
    const replay = opened();
    for (const levels of [64, 5_000, 200_000]) {
      expect(replay.line(nested(levels), levels)).toEqual({ type: "malformed", line: levels, field: null });
    }
    expect(replay.line(nested(3), 1).type).toBe("booked");
  });

  it("is the same order when it is equal as JSON, however its numbers are written", () => {
    const body = (text: string) => bodyOf(text, parseLine(text));
    expect(body('{"id":"x","note":1.0}')).toBe(body('{"note":1,"id":"x"}'));
    expect(body('{"id":"x","note":0.5}')).not.toBe(body('{"id":"x","note":1.5}'));
    const replay = opened();
    expect(replay.line('{"id":"k","kind":"join","member":"k","note":0.5}', 1).type).toBe("booked");
    expect(replay.line('{"id":"k","kind":"join","member":"k","note":0.50}', 2).type).toBe("answered");
    expect(replay.line('{"id":"k","kind":"join","member":"k","note":0.25}', 3)).toMatchObject({
      code: "id_conflict",
    });
  });
});

describe("the order of things", () => {
  it("what is due comes before an order of that time", () => {
    const replay = opened({ settle_after: "P7D" });
    replay.order(buy("p", { at: "2026-01-01T00:00:00Z" }));
    const later = orderOf({ id: "x", kind: "inject", amount_fen: 1, at: "2026-01-08T00:00:00Z" });
    expect(() => decide(replay.book, later)).toThrow("due_first: x before p");
    expect(nextDue(replay.book, later.at ?? 0)?.kind).toBe("settle");
  });

  it("a time without its text does not slip past the refund window", () => {
    const replay = opened({ settle_after: "P7D" });
    const order = { ...buy("p"), at: 1_000_000_000_000_000, atText: null };
    expect(replay.order(order)).toMatchObject({ type: "refused", code: "at_required" });
    expect(replay.book.pool.cash.balance).toBe(0n);
  });

  it("a lot knows its place in the queue", () => {
    const replay = opened();
    replay.order(buy("p"));
    const lot = replay.book.lots.top();
    if (lot !== undefined) lot.slot = 7;
    expect(brokenLaws(replay.book)).toContain("lots_in_order: lot 1 is not in its place");
  });

  it("a purchase id is booked once", () => {
    const replay = opened();
    replay.order(buy("p"));
    expect(() => replay.order(buy("p"))).toThrow("id_once: p");
  });

  it("a quote leaves nothing behind, not even the account of a portion", () => {
    const book = new MemoryBook(planOf({ portions: [{ to: "town", rate: "1%" }, ...PLAN.portions] }));
    const names = () => [...book.accounts()].map(({ name }) => name);
    const before = names();
    expect(before).toContain("town");
    decide(book, orderOf({ id: "j", kind: "join", member: "m" }));
    expect(names()).toEqual(before);
  });

  it("a published version with a refund window makes time count", () => {
    const replay = opened();
    const publish = { kind: "publish", id: "v2", feed: "main", at: null, atText: null } as const;
    replay.order({ ...publish, plan: planOf({ version: 2, settle_after: "P7D" }) });
    expect(replay.waits).toBe(true);
    expect(replay.order(buy("p", { at: "2026-01-01T00:00:00Z" })).type).toBe("booked");
    expect(replay.book.waiting).toBe(1);
  });
});
