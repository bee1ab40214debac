import { describe, expect, it } from "vitest";
import {
  Account,
  brokenLaws,
  KIND,
  LAWS,
  Lot,
  type LotState,
  type Member,
  type Purchase,
  type PurchaseState,
  priceOf,
  Withdrawal,
} from "#engine";
import { booked, type Json, Scene, tamper, withPool } from "./scene.ts";

const POINT = 10n ** 8n;
const memberOf = (scene: Scene, id: string) => scene.book.members.get(id) as Member;
const lotOf = (scene: Scene, id: string) => memberOf(scene, id).firstLot as Lot;
const BUYERS = ["a", "b", "c", "d", "e", "f"];

/** Six holders whose lots stand in the queue as they were opened, and "o14", a purchase that brought no points. */
function busy(changes: Json = {}): Scene {
  const scene = new Scene(changes);
  scene.join("o");
  scene.store("s", "o");
  for (const member of BUYERS) scene.join(member);
  for (const member of BUYERS.slice(0, 5)) booked(scene.buy(member, 100_000));
  booked(scene.buy("f", 1));
  booked(scene.buy("f", 100_000));
  return scene;
}

/** A state of lot or purchase with something of it changed behind the book's back. */
function changeLot(lot: Lot, change: Partial<LotState>): void {
  lot.state = { ...lot.state, ...change };
}
function changePurchase(scene: Scene, id: string, change: Partial<PurchaseState>): void {
  const purchase = scene.book.purchases.get(id) as Purchase;
  const { left, sold, got, refunded, refunds } = purchase;
  purchase.state = { left, sold, got, refunded, refunds, ...change };
}
/** A lot in a member's list that the queue does not know. */
function ghost(member: Member, points: bigint): Lot {
  const lot = new Lot(99, member);
  changeLot(lot, { points0: points, points, cap0: 10n ** 12n, trigger: 2n ** 128n });
  return lot;
}

