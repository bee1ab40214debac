/** The counter over HTTP: a member's code scanned, an amount shown as a code, and who sees what of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
beforeAll(async () => {
  w = await tradeWorld();
});
afterAll(() => w.app.close());

const sale = { merchant: "tea", amount_fen: 10_000 };

test("a member's code pays at the counter at once, tells the points and whom it locked, and pays no second time", async () => {
  const { body } = await w.get(`/v1/members/${w.lin.member}/pay-code`, w.lin.header);
  expect(body.code).toMatch(/^28\d{16}$/);
  const asked = { ...sale, channel: "demo", pay_code: body.code };
  const paid = await w.post("/v1/payments", w.clerk, asked, "scan-1");
  expect(paid).toMatchObject({
    status: 201,
    body: {
      hand: null,
      payment: {
        state: "booked",
        member: w.lin.member,
        demo: true,
        booked: { locked: w.owner.member, settles_at: null, price: { shown: "1.00000000" } },
      },
    },
  });
  expect(paid.body.payment.booked.points).toMatch(/^\d+\.\d{8}$/);
  expect((await w.post("/v1/payments", w.clerk, asked, "scan-1")).body).toEqual(paid.body);
  expect(await w.post("/v1/payments", w.clerk, asked)).toMatchObject({ body: { code: "pay_code_unknown" } });
  expect((await w.get(`/v1/payments/${paid.body.payment.id}`, w.clerk)).body).toEqual(paid.body.payment);
});

test("a code is shown to its member alone, taken at one's own till alone, and up to the limit", async () => {
  const url = `/v1/members/${w.mei.member}/pay-code`;
  expect((await w.get(url, w.lin.header)).status).toBe(404);
  const { code } = (await w.get(url, w.mei.header)).body;
  const asked = { ...sale, channel: "demo", pay_code: code };
  expect((await w.post("/v1/payments", w.rival.header, asked)).status).toBe(403);
  const large = { ...asked, amount_fen: 100_001 };
  expect(await w.post("/v1/payments", w.clerk, large)).toMatchObject({
    status: 422,
    body: { code: "pay_code_limit", stands: "100000" },
  });
  expect((await w.post("/v1/payments", w.clerk, { ...asked, member: w.mei.member })).status).toBe(400);
  expect((await w.post("/v1/payments", w.clerk, asked)).status).toBe(201);
});

test("an amount shown as a code is paid by the member who scans it; the counter sees how it goes", async () => {
  const made = await w.post("/v1/payments/requests", w.clerk, sale, "ask-1");
  expect(made).toMatchObject({ status: 201, body: { state: "created", amount_fen: 10_000, payment: null } });
  const { code, path } = made.body;
  expect(path).toBe(`/p/${code}`);
  expect((await w.post("/v1/payments/requests", w.clerk, sale, "ask-1")).body).toEqual(made.body);
  const url = `/v1/payments/requests/${code}`;
  expect(await w.get(url, w.mei.header)).toMatchObject({
    status: 200,
    body: { mine: false, store: { id: "tea" } },
  });
  const begun = await w.post(`${url}/pay`, w.mei.header, { channel: "demo" });
  expect(begun).toMatchObject({ status: 201, body: { payment: { state: "paying", member: w.mei.member } } });
  expect((await w.post(`${url}/pay`, w.lin.header, { channel: "demo" })).body).toMatchObject({
    code: "payment_request_state",
    stands: "taken",
  });
  expect((await w.get(url, w.lin.header)).body).toMatchObject({
    state: "paying",
    mine: false,
    payment: null,
  });
  const { no } = begun.body.hand;
  expect((await w.post("/v1/channels/demo/pay", {}, { no })).status).toBe(200);
  for (const who of [w.clerk, w.owner.header, w.mei.header]) {
    expect((await w.get(url, who)).body).toMatchObject({
      state: "booked",
      payment: { member: w.mei.member, booked: { locked: null } },
    });
  }
  expect((await w.post(`${url}/cancel`, w.clerk)).body).toMatchObject({
    code: "payment_state",
    stands: "booked",
  });
});

test("another store's till neither asks in the store's name nor gives its code up", async () => {
  expect((await w.post("/v1/payments/requests", w.rival.header, sale)).status).toBe(403);
  const { code } = (await w.post("/v1/payments/requests", w.owner.header, sale)).body;
  const url = `/v1/payments/requests/${code}/cancel`;
  for (const who of [w.rival.header, w.clerk]) {
    expect((await w.post(url, who)).body.code).toBe("payment_request_unknown");
  }
  expect((await w.post(url, w.owner.header)).body.state).toBe("cancelled");
});

test("a member pays by himself only what he orders after he has seen the disclosure; a till takes it before", async () => {
  const { header, member } = await w.services.member("13800000077");
  await w.services.desk.submit(1n, [{ json: { id: "join-77", kind: "join", member } }]);
  const unseen = { status: 409, body: { code: "disclosure_unseen" } };
  const { code } = (await w.post("/v1/payments/requests", w.clerk, sale)).body;
  const url = `/v1/payments/requests/${code}/pay`;
  const own = { ...sale, channel: "demo" };
  expect(await w.post(url, header, { channel: "demo" }, "first")).toMatchObject(unseen);
  expect(await w.post("/v1/payments", header, own)).toMatchObject(unseen);
  expect((await w.get(`/v1/payments/requests/${code}`, w.clerk)).body.state).toBe("created");
  const taken = await w.post("/v1/purchases", w.clerk, { ...sale, member });
  expect(taken).toMatchObject({ status: 201, body: { disclosure_seen: false } });
  expect((await w.get(`/v1/members/${member}`, w.owner.header)).body.disclosure_seen).toBe(false);
  expect((await w.post("/v1/payments", w.clerk, { ...own, member })).status).toBe(201);

  // What he bought at the till does not stand for what he has read.
  expect(await w.post("/v1/payments", header, own)).toMatchObject(unseen);
  const { text_zh, text_id } = (await w.get("/v1/disclosure", header)).body;
  const agreed = { purpose: "disclosure", text_id, text: text_zh, given: true };
  expect(await w.get(`/v1/members/${member}/pay-code`, header)).toMatchObject(unseen);
  const forged = text_id.slice(0, -1) + (text_id.endsWith("A") ? "B" : "A");
  for (const other of [
    { text: `${text_zh}。` },
    { text_id: "another" },
    { text_id: text_id.replace(/\d\d\./, "01.") },
    { text_id: "disclosure@2026-11-01", text: "积分" },
    { text_id: forged, text: (await w.get("/v1/disclosure", header)).body.text_en },
  ]) {
    const answer = await w.post("/v1/session/consents", header, { ...agreed, ...other });
    expect(answer, JSON.stringify(other)).toMatchObject({ status: 409, body: { code: "text_unknown" } });
  }
  expect(await w.post("/v1/payments", header, own)).toMatchObject(unseen);
  expect((await w.post("/v1/session/consents", header, agreed)).status).toBe(201);
  expect((await w.post(url, header, { channel: "demo" }, "first")).status).toBe(201);
  expect((await w.post("/v1/payments", header, own)).status).toBe(201);
  expect((await w.get(`/v1/members/${member}`, w.owner.header)).body.disclosure_seen).toBe(true);
  await w.post("/v1/session/consents", header, { ...agreed, given: false });
  expect(await w.post("/v1/payments", header, own)).toMatchObject(unseen);
});
