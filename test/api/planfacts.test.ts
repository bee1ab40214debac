/** A plan being written: what it would come to, beside what holds now; nothing of it is kept. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkPlan } from "#sim";
import { LOCAL } from "../plans.ts";
import { type Header, type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
let owner: Header;
beforeAll(async () => {
  w = await tradeWorld();
  owner = await w.services.staff("owner");
});
afterAll(() => w.app.close());

const cap = (multiple: string) => ({
  ...LOCAL,
  version: 2,
  pool: { ...LOCAL.pool, cap: { ...LOCAL.pool.cap, multiple } },
});
const facts = (body: object, who = owner) => w.post("/v1/plans/facts", who, body);

test("presets come with a title and a sentence, and each can be checked as it is", async () => {
  const { items } = (await w.get("/v1/plans/presets", owner)).body;
  expect(items.length).toBeGreaterThanOrEqual(6);
  for (const { name, title, summary, plan } of items) {
    expect(title.zh, name).toMatch(/[一-鿿]/);
    expect(summary.en).toContain("not a goal");
    expect(plan.name).toBe(name);
  }
});

test("a draft is checked off the way, told beside the plan in force, and remembered", async () => {
  const plan = cap("1.5");
  const first = await facts({ plan });
  expect(first).toMatchObject({
    status: 200,
    body: {
      against: { name: LOCAL.name, version: 1 },
      changes: expect.arrayContaining([{ path: "pool.cap.multiple", before: "1.2", after: "1.5" }]),
    },
  });
  expect(first.body.check).toEqual(JSON.parse(JSON.stringify(checkPlan(plan))));
  const began = performance.now();
  expect((await facts({ plan })).body).toEqual(first.body);
  expect(performance.now() - began).toBeLessThan(300);
  const { rows } = await w.services.desk.database.query("SELECT 1 FROM plan_draft WHERE cell_id = $1", [1n]);
  expect(rows).toEqual([]);
});

test("what is no plan has faults, and too many at once are told to come again", async () => {
  expect((await facts({ plan: { name: "x" } })).body.check).toMatchObject({ verdict: "refused", plan: null });
  expect((await facts({ plan: cap("1.2"), cost: "300%" })).status).toBe(400);
  expect((await facts({ plan: { ...cap("1.2"), note: "x".repeat(40_000) } })).status).toBe(413);
  expect((await facts({ plan: cap("1.2") }, w.mei.header)).status).toBe(403);
  const many = await Promise.all(Array.from({ length: 12 }, (_, i) => facts({ plan: cap(`1.${30 + i}`) })));
  const statuses = many.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
});

test("a draft that is kept shows what it changes and from when it may hold", async () => {
  const made = (await w.post("/v1/plans", owner, { plan: cap("2") })).body;
  expect(made.beside).toMatchObject({ in_force: false, against: { version: 1 }, notice_days: 7 });
  expect(made.beside.changes).toContainEqual({ path: "pool.cap.multiple", before: "1.2", after: "2" });
  expect(Date.parse(made.beside.earliest)).toBe(w.clock().getTime() + 7 * 86_400_000);
  const now = (await w.get(`/v1/plans/${LOCAL.name}/1`, owner)).body;
  expect(now.beside).toMatchObject({ in_force: true, against: null, changes: [] });
});
