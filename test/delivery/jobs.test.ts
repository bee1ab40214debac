import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database, forgetJobs } from "#store";
import { GiveUp, type JobRun, Jobs, type JobsOptions } from "../../src/desk/delivery/index.ts";
import { freshDatabase, type TestDatabase } from "../postgres.ts";
import { CELL, heldClock, makeCell, until } from "./ground.ts";

let ground: TestDatabase;
let database: Database;
const opened: { stop(): Promise<void> }[] = [];
const others: Database[] = [];

beforeEach(async () => {
  ground = await freshDatabase();
  ({ database } = ground);
  await makeCell(database);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
  await Promise.all(others.splice(0).map((other) => other.close()));
  await ground.drop();
});

function jobsOf(options: JobsOptions = {}, on = database): Jobs {
  const jobs = new Jobs(on, { poll: 20, random: () => 0.5, ...options });
  opened.push(jobs);
  return jobs;
}

/** A node of its own: its own connections, as another process would have. */
function node(options: JobsOptions = {}): Jobs {
  const other = new Database(ground.url, { most: 5 });
  others.push(other);
  return jobsOf(options, other);
}

const states = async () => {
  const { rows } = await database.query<{ state: string; n: bigint }>(
    "SELECT state, count(*) AS n FROM job WHERE cell_id = $1 GROUP BY state",
    [CELL],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
};

describe("putting in", () => {
  test("a job stands or falls with the transaction that asked for it", async () => {
    const jobs = jobsOf();
    const failing = database.transaction(async (tx) => {
      await jobs.enqueue(tx, { cell: CELL, kind: "report" });
      throw new Error("the caller's own fault");
    });
    await expect(failing).rejects.toThrow("the caller's own fault");
    expect(await states()).toEqual({});
    await database.transaction((tx) => jobs.enqueue(tx, { cell: CELL, kind: "report" }));
    expect(await states()).toEqual({ queued: 1 });
  });

  test("the same kind and key is the same job, also when asked for at the same time", async () => {
    const jobs = jobsOf();
    const asked = await Promise.all(
      Array.from({ length: 50 }, () =>
        jobs.enqueue(database, { cell: CELL, kind: "report", key: "2026-11" }),
      ),
    );
    expect(asked.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(asked.map(({ job }) => job)).size).toBe(1);
    expect((await jobs.enqueue(database, { cell: CELL, kind: "other", key: "2026-11" })).fresh).toBe(true);
  });

  test("a cell that is not there takes no job", async () => {
    await expect(jobsOf().enqueue(database, { cell: 99n, kind: "report" })).rejects.toThrow("no cell 99");
  });
});

describe("working", () => {
  test("four nodes, a thousand jobs: each is done exactly once", async () => {
    const nodes = [node(), node(), node(), node()];
    const runs: string[] = [];
    for (const jobs of nodes)
      jobs.handle("count", (run) => {
        runs.push(run.id);
        return Promise.resolve({ n: (run.payload as { n: number }).n });
      });
    const first = nodes[0] as Jobs;
    await database.transaction(async (tx) => {
      for (let n = 0; n < 1_000; n++)
        await first.enqueue(tx, { cell: CELL, kind: "count", key: `${n % 990}`, payload: { n } });
    });
    expect(await states()).toEqual({ queued: 990 });
    for (const jobs of nodes) jobs.start([CELL]);
    await until("all done", async () => (await states())["done"] === 990);
    expect(runs).toHaveLength(990);
    expect(new Set(runs).size).toBe(990);
  });

  test("nothing runs before its time, and a kind without a handler is left to others", async () => {
    const { clock, pass } = heldClock();
    const jobs = jobsOf({ clock });
    const done: string[] = [];
    jobs.handle("settle", (run) => Promise.resolve(done.push(run.id)));
    const runAt = new Date(clock().getTime() + 7 * 86_400_000);
    const { job } = await jobs.enqueue(database, { cell: CELL, kind: "settle", runAt });
    await jobs.enqueue(database, { cell: CELL, kind: "unheard of" });
    await jobs.work(CELL);
    expect(done).toEqual([]);
    pass(7 * 86_400_000 - 1);
    await jobs.work(CELL);
    expect(done).toEqual([]);
    pass(1);
    await jobs.work(CELL);
    expect(done).toEqual([job]);
    expect(await states()).toEqual({ done: 1, queued: 1 });
  });

  test("a failing job is tried again after longer and longer waits, then given up with its reason", async () => {
    const { clock, pass } = heldClock();
    const jobs = jobsOf({ clock, retry: { first: 1_000, longest: 3_000 } });
    const start = clock().getTime();
    const at: number[] = [];
    jobs.handle("flaky", () => {
      at.push(clock().getTime() - start);
      return Promise.reject(new Error("not today"));
    });
    const { job } = await jobs.enqueue(database, { cell: CELL, kind: "flaky", mostTries: 4 });
    for (let i = 0; i < 40; i++) {
      await jobs.work(CELL);
      pass(250);
    }
    // With random at one half the wait is three quarters of 1, 2 and 3 seconds.
    expect(at).toEqual([0, 750, 2_250, 4_500]);
    expect(await jobs.get(CELL, job)).toMatchObject({ state: "failed", tries: 4, error: "not today" });
    expect(await jobs.retry(CELL, job)).toBe(true);
    expect(await jobs.get(CELL, job)).toMatchObject({ state: "queued", tries: 0 });
  });

  test("a handler that gives up is not asked again", async () => {
    const jobs = jobsOf();
    jobs.handle("hopeless", () => Promise.reject(new GiveUp("the file is empty")));
    const { job } = await jobs.enqueue(database, { cell: CELL, kind: "hopeless" });
    await jobs.work(CELL);
    expect(await jobs.get(CELL, job)).toMatchObject({
      state: "failed",
      tries: 1,
      error: "the file is empty",
    });
  });

  test("how far it is, and how long it will still take", async () => {
    const { clock, pass } = heldClock();
    const jobs = jobsOf({ clock });
    const seen: unknown[] = [];
    jobs.handle("export", async (run) => {
      pass(10_000);
      await run.progress(25, 100);
      const view = await jobs.get(CELL, run.id);
      seen.push(view?.state, view?.done, view?.total, view?.secondsLeft);
      return { rows: 100 };
    });
    const { job } = await jobs.enqueue(database, { cell: CELL, kind: "export" });
    await jobs.work(CELL);
    expect(seen).toEqual(["running", 25, 100, 30]);
    expect(await jobs.get(CELL, job)).toMatchObject({
      state: "done",
      result: { rows: 100 },
      secondsLeft: null,
    });
  });
});

describe("stopping and dying", () => {
  test("a cancelled job hears of it, wherever it runs, and nothing it still does stands", async () => {
    const here = node({ lease: 600 });
    const there = node();
    let lost: unknown;
    here.handle("long", async (run) => {
      await new Promise((done) => run.signal.addEventListener("abort", done, { once: true }));
      lost = run.signal.reason;
      await database.transaction(async (tx) => {
        await tx.query("UPDATE cell SET name = 'spoilt' WHERE cell_id = $1", [CELL]);
        await run.finishIn(tx, null);
      });
    });
    const { job } = await here.enqueue(database, { cell: CELL, kind: "long" });
    here.start([CELL]);
    await until("running", async () => (await states())["running"] === 1);
    expect(await there.cancel(CELL, job)).toBe(true);
    await until("told", () => lost !== undefined);
    await here.stop();
    expect(String(lost)).toContain("no longer this worker's");
    expect(await there.get(CELL, job)).toMatchObject({ state: "cancelled" });
    const { rows } = await database.query("SELECT name FROM cell WHERE cell_id = $1", [CELL]);
    expect(rows).toEqual([{ name: "test" }]);
    expect(await there.cancel(CELL, job)).toBe(false);
  });

  test("a worker that fell silent loses its job; what it finishes afterwards does not count", async () => {
    const { clock, pass } = heldClock();
    const slow = node({ clock, lease: 60_000 });
    const quick = node({ clock, lease: 60_000 });
    let wakeSlow = () => {};
    let began = false;
    slow.handle("pay", async (run: JobRun) => {
      began = true;
      await new Promise<void>((done) => {
        wakeSlow = done;
      });
      await database.transaction((tx) => run.finishIn(tx, "slow"));
    });
    quick.handle("pay", () => Promise.resolve("quick"));
    const { job } = await slow.enqueue(database, { cell: CELL, kind: "pay" });
    const working = slow.work(CELL);
    await until("begun", () => began);
    await quick.work(CELL);
    expect(await quick.get(CELL, job)).toMatchObject({ state: "running", tries: 1 });
    pass(60_001);
    await quick.work(CELL);
    expect(await quick.get(CELL, job)).toMatchObject({ state: "done", result: "quick", tries: 2 });
    wakeSlow();
    await working;
    expect(await quick.get(CELL, job)).toMatchObject({ state: "done", result: "quick", tries: 2 });
  });

  test("a house that stops gives back what it could not end, its try not counted", async () => {
    const jobs = jobsOf({ grace: 50 });
    jobs.handle(
      "endless",
      (run) =>
        new Promise((_, fail) => {
          run.signal.addEventListener("abort", () => fail(run.signal.reason as Error));
        }),
    );
    const { job } = await jobs.enqueue(database, { cell: CELL, kind: "endless" });
    jobs.start([CELL]);
    await until("running", async () => (await states())["running"] === 1);
    await jobs.stop();
    expect(await jobs.get(CELL, job)).toMatchObject({ state: "queued", tries: 0 });
  });
});

describe("schedules", () => {
  const two = { name: "daily proof", cron: "0 2 * * *", kind: "proof" };
  // 01:59 in Shanghai.
  const before = new Date("2026-11-24T17:59:00Z");

  test("two nodes, one moment: fired once, at the hour of Shanghai", async () => {
    const { clock, pass } = heldClock(before);
    const nodes = [node({ clock }), node({ clock })];
    const fired: unknown[] = [];
    for (const jobs of nodes) {
      jobs.schedule(two);
      jobs.handle("proof", (run) => Promise.resolve(fired.push(run.payload)));
    }
    await Promise.all(nodes.map((jobs) => jobs.work(CELL)));
    expect(fired).toEqual([]);
    for (let day = 0; day < 5; day++) {
      pass(60_000);
      await Promise.all(nodes.map((jobs) => jobs.work(CELL)));
      pass(86_400_000 - 60_000);
      await Promise.all(nodes.map((jobs) => jobs.work(CELL)));
    }
    expect(fired).toEqual([24, 25, 26, 27, 28].map((day) => ({ slot: `2026-11-${day}T18:00:00.000Z` })));
    expect(await states()).toEqual({ done: 5 });
  });

  test.each([
    ["last", ["2026-11-27T18:00:00.000Z"]],
    ["each", [24, 25, 26, 27].map((day) => `2026-11-${day}T18:00:00.000Z`)],
  ] as const)("after days without a node: %s", async (missed, slots) => {
    const { clock, pass } = heldClock(before);
    const first = node({ clock });
    first.schedule({ ...two, missed });
    await first.work(CELL);
    pass(3 * 86_400_000 + 3_600_000);
    const second = node({ clock });
    second.schedule({ ...two, missed });
    const fired: unknown[] = [];
    second.handle("proof", (run) => Promise.resolve(fired.push((run.payload as { slot: string }).slot)));
    await second.work(CELL);
    await second.work(CELL);
    expect(fired.sort()).toEqual(slots);
  });

  test("an expression that is none is refused at once", () => {
    expect(() => jobsOf().schedule({ ...two, cron: "now and then" })).toThrow();
  });
});

describe("forgetting", () => {
  const DAY = 86_400_000;
  const kinds = async () => {
    const { rows } = await database.query<{ kind: string; n: bigint }>(
      "SELECT kind, count(*) AS n FROM job WHERE cell_id = $1 GROUP BY kind",
      [CELL],
    );
    return Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]));
  };

  test("ticks that went well go after a day; what failed or was asked for after thirty", async () => {
    const { clock, pass } = heldClock(new Date("2026-11-24T17:59:30Z"));
    const jobs = jobsOf({ clock });
    for (const kind of ["tick", "broken"]) jobs.schedule({ name: kind, cron: "* * * * *", kind });
    jobs.handle("tick", () => Promise.resolve(null));
    jobs.handle("broken", () => Promise.reject(new GiveUp("as always")));
    jobs.handle("file", () => Promise.resolve(null));
    await jobs.work(CELL);
    await jobs.enqueue(database, { cell: CELL, kind: "file", payload: { by: "p1" } });
    await jobs.enqueue(database, { cell: CELL, kind: "nobody's", payload: { by: "p1" } });
    for (let minute = 0; minute < 5; minute++) {
      pass(60_000);
      await jobs.work(CELL);
    }
    const all = { tick: 5, broken: 5, file: 1, "nobody's": 1 };
    expect(await kinds()).toEqual(all);
    expect(await jobs.forget(CELL)).toBe(0);
    pass(DAY - 3 * 60_000 + 1);
    expect(await jobs.forget(CELL)).toBe(2);
    expect(await kinds()).toEqual({ ...all, tick: 3 });
    pass(DAY);
    expect(await jobs.forget(CELL)).toBe(3);
    expect(await kinds()).toEqual({ broken: 5, file: 1, "nobody's": 1 });
    pass(29 * DAY);
    expect(await jobs.forget(CELL)).toBe(6);
    // What has not ended is never forgotten.
    expect(await kinds()).toEqual({ "nobody's": 1 });
  });

  test("the oldest first, and never more at once than asked for", async () => {
    await database.query(
      `INSERT INTO job (cell_id, job_id, operator_id, kind, key, payload, state, run_at, tries, most_tries, done,
         created_at, finished_at)
       SELECT $1, 'j' || n, 1, 'tick', 'k' || n, '{"slot": "x"}', 'done', at, 1, 10, 0, at, at
         FROM generate_series(1, 9) n, LATERAL (SELECT timestamptz '2026-11-01' + n * interval '1 hour') t(at)`,
      [CELL],
    );
    const [ticksBefore, before] = [new Date("2026-11-20"), new Date("2026-10-20")];
    const forget = () => forgetJobs(database, CELL, { ticksBefore, before, most: 4 });
    expect(await forget()).toBe(4);
    const { rows } = await database.query<{ job_id: string }>("SELECT job_id FROM job ORDER BY job_id");
    expect(rows.map(({ job_id }) => job_id)).toEqual(["j5", "j6", "j7", "j8", "j9"]);
    expect([await forget(), await forget(), await forget()]).toEqual([4, 1, 0]);
  });
});
