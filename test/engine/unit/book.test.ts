import { describe, expect, it } from "vitest";
import {
  BrokenLaw,
  brokenLaws,
  carryOn,
  decide,
  type Join,
  KIND,
  Lot,
  type Member,
  type Merchant,
  NotAtHand,
  Purchase,
  parseInstant,
} from "#engine";
import { Draft } from "../../../src/engine/draft.ts";
import { leavesBefore, triggerOf } from "../../../src/engine/lot.ts";
import { booked, moves, planOf, type Scene, tamper, town } from "./scene.ts";

const memberOf = (scene: Scene, id: string) => scene.book.members.get(id) as Member;
const join: Join = { id: "x", kind: "join", member: "x", sponsor: null, at: null, atText: null };
const queue = (scene: Scene) => [...scene.book.lots.ascending()].map(({ member }) => member.id).join("");

describe("a decision", () => {
  it.each([
    ["cash", -1n, "x: -1 fen, 0 grains, remainder 0"],
    ["issued", 1n, "x: 0 fen, -1 grains, remainder 0"],
    ["remainder", -1n, "x: 0 fen, 0 grains, remainder -1"],
  ] as const)("throws where %s of the pool is below nought", (account, by, detail) => {
    const { book } = town();
    tamper(book.pool[account], by);
    expect(() => decide(book, join)).toThrow(new BrokenLaw("pool_not_negative", detail));
  });

  it("throws where the price has fallen, by however little", () => {
    const scene = town();
    scene.buy("a", 100_000);
    const { book } = scene;
    const start = { cash: 16_000n, points: 112n * 10n ** 8n };
    Object.assign(book.pool, { cascade: { start, order: "o6" } });
    expect(carryOn(book, 1)).toMatchObject({ order: "o6", kind: "exits", start, exits: [] });
    Object.assign(book.pool, { cascade: { start: { ...start, cash: 16_001n }, order: "o6" } });
    const detail = "o6: 16000/11200000000 < 16001/11200000000";
    expect(() => carryOn(book, 1)).toThrow(new BrokenLaw("price_never_falls", detail));
  });

  it("looks at the time only where order and book have one", () => {
    const { book } = town();
    const long = parseInstant("1955-01-01T00:00Z") as number;
    expect(decide(book, { ...join, at: long, atText: "1955-01-01T00:00Z" })).toHaveProperty("postings");
    book.passTo(parseInstant("2026-01-01T00:00Z") as number);
    expect(decide(book, join)).toHaveProperty("postings");
    expect(decide(book, { ...join, at: long, atText: "1955-01-01T00:00Z" })).toMatchObject({
      refused: "time_reversed",
    });
  });

  it("changes nothing: the same order may be decided twice and booked once", () => {
    const scene = town();
    const before = scene.balances();
    expect(decide(scene.book, join)).toHaveProperty("entry.type", "joined");
    expect(decide(scene.book, join)).toHaveProperty("entry.type", "joined");
    expect(scene.balances()).toEqual(before);
  });
});

describe("a journal", () => {
  it("says what the pool holds after it", () => {
    const scene = town({ pool: { max_step: "50%" } });
    scene.ask("inject", { amount_fen: 500 });
    const journal = booked(scene.buy("a", 100_000));
    expect([journal.cash, journal.points, journal.remainder]).toEqual([16_000n, 11_200_000_000n, 500n]);
    expect([journal.opened, journal.closed, journal.cascade]).toEqual([true, false, null]);
    const released = booked(scene.ask("release", { amount_fen: 200 }));
    expect([released.cash, released.remainder, released.entry]).toEqual([16_200n, 300n, { type: "moved" }]);
  });

  it("gives a lot the trigger of what it becomes", () => {
    const { book } = town();
    const lot = new Lot(1, { id: "m" } as Member);
    lot.state = { points0: 7n, cap0: 3n, points: 7n, trigger: triggerOf(3n, 7n) };
    const becomes = (points0: bigint, cap0: bigint, points: bigint) => {
      const draft = new Draft(book, "x", "test", null);
      draft.setLot(lot, points0, cap0, points);
      return draft.lot(lot).trigger;
    };
    expect(becomes(7n, 3n, 2n)).toBe(triggerOf(3n, 7n));
    expect(becomes(8n, 3n, 2n)).toBe(triggerOf(3n, 8n));
    expect(becomes(7n, 4n, 2n)).toBe(triggerOf(4n, 7n));
    expect(becomes(8n, 4n, 0n)).toBe(triggerOf(3n, 7n));
  });

  it("traces the exit of the lot that its own purchase opened", () => {
    const scene = town({ pool: { cap: { multiple: "0.1" } } });
    booked(scene.buy("a", 100_000));
    expect(scene.book.purchases.get("o6")).toMatchObject({ left: 0n, sold: 11_200_000_000n, got: 8_000n });
  });
});

