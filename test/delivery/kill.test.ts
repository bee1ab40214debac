/** kill -9 of a worker in the middle of its work: nothing is lost, and what must happen once happens once. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Delivery, Jobs } from "../../src/desk/delivery/index.ts";
import { freshDatabase, type TestDatabase } from "../postgres.ts";
import { CELL, joins, makeCell, receiver, until, write } from "./ground.ts";

const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
/** A machine under load may make a request time out: it is tried again at once, not in five seconds. */
const RETRY = { first: 50, longest: 200 };
const KILLS = 2;

let ground: TestDatabase;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  ground = await freshDatabase();
  await makeCell(ground.database);
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await ground.drop();
});

function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function startChild(): Promise<ChildProcess> {
  const path = fileURLToPath(new URL("./child.ts", import.meta.url));
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const child = spawn(process.execPath, ["--import", "tsx", path, ground.url, `${CELL}`], {
    stdio: [...stdio],
  });
  children.add(child);
  if (child.stdout === null) throw new Error("no output of the child");
  await once(child.stdout, "data");
  return child;
}

async function killSoon(child: ChildProcess, milliseconds: number): Promise<void> {
  await new Promise((done) => setTimeout(done, milliseconds));
  child.kill("SIGKILL");
  await once(child, "exit");
  children.delete(child);
}

test(`webhooks: every journal is told, however often the worker is killed (seed ${SEED})`, async () => {
  const { database } = ground;
  const random = chance(SEED);
  const till = await receiver((_, response) => setTimeout(() => response.end("ok"), 10 + random() * 20));
  const delivery = new Delivery(database, {
    allowPrivate: true,
    poll: 20,
    lease: 400,
    timeout: 300,
    retry: RETRY,
  });
  const made = await delivery.createWebhook(CELL, { url: till.url });
  if ("fault" in made) throw new Error(made.fault);
  let written = 0;
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await write(database, joins(100), BigInt(written));
    written += 100;
    const child = await startChild();
    const heard = till.heard.length;
    await until("the child tells", () => till.heard.length > heard);
    await killSoon(child, random() * 250);
    const { rows } = await database.query("SELECT 1 FROM delivery WHERE cell_id = $1 AND state = 'sending'", [
      CELL,
    ]);
    cut += rows.length;
  }
  // The kills came while messages were under way; otherwise this has shown nothing.
  expect(cut).toBeGreaterThan(0);
  delivery.start([CELL]);
  await until("all delivered", async () => {
    const { rows } = await database.query(
      "SELECT 1 FROM delivery WHERE cell_id = $1 AND state = 'delivered'",
      [CELL],
    );
    return rows.length === written;
  });
  expect(new Set(till.heard.map(({ json }) => json.seq)).size).toBe(written);
  const ids = new Map<number, Set<string>>();
  for (const { json, id } of till.heard) ids.set(json.seq, (ids.get(json.seq) ?? new Set()).add(id));
  // Told again after a kill, a message has the id it had.
  expect([...ids.values()].filter(({ size }) => size !== 1)).toEqual([]);
  await delivery.stop();
  await till.close();
});

test(`jobs: each has its effect once, however often the worker is killed (seed ${SEED})`, async () => {
  const { database } = ground;
  const random = chance(SEED + 1);
  await database.query("CREATE TABLE effect (cell_id bigint NOT NULL, job_id text NOT NULL)");
  const jobs = new Jobs(database, { poll: 20, lease: 400 });
  const count = async (state: string) => {
    const { rows } = await database.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM job WHERE cell_id = $1 AND state = $2",
      [CELL, state],
    );
    return Number(rows[0]?.n);
  };
  for (let n = 0; n < 200; n++) await jobs.enqueue(database, { cell: CELL, kind: "effect", mostTries: 50 });
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const done = await count("done");
    const child = await startChild();
    await until("the child works", async () => (await count("done")) > done || (await count("queued")) === 0);
    await killSoon(child, random() * 120);
    cut += await count("running");
  }
  expect(cut).toBeGreaterThan(0);
  const last = await startChild();
  await until("all done", async () => (await count("done")) === 200);
  await killSoon(last, 0);
  const { rows } = await database.query(
    `SELECT count(*) AS effects, count(DISTINCT job_id) AS jobs FROM effect WHERE cell_id = $1`,
    [CELL],
  );
  expect(rows).toEqual([{ effects: 200n, jobs: 200n }]);
});
