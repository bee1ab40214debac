/** Payments that came in otherwise than asked, plans taken back, webhooks told again, preferences. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Payment } from "#desk";
import { LOCAL } from "../plans.ts";
import { type Header, type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
let finance: Header;
let owner: Header;
beforeAll(async () => {
  w = await tradeWorld();
  finance = await w.services.staff("finance");
  owner = await w.services.staff("owner");
}, 60_000);
afterAll(() => w.app.close());

/** A payment at the tea house into which another amount came in than was asked. */
async function mismatch(): Promise<Payment> {
  const body = { member: w.mei.member, merchant: "tea", amount_fen: 10_000, channel: "demo" };
  const begun = await w.post("/v1/payments", w.clerk, body);
  const { payments } = w.services.trade;
  const payment = (await payments.find(1n, begun.body.payment.id)) as Payment;
  await payments.paid.take(1n, payment, { state: "paid", amount: 9_000n, ref: "r", at: w.clock() });
  return payment;
}

test("finance sends back what differs: listed, judged with a reason, sent back with a voucher", async () => {
  const { id } = await mismatch();
  const list = async (query: string, who: Header) => (await w.get(`/v1/payments${query}`, who)).body.items;
  expect(await list("?state=mismatch", finance)).toMatchObject([{ id, paid_fen: 9_000, amount_fen: 10_000 }]);
  expect((await w.get("/v1/overview", owner)).body.waiting.payments_mismatch).toBe(1);
  const url = `/v1/payments/${id}`;
  expect((await w.post(`${url}/judge`, w.owner.header, { reason: "x" })).status).toBe(403);
  expect((await w.post(`${url}/judge`, finance, { reason: " " })).status).toBe(400);
  expect((await w.post(`${url}/refunded`, finance, { voucher: "v" })).body.code).toBe("payment_state");
  const judged = await w.post(`${url}/judge`, finance, { reason: "付款人输错金额" });
  expect(judged.body).toMatchObject({ state: "refund_due", reason: "付款人输错金额" });
  expect((await w.post(`${url}/judge`, finance, { reason: "again" })).body.code).toBe("payment_state");
  const back = await w.post(`${url}/refunded`, finance, { voucher: "WX-7" });
  expect(back.body).toMatchObject({ state: "refunded", voucher: "WX-7" });
  const log = await w.services.people.audit.list(10, { target: `payment:${id}` });
  expect(log.map(({ action }) => action)).toEqual(["payment.refunded", "payment.judge"]);
  expect((await w.post("/v1/payments/nothing/judge", finance, { reason: "x" })).body.code).toBe(
    "payment_unknown",
  );
});

test("payments as lists: the store's, the clerk's, the member's own", async () => {
  const { id } = await mismatch();
  const list = async (query: string, who: Header) =>
    (await w.get(`/v1/payments${query}`, who)).body.items as { id: string; created_by: string | null }[];
  const has = async (query: string, who: Header) => (await list(query, who)).some((row) => row.id === id);
  expect(await has("?merchant=tea", w.owner.header)).toBe(true);
  expect(await has("?merchant=tea", w.clerk)).toBe(true);
  expect(await has("", w.mei.header)).toBe(true);
  expect((await list("", w.mei.header))[0]?.created_by).toBeNull();
  expect(await list("", w.lin.header)).toEqual([]);
  expect(await list("?merchant=noodles", w.clerk)).toEqual([]);
  expect(await list("?to=2020-01-01T00:00:00Z", finance)).toEqual([]);
  const [first, second] = [await w.get("/v1/payments?limit=1", finance), await list("?limit=2", finance)];
  const next = await list(`?limit=1&cursor=${first.body.next_cursor}`, finance);
  expect([...first.body.items, ...next]).toEqual(second);
});

test("a plan that is not in force is taken back with a reason; one in force is not", async () => {
  const plan = { ...LOCAL, version: 2 };
  expect((await w.post("/v1/plans", finance, { plan })).status).toBe(201);
  const url = `/v1/plans/${LOCAL.name}/2/withdraw`;
  expect((await w.post(url, finance, {})).status).toBe(400);
  const marketing = await w.services.staff("marketing");
  expect((await w.post(url, marketing, { reason: "x" })).status).toBe(403);
  const back = await w.post(url, finance, { reason: "比例写错" });
  expect(back).toMatchObject({ status: 200, body: { state: "withdrawn" } });
  expect((await w.post(url, finance, { reason: "again" })).body.code).toBe("plan_state");
});

test("a webhook is told everything again from a journal on", async () => {
  const { delivery } = w.services;
  const hook = await delivery.createWebhook(1n, { url: "http://127.0.0.1:9/x", fromSeq: 1n });
  if ("fault" in hook) throw new Error(hook.fault);
  await delivery.work(1n);
  const before = (await delivery.listDeliveries(1n, { webhook: hook.id, limit: 200 })).items;
  expect(before.length).toBeGreaterThan(3);
  const url = `/v1/webhooks/${hook.id}/replay`;
  const from = before[1]?.seq ?? 0n;
  const again = await w.post(url, owner, { from_seq: Number(from) });
  expect(again).toMatchObject({
    status: 202,
    body: { queued: before.filter(({ seq }) => seq >= from).length },
  });
  expect((await w.post(url, owner, { from_seq: 0 })).status).toBe(400);
  expect((await w.post("/v1/webhooks/none/replay", owner, { from_seq: 1 })).status).toBe(404);
  expect((await w.post(url, finance, { from_seq: 1 })).status).toBe(403);
});

test("preferences are one's own, small, and whatever was put down last", async () => {
  const url = "/v1/session/preferences";
  const put = async (who: Header, payload: object) => {
    const reply = await w.app.inject({ method: "PUT", url, headers: who, payload });
    return { status: reply.statusCode, body: reply.json() };
  };
  expect((await w.get(url, finance)).body).toEqual({});
  const wanted = { columns: ["id", "spend"], filters: [{ name: "大额", least_fen: 90_000 }], dark: true };
  expect(await put(finance, wanted)).toEqual({ status: 200, body: wanted });
  expect((await w.get(url, finance)).body).toEqual(wanted);
  expect((await w.get(url, owner)).body).toEqual({});
  expect((await put(finance, { dark: false })).body).toEqual({ dark: false });
  expect((await w.get(url, finance)).body).toEqual({ dark: false });
  expect((await put(finance, { long: "长".repeat(3_000) })).status).toBe(413);
  expect((await put(finance, [1] as unknown as object)).status).toBe(400);
  expect((await w.get(url, (await w.services.key("books:read")).header)).status).toBe(403);
  const { people } = w.services;
  await put(w.lin.header, { a: 1 });
  const lin = await people.persons.findByMember(w.lin.member);
  await people.personal.erase({ who: "test", role: "test", ip: null }, lin?.id ?? "");
  expect(await people.preferences.get(lin?.id ?? "")).toEqual({});
});
