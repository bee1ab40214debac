/** Fifty at once on one thing: one winner, or exact sums. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answer, Desk } from "#desk";
import { verifyCell } from "#store";
import { planOf, type Stage, stage, text } from "./stage.ts";

const PLAN = planOf(JSON.parse(text("worked-local.plan.json")));
const FIFTY = Array.from({ length: 50 }, (_, i) => i);

let set: Stage;
let desk: Desk;
let cell = 10n;
beforeAll(async () => {
  set = await stage();
});
afterAll(async () => await set.drop());

/** A new cell with some people and stores, and what `then` says. */
async function world(...then: object[]): Promise<void> {
  cell += 1n;
  desk = set.another({ mostTogether: 7 });
  await desk.createCell(cell, 1n, `race ${cell}`, "orders", PLAN);
  const all = [
    ...["a", "b", "c"].map((member) => ({ id: `join ${member}`, kind: "join", member })),
    { id: "store", kind: "open_store", merchant: "s", owner: "a", region: "440106" },
    ...then,
  ];
  const answers = await desk.submit(
    cell,
    all.map((json) => ({ json })),
  );
  expect(answers.filter(({ status }) => status !== "booked")).toEqual([]);
}

/** Each asked for itself, all at once. */
async function race(order: (i: number) => object): Promise<Answer[]> {
  return (await Promise.all(FIFTY.map((i) => desk.submit(cell, [{ json: order(i) }])))).flat();
}