/** A fault planted in a busy book, and what exactly the laws must say. */
const PLANTED: Readonly<Record<string, readonly [plant: (scene: Scene) => void, says: readonly string[]]>> = {
  "a fen from nowhere": [({ book }) => tamper(book.operator, 1n), ["every_fen_in_one_account: fen off by 1"]],
  "a fen of a member's lost": [
    (scene) => tamper(memberOf(scene, "o").commission, -1n),
    ["every_fen_in_one_account: fen off by -1"],
  ],
  "a fen of a merchant's lost": [
    ({ book }) => tamper((book.merchants.get("s") ?? { payable: book.operator }).payable, -2n),
    ["every_fen_in_one_account: fen off by -2"],
  ],
  "a fen in a portion from nowhere": [
    ({ book }) => {
      book.portions.set("charity", new Account(KIND.portion, "charity"));
      tamper(book.portion("charity"), 3n);
    },
    ["every_fen_in_one_account: fen off by 3"],
  ],
  "points held that were never issued": [
    (scene) => {
      const o = memberOf(scene, "o");
      tamper(o.points, 5n);
      o.firstLot = ghost(o, 5n);
      o.lastLot = o.firstLot;
    },
    ["every_grain_issued: grains off by 5"],
  ],
  "cash below nought": [
    ({ book }) => {
      const { cash } = book.pool;
      tamper(book.operator, cash.balance + 1n);
      tamper(cash, -cash.balance - 1n);
    },
    ["pool_not_negative: cash -1, remainder 0, points 42464293200"],
  ],
  "a remainder below nought": [
    ({ book }) => {
      tamper(book.pool.remainder, -7n);
      tamper(book.operator, 7n);
    },
    ["pool_not_negative: cash 96000, remainder -7, points 42464293200"],
  ],
  "a lot that left the queue with its points": [
    (scene) => scene.book.lots.remove(lotOf(scene, "f")),
    ["points_are_in_lots: 37249380000 grains in lots, 42464293200 out"],
  ],
  "a grain of one member's with another": [
    (scene) => {
      tamper(memberOf(scene, "b").points, -1n);
      tamper(memberOf(scene, "c").points, 1n);
    },
    ["members_hold_their_lots: b holds 7839999999"],
  ],
  "a purchase that lost a grain of its lot": [
    (scene) => changePurchase(scene, "o10", { left: 7_839_999_999n }),
    ["lots_in_order: lot 2 holds 7840000000 grains, its purchases 7839999999"],
  ],
  "a lot without points": [
    (scene) => {
      const lot = new Lot(9, memberOf(scene, "a"));
      scene.book.lots.push(lot);
      changeLot(lot, { points0: 1n, cap0: 10n ** 12n, points: 0n, trigger: 2n ** 128n });
    },
    ["lots_in_order: lot 9 is out of range"],
  ],
  "a lot with more points than it began with": [
    (scene) => changeLot(lotOf(scene, "c"), { points0: lotOf(scene, "c").points - 1n }),
    ["lots_in_order: lot 3 is out of range"],
  ],
  "a cap below nought": [
    (scene) => changeLot(lotOf(scene, "d"), { cap0: -1n }),
    ["lots_in_order: lot 4 is out of range"],
  ],
  "a queue out of order at its end": [
    (scene) => changeLot(lotOf(scene, "c"), { trigger: 2n ** 128n }),
    ["lots_in_order: lot 6 is out of order"],
  ],
  "a queue out of order at its head": [
    (scene) => changeLot(lotOf(scene, "a"), { trigger: lotOf(scene, "b").state.trigger + 1n }),
    ["lots_in_order: lot 2 is out of order"],
  ],
  "a second lot of a member": [
    (scene) => {
      memberOf(scene, "e").lastLot = ghost(memberOf(scene, "e"), 1n);
    },
    ["one_lot_a_member: e has more"],
  ],
  "somebody due": [
    (scene) => {
      // 120000 fen over 112 points are reached by 424.642932 points at ⌈454974.57⌉ fen.
      tamper(scene.book.pool.cash, 454_975n - 96_000n);
      tamper(scene.book.operator, 96_000n - 454_975n);
    },
    ["nobody_due: lot 1 is due"],
  ],
  "a purchase with grains below nought": [
    (scene) => changePurchase(scene, "o14", { left: -1n }),
    ["purchases_add_up: o14: -1 left, 0 sold of 0"],
  ],
  "a purchase that sold less than nothing": [
    (scene) => changePurchase(scene, "o14", { sold: -1n }),
    ["purchases_add_up: o14: 0 left, -1 sold of 0"],
  ],
  "a purchase that got less than nothing": [
    (scene) => changePurchase(scene, "o14", { got: -1n }),
    ["purchases_add_up: o14: 0 left, 0 sold of 0"],
  ],
  "a purchase that sold what it never had": [
    (scene) => changePurchase(scene, "o9", { sold: 1n }),
    ["purchases_add_up: o9: 11200000000 left, 1 sold of 11200000000"],
  ],
  "a purchase refunded below nought": [
    (scene) => changePurchase(scene, "o14", { refunded: -1n }),
    ["purchases_add_up: o14: -1 refunded of 1"],
  ],
  "a purchase refunded beyond its amount": [
    (scene) => changePurchase(scene, "o14", { refunded: 2n }),
    ["purchases_add_up: o14: 2 refunded of 1"],
  ],
  "a purchase refunded too often": [
    (scene) => changePurchase(scene, "o14", { refunds: 51 }),
    ["purchases_add_up: o14: 0 refunded of 1"],
  ],
  "a withdrawal whose money is not held": [
    ({ book }) => {
      const withdrawal = new Withdrawal("w", book.members.get("a") as Member, "wallet", 5n);
      book.withdrawals.set("w", withdrawal);
    },
    ["withdrawals_held: a has 0 fen held, withdrawals 5"],
  ],
  "money held that nobody asked for": [
    (scene) => {
      tamper(memberOf(scene, "b").withdrawing, 7n);
      tamper(scene.book.operator, -7n);
    },
    ["withdrawals_held: b has 7 fen held, withdrawals 0"],
  ],
  "a member under itself": [
    (scene) => {
      memberOf(scene, "c").sponsor = memberOf(scene, "c");
    },
    ["no_cycle_in_tree: c stands below itself"],
  ],
  "three members in a circle": [
    (scene) => {
      const [d, e, f] = ["d", "e", "f"].map((id) => memberOf(scene, id)) as [Member, Member, Member];
      d.sponsor = e;
      e.sponsor = f;
      f.sponsor = d;
    },
    ["no_cycle_in_tree: d stands below itself"],
  ],
};

