/** Kills at random instants under load, and what must be true after each. */
import { setTimeout as pause } from "node:timers/promises";
import { type Database, isUnreachable, verifyCell } from "#store";
import { Chance } from "../desk/chance.ts";
import { type Asker, Client, Ledger, type OrderJson, settlers, Till } from "./load.ts";
import { RunningServer } from "./server.ts";

/** What is killed with SIGKILL; `stop` is the server told to end in good order. */
export type Victim = "server" | "writer" | "postmaster" | "checkpointer" | "both" | "stop";

const TURN: readonly Victim[] = [
  "server",
  "writer",
  "postmaster",
  "writer",
  "server",
  "both",
  "writer",
  "checkpointer",
];

/** So many kills, each kind in its turn. */
export const inTurn = (n: number) => Array.from({ length: n }, (_, i) => TURN[i % TURN.length] as Victim);

const HEAL = 120_000;
const TOGETHER = 500;

export interface Counts {
  readonly orders: number;
  readonly journals: number;
  /** Orders asked at a kill and not answered; and how many of those had been booked all the same. */
  readonly cut: number;
  readonly bookedUnheard: number;
  readonly restarts: readonly number[];
}

/** Plays the kills in turn; throws on the first thing that is not as it must be. */
export async function killing(victims: readonly Victim[], seed: number): Promise<Counts> {
  const chance = new Chance(seed);
  const server = await RunningServer.open();
  const ledger = new Ledger();
  const client = new Client(() => server.url, server.key, ledger);
  const counts = { orders: 0, journals: 0, cut: 0, bookedUnheard: 0, restarts: [] as number[] };
  try {
    await answered(client, settlers());
    const tills = ["a", "b", "c"].map((name, i) => new Till(name, client, new Chance(seed + 7 * i)));
    for (const victim of victims) {
      const known = new Set(ledger.booked.keys());
      const working = tills.map((till) => till.work());
      await pause(chance.between(20, 700));
      await strike(server, victim);
      for (const till of tills) till.stop();
      await Promise.all(working);
      if (!server.isRunning) counts.restarts.push(await server.start());
      const unheard = await bookedOf(server, [...ledger.open]);
      if (victim === "stop" && unheard > 0) throw new Error(`${unheard} orders booked and not answered`);
      counts.bookedUnheard += unheard;
      counts.cut += ledger.open.size;
      await settled(client, ledger);
      await allOnce(server, client, ledger, known, victim);
      counts.journals = await clean(server, victim);
    }
    counts.orders = ledger.asked.size;
    const { restarts, ...rest } = counts;
    const mean = restarts.reduce((sum, ms) => sum + ms, 0) / restarts.length;
    console.log(`seed ${seed}: ${JSON.stringify(rest)}, restarts of ${mean.toFixed(0)} ms`);
    return counts;
  } finally {
    client.close();
    await server.discard();
  }
}

async function strike(server: RunningServer, victim: Victim): Promise<void> {
  const { database } = server;
  if (victim === "server") return await server.kill();
  if (victim === "stop") {
    const status = await server.stop();
    if (status !== 0) throw new Error(`the server ended with ${status}: ${server.said}`);
    return;
  }
  if (victim === "postmaster" || victim === "both") {
    const pid = server.postmaster;
    if (victim === "both") await server.kill();
    process.kill(pid, "SIGKILL");
    return;
  }
  const { rows } = await database.query<{ pid: number }>(
    victim === "writer"
      ? "SELECT pid FROM pg_stat_activity WHERE application_name = 'wellspring writer' LIMIT 1"
      : "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'",
  );
  for (const { pid } of rows) process.kill(pid, "SIGKILL");
}

/** Asks until there is an answer. */
export async function answered(client: Asker, orders: readonly OrderJson[]): Promise<void> {
  const until = Date.now() + HEAL;
  for (let at = 0; at < orders.length; at += TOGETHER) {
    const part = orders.slice(at, at + TOGETHER);
    while (!(await client.ask(part))) {
      if (Date.now() > until) throw new Error("the server has not healed");
      await pause(50);
    }
  }
}

/** Everything that went unanswered is asked again and gets its answer. */
export async function settled(client: Asker, ledger: Ledger): Promise<void> {
  await answered(
    client,
    [...ledger.open].map((id) => ledger.asked.get(id) as OrderJson),
  );
  if (ledger.open.size > 0) throw new Error(`${ledger.open.size} orders without an answer`);
}

/**
 * A reading of our own, again where its connection goes with the database: PostgreSQL may take a moment to
 * see that one of its processes was killed, and ends all connections only then.
 */
async function steady<T>(reading: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + HEAL; ; ) {
    try {
      return await reading();
    } catch (error) {
      if (!isUnreachable(error) || Date.now() > until) throw error;
      await pause(50);
    }
  }
}

async function bookedOf({ database }: RunningServer, ids: string[]): Promise<number> {
  const text = "SELECT 1 FROM journal WHERE cell_id = 1 AND id = ANY($1::text[])";
  return (await steady(() => database.query(text, [ids]))).rows.length;
}

/** Each answered order is there once, as it was answered; asked again it gets the same answer. */
async function allOnce(
  server: RunningServer,
  client: Client,
  ledger: Ledger,
  known: ReadonlySet<string>,
  victim: Victim,
): Promise<void> {
  await compare(server.database, 1n, ledger);
  const lately = [...ledger.booked.keys()].filter((id) => !known.has(id));
  await answered(
    client,
    lately.map((id) => ledger.asked.get(id) as OrderJson),
  );
  if (ledger.faults.length > 0) throw new Error(`${victim}: ${ledger.faults.slice(0, 5).join("; ")}`);
}

/** Every order answered as booked stands in the book once, as it was answered, and there are no others. */
export async function compare(database: Database, cell: bigint, ledger: Ledger): Promise<void> {
  const text = "SELECT id, seq, record FROM journal WHERE cell_id = $1 AND asked IS NOT NULL";
  const { rows } = await steady(() =>
    database.query<{ id: string; seq: bigint; record: string }>(text, [cell]),
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  if (found.size !== rows.length) ledger.faults.push("an order is booked twice");
  if (found.size !== ledger.booked.size)
    ledger.faults.push(`${found.size} orders in the book, ${ledger.booked.size} answered as booked`);
  for (const [id, { seq, record }] of ledger.booked) {
    const row = found.get(id);
    if (row === undefined) ledger.faults.push(`${id} was answered and is lost`);
    else if (Number(row.seq) !== seq || row.record !== record) ledger.faults.push(`${id} stands otherwise`);
  }
}

async function clean({ database }: RunningServer, victim: Victim): Promise<number> {
  const verdict = await steady(() => verifyCell(database, 1n));
  if (verdict === null || verdict.differences > 0)
    throw new Error(`${victim}: ${JSON.stringify(verdict?.findings.slice(0, 5))}`);
  return verdict.seq;
}
