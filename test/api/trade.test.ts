/** The everyday story over HTTP: paid, booked, refunded, redeemed; each sees his own. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY, FREEZE_DAYS, type Header, type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
let auditor: Header;
beforeAll(async () => {
  w = await tradeWorld();
  auditor = await w.services.staff("auditor");
});
afterAll(() => w.app.close());

const noOf = (hand: { pay_page: string }) => hand.pay_page.split("/").at(-1);
const CONFLICT = { status: 409, body: { code: "idempotency_conflict", field: "Idempotency-Key" } };
const gone = (status: number, code: string) => ({ status, body: { code } });

describe("a payment", () => {
  const asked = { merchant: "tea", amount_fen: 100_000, channel: "demo" };
  let payment: { id: string; purchase: string };

  test("is begun once for a key, and refused at once where the book would refuse it", async () => {
    const begun = await w.post("/v1/payments", w.mei.header, asked, "pay-1");
    expect(begun).toMatchObject({ status: 201, body: { payment: { state: "paying", amount_fen: 100_000 } } });
    payment = begun.body.payment;
    expect(await w.post("/v1/payments", w.mei.header, asked, "pay-1")).toEqual(begun);
    const other = await w.post("/v1/payments", w.mei.header, { ...asked, amount_fen: 1 }, "pay-1");
    expect(other).toMatchObject(CONFLICT);
    expect(await w.post("/v1/payments", w.mei.header, { ...asked, merchant: "none" })).toMatchObject(
      gone(422, "merchant_unknown"),
    );
    expect(await w.post("/v1/payments", w.mei.header, { ...asked, channel: "none" })).toMatchObject(
      gone(422, "channel_unknown"),
    );
    // For another member only at one's own store.
    const forMei = { ...asked, member: w.mei.member };
    expect(await w.post("/v1/payments", w.lin.header, forMei)).toMatchObject(gone(403, "forbidden"));
    expect(await w.post("/v1/payments", w.rival.header, forMei)).toMatchObject(gone(403, "forbidden"));
    expect((await w.post("/v1/payments", w.clerk, forMei)).status).toBe(201);
  });

  test("paid at the channel it is a purchase: points, and the sponsor's commission frozen to its day", async () => {
    const { hand } = (await w.post("/v1/payments", w.mei.header, asked, "pay-1")).body;
    const pay = { no: noOf(hand), outcome: "paid" };
    expect(await w.post("/v1/channels/demo/pay", {}, pay)).toMatchObject({
      status: 200,
      body: { of: "payment", id: payment.id },
    });
    expect((await w.post("/v1/channels/demo/pay", {}, pay)).status).toBe(200);
    const booked = (await w.get(`/v1/payments/${payment.id}`, w.mei.header)).body;
    expect(booked).toMatchObject({ state: "booked", paid_fen: 100_000 });
    const purchase = (await w.get(`/v1/purchases/${payment.purchase}`, w.mei.header)).body;
    expect(purchase).toMatchObject({ state: "settled", amount_fen: 100_000, due_fen: 80_000 });
    expect(Number(purchase.points)).toBeGreaterThan(0);
    const { journal } = (await w.get(`/v1/journals/${booked.seq}`, auditor)).body;
    expect(Date.parse(journal.entry.thaws)).toBe(w.clock().getTime() + FREEZE_DAYS * DAY);
    const frozen = `/v1/accounts/commission_frozen:${w.owner.member}/history`;
    expect((await w.get(frozen, auditor)).body.items[0]).toMatchObject({
      order: payment.purchase,
      step: "upline_1",
      amount_fen: 300,
      balance_fen: 300,
    });
    // The one who pays twice has paid once.
    expect((await w.post("/v1/payments", w.mei.header, asked, "pay-1")).body).toMatchObject({
      payment: { id: payment.id, state: "booked" },
      hand: null,
    });
  });

  test("its receipt says of every fen where it went, in both languages", async () => {
    const url = `/v1/purchases/${payment.purchase}/receipt`;
    const [zh, en] = [await w.get(url, w.mei.header), await w.get(`${url}?lang=en`, w.mei.header)];
    expect(
      zh.body.receipt.lines.reduce((sum: number, line: { amount_fen: number }) => sum + line.amount_fen, 0),
    ).toBe(100_000);
    expect(zh.body.text).toMatch(/[一-鿿]/);
    expect(en.body.text).not.toBe(zh.body.text);
    expect((await w.get(url, w.owner.header)).status).toBe(200);
    // The clerk's reach ends before settlement, whoever took the purchase.
    for (const who of [w.lin.header, w.rival.header, w.clerk]) {
      expect(await w.get(url, who)).toMatchObject(gone(404, "not_found"));
    }
  });

  test("is nobody else's to see or to cancel", async () => {
    for (const who of [w.lin.header, w.rival.header, w.clerk]) {
      expect(await w.get(`/v1/payments/${payment.id}`, who)).toMatchObject(gone(404, "payment_unknown"));
      expect(await w.get(`/v1/purchases/${payment.purchase}`, who)).toMatchObject(gone(404, "not_found"));
      expect(await w.post(`/v1/payments/${payment.id}/cancel`, who)).toMatchObject(
        gone(404, "payment_unknown"),
      );
    }
    expect(await w.post(`/v1/payments/${payment.id}/cancel`, w.mei.header)).toMatchObject({
      status: 409,
      body: { code: "payment_state", stands: "booked" },
    });
    const { body } = await w.post("/v1/payments", w.mei.header, asked);
    const cancel = () =>
      w.post(`/v1/payments/${body.payment.id}/cancel`, w.mei.header, undefined, "cancel-1");
    const cancelled = await cancel();
    expect(cancelled).toMatchObject({ status: 200, body: { state: "cancelled" } });
    expect(await cancel()).toEqual(cancelled);
  });

  test("a message that the channel did not sign is not taken", async () => {
    const { body } = await w.post("/v1/payments", w.mei.header, asked);
    const message = JSON.stringify({ demo: true, of: "payment", no: noOf(body.hand), state: "PAID" });
    const forged = {
      "wellspring-demo-timestamp": `${Math.floor(w.clock().getTime() / 1_000)}`,
      "wellspring-demo-nonce": "n".repeat(32),
      "wellspring-demo-signature": Buffer.alloc(64).toString("base64"),
      "content-type": "application/json",
    };
    const url = "/v1/channels/demo/notify";
    const reply = await w.app.inject({ method: "POST", url, headers: forged, payload: message });
    expect(reply.json()).toMatchObject({ status: 401, code: "notice_signature_wrong" });
    const signed = w.services.demoGateway?.pay(noOf(body.hand) ?? "");
    const headers = { ...signed?.headers, "content-type": "application/json" };
    const tell = () => w.app.inject({ method: "POST", url, headers, payload: signed?.body ?? "" });
    expect((await tell()).json()).toEqual({ of: "payment", id: body.payment.id });
    expect((await tell()).json()).toMatchObject({ status: 409, code: "notice_replayed" });
  });
});

describe("at the till", () => {
  const bought = (merchant = "tea", amount_fen = 50_000) => ({ member: w.mei.member, merchant, amount_fen });
  const refund = (id: string, who: Header, amount_fen: number, key?: string) =>
    w.post(`/v1/purchases/${encodeURIComponent(id)}/refunds`, who, { amount_fen }, key);

  test("clerk and key book at their own store alone, once for a key", async () => {
    const taken = await w.post("/v1/purchases", w.clerk, bought(), "till-1");
    expect(taken).toMatchObject({ status: 201, body: { state: "settled", repeated: false } });
    const again = await w.post("/v1/purchases", w.clerk, bought(), "till-1");
    expect(again.body).toEqual({ ...taken.body, repeated: true });
    expect(await w.post("/v1/purchases", w.clerk, bought("tea", 1), "till-1")).toMatchObject(CONFLICT);
    expect(await w.post("/v1/purchases", w.clerk, bought("noodles"))).toMatchObject(gone(403, "forbidden"));
    const made = await w.services.people.keys.create(
      { who: "system", role: "system", ip: null },
      { name: "till", scopes: ["purchases:write", "books:read"], store: "noodles" },
    );
    if ("refused" in made) throw new Error(made.refused);
    const key = { authorization: `Bearer ${made.key}` };
    expect((await w.post("/v1/purchases", key, bought("noodles"))).status).toBe(201);
    expect(await w.post("/v1/purchases", key, bought())).toMatchObject(gone(403, "forbidden"));
    // What a store's key reads of the book is its store's.
    expect((await w.get("/v1/stores/noodles/history", key)).status).toBe(200);
    for (const url of [
      "/v1/accounts/payable:noodles/history",
      "/v1/accounts/payable:tea/history",
      "/v1/journals",
      "/v1/journals/1",
      "/v1/trial-balance",
    ]) {
      expect(await w.get(url, key)).toMatchObject(gone(403, "forbidden"));
    }
    const listed = (await w.get("/v1/purchases", key)).body.items;
    expect(listed.map(({ merchant }: { merchant: string }) => merchant)).toEqual(["noodles"]);
  });

  test("each list shows one's own: a member's, a store's, what a clerk took", async () => {
    const list = async (who: Header, query = "") => (await w.get(`/v1/purchases${query}`, who)).body.items;
    const all = await list(auditor);
    const mine = await list(w.mei.header);
    // Who took it is not told to the buyer.
    expect(mine).toEqual(all.map((row: object) => ({ ...row, taken_by: null })));
    expect(await list(w.lin.header)).toEqual([]);
    expect(await list(w.owner.header)).toEqual([]);
    const ofTea = await list(w.owner.header, "?merchant=tea");
    expect(ofTea).toEqual(all.filter(({ merchant }: { merchant: string }) => merchant === "tea"));
    const ofClerk = await list(w.clerk, "?merchant=tea");
    expect(ofClerk).toHaveLength(1);
    expect(ofClerk[0].id).toMatch(/^till:/);
    expect(await w.get(`/v1/purchases?member=${w.mei.member}`, w.lin.header)).toMatchObject(
      gone(403, "forbidden"),
    );
    // Another store's name narrows a merchant's own purchases as a member; it does not open that store.
    expect(await list(w.owner.header, "?merchant=noodles")).toEqual([]);
    const first = (await w.get("/v1/purchases?limit=1", w.mei.header)).body;
    const rest = await list(w.mei.header, `?cursor=${first.next_cursor}`);
    expect([...first.items, ...rest]).toEqual(mine);
    expect(await w.get("/v1/purchases?cursor=xx", w.mei.header)).toMatchObject(gone(400, "validation"));
  });

  test("a clerk refunds what he took, within his limit; the owner beyond; nobody else", async () => {
    const { id } = (await w.post("/v1/purchases", w.clerk, bought())).body;
    const part = await refund(id, w.clerk, 20_000, "back-1");
    expect(part).toMatchObject({
      status: 201,
      body: { purchase: id, returned_fen: 20_000, repeated: false },
    });
    expect(Number(part.body.points_taken)).toBeGreaterThan(0);
    expect((await refund(id, w.clerk, 20_000, "back-1")).body).toEqual({ ...part.body, repeated: true });
    expect(await refund(id, w.clerk, 10_000, "back-1")).toMatchObject(CONFLICT);
    expect(await refund(id, w.clerk, 1)).toMatchObject(gone(403, "clerk_limit"));
    expect(await refund(id, w.rival.header, 1)).toMatchObject(gone(404, "not_found"));
    expect(await refund(id, w.mei.header, 1)).toMatchObject(gone(403, "forbidden"));
    expect(await refund(id, w.owner.header, 30_001)).toMatchObject(gone(409, "refund_exceeds_purchase"));
    expect((await refund(id, w.owner.header, 30_000)).status).toBe(201);
    expect((await w.get(`/v1/purchases/${id}`, w.owner.header)).body).toMatchObject({
      state: "refunded",
      refunded_fen: 50_000,
      refunds: 2,
    });
    const elsewhere = (await w.post("/v1/purchases", w.owner.header, bought())).body;
    expect(await refund(elsewhere.id, w.clerk, 1)).toMatchObject(gone(404, "not_found"));
  });

  test("why a refund was made stands in the log once, though it was booked and cut off before", async () => {
    const { id } = (await w.post("/v1/purchases", w.owner.header, bought())).body;
    const because = () =>
      w.post(
        `/v1/purchases/${encodeURIComponent(id)}/refunds`,
        w.owner.header,
        { amount_fen: 1_000, reason: "price" },
        "back-why",
      );
    const logged = () => w.services.people.audit.list(10, { target: `purchase:${id}` });
    // As after a crash between the book and the log: booked, and nothing stands there.
    expect((await refund(id, w.owner.header, 1_000, "back-why")).body.repeated).toBe(false);
    expect(await logged()).toEqual([]);
    for (let time = 0; time < 2; time++) expect((await because()).body.repeated).toBe(true);
    const rows = await logged();
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.after ?? "")).toMatchObject({ amount_fen: 1_000, reason: "price" });
  });
});

describe("a redemption", () => {
  test("is quoted first, and not done below the least that was asked for", async () => {
    const order = { id: "q", kind: "redeem", member: w.mei.member, points: "10.00000000" };
    const quote = (await w.post("/v1/quotes", w.mei.header, order)).body.journal;
    const step = quote.postings.find((one: { step: string }) => one.step === "redeem");
    const proceeds = Number(step.amount);
    const ask = (least: number, key?: string) =>
      w.post("/v1/redemptions", w.mei.header, { points: "10.00000000", min_proceeds_fen: least }, key);
    expect(await ask(proceeds + 1)).toMatchObject(gone(409, "proceeds_below_minimum"));
    const done = await ask(proceeds, "redeem-1");
    expect(done).toMatchObject({ status: 201, body: { points: "10.00000000", proceeds_fen: proceeds } });
    expect((await ask(proceeds, "redeem-1")).body).toEqual({ ...done.body, repeated: true });
    expect(await ask(0, "redeem-1")).toMatchObject(CONFLICT);
    expect(await w.post("/v1/redemptions", auditor, { points: "1" })).toMatchObject(gone(403, "forbidden"));
    expect(await w.post("/v1/redemptions", w.lin.header, { points: "all" })).toMatchObject(
      gone(422, "points_must_be_positive"),
    );
    expect(await w.post("/v1/redemptions", w.mei.header, { points: "ten" })).toMatchObject({
      status: 400,
      body: { code: "malformed", field: "points" },
    });
  });
});
