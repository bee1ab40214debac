/** What lists and figures are read from: the views against the engine's own book, and a projector that is stopped. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MemoryBook, Pending, type Purchase } from "#engine";
import {
  crossEarnings,
  dailyFigures,
  dayOf,
  memberBalances,
  memberFrozen,
  memberLots,
  memberOverview,
  memberTeam,
  operatorOverview,
  projectTo,
  purchaseReceipt,
  purchases,
  type Reads,
  receiptOf,
  storeStatement,
  truthFigures,
  turnoverByDivision,
  turnoverByStore,
} from "#statement";
import { play, playable } from "./play.ts";
import { allPages, type Booked, booked, bookedWorld, CELL, naive } from "./read-stage.ts";

const SEED = 20_260_302;
const VIEWS = [
  ...["purchase_view", "refund_view", "merchant_day", "member_sum", "upline_day", "cell_day"],
  ...["commission_view", "exit_view"],
];
const EVER = ["2000-01-01", "2201-01-01"] as const;

async function dump(database: Booked["database"]) {
  const all: Record<string, unknown[]> = {};
  for (const view of VIEWS) {
    const { rows } = await database.query(`SELECT v.* FROM ${view} v WHERE cell_id = $1 ORDER BY v::text`, [
      CELL,
    ]);
    all[view] = rows;
  }
  return all;
}

async function empty(database: Booked["database"]) {
  for (const view of [...VIEWS, "projection"]) {
    await database.query(`DELETE FROM ${view} WHERE cell_id = $1`, [CELL]);
  }
}

/** A database whose transactions break after so many statements, now and then, as if the process had gone. */
function breaking(database: Booked["database"], chance: () => number): Reads {
  return {
    query: (text, values) => database.query(text, values),
    transaction: (work) =>
      database.transaction(async (tx) => {
        let left = chance();
        return await work({
          query: async (text, values) => {
            if (left-- === 0) throw new Error("gone");
            return await tx.query(text, values);
          },
        });
      }),
  };
}

describe("the views", () => {
  test("say what the book says: purchases, stores, members, and the receipts", async () => {
    await fc.assert(
      fc.asyncProperty(playable(110), fc.integer({ min: 1, max: 5 }), async (world, limit) => {
        const made = await bookedWorld(world);
        try {
          const { replay, journals } = play(world.plan, world.lines);
          await samePurchases(made, replay.book, limit);
          await sameStores(made, replay.book);
          await sameMembers(made, replay.book, limit);
          for (const journal of journals) {
            if (journal.entry.type !== "purchased") continue;
            const { id } = journal.entry.purchase;
            const line = world.lines.map((one) => JSON.parse(one)).find((one) => one.id === id);
            const cost =
              journal.entry.pending?.cost ?? (line.cost_fen === undefined ? null : BigInt(line.cost_fen));
            const read = await purchaseReceipt(made.database, CELL, id, "zh");
            expect(read?.receipt).toEqual(receiptOf(journal, replay.book, cost));
            const now = replay.book.purchases.get(id) as Purchase;
            const before = journal.entry.pending?.refunded ?? 0n;
            const back = read?.refunds.reduce((all, { amount }) => all + amount, 0n);
            expect(back).toBe(now.refunded + before);
            expect(read?.text).toContain(id);
          }
        } finally {
          await made.drop();
        }
      }),
      { numRuns: 3, seed: SEED, endOnFailure: true },
    );
  }, 180_000);

  test("are the same however often the projector breaks off, and with two of them", async () => {
    let brokenOff = 0;
    await fc.assert(
      fc.asyncProperty(
        playable(120),
        fc.nat(1_000_000),
        fc.integer({ min: 4, max: 20 }),
        async (world, start, step) => {
          const { database, drop, journals } = await bookedWorld(world);
          try {
            expect(await projectTo(database, CELL)).toEqual({ seq: BigInt(journals.length), complete: true });
            const whole = await dump(database);
            await empty(database);
            let chosen = start;
            const chance = () => {
              chosen = (chosen * 1_103_515_245 + 12_345) % 2_147_483_648;
              return Math.floor(chosen / 65_536) % 16;
            };
            for (let tries = 0; ; tries++) {
              expect(tries).toBeLessThan(500);
              // One that breaks and one that does not, at the same time.
              const both = [breaking(database, chance), ...(tries % 4 === 3 ? [database] : [])];
              const done = await Promise.allSettled(both.map((db) => projectTo(db, CELL, 1 + step)));
              brokenOff += done.filter(({ status }) => status === "rejected").length;
              if (done.some((one) => one.status === "fulfilled" && one.value.complete)) break;
            }
            expect(await dump(database)).toEqual(whole);
          } finally {
            await drop();
          }
        },
      ),
      { numRuns: 3, seed: SEED, endOnFailure: true },
    );
    expect(brokenOff).toBeGreaterThan(9);
  }, 180_000);
});

