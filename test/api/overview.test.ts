/** The overview: figures beside those before, what waits, days, the ranking of stores, the tree of divisions. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Header, type Town, town } from "./town.ts";

let place: Town;
let owner: Header;
beforeAll(async () => {
  place = await town();
  owner = await place.services.staff("owner");
  const { member2, services } = place;
  const order = (id: string, merchant: string, amount_fen: number) => ({
    json: { id, kind: "purchase", member: member2.member, merchant, amount_fen },
  });
  await services.desk.submit(1n, [order("o1", "s2", 30_000), order("o2", "s1", 5_000)]);
  await services.desk.submit(1n, [{ json: { id: "r1", kind: "refund", purchase: "o1", amount_fen: 1_000 } }]);
}, 60_000);
afterAll(() => place.app.close());

const get = async (url: string, who = owner) => await place.ask(who, "GET", url);

test("today beside yesterday, and what waits", async () => {
  const { status, body } = await get("/v1/overview");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    now: { purchases: 3, paid_fen: 45_000, refunds: 1, refunded_fen: 1_000, members_new: 8 },
    before: { purchases: 0, paid_fen: 0, members_new: 0 },
    ...{ members: 8, stores: 2, complete: true },
    pending_purchases: { count: 0, amount_fen: 0 },
    waiting: { withdrawals_review: 0, payments_mismatch: 0, jobs_failed: 0, plans_sign: 0 },
  });
  expect(body.price).toMatchObject({ closed: false, remainder_fen: 0 });
  expect(Number(body.now.points_granted)).toBeGreaterThan(0);
  expect(body.from).toBe(body.to);
  const { database } = place.services.desk;
  await database.query(
    `INSERT INTO job (cell_id, job_id, operator_id, kind, key, payload, state, run_at, tries, most_tries, done,
       created_at, finished_at)
     VALUES (1, 'j', 1, 'test.never', 'j', '{}', 'failed', now(), 1, 1, 0, now(), now())`,
  );
  expect((await get("/v1/overview")).body.waiting.jobs_failed).toBe(1);
});

test("days without gaps, a span of days, and spans that are none", async () => {
  const today = (await get("/v1/overview")).body.from as string;
  const before = new Date(Date.parse(today) - 3 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await get(`/v1/overview/days?from=${before}&to=${today}`);
  expect(body.items.map(({ purchases }: { purchases: number }) => purchases)).toEqual([0, 0, 0, 3]);
  expect(body.items[0]).toMatchObject({ pool_fen: null, price: null });
  expect(body.items[3]).toMatchObject({ day: today, members_new: 8 });
  const week = (await get(`/v1/overview?from=${before}&to=${today}`)).body;
  expect(week).toMatchObject({ from: before, to: today, now: { purchases: 3 } });
  expect((await get("/v1/overview?from=2026-03-02&to=2026-03-01")).body.code).toBe("dates_disordered");
  expect((await get("/v1/overview/days?from=0001-01-01")).status).toBe(400);
});

test("stores ranked, divisions as a tree whose levels add up", async () => {
  const { items } = (await get("/v1/overview/stores")).body;
  expect(items).toMatchObject([
    { store: "s2", name_zh: "s2 店", paid_fen: 30_000, refunded_fen: 1_000, buyers: 1, members_locked: 1 },
    { store: "s1", paid_fen: 15_000, purchases: 2, buyers: 2, take_fen: 3_000 },
  ]);
  const many = (await get("/v1/overview/stores?rank=purchases&limit=1")).body.items;
  expect(many).toMatchObject([{ store: "s1" }]);
  const [guangdong] = (await get("/v1/overview/divisions")).body.items;
  expect(guangdong).toMatchObject({
    ...{ code: "440000", name_zh: "广东省", stores: 2, active: 2, paid_fen: 45_000 },
    cities: [
      {
        ...{ code: "440300", paid_fen: 45_000 },
        districts: [
          { code: "440304", name_zh: "福田区", paid_fen: 30_000 },
          { code: "440305", paid_fen: 15_000 },
        ],
      },
    ],
  });
});

test("only the operator's people see it", async () => {
  expect((await get("/v1/overview", place.owner1.header)).status).toBe(403);
  expect((await get("/v1/overview", await place.services.staff("marketing"))).status).toBe(200);
});