describe("the laws", () => {
  it("hold of an empty book and of a busy one", () => {
    expect(brokenLaws(new Scene().book)).toEqual([]);
    expect(brokenLaws(busy().book)).toEqual([]);
    expect(brokenLaws(busy(withPool({ cap: { per: "purchase" } })).book)).toEqual([]);
  });

  it.each(Object.entries(PLANTED))("see %s, and nothing else", (_, [plant, says]) => {
    const scene = busy();
    plant(scene);
    expect(brokenLaws(scene.book)).toEqual(says);
  });

  it("are all planted against, but one that needs an empty pool", () => {
    const bitten = new Set(
      Object.values(PLANTED).flatMap(([, says]) => says.map((text) => text.split(":")[0])),
    );
    expect(Object.keys(LAWS).filter((law) => !bitten.has(law))).toEqual(["empty_pool_has_no_cash"]);
  });

  it("see cash in an empty pool", () => {
    const { book } = new Scene();
    tamper(book.pool.cash, 5n);
    tamper(book.outside, -5n);
    expect(brokenLaws(book)).toEqual(["empty_pool_has_no_cash: 5 fen"]);
  });

  it("see fewer than no points out", () => {
    const { book } = new Scene();
    tamper(book.pool.issued, 1n);
    expect(brokenLaws(book)).toEqual([
      "every_grain_issued: grains off by 1",
      "pool_not_negative: cash 0, remainder 0, points -1",
      "points_are_in_lots: 0 grains in lots, -1 out",
    ]);
  });

  it("let a purchase stand at its bounds", () => {
    const scene = busy();
    changePurchase(scene, "o14", { refunded: 1n, refunds: 50 });
    changeLot(lotOf(scene, "f"), { cap0: 0n, points0: lotOf(scene, "f").points });
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("let nobody be due a fen short of the trigger, in a waiting cascade, or in a closed pool", () => {
    const due = (cash: bigint) => {
      const scene = busy();
      tamper(scene.book.pool.cash, cash - 96_000n);
      tamper(scene.book.operator, 96_000n - cash);
      return scene;
    };
    expect(brokenLaws(due(454_974n).book)).toEqual([]);
    const waiting = due(454_975n);
    Object.assign(waiting.book.pool, { cascade: { start: priceOf(waiting.book), order: "x" } });
    expect(brokenLaws(waiting.book)).toEqual([]);
    const closed = due(454_975n);
    Object.assign(closed.book.pool, { closed: true });
    expect(brokenLaws(closed.book)).toEqual([]);
  });

  it("let a member have several lots where each purchase opens one, in any order of opening", () => {
    const scene = new Scene(withPool({ cap: { per: "purchase" } }));
    scene.join("o");
    scene.store("s", "o");
    for (let i = 0; i < 4; i++) booked(scene.buy("o", 100_000));
    const { firstLot, lastLot } = memberOf(scene, "o");
    expect([firstLot?.seq, lastLot?.seq]).toEqual([1, 4]);
    expect(brokenLaws(scene.book)).toEqual([]);
    // The second of four lots lost: the member's list says so, and the sum of the queue.
    tamper(memberOf(scene, "o").points, -1n);
    expect(brokenLaws(scene.book).map((text) => text.split(":")[0])).toEqual([
      "every_grain_issued",
      "members_hold_their_lots",
    ]);
  });

  it("walk a deep tree to its root, and see the circle above one who is not in it", () => {
    const scene = new Scene();
    for (let i = 0; i < 9; i++) scene.join(`m${i}`, i === 0 ? null : `m${i - 1}`);
    expect(brokenLaws(scene.book)).toEqual([]);
    memberOf(scene, "m1").sponsor = memberOf(scene, "m3");
    expect(brokenLaws(scene.book)).toEqual(["no_cycle_in_tree: m1 stands below itself"]);
    scene.book.members.delete("m1");
    scene.book.members.delete("m2");
    scene.book.members.delete("m3");
    // m4 stands above the circle's own: on the way up it meets m3 first, and m3 again.
    expect(brokenLaws(scene.book)).toEqual(["no_cycle_in_tree: m3 stands below itself"]);
  });

  it("look at pending purchases as waiting, not as booked", () => {
    const scene = new Scene({ settle_after: "P7D" });
    scene.join("o");
    scene.store("s", "o");
    booked(scene.buy("o", 100_000, { at: "2026-01-01T00:00Z" }));
    expect(brokenLaws(scene.book)).toEqual([]);
    tamper(scene.book.pending, -1n);
    expect(brokenLaws(scene.book)).toEqual(["every_fen_in_one_account: fen off by -1"]);
  });
});

describe("the price of a book", () => {
  it("is the last one while no points are out", () => {
    const scene = new Scene();
    expect(priceOf(scene.book)).toEqual({ cash: 100n, points: POINT });
    expect(priceOf(busy().book)).toEqual({ cash: 96_000n, points: 42_464_293_200n });
  });

  it("never falls, exactly", () => {
    const { book } = busy();
    expect(brokenLaws(book, priceOf(book))).toEqual([]);
    expect(brokenLaws(book, { cash: 192_000n, points: 84_928_586_400n })).toEqual([]);
    expect(brokenLaws(book, { cash: 192_000n, points: 84_928_586_401n })).toEqual([]);
    expect(brokenLaws(book, { cash: 192_000n, points: 84_928_586_399n })).toEqual([
      "price_never_falls: from 192000/84928586399",
    ]);
    tamper(book.operator, 1n);
    expect(brokenLaws(book, { cash: 10n, points: 1n })).toEqual([
      "every_fen_in_one_account: fen off by 1",
      "price_never_falls: from 10/1",
    ]);
  });
});
