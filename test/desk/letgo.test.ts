/**
 * What a book lets go of while groups follow one another, case by case. Commits take their time here, so
 * that the next group is surely decided while the one before is on its way.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeskSettings } from "#desk";
import { verifyCell } from "#store";
import { Model, plain } from "./model.ts";
import { planOf, type Stage, slowCommits, stage } from "./stage.ts";

const PLAN = {
  name: "one-lot",
  version: 1,
  take: "30%",
  portions: [
    { to: "operator", rate: "2%" },
    { to: "commissions", rate: "2%" },
    { to: "pool", rest: true },
  ],
  commissions: {
    upline: ["0.5%"],
    recruiter: "0%",
    region: { mode: "separate", district: "0%", city: "0%", province: "0%" },
    unclaimed: "operator",
  },
  pool: {
    opening_price_fen: 100,
    mint: "70%",
    exit_load: "10%",
    max_step: "10%",
    cap: { multiple: "2", per: "member" },
  },
};
const TIMED = { ...PLAN, commission_freeze: "P1D" };

let set: Stage;
beforeEach(async () => {
  set = await stage({ mostTogether: 1 });
  await slowCommits(set.database, 25);
});
afterEach(async () => await set.drop());

/** Each list is asked at once, order upon order; between two lists everything comes to rest. */
async function play(plan: object, lists: readonly object[][], settings: Partial<DeskSettings> = {}) {
  const checked = planOf(plan);
  const desk = set.another(settings);
  await desk.createCell(5n, 1n, "case", "orders", checked);
  const model = new Model(checked, 256);
  let n = 0;
  for (const list of lists) {
    const orders = list.map((order) => ({ id: `o${n++}`, ...order }));
    const answers = await desk.submit(
      5n,
      orders.map((json) => ({ json })),
    );
    const expected = orders.map((order) => model.answer(order));
    expect(answers.map(plain)).toEqual(expected);
    if (list.length === 0) await desk.giveUp(5n);
  }
  await desk.close();
  expect((await verifyCell(set.database, 5n))?.findings).toEqual([]);
  expect(set.faults).toEqual([]);
  return model;
}

const PEOPLE = [
  { kind: "join", member: "owner" },
  { kind: "join", member: "m" },
  { kind: "open_store", merchant: "s", owner: "owner", region: "440106" },
];
const buys = (id: string) => ({ id, kind: "purchase", member: "m", merchant: "s", amount_fen: 100_000 });
const sells = (points: string) => ({ kind: "redeem", member: "m", points });
const refunds = (purchase: string, amount_fen: number) => ({ kind: "refund", purchase, amount_fen });

test("a purchase refunded again and again while its lot is let go: no part twice", async () => {
  // The points of the first purchase are all sold, so that its refunds leave the lot alone.
  await play(PLAN, [
    [...PEOPLE, buys("p1"), buys("p2")],
    [sells("200")],
    [sells("1"), ...Array.from({ length: 8 }, () => refunds("p1", 20_000))],
  ]);
});

test("a purchase refunded while later groups use its lot is the one that the lot knows", async () => {
  await play(PLAN, [
    [...PEOPLE, buys("p1"), buys("p2"), buys("p3")],
    [],
    [sells("1"), sells("1"), refunds("p2", 50_000), sells("1"), refunds("p2", 30_000), sells("all")],
  ]);
});

test("a lot bought into since it was let go knows its older purchases too", async () => {
  await play(PLAN, [
    [...PEOPLE, buys("p1"), buys("p2")],
    [],
    [buys("p3"), sells("1"), buys("p4"), refunds("p1", 100_000), sells("300"), sells("all"), buys("p5")],
    [sells("all"), refunds("p4", 7), refunds("p5", 100_000), refunds("p1", 1)],
  ]);
});

test("a lot closed and opened again, its purchases refunded before and after", async () => {
  const round = (i: number) => [
    buys(`a${i}`),
    sells("all"),
    refunds(`a${i}`, 100),
    buys(`b${i}`),
    sells("all"),
  ];
  await play(PLAN, [
    PEOPLE,
    [...round(1), ...round(2), refunds("a1", 5_000), refunds("b1", 100_000), refunds("b2", 3)],
    [],
    [refunds("a1", 5_000), refunds("b2", 3), refunds("a2", 99_000), sells("all")],
  ]);
});

test("an id that is no purchase may still be a withdrawal, and the other way round", async () => {
  const withdraws = { id: "w", kind: "withdraw", member: "m", source: "wallet", amount_fen: 100 };
  const orders = [refunds("w", 1), { kind: "pay_out", withdrawal: "w" }];
  const model = await play(
    PLAN,
    [
      [...PEOPLE, buys("p1"), sells("all")],
      [withdraws, { kind: "pay_out", withdrawal: "w" }],
      [],
      [
        ...orders,
        { kind: "pay_out", withdrawal: "p1" },
        refunds("p1", 10),
        { kind: "pay_out", withdrawal: "p1" },
      ],
    ],
    { mostTogether: 40 },
  );
  expect(model.answer({ id: "again", kind: "pay_out", withdrawal: "w" })).toMatchObject({
    code: "withdrawal_closed",
  });
});

test("time that passed with a refused order is kept when the book is loaded anew", async () => {
  const at = (day: number) => ({ at: `2026-05-0${day}T09:00:00+08:00` });
  const model = await play({ ...TIMED, commission_freeze: "P30D" }, [
    [...PEOPLE.map((order) => ({ ...order, ...at(1) })), buys("p1")],
    [{ ...sells("9999"), ...at(2) }],
    [],
    [buys("p2")],
    [{ ...refunds("nothing", 5), ...at(5) }],
    [],
    [buys("p3"), { ...buys("p4"), ...at(4) }],
  ]);
  // Nothing has come due meanwhile, so no journal has kept the time.
  expect(model.journals.map(({ at }) => new Date((at ?? 0) / 1_000).getUTCDate())).toEqual([
    1, 1, 1, 1, 2, 5,
  ]);
});

test("commissions of a purchase refunded after its lot is gone thaw by what is left", async () => {
  const at = (day: number) => ({ at: `2026-05-0${day}T09:00:00+08:00` });
  await play({ ...TIMED, commission_freeze: "P3D" }, [
    [
      { kind: "join", member: "owner", ...at(1) },
      { kind: "join", member: "m", sponsor: "owner" },
      PEOPLE[2] as object,
    ],
    [buys("p1"), buys("p2"), sells("all"), refunds("p1", 33_333), buys("p3")],
    [],
    [refunds("p1", 33_333), refunds("p2", 1), { ...refunds("p3", 100_000), ...at(3) }],
    [{ ...buys("p4"), ...at(4) }, refunds("p1", 33_333), refunds("p2", 50_000)],
    [],
    [{ ...sells("all"), ...at(8) }, refunds("p4", 100_000)],
  ]);
});
