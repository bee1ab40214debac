/**
 * Live cells on an injected clock: what is due happens by itself, time never goes back, and a reload keeps
 * it.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Answer, DeskSettings } from "#desk";
import { parseInstant } from "#engine";
import { verifyCell } from "#store";
import { WAITING } from "../store/verify-world.ts";
import { Chance, LONG, SEED } from "./chance.ts";
import { Model, plain } from "./model.ts";
import { planOf, type Stage, stage } from "./stage.ts";
import { WorldOfOrders } from "./world.ts";

const MINUTE = 60_000_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 2, 1) * 1_000;
const CELL = 8n;
const PLAN = planOf(WAITING);

let set: Stage;
let now = START;
const clock: Partial<DeskSettings> = { now: () => now };
beforeEach(async () => {
  now = START;
  set = await stage(clock);
  await set.desk.createCell(CELL, 1n, "live", "live", PLAN);
});
afterEach(async () => await set.drop());

const PEOPLE = [
  { id: "a", kind: "join", member: "a" },
  { id: "b", kind: "join", member: "b", sponsor: "a" },
  { id: "s", kind: "open_store", merchant: "s", owner: "a", region: "440106" },
];
const buys = (id: string) => ({ id, kind: "purchase", member: "b", merchant: "s", amount_fen: 100_000 });

const asked = async (desk: Stage["desk"], ...orders: object[]) =>
  await desk.submit(
    CELL,
    orders.map((json) => ({ json })),
  );
const kinds = async () => {
  const { rows } = await set.database.query<{ kind: string }>(
    "SELECT kind FROM journal WHERE cell_id = $1 ORDER BY seq",
    [CELL],
  );
  return rows.map(({ kind }) => kind).slice(PEOPLE.length);
};
const atOf = (answer: Answer | undefined) =>
  parseInstant(JSON.parse(answer?.status === "booked" ? answer.record : "{}").at);

test("settlement and thaw come by the tick, on the microsecond and once, over a reload", async () => {
  await asked(set.desk, ...PEOPLE, buys("p"));
  now = START + 2 * DAY - 1;
  await set.desk.tick(CELL);
  expect(await kinds()).toEqual(["purchase"]);
  now += 1;
  await set.desk.tick(CELL);
  await set.desk.tick(CELL);
  expect(await kinds()).toEqual(["purchase", "settle"]);
  await set.desk.close();
  const next = set.another();
  now = START + 5 * DAY - 1;
  await next.tick(CELL);
  expect(await kinds()).toEqual(["purchase", "settle"]);
  now += 1;
  await next.tick(CELL);
  expect(await kinds()).toEqual(["purchase", "settle", "thaw"]);
  await next.close();
  expect((await verifyCell(set.database, CELL))?.findings).toEqual([]);
});

test("the desk lets time pass by itself", async () => {
  const desk = set.another();
  desk.start();
  await asked(desk, ...PEOPLE, buys("p"));
  now += 2 * DAY;
  for (let tries = 0; (await kinds()).length < 2 && tries < 200; tries++)
    await new Promise((done) => setTimeout(done, 25));
  expect(await kinds()).toEqual(["purchase", "settle"]);
  await desk.close();
  expect(set.faults).toEqual([]);
});

test("a clock that goes back does not take the book with it, over a reload neither", async () => {
  const [first] = await asked(set.desk, ...PEOPLE).then((answers) => answers.slice(-1));
  now = START - DAY;
  const [second] = await asked(set.desk, buys("p"));
  expect(atOf(second)).toBe(atOf(first));
  await set.desk.close();
  const next = set.another();
  now = START - 2 * DAY;
  const [third] = await asked(next, buys("q"));
  expect(atOf(third)).toBe(atOf(first));
  now = START + DAY;
  expect(atOf((await asked(next, buys("r")))[0])).toBe(START + DAY);
  await next.close();
  expect((await verifyCell(set.database, CELL))?.findings).toEqual([]);
});

test("an order's own time: not long ahead of the clock, never before the book", async () => {
  await asked(set.desk, ...PEOPLE);
  const at = (instant: number) => ({ at: new Date(instant / 1_000).toISOString() });
  const [early, late, ahead] = await asked(
    set.desk,
    { ...buys("early"), ...at(START - MINUTE) },
    { ...buys("late"), ...at(START + 2 * MINUTE) },
    { ...buys("ahead"), ...at(START + MINUTE) },
  );
  expect(early).toMatchObject({ status: "refused", code: "time_reversed" });
  expect(late).toEqual({ status: "malformed", field: "at" });
  expect(ahead).toMatchObject({ status: "booked" });
  // Those after it come at its time at the earliest.
  expect(atOf((await asked(set.desk, buys("next")))[0])).toBe(START + MINUTE);
  await set.desk.close();
});

test("a quote at the very moment something is due: that has happened, the quote stands", async () => {
  await asked(set.desk, ...PEOPLE, buys("p"));
  await set.desk.close();
  // A clock that moves with each look at it, across the moment the purchase settles.
  const due = START + 2 * DAY;
  for (let back = 0; back < 12; back++) {
    let looks = 0;
    const desk = set.another({ now: () => due - back + looks++ * 2 });
    const quote = await desk.quote(CELL, { json: buys(`q${back}`) });
    expect(quote.status).toBe("quoted");
    expect((await desk.figures(CELL))?.reloads).toBe(0);
    await desk.giveUp(CELL);
    await desk.close();
  }
  expect(set.faults).toEqual([]);
});

test(`random orders on a moving clock as in memory (WELLSPRING_SEED=${SEED})`, async () => {
  for (let round = 0; round < (LONG ? 200 : 4); round++) {
    const seed = SEED + round;
    const chance = new Chance(seed);
    const cell = BigInt(100 + round);
    const exitLimit = chance.between(1, 3);
    const world = new WorldOfOrders(chance, WAITING, false);
    now = START;
    const model = new Model(PLAN, exitLimit, () => now);
    const settings = () => ({ exitLimit, mostTogether: chance.pick([1, 3, 40]) });
    let desk = set.another(settings());
    await desk.createCell(cell, 1n, `live ${seed}`, "live", PLAN);
    for (let bite = 0; bite < 14; bite++) {
      const orders = world.orders(chance.between(1, 30));
      const answers = await desk.submit(
        cell,
        orders.map((json) => ({ json })),
      );
      expect(answers.map(plain), `seed ${seed}`).toEqual(orders.map((order) => model.answer(order)));
      now += chance.once(3) ? chance.below(2 * DAY) : chance.below(120 * MINUTE);
      if (chance.once(2)) {
        await desk.tick(cell);
        model.tick();
      }
      if (chance.once(3)) {
        await desk.close();
        desk = set.another(settings());
      }
    }
    await desk.close();
    const { rows } = await set.database.query<{ record: string }>(
      "SELECT record FROM journal WHERE cell_id = $1 ORDER BY seq",
      [cell],
    );
    expect(rows.map(({ record }) => record)).toEqual(model.records);
    expect((await verifyCell(set.database, cell))?.findings, `seed ${seed}`).toEqual([]);
  }
  expect(set.faults).toEqual([]);
});
