/**
 * Two processes on one database and one cell, both offered orders all the time, many of them the same,
 * while the cell goes from one to the other by force, a hundred times; now and then one is frozen for
 * longer than its lease. There is never a second writer: numbers without a gap, one chain, every answered
 * order once and as it was answered.
 */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCell, putOperator, verifyCell } from "#store";
import { Chance, SEED } from "../desk/chance.ts";
import { planOf, text } from "../desk/stage.ts";
import { freshDatabase, type TestDatabase } from "../postgres.ts";
import { DeskProcess } from "./desk-process.ts";
import { type Asker, Ledger, settlers, Till } from "./load.ts";
import { answered, compare, settled } from "./story.ts";

const HANDOVERS = 100;
const FREEZE_EVERY = 20;
const LEASE = 1;
const CELL = 4n;

let ground: TestDatabase;
const desks: DeskProcess[] = [];
beforeEach(async () => {
  ground = await freshDatabase();
});
afterEach(async () => {
  for (const desk of desks) await desk.end();
  await ground.drop();
});

/** Asks both at once for the same. */
class Both implements Asker {
  constructor(
    private readonly a: Asker,
    private readonly b: Asker,
  ) {}

  async ask(orders: Parameters<Asker["ask"]>[0]): Promise<boolean> {
    const [first, second] = await Promise.all([this.a.ask(orders), this.b.ask(orders)]);
    return first || second;
  }
}

test(`${HANDOVERS} forced hand-overs (WELLSPRING_SEED=${SEED})`, async () => {
  const { database, url } = ground;
  const chance = new Chance(SEED);
  const plan = planOf(JSON.parse(text("worked-local.plan.json")));
  await putOperator(database, 1n, "hand-over");
  await createCell(database, { cell: CELL, operator: 1n, name: "hand-over", clock: "orders", plan });
  const ledger = new Ledger();
  const [a, b] = [
    await DeskProcess.open(url, CELL, LEASE, ledger),
    await DeskProcess.open(url, CELL, LEASE, ledger),
  ];
  desks.push(a, b);
  await a.take();
  await answered(a, settlers());
  const askers = [a, b, new Both(a, b), a, b];
  const tills = askers.map((asker, i) => new Till(`t${i}`, asker, new Chance(SEED + i), 12));
  const working = tills.map((till) => till.work());
  let longest = 0;
  const standing = async () => {
    const { rows } = await database.query<{ epoch: bigint; holes: bigint }>(
      `SELECT epoch, seq - (SELECT count(*) FROM journal WHERE cell_id = $1) AS holes
       FROM pool WHERE cell_id = $1`,
      [CELL],
    );
    return { epoch: Number(rows[0]?.epoch), holes: Number(rows[0]?.holes) };
  };
  let [next, last] = [a, b];
  // One that is asked while nobody has a lease takes the cell by itself: hand-overs are counted by the epoch.
  for (let i = 1; (await standing()).epoch <= HANDOVERS; i++) {
    [next, last] = [last, next];
    await pause(chance.between(1, 60));
    const isFrozen = i % FREEZE_EVERY === 0;
    if (isFrozen) last.freeze();
    const took = await next.take();
    if (typeof took === "string") throw new Error(`hand-over ${i}: ${took}`);
    longest = Math.max(longest, took);
    // For longer than its lease; then it wakes and believes that nothing has happened.
    if (isFrozen) {
      await pause(LEASE * 1_000 + 200);
      last.thaw();
    }
  }
  for (const till of tills) till.stop();
  await Promise.all(working);
  const open = ledger.open.size;
  await settled(next, ledger);
  await compare(database, CELL, ledger);
  expect(ledger.faults.slice(0, 5)).toEqual([]);
  const verdict = await verifyCell(database, CELL);
  expect(verdict?.findings).toEqual([]);
  expect((await standing()).holes).toBe(0);
  const reasons = new Map(
    [...a.notNow, ...b.notNow].map(([reason]) => [
      reason,
      (a.notNow.get(reason) ?? 0) + (b.notNow.get(reason) ?? 0),
    ]),
  );
  console.log(
    `seed ${SEED}: ${ledger.asked.size} orders, ${verdict?.seq} journals, ${open} open at the end, ` +
      `turned away ${JSON.stringify(Object.fromEntries(reasons))}, longest taking ${longest.toFixed(0)} ms`,
  );
  expect(reasons.get("elsewhere") ?? 0).toBeGreaterThan(HANDOVERS / 2);
  console.log([...(await a.faults()), ...(await b.faults())].slice(0, 5).join("\n"));
}, 600_000);
