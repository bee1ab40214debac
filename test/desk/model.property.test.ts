/**
 * Random orders through the desk in groups of random size, the book let go of and loaded anew all the time,
 * against the same orders one after the other in memory: same answers, same records to the byte, same
 * chain; and the check of the whole cell finds nothing.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, Desk } from "#desk";
import { readPlan } from "#engine";
import { verifyCell } from "#store";
import { plans } from "../engine/world.ts";
import { Chance, LONG, SEED } from "./chance.ts";
import { MARKS, Watch } from "./eviction.ts";
import { Model, plain } from "./model.ts";
import { planOf, type Stage, slowCommits, stage } from "./stage.ts";
import { type OrderJson, WorldOfOrders } from "./world.ts";

const WORLDS = Number(process.env["WORLDS"] ?? (LONG ? 2_000 : 12));
const LENGTH = 260;

let set: Stage;
const watch = new Watch();
beforeAll(async () => {
  set = await stage();
  await slowCommits(set.database, 4);
  watch.start();
});
afterAll(async () => {
  watch.stop();
  await set.drop();
});

/** Many small lots that leave together once money comes in. */
const CROWDED = {
  name: "crowded",
  version: 1,
  take: "50%",
  portions: [
    { to: "operator", rate: "1%" },
    { to: "commissions", rate: "1%" },
    { to: "pool", rest: true },
  ],
  commissions: {
    upline: ["0.5%"],
    recruiter: "0%",
    region: { mode: "separate", district: "0.1%", city: "0%", province: "0%" },
    unclaimed: "operator",
  },
  commission_freeze: "P3D",
  pool: {
    opening_price_fen: 100,
    mint: "70%",
    exit_load: "5%",
    max_step: "1000%",
    cap: { multiple: "1.2", per: "purchase" },
  },
};

/** A plan of any shape; caps low and multiples high by turns, so that exits come and lots stay. */
function planFor(seed: number): Record<string, unknown> {
  if (seed % 3 === 0) return CROWDED;
  const found = fc.sample(plans, { seed, numRuns: 20 }).find((plan) => "plan" in readPlan(plan));
  return { ...found, ...(seed % 3 === 1 ? { settle_after: "P7D" } : {}) };
}

/** Asks in bites, several at once, so that groups stand behind one another while one is being committed. */
async function asked(
  desk: Desk,
  cell: bigint,
  orders: readonly OrderJson[],
  chance: Chance,
): Promise<Answer[]> {
  const bites: Promise<Answer[]>[] = [];
  for (let at = 0; at < orders.length; ) {
    const size = chance.once(3) ? 1 : chance.between(1, 40);
    bites.push(
      desk.submit(
        cell,
        orders.slice(at, at + size).map((json) => ({ json })),
      ),
    );
    at += size;
  }
  return (await Promise.all(bites)).flat();
}

async function play(seed: number, cell: bigint): Promise<void> {
  const chance = new Chance(seed);
  const body = planFor(seed);
  const plan = planOf(body);
  const exitLimit = chance.between(1, 3);
  const isTimed = plan.settleAfter !== null || plan.commissionFreeze !== null;
  const world = new WorldOfOrders(chance, body, isTimed || chance.once(2));
  const model = new Model(plan, exitLimit);
  const settings = () => ({ mostTogether: chance.pick([1, 2, 3, 5, 9, 40]), exitLimit });
  let desk = set.another(settings());
  await desk.createCell(cell, 1n, `world ${seed}`, "orders", plan);
  for (let left = LENGTH; left > 0; ) {
    const orders = world.orders(Math.min(left, chance.between(5, 120)));
    // Now and then so much comes in that lots leave one after the other, and the book is loaded in between.
    const isFlood = chance.once(3);
    if (isFlood) orders.push({ id: `inject-${left}`, kind: "inject", amount_fen: 3_000_000 });
    left -= orders.length;
    const answers = await asked(desk, cell, orders, chance);
    for (const [i, answer] of answers.entries()) {
      const expected = model.answer(orders[i]);
      expect(plain(answer), `seed ${seed}, ${JSON.stringify(orders[i])}`).toEqual(expected);
    }
    if (!isFlood && !chance.once(4)) continue;
    if (chance.once(2)) await desk.giveUp(cell);
    else {
      await desk.close();
      desk = set.another(settings());
    }
  }
  await desk.close();
  const { rows } = await set.database.query<{ record: string; head: Buffer }>(
    "SELECT record, head FROM journal WHERE cell_id = $1 ORDER BY seq",
    [cell],
  );
  expect(rows.map(({ record }) => record)).toEqual(model.records);
  expect(rows.at(-1)?.head.toString("hex")).toBe(model.head.toString("hex"));
  const verdict = await verifyCell(set.database, cell);
  expect(verdict?.findings, `seed ${seed}`).toEqual([]);
}

describe(`random orders through the desk (WELLSPRING_SEED=${SEED})`, () => {
  test("as one after the other in memory, whatever is let go of and loaded", async () => {
    const unreached = () => MARKS.filter((mark) => !watch.counts.has(mark));
    // A few more, where chance has left a rare mark out.
    for (let i = 0; i < WORLDS || (unreached().length > 0 && i < 4 * WORLDS); i++)
      await play(SEED + i, BigInt(1_000 + i));
    expect(set.faults).toEqual([]);
    console.log([...watch.counts].map(([mark, n]) => `${n} × ${mark}`).join("\n"));
    expect(unreached(), "marks never reached").toEqual([]);
  }, 600_000);
});
