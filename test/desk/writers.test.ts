/** Several desks on one cell, in one process: who may write, and what the others answer. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Desk, NotNow } from "#desk";
import { verifyCell } from "#store";
import { planOf, type Stage, slowCommits, stage, text } from "./stage.ts";

const PLAN = planOf(JSON.parse(text("worked-local.plan.json")));
const CELL = 3n;

let set: Stage;
beforeEach(async () => {
  set = await stage();
  await set.desk.createCell(CELL, 1n, "writers", "orders", PLAN);
});
afterEach(async () => await set.drop());

const join = (id: string) => ({ json: { id, kind: "join", member: id } });
const ask = async (desk: Desk, json: object) => (await desk.submit(CELL, [{ json }]))[0];
const turnedAway = async (work: Promise<unknown>) =>
  await work.then(
    () => "taken",
    (error) => (error instanceof NotNow ? error.reason : `${error}`),
  );

test("one that has been taken from answers nothing by its old book: no refusal, no quote", async () => {
  const [a, b] = [set.another(), set.another()];
  await ask(a, join("m1").json);
  await b.take(CELL, true);
  await ask(b, join("m2").json);
  // By the book that `a` still has, nobody knows m2.
  const bind = { id: "bind", kind: "bind", member: "m1", sponsor: "m2" };
  expect(await turnedAway(a.submit(CELL, [{ json: bind }]))).toBe("elsewhere");
  expect(await ask(b, bind)).toMatchObject({ status: "booked" });
  await a.take(CELL, true);
  await ask(a, join("m3").json);
  expect(await turnedAway(b.quote(CELL, join("m3")))).toBe("elsewhere");
  expect(await turnedAway(b.read(CELL, (book) => book.members.size))).toBe("elsewhere");
  await Promise.all([a.close(), b.close()]);
});

test("what was booked elsewhere is answered as booked by the next one, another body refused", async () => {
  const [a, b] = [set.another(), set.another()];
  const first = await ask(a, join("m1").json);
  await b.take(CELL, true);
  expect(await ask(b, join("m1").json)).toEqual({ ...first, repeated: true });
  expect(await ask(b, { ...join("m1").json, member: "other" })).toMatchObject({ code: "id_conflict" });
  await Promise.all([a.close(), b.close()]);
});

test("taking by force takes back, whether one knows already that the cell was taken or not", async () => {
  const [a, b] = [set.another(), set.another()];
  for (let i = 0; i < 6; i++) {
    const [here, there] = i % 2 === 0 ? [a, b] : [b, a];
    await here.take(CELL, true);
    expect(await ask(here, join(`m${i}`).json)).toMatchObject({ status: "booked", seq: BigInt(i + 1) });
    if (i % 3 === 0) expect(await turnedAway(there.submit(CELL, [join(`x${i}`)]))).toBe("elsewhere");
  }
  await Promise.all([a.close(), b.close()]);
});

test("one that has lost the cell keeps neither connection nor clock, however it learnt of it", async () => {
  const writers = async () => {
    const { rows } = await set.database.query<{ n: bigint }>(
      `SELECT count(*) AS n FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'wellspring writer'`,
    );
    return Number(rows[0]?.n);
  };
  const [a, b] = [set.another({ leaseSeconds: 0.3 }), set.another({ leaseSeconds: 0.3 })];
  await a.take(CELL);
  const one = await writers();
  await b.take(CELL, true);
  // Nothing is asked of `a`: it learns of it when it would renew its lease.
  for (let tries = 0; (await writers()) > one && tries < 100; tries++)
    await new Promise((done) => setTimeout(done, 50));
  expect(await writers()).toBe(one);
  expect(await a.figures(CELL)).toBeNull();
  await a.close();
  await b.close();
  for (let tries = 0; (await writers()) > 0 && tries < 100; tries++)
    await new Promise((done) => setTimeout(done, 20));
  expect(await writers()).toBe(0);
});

test("giving up under load: what has been taken is answered, what comes is turned away", async () => {
  await slowCommits(set.database, 5);
  const desk = set.another({ mostTogether: 3 });
  const taken = desk.submit(
    CELL,
    Array.from({ length: 90 }, (_, i) => join(`m${i}`)),
  );
  await desk.take(CELL);
  const leaving = desk.giveUp(CELL);
  const outcomes: string[] = [];
  for (let i = 0; i < 30; i++) {
    outcomes.push(await turnedAway(desk.submit(CELL, [join(`later${i}`)])));
    await new Promise((done) => setTimeout(done, 5));
  }
  expect((await taken).map(({ status }) => status)).toEqual(Array(90).fill("booked"));
  await leaving;
  expect([...new Set(outcomes)].filter((each) => each !== "taken" && each !== "closing")).toEqual([]);
  expect(outcomes).toContain("closing");
  expect(await ask(desk, join("last").json)).toMatchObject({ status: "booked" });
  await desk.close();
  expect((await verifyCell(set.database, CELL))?.findings).toEqual([]);
  expect(set.faults).toEqual([]);
});

test("an order under way when one learns that the cell is lost is turned away, not forgotten", async () => {
  const [a, b] = [set.another({ leaseSeconds: 0.3 }), set.another()];
  await a.take(CELL);
  await b.take(CELL, true);
  const other = await set.database.connect();
  // The order waits for what it needs to know, longer than it takes to learn of the loss; then its
  // connection breaks.
  await other.query("BEGIN; LOCK TABLE journal IN ACCESS EXCLUSIVE MODE");
  const outcome = turnedAway(a.submit(CELL, [join("m1")]));
  for (let tries = 0; (await a.figures(CELL)) !== null && tries < 200; tries++)
    await new Promise((done) => setTimeout(done, 20));
  await other.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  await other.query("ROLLBACK");
  await other.end();
  const forgotten = new Promise((done) => setTimeout(() => done("forgotten"), 10_000).unref());
  expect(await Promise.race([outcome, forgotten])).toBe("elsewhere");
  expect(await ask(b, join("m1").json)).toMatchObject({ status: "booked" });
  await Promise.all([a.close(), b.close()]);
});