async function samePurchases({ database }: Booked, book: MemoryBook, limit: number): Promise<void> {
  const rows = await allPages((cursor) => purchases(database, CELL, { cursor, limit: 200 }));
  const paged = await allPages((cursor) => purchases(database, CELL, { cursor, limit }));
  expect(paged).toEqual(rows);
  const order = [...rows].sort((a, b) => b.at.getTime() - a.at.getTime() || Number(b.seq - a.seq));
  expect(rows).toEqual(order);
  const whole = new Map([...book.purchases].filter(([, one]) => one.refunded < one.amount || isSettled(one)));
  expect(new Set(rows.filter(({ state }) => state !== "refunded").map(({ id }) => id))).toEqual(
    new Set([...whole].filter(([, one]) => one.refunded < one.amount).map(([id]) => id)),
  );
  for (const row of rows) {
    const one = book.purchases.get(row.id);
    if (one === undefined) continue;
    expect([row.member, row.merchant], row.id).toEqual([one.member.id, one.merchant.id]);
    if (one instanceof Pending) {
      expect(row).toMatchObject({ amount: one.amount, refunded: one.refunded, points: null });
      expect(row.state).toBe(one.refunded === one.amount ? "refunded" : "pending");
    } else {
      const { left, sold, got, points, due, amount: settled } = one;
      expect(row).toMatchObject({ left, sold, got, points, due, settled });
      expect(row.refunded - (row.amount - settled)).toBe(one.refunded);
      expect(row.state).toBe(one.refunded === settled ? "refunded" : "settled");
    }
  }
  for (const member of [...book.members.keys()].slice(0, 3)) {
    const own = await allPages((cursor) => purchases(database, CELL, { cursor, limit, member }));
    expect(own).toEqual(rows.filter((row) => row.member === member));
  }
  const first = rows[0];
  if (first !== undefined) {
    expect((await purchases(database, CELL, { id: first.id })).items).toEqual([first]);
    const until = await allPages((cursor) => purchases(database, CELL, { cursor, limit, to: first.at }));
    expect(until).toEqual(rows.filter(({ at }) => at < first.at));
  }
}

const isSettled = (one: Purchase | Pending) => !(one instanceof Pending);

