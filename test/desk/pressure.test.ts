/**
 * The desk pressed: full queues, stops under load, one bad order among good ones, hostile orders, a
 * database gone.
 */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Answer, Desk, NotNow } from "#desk";
import { Database, migrate, putOperator, verifyCell } from "#store";
import { ownCluster } from "../postgres.ts";
import { planOf, type Stage, slowCommits, stage, text } from "./stage.ts";

const PLAN = planOf(JSON.parse(text("worked-local.plan.json")));
const CELL = 6n;

let set: Stage;
beforeEach(async () => {
  set = await stage();
  await set.desk.createCell(CELL, 1n, "pressure", "orders", PLAN);
});
afterEach(async () => await set.drop());

const join = (id: string) => ({ json: { id, kind: "join", member: id } });
const joins = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => join(`${prefix}${i}`));
const buys = (id: string, amount_fen: number) => ({
  json: { id, kind: "purchase", member: "b", merchant: "s", amount_fen },
});
const settlers = [
  join("a"),
  join("b"),
  { json: { id: "open", kind: "open_store", merchant: "s", owner: "a", region: "440106" } },
];
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

async function clean(): Promise<void> {
  expect((await verifyCell(set.database, CELL))?.findings).toEqual([]);
}

test("a full queue turns away at once, with a hint that holds, and loses nothing", async () => {
  await slowCommits(set.database, 20);
  const desk = set.another({ mostWaiting: 40, mostTogether: 8 });
  const outcomes: (Answer | NotNow)[] = [];
  let most = 0;
  const ask = async (id: string) => {
    try {
      outcomes.push(...(await desk.submit(CELL, [join(id)])));
      return;
    } catch (error) {
      if (!(error instanceof NotNow)) throw error;
      outcomes.push(error);
    }
  };
  await desk.take(CELL);
  const asking = Array.from({ length: 400 }, (_, i) => ask(`m${i}`));
  for (let i = 0; i < 5; i++) {
    most = Math.max(most, (await desk.figures(CELL))?.waiting ?? 0);
    await pause(5);
  }
  await Promise.all(asking);
  const turned = outcomes.filter((each) => each instanceof NotNow);
  expect(most).toBeLessThanOrEqual(40);
  expect(new Set(turned.map(({ reason }) => reason))).toEqual(new Set(["busy"]));
  expect(turned.length).toBeGreaterThan(300);
  for (const { retryAfter } of turned) {
    expect(retryAfter).toBeGreaterThanOrEqual(50);
    expect(retryAfter).toBeLessThan(10_000);
  }
  await pause(Math.max(...turned.map(({ retryAfter }) => retryAfter)));
  expect(statuses(await desk.submit(CELL, joins("late", 40)))).toEqual(Array(40).fill("booked"));
  const { rows } = await set.database.query("SELECT 1 FROM journal WHERE cell_id = $1", [CELL]);
  expect(rows.length).toBe(outcomes.length - turned.length + 40);
  // More than the queue could ever hold is turned away too, and hurts nobody.
  await expect(desk.submit(CELL, joins("much", 41))).rejects.toMatchObject({ reason: "busy" });
  await desk.close();
  await clean();
});

test("a stop under load answers everything that was taken, and takes nothing more", async () => {
  await slowCommits(set.database, 5);
  const desk = set.another({ mostTogether: 16 });
  await desk.take(CELL);
  const taken = Array.from({ length: 60 }, (_, i) => desk.submit(CELL, joins(`t${i}x`, 5)));
  await pause(15);
  const closing = desk.close();
  await expect(desk.submit(CELL, [join("late")])).rejects.toMatchObject({ reason: "closing" });
  await closing;
  expect(statuses((await Promise.all(taken)).flat())).toEqual(Array(300).fill("booked"));
  const { rows } = await set.database.query<{ n: bigint }>("SELECT count(*) AS n FROM journal");
  expect(rows[0]?.n).toBe(300n);
  // The lease was given back: the next one need not wait for it.
  const next = set.another();
  expect(statuses(await next.submit(CELL, [join("next")]))).toEqual(["booked"]);
  await next.close();
  await clean();
});