describe("the book in memory", () => {
  it("keeps the queue in order when a lot grows and when it shrinks", () => {
    const scene = town();
    for (const member of ["a", "b", "c"]) scene.buy(member, 100_000);
    for (const member of ["d", "e"]) {
      scene.join(member);
      scene.buy(member, 100_000);
    }
    expect(queue(scene)).toBe("abcde");
    const ordered = () => {
      const lots = [...scene.book.lots.ascending()];
      expect(lots.slice(1).every((lot, i) => leavesBefore(lots[i] as Lot, lot))).toBe(true);
      for (const { state } of lots) expect(state.trigger).toBe(triggerOf(state.cap0, state.points0));
      expect(brokenLaws(scene.book)).toEqual([]);
    };
    // a's second purchase is dear: his one lot goes back behind others …
    const { order } = booked(scene.buy("a", 1_000_000));
    expect(queue(scene).indexOf("a")).toBeGreaterThan(1);
    ordered();
    // … and comes to the front again when it is refunded.
    booked(scene.refund(order, 1_000_000));
    expect(queue(scene)).toBe("abcde");
    ordered();
    for (const member of ["c", "a", "e", "b", "d", "c"]) {
      booked(scene.buy(member, 300_000));
      ordered();
    }
  });

  it.each([
    ["cap", 11_200_000_000n, 1_000n],
    ["points", 2n ** 64n, 120_000n],
  ])("moves a lot forward whose %s alone have changed", (_, points0, cap0) => {
    const scene = town();
    for (const member of ["b", "c", "a"]) scene.buy(member, 100_000);
    const { lots } = scene.book;
    const last = memberOf(scene, "a").firstLot as Lot;
    // As if a's lot had begun like b's: 120000 fen over 112 points.
    last.state = { ...last.state, points0: 11_200_000_000n };
    expect(queue(scene)).toBe("bca");
    const draft = new Draft(scene.book, "x", "test", null);
    draft.setLot(last, points0, cap0, last.points);
    scene.book.apply(draft);
    expect([queue(scene), lots.top()]).toEqual(["abc", last]);
  });

  it("begins with nothing known of a lot or a purchase, and says what has to be fetched", () => {
    const scene = town();
    const [a, s] = [memberOf(scene, "a"), scene.book.merchants.get("s") as Merchant];
    expect(new Lot(1, a).state).toEqual({ points0: 0n, cap0: 0n, points: 0n, trigger: 0n });
    expect(new Purchase("p", a, s, planOf(), 1n, 1n, false)).toMatchObject({
      agents: { district: null, city: null, province: null },
      left: 0n,
      sold: 0n,
      got: 0n,
      refunded: 0n,
      refunds: 0,
    });
    expect(new NotAtHand("lot", "7").message).toBe("lot 7 is not at hand");
  });

  it("numbers lots in the order they open, also after an older one has grown", () => {
    const scene = town();
    for (const member of ["a", "b", "a", "c"]) booked(scene.buy(member, 100_000));
    expect(["a", "b", "c"].map((id) => memberOf(scene, id).firstLot?.seq)).toEqual([1, 2, 3]);
    expect(scene.book.pool.lotSeq).toBe(3);
  });

  it("has one account of each kind that is nobody's", () => {
    const { book } = town();
    const alone = [...book.accounts()].filter(({ kind }) => kind.per === null);
    expect(alone.map(({ owner }) => owner)).toEqual(alone.map(() => ""));
    expect(alone.map(({ kind }) => kind)).toEqual([
      KIND.outside,
      KIND.pending,
      KIND.operator,
      KIND.unclaimed,
      KIND.pool,
      KIND.remainder,
      KIND.issued,
    ]);
  });

  it("brings what falls due in the order of its time, however it arrived", () => {
    const scene = town({ settle_after: "P8D" });
    const at = "2026-01-01T00:00Z";
    scene.buy("a", 1_000, { at });
    scene.publish(planOf({ version: 2, settle_after: "P2D" }));
    scene.buy("b", 1_000, { at });
    scene.publish(planOf({ version: 3, settle_after: "P4D" }));
    scene.buy("c", 1_000, { at });
    expect([...scene.book.pendings()].map(({ id }) => id)).toEqual(["o8", "o10", "o6"]);
    scene.join("x", null, { at: "2026-01-09T00:00Z" });
    const settled = scene.journals.filter(({ kind }) => kind === "settle");
    expect(settled.map(({ order }) => order)).toEqual(["o8", "o10", "o6"]);
    expect(moves(settled[0] ?? { postings: [] })[0]).toBe("due pending→payable:s 800");
  });

  it("knows a closed lot no more, and the neighbours of the one that left", () => {
    const scene = town({ pool: { cap: { per: "purchase" } } });
    for (let i = 0; i < 3; i++) scene.buy("a", 100_000);
    const [first, second, third] = [...scene.book.lots.ascending()] as [Lot, Lot, Lot];
    booked(scene.refund("o7", 100_000));
    expect([first.newer, third.older]).toEqual([third, first]);
    expect([second.slot, second.newer, second.older, second.newest, second.oldest, second.threaded]).toEqual([
      -1,
      null,
      null,
      null,
      null,
      null,
    ]);
    booked(scene.refund("o8", 100_000));
    expect([memberOf(scene, "a").lastLot, first.newer]).toEqual([first, null]);
    booked(scene.refund("o6", 100_000));
    expect([memberOf(scene, "a").firstLot, memberOf(scene, "a").lastLot]).toEqual([null, null]);
  });
});