async function sameStores({ database, journals }: Booked, book: MemoryBook): Promise<void> {
  const postings = naive(journals);
  const dayBySeq = new Map(journals.map(({ seq, at }) => [seq, dayOf(at)]));
  for (const [id, { payable }] of book.merchants) {
    const statement = await storeStatement(database, CELL, id, "2025-12-01", "2027-01-01");
    if (statement === null) throw new Error(`no store ${id}`);
    expect(statement.opening + statement.total.net, id).toBe(statement.closing);
    const own = (postings.get(`payable:${id}`) ?? []).map((row) => ({
      ...row,
      day: dayBySeq.get(row.seq) as string,
    }));
    for (const day of statement.days) {
      const { opening, closing, gross, take, grossBack, takeBack, shortfall } = day;
      expect(opening + gross - take - grossBack + takeBack - shortfall).toBe(closing);
      const upTo = own.filter((row) => row.day <= day.day).reduce((all, { amount }) => all + amount, 0n);
      expect(closing, `${id} ${day.day}`).toBe(upTo);
    }
    if (statement.days.length > 0) expect(statement.closing).toBe(payable.balance);
  }
  const stores = await turnoverByStore(database, CELL, ...EVER, { limit: 200 });
  const total = stores.reduce((all, { paid }) => all + paid, 0n);
  const divisions = await turnoverByDivision(database, CELL, ...EVER);
  expect(divisions.reduce((all, { paid }) => all + paid, 0n)).toBe(total);
  expect(divisions.reduce((all, one) => all + one.stores, 0)).toBe(book.merchants.size);
  const paid = await allPages((cursor) => purchases(database, CELL, { cursor }));
  expect(paid.reduce((all, { amount }) => all + amount, 0n)).toBe(total);
}

async function sameMembers({ database, journals }: Booked, book: MemoryBook, limit: number): Promise<void> {
  const members = await allPages((cursor) => memberOverview(database, CELL, { cursor, limit }));
  expect(new Set(members.map(({ member }) => member))).toEqual(new Set(book.members.keys()));
  const postings = naive(journals);
  const ratios: bigint[] = [];
  for (const row of members) {
    const member = book.members.get(row.member);
    if (member === undefined) continue;
    const { points, wallet, commission, frozen } = member;
    expect(row).toMatchObject({
      ...{ points: points.balance, wallet: wallet.balance, commission: commission.balance },
      ...{ frozen: frozen.balance, sponsor: member.sponsor?.id ?? null },
    });
    expect(await memberBalances(database, CELL, row.member)).toMatchObject({
      points: row.points,
      receive: row.receive,
    });
    const came = (postings.get(`wallet:${row.member}`) ?? []).filter(
      ({ counter }) => counter !== `withdrawal:${row.member}`,
    );
    expect(row.proceeds).toBe(came.reduce((all, { amount }) => all + amount, 0n));
    if (row.spend > 0n) ratios.push((row.proceeds * 1_000_000n) / row.spend);
    const lots = await allPages(async (cursor) => {
      const page = await memberLots(database, CELL, row.member, { cursor, limit });
      return page ?? { items: [], next: null };
    });
    expect(lots.reduce((all, lot) => all + lot.points, 0n)).toBe(points.balance);
    const bought = [...book.purchases.values()].filter(
      (one) => !(one instanceof Pending) && one.member === member,
    );
    for (const lot of lots) {
      const own = bought.filter((one) => (one as Purchase).lot?.seq === Number(lot.seq)) as Purchase[];
      expect(lot.cost).toBe(own.reduce((all, { amount }) => all + amount, 0n));
      expect(lot.got).toBe(own.reduce((all, { got }) => all + got, 0n));
    }
    const thawing = await memberFrozen(database, CELL, row.member);
    expect(thawing?.reduce((all, { amount }) => all + amount, 0n)).toBe(frozen.balance);
    const below = [...book.members.values()].filter(({ sponsor }) => sponsor === member);
    const second = [...book.members.values()].filter(({ sponsor }) => sponsor?.sponsor === member);
    const team = await memberTeam(database, CELL, row.member, { level: 2 });
    expect(team?.counts).toEqual({ level1: below.length, level2: second.length });
    expect(new Set(team?.items.map((one) => one.member))).toEqual(new Set(second.map(({ id }) => id)));
    const earned = ["commission", "commission_frozen"]
      .flatMap((kind) => postings.get(`${kind}:${row.member}`) ?? [])
      .filter(({ step }) => /upline_[12]$/.test(step))
      .reduce((all, { amount }) => all + amount, 0n);
    expect((team?.earned.level1 ?? 0n) + (team?.earned.level2 ?? 0n)).toBe(earned);
  }
  ratios.sort((a, b) => (a < b ? -1 : 1));
  const truth = await truthFigures(database, CELL);
  expect(truth).toMatchObject({
    members: ratios.length,
    paid: {
      whole: ratios.filter((one) => one >= 1_000_000n).length,
      medianPpm: ratios[Math.ceil(ratios.length / 2) - 1] ?? 0n,
    },
  });
}