test("an order that the database refuses fails alone", async () => {
  const desk = set.another({ mostTogether: 64 });
  await desk.submit(CELL, settlers);
  await set.database.query("ALTER TABLE journal ADD CHECK (asked NOT LIKE '%\"amount_fen\":6660,%')");
  const orders = Array.from({ length: 60 }, (_, i) =>
    buys(`p${i}`, i === 17 || i === 43 ? 6_660 : 1_000 + i),
  );
  const one = desk.submit(CELL, orders);
  const two = desk.submit(CELL, joins("after", 30));
  const expected = orders.map((_, i) => (i === 17 || i === 43 ? "failed" : "booked"));
  expect(statuses(await one)).toEqual(expected);
  expect(statuses(await two)).toEqual(Array(30).fill("booked"));
  expect(set.faults.length).toBeGreaterThan(0);
  // What failed left nothing behind: asked with another body it is a new order.
  expect(statuses(await desk.submit(CELL, [buys("p17", 5_000)]))).toEqual(["booked"]);
  await desk.close();
  await clean();
});

test("hostile orders are told so one by one, and the group goes on", async () => {
  const deep = (levels: number) => {
    let value: unknown = 1;
    for (let i = 0; i < levels; i++) value = { a: value };
    return value;
  };
  const plan = { ...JSON.parse(text("worked-local.plan.json")), version: 9 };
  const evil = (to: string) => ({
    ...plan,
    portions: [...plan.portions.slice(0, -1), { to, rate: "0.1%" }, plan.portions.at(-1)],
  });
  const loop: Record<string, unknown> = { id: "loop", kind: "join", member: "loop" };
  loop["self"] = loop;
  const hostile: unknown[] = [
    { id: "nul\u0000", kind: "join", member: "x" },
    { id: "x1", kind: "join", member: "nul\u0000" },
    { id: "x2", kind: "join", member: "\ud800" },
    { id: "\u0001p", kind: "join", member: "x" },
    { id: "x3", kind: "join", member: "\u001e" },
    { id: "x4", kind: "join", member: "x".repeat(1 << 20) },
    { id: "x5", kind: "join", member: "x", note: "y".repeat(1 << 20) },
    { id: "x6", kind: "join", member: "x", note: Array(5_000).fill("yyyy") },
    { id: "x7", kind: "join", member: "x", deep: deep(100_000) },
    { id: "x9", kind: "purchase", member: "b", merchant: "s", amount_fen: 1e15 },
    { id: "x10", kind: "purchase", member: "b", merchant: "s", amount_fen: 2 ** 53 },
    { id: "x11", kind: "inject", amount_fen: Number.MAX_SAFE_INTEGER },
    { id: "x12", kind: "redeem", member: "b", points: "99999999999999999999999999999.99999999" },
    { id: "x13", kind: "publish", plan: evil("gift\u0000") },
    { id: "x14", kind: "publish", plan: { ...plan, name: "\ud800" } },
    { id: "x8", kind: "publish", feed: "f\u0000", plan },
    { id: "x15", kind: "publish", plan: { ...plan, name: "n".repeat(100_000) } },
    { id: "x16", kind: "constructor" },
    { id: "x17", kind: "__proto__" },
    loop,
    null,
    [],
    "text",
    7,
    undefined,
    { id: { toString: "x" }, kind: "join" },
  ];
  const desk = set.another({ mostTogether: 200 });
  await desk.submit(CELL, settlers);
  const orders = hostile.flatMap((json, i) => [{ json }, join(`good${i}`)]);
  const answers = await desk.submit(CELL, orders);
  const bad = answers.filter((_, i) => i % 2 === 0);
  expect(statuses(answers.filter((_, i) => i % 2 === 1))).toEqual(hostile.map(() => "booked"));
  expect(
    bad.flatMap(({ status }, i) =>
      status === "malformed" || status === "refused" ? [] : [`${i} ${status}`],
    ),
  ).toEqual([]);
  // No group failed for them: nothing was told to the operator, and the book was never loaded anew.
  expect(set.faults).toEqual([]);
  expect((await desk.figures(CELL))?.reloads).toBe(0);
  await desk.close();
  await clean();
});