const booked = (answers: readonly Answer[]) => answers.filter(({ status }) => status === "booked");
function codes(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const name = answer.status === "refused" ? answer.code : answer.status;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function end(): Promise<void> {
  await desk.close();
  expect((await verifyCell(set.database, cell))?.findings).toEqual([]);
  expect(set.faults).toEqual([]);
}

const buys = (id: string, amount_fen: number) => ({
  id,
  kind: "purchase",
  member: "b",
  merchant: "s",
  amount_fen,
});

test("one holding, fifty who would sell all of it: one does", async () => {
  await world(buys("p", 100_000));
  const answers = await race((i) => ({ id: `r${i}`, kind: "redeem", member: "b", points: "all" }));
  expect(codes(answers)).toEqual({ booked: 1, points_must_be_positive: 49 });
  await end();
});

test("one holding, fifty who would sell a third of it: three do", async () => {
  await world(buys("p", 100_000), { ...buys("q", 100_000), member: "c" });
  const held = await desk.read(cell, (book) => book.members.get("b")?.points.balance ?? 0n);
  const third = held / 3n;
  const points = `${third / 100_000_000n}.${String(third % 100_000_000n).padStart(8, "0")}`;
  const answers = await race((i) => ({ id: `r${i}`, kind: "redeem", member: "b", points }));
  expect(codes(answers)).toEqual({ booked: 3, points_insufficient: 47 });
  expect(await desk.read(cell, (book) => book.members.get("b")?.points.balance)).toBe(held - 3n * third);
  await end();
});

test("one wallet, fifty withdrawals: as many as it holds; one closed fifty times, once", async () => {
  await world(buys("p", 1_000_000), { id: "sell", kind: "redeem", member: "b", points: "all" });
  const wallet = await desk.read(cell, (book) => book.members.get("b")?.wallet.balance ?? 0n);
  const amount = wallet / 7n;
  const order = { kind: "withdraw", member: "b", source: "wallet", amount_fen: Number(amount) };
  const answers = await race((i) => ({ id: `w${i}`, ...order }));
  expect(codes(answers)).toEqual({ booked: 7, balance_insufficient: 43 });
  expect(await desk.read(cell, (book) => book.members.get("b")?.wallet.balance)).toBe(wallet - 7n * amount);
  const withdrawal = booked(answers)[0] as Answer & { id: string };
  const closing = await race((i) => ({
    id: `c${i}`,
    kind: i % 2 === 0 ? "pay_out" : "return_withdrawal",
    withdrawal: withdrawal.id,
  }));
  expect(codes(closing)).toEqual({ booked: 1, withdrawal_closed: 49 });
  await end();
});

test("one order asked fifty times over: booked once, one answer", async () => {
  await world();
  const answers = await race(() => buys("p", 4_321));
  expect(codes(answers)).toEqual({ booked: 50 });
  const told = new Set(booked(answers).map((each) => JSON.stringify({ ...each, seq: 0, repeated: false })));
  expect(told.size).toBe(1);
  expect(answers.filter((each) => "repeated" in each && !each.repeated).length).toBe(1);
  await end();
});

test("one id with fifty bodies: one is booked, the others are in conflict with it, for good", async () => {
  await world();
  const order = (i: number) => buys("p", 1_000 + i);
  const answers = await race(order);
  expect(codes(answers)).toEqual({ booked: 1, id_conflict: 49 });
  const again = await race(order);
  expect(again.map(({ status }) => status)).toEqual(answers.map(({ status }) => status));
  await end();
});

test("one region, fifty agents: one is appointed, and after his term the next one", async () => {
  await world();
  const appoint = (round: string) => (i: number) => ({
    id: `${round}${i}`,
    kind: "appoint",
    member: ["a", "b", "c"][i % 3],
    region: "440106",
  });
  expect(codes(await race(appoint("x")))).toEqual({ booked: 1, region_taken: 49 });
  const dismissals = await race((i) => ({ id: `d${i}`, kind: "dismiss", region: "440106" }));
  expect(codes(dismissals)).toEqual({ booked: 1, region_vacant: 49 });
  expect(codes(await race(appoint("y")))).toEqual({ booked: 1, region_taken: 49 });
  await end();
});

test("a member's first purchase at fifty stores at once: one owner is his sponsor", async () => {
  const owners = FIFTY.flatMap((i) => [
    { id: `join o${i}`, kind: "join", member: `o${i}` },
    { id: `open ${i}`, kind: "open_store", merchant: `s${i}`, owner: `o${i}`, region: "440106" },
  ]);
  await world(...owners);
  const answers = await race((i) => ({ ...buys(`p${i}`, 1_000), merchant: `s${i}` }));
  expect(codes(answers)).toEqual({ booked: 50 });
  const locks = booked(answers)
    .map((each) => JSON.parse("record" in each ? each.record : "{}").entry)
    .filter(({ locked }) => locked !== null);
  expect(locks.length).toBe(1);
  const { rows } = await set.database.query<{ sponsor: string; changes: bigint }>(
    `SELECT o.id AS sponsor,
       (SELECT count(*) FROM sponsor_change c WHERE c.cell_id = m.cell_id AND c.member_no = m.no) AS changes
     FROM member m JOIN member o ON o.cell_id = m.cell_id AND o.no = m.sponsor_no
     WHERE m.cell_id = $1 AND m.id = 'b'`,
    [cell],
  );
  expect(rows).toEqual([{ sponsor: locks[0].locked, changes: 1n }]);
  await end();
});

test("a member bound by fifty codes at once: one sponsor", async () => {
  await world();
  const answers = await race((i) => ({
    id: `b${i}`,
    kind: "bind",
    member: "b",
    sponsor: i % 2 === 0 ? "a" : "c",
  }));
  expect(codes(answers)).toEqual({ booked: 1, sponsor_fixed: 49 });
  await end();
});

test("one purchase refunded whole fifty times: once; in fiftieths: no fifty-first", async () => {
  await world(buys("p", 100_000), buys("q", 100_049));
  const whole = await race((i) => ({ id: `w${i}`, kind: "refund", purchase: "p", amount_fen: 100_000 }));
  expect(codes(whole)).toEqual({ booked: 1, refund_exceeds_purchase: 49 });
  const parts = await race((i) => ({ id: `q${i}`, kind: "refund", purchase: "q", amount_fen: 2_000 }));
  expect(codes(parts)).toEqual({ booked: 50 });
  const more = await race((i) => ({ id: `m${i}`, kind: "refund", purchase: "q", amount_fen: 1 }));
  expect(codes(more)).toEqual({ refunds_exhausted: 50 });
  const { rows } = await set.database.query<{ refunded: bigint; refunds: bigint }>(
    `SELECT c.refunded, c.refunds FROM purchase_change c
     JOIN journal j ON j.cell_id = c.cell_id AND j.seq = c.purchase_seq WHERE c.cell_id = $1 AND j.id = 'q'`,
    [cell],
  );
  expect(rows).toEqual([{ refunded: 100_000n, refunds: 50n }]);
  await end();
});