describe("figures of a small coalition", () => {
  test("the operator's home, the members of a store elsewhere, the truth", async () => {
    const at = (minute: number) =>
      `2026-03-0${minute < 60 ? 1 : 2}T10:${String(minute % 60).padStart(2, "0")}:00+08:00`;
    const { database, drop } = await booked({ commission_freeze: "P7D" }, [
      { id: "j1", kind: "join", member: "ann", at: at(0) },
      { id: "j2", kind: "join", member: "bob", at: at(1) },
      { id: "j3", kind: "join", member: "cat", at: at(2) },
      { id: "s1", kind: "open_store", merchant: "noodles", owner: "ann", region: "440106", at: at(3) },
      { id: "s2", kind: "open_store", merchant: "tea", owner: "bob", region: "440305", at: at(4) },
      { id: "p1", kind: "purchase", member: "cat", merchant: "noodles", amount_fen: 100_000, at: at(5) },
      { id: "p2", kind: "purchase", member: "cat", merchant: "tea", amount_fen: 50_000, at: at(61) },
      { id: "r1", kind: "refund", purchase: "p2", amount_fen: 10_000, at: at(62) },
      { id: "x1", kind: "redeem", member: "cat", points: "1", at: at(63) },
    ]);
    try {
      const today = await operatorOverview(database, CELL, "2026-03-02", "2026-03-03");
      expect(today).toMatchObject({
        ...{ members: 3, stores: 2, complete: true },
        now: { purchases: 1, paid: 50_000n, refunds: 1, refunded: 10_000n, redemptions: 1 },
        before: { from: "2026-03-01", to: "2026-03-02", purchases: 1, paid: 100_000n, joined: 3, refunds: 0 },
      });
      const days = await dailyFigures(database, CELL, "2026-02-28", "2026-03-05");
      expect(days.map(({ day }) => day).join(" ")).toBe(
        "2026-02-28 2026-03-01 2026-03-02 2026-03-03 2026-03-04",
      );
      expect(days[0]).toMatchObject({ pool: null, purchases: 0, issued: 0n });
      expect(days[4]?.pool).toEqual(days[2]?.pool);
      expect(days[4]?.pool?.cash).toBe(today?.pool.cash);
      expect(days[1]?.issued).toBe(11_200n * 1_000_000n);
      const [first, second] = await turnoverByStore(database, CELL, "2026-03-01", "2026-03-03");
      expect(first).toMatchObject({
        merchant: "noodles",
        paid: 100_000n,
        take: 20_000n,
        locked: 1,
        buyers: 1,
      });
      expect(second).toMatchObject({ merchant: "tea", paid: 50_000n, refunded: 10_000n, take: 8_000n });
      const ranked = await turnoverByStore(database, CELL, "2026-03-02", "2026-03-03", { rank: "take" });
      expect(ranked.map(({ merchant }) => merchant)).toEqual(["tea"]);
      // cat is locked to ann by p1; at bob's store she earns ann something, less what the refund took back.
      const cross = await crossEarnings(database, CELL, "noodles");
      expect(cross).toMatchObject({
        locked: 1,
        here: { spend: 100_000n, earned: 300n },
        elsewhere: { spend: 40_000n, earned: 120n },
      });
      expect(await memberFrozen(database, CELL, "ann")).toMatchObject([
        { purchase: "p2", amount: 120n, thaws: new Date("2026-03-09T10:01:00+08:00") },
        { purchase: "p1", amount: 300n, thaws: new Date("2026-03-08T10:05:00+08:00") },
      ]);
      expect(await truthFigures(database, CELL)).toMatchObject({ members: 1, paid: { whole: 0 } });
    } finally {
      await drop();
    }
  });
});