test("a reading that fails fails alone", async () => {
  const desk = set.another();
  const booked = desk.submit(CELL, joins("m", 20));
  const failing = desk.read(CELL, () => {
    throw new Error("mine alone");
  });
  const more = desk.submit(CELL, joins("n", 20));
  await expect(failing).rejects.toThrow("mine alone");
  expect(statuses([...(await booked), ...(await more)])).toEqual(Array(40).fill("booked"));
  expect((await desk.figures(CELL))?.reloads).toBe(0);
  await desk.close();
});

test("the writer's connection cut again and again: every order answered, and once", async () => {
  const desk = set.another({ mostTogether: 4 });
  await desk.submit(CELL, settlers);
  const taken: Promise<Answer[]>[] = [];
  for (let i = 0; i < 8; i++) {
    for (let j = 0; j < 6; j++)
      taken.push(desk.submit(CELL, [buys(`p${i}-${j}`, 1_000), buys(`q${i}-${j}`, 99)]));
    await pause(3 + 2 * i);
    await set.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'wellspring writer'`,
    );
  }
  const settled = await Promise.allSettled(taken);
  const lost = settled.filter(
    (each) =>
      each.status === "rejected" && !(each.reason instanceof NotNow && each.reason.reason === "unavailable"),
  );
  expect(lost).toEqual([]);
  expect(settled.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(40);
  const again = await desk.submit(
    CELL,
    Array.from({ length: 8 }, (_, i) => buys(`p${i}-0`, 1_000)),
  );
  expect(statuses(again)).toEqual(Array(8).fill("booked"));
  await desk.close();
  await clean();
});

test("the database gone for five seconds: callers wait or are told, then everything heals", async () => {
  const { cluster, url, discard } = await ownCluster();
  const database = new Database(url);
  const desk = new Desk({ database, holder: { id: "gone", url: "" }, report: () => {} });
  try {
    await migrate(database);
    await putOperator(database, 1n, "gone");
    await desk.createCell(CELL, 1n, "gone", "orders", PLAN);
    await desk.submit(CELL, settlers);
    const outcomes = { booked: 0, unavailable: 0 };
    const open: string[] = [];
    let n = 0;
    let isOver = false;
    const till = async () => {
      while (!isOver) {
        const id = `p${n++}`;
        try {
          const [answer] = await desk.submit(CELL, [buys(id, 1_000)]);
          expect(answer?.status).toBe("booked");
          outcomes.booked += 1;
        } catch (error) {
          if (!(error instanceof NotNow)) throw error;
          expect(error.reason).toBe("unavailable");
          outcomes.unavailable += 1;
          open.push(id);
          await pause(50);
        }
      }
    };
    const working = Promise.all([till(), till(), till()]);
    await pause(300);
    process.kill(cluster.postmasterPid, "SIGSTOP");
    await pause(2_500);
    process.kill(cluster.postmasterPid, "SIGCONT");
    // Gone altogether, and everything in it: the cluster brings itself up again.
    process.kill(cluster.postmasterPid, "SIGKILL");
    await pause(2_500);
    const healed = performance.now();
    for (let before = outcomes.booked; outcomes.booked < before + 20; ) {
      await pause(50);
      if (performance.now() - healed > 40_000) throw new Error("it never healed");
    }
    isOver = true;
    await working;
    const again = await desk.submit(
      CELL,
      open.map((id) => buys(id, 1_000)),
    );
    expect(statuses(again)).toEqual(open.map(() => "booked"));
    const verdict = await verifyCell(database, CELL);
    expect(verdict?.findings).toEqual([]);
    expect(verdict?.seq).toBe(settlers.length + outcomes.booked + open.length);
  } finally {
    await desk.close();
    await database.close();
    await discard();
  }
}, 120_000);
