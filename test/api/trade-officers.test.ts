/** What takes officers: withdrawals reviewed, injections by four eyes, a plan on its way into force. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "#people";
import { LOCAL } from "../plans.ts";
import { DAY, type Header, type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
let staff: Record<"owner" | "finance" | "risk" | "service" | "auditor", Header>;
beforeAll(async () => {
  w = await tradeWorld();
  const of = (role: keyof typeof staff) => w.services.staff(role);
  staff = {
    owner: await of("owner"),
    finance: await of("finance"),
    risk: await of("risk"),
    service: await of("service"),
    auditor: await of("auditor"),
  };
  await buy(1_000_000);
});
afterAll(() => w.app.close());

const buy = async (amount_fen: number) =>
  (await w.post("/v1/purchases", w.owner.header, { member: w.mei.member, merchant: "tea", amount_fen })).body;
const no = (status: number, code: string, more: object = {}) => ({ status, body: { code, ...more } });
const wallet = async () =>
  (await w.get(`/v1/accounts/wallet:${w.mei.member}/history?limit=1`, staff.auditor)).body.items[0]
    ?.balance_fen;

describe("a withdrawal", () => {
  const asked = { source: "wallet", amount_fen: 5_000, way: "bank_card" };
  const apply = (key?: string, more: object = {}) =>
    w.post("/v1/withdrawals", w.mei.header, { ...asked, ...more }, key);
  const act = (id: string, verb: string, who: Header, body?: object, key?: string) =>
    w.post(`/v1/withdrawals/${id}/${verb}`, who, body, key);

  beforeAll(async () => {
    expect((await w.post("/v1/redemptions", w.mei.header, { points: "all" })).status).toBe(201);
  });

  test("goes to the member's own card alone", async () => {
    expect(await apply()).toMatchObject(no(422, "payee_not_same_name", { field: "way" }));
    const { people } = w.services;
    const person = await people.persons.findByMember(w.mei.member);
    await people.personal.set(SYSTEM, person?.id ?? "", "real_name", "梅小姐");
    await people.personal.set(SYSTEM, person?.id ?? "", "bank_card", "6222021234567890128");
    expect(await apply(undefined, { way: "elsewhere" })).toMatchObject(no(422, "channel_unknown"));
    const { body } = await apply();
    expect(body).toMatchObject({ state: "applied", payee: expect.stringMatching(/^梅\* 6222 .*\*/) });
    expect(JSON.stringify(body)).not.toContain("6222021234567890128");
    expect((await act(body.id, "cancel", w.mei.header, undefined, "c")).body.state).toBe("cancelled");
    expect((await act(body.id, "cancel", w.mei.header, undefined, "c")).body.state).toBe("cancelled");
    expect(await act(body.id, "cancel", w.mei.header)).toMatchObject(
      no(409, "withdrawal_state", { stands: "cancelled" }),
    );
  });

  test("refused with a reason the money is back; applied again, approved and paid, it has gone", async () => {
    const before = await wallet();
    const first = await apply("w-1");
    expect(first).toMatchObject({ status: 201, body: { state: "applied", amount_fen: 5_000, officers: 1 } });
    expect(await apply("w-1")).toEqual(first);
    expect(await apply("w-1", { amount_fen: 6_000 })).toMatchObject(
      no(409, "idempotency_conflict", { field: "Idempotency-Key" }),
    );
    expect(await wallet()).toBe(before - 5_000);
    const { id } = first.body;
    expect((await act(id, "reject", staff.risk, { reason: " " })).status).toBe(400);
    const rejected = await act(id, "reject", staff.risk, { reason: "卡号有误" }, "r-1");
    expect(rejected).toMatchObject({ status: 200, body: { state: "rejected", reason: "卡号有误" } });
    expect(await act(id, "reject", staff.risk, { reason: "卡号有误" }, "r-1")).toEqual(rejected);
    expect(await act(id, "reject", staff.risk, { reason: "x" }, "r-1")).toMatchObject(
      no(409, "idempotency_conflict", { field: "Idempotency-Key" }),
    );
    expect(await wallet()).toBe(before);
    const seen = (await w.get(`/v1/withdrawals/${id}`, w.mei.header)).body;
    expect(seen).toMatchObject({ state: "rejected", reason: "卡号有误", decided_by: null });

    const again = (await apply("w-2")).body;
    expect(await act(again.id, "pay", staff.finance, { voucher: "V-1" })).toMatchObject(
      no(409, "withdrawal_state", { stands: "applied" }),
    );
    expect((await act(again.id, "approve", staff.finance)).body.state).toBe("approved");
    const paid = await act(again.id, "pay", staff.finance, { voucher: "V-1" }, "p-1");
    expect(paid).toMatchObject({ status: 200, body: { state: "paid", voucher: "V-1" } });
    expect(paid.body.settled_seq).toBeGreaterThan(paid.body.held_seq);
    expect((await act(again.id, "pay", staff.finance, { voucher: "V-1" }, "p-1")).body.id).toBe(again.id);
    expect(await wallet()).toBe(before - 5_000);
    const log = await w.services.people.audit.list(10, { target: `withdrawal:${again.id}` });
    expect(log.map(({ action }) => action)).toEqual(["withdrawal.pay", "withdrawal.approve"]);
  });

  test("to be paid by hand, its card is shown whole to finance alone, and each look is written down", async () => {
    await w.services.trade.settings.put(1n, "withdraw_per_day", 100, "owner");
    const { id } = (await apply("w-3")).body;
    const look = (who: Header) => act(id, "destination", who);
    expect(await look(staff.finance)).toMatchObject(no(409, "withdrawal_state", { stands: "applied" }));
    await act(id, "approve", staff.risk);
    for (const who of [staff.risk, staff.service, staff.auditor, w.mei.header, w.owner.header]) {
      expect(await look(who)).toMatchObject(no(403, "forbidden"));
    }
    const card = { name: "梅小姐", card_number: "6222021234567890128" };
    const seen = await w.app.inject({
      method: "POST",
      url: `/v1/withdrawals/${id}/destination`,
      headers: staff.finance,
    });
    expect(seen.json()).toEqual(card);
    expect(seen.headers["cache-control"]).toBe("no-store");
    expect((await look(staff.owner)).body).toEqual(card);
    const log = await w.services.people.audit.list(10, { target: `withdrawal:${id}` });
    expect(log.map(({ action, role }) => [action, role])).toEqual([
      ["withdrawal.destination", "owner"],
      ["withdrawal.destination", "finance"],
      ["withdrawal.approve", "risk"],
    ]);
    expect(JSON.stringify(log.map(({ before, after }) => [before, after]))).not.toContain("7890128");

    // What was approved went to another card: the officer is not shown the new one.
    const { people } = w.services;
    const person = (await people.persons.findByMember(w.mei.member))?.id ?? "";
    await people.personal.set(SYSTEM, person, "bank_card", "4000000000000002");
    expect(await look(staff.finance)).toMatchObject(no(409, "payee_changed"));
    await people.personal.set(SYSTEM, person, "bank_card", "6222021234567890128");
    for (let n = 0; n < 58; n++) expect((await look(staff.finance)).status).toBe(200);
    expect(await look(staff.finance)).toMatchObject(no(429, "too_often"));
    expect((await look(staff.owner)).status).toBe(200);
    expect((await act(id, "pay", staff.finance, { voucher: "V-3" })).body.state).toBe("paid");
    expect(await look(staff.owner)).toMatchObject(no(409, "withdrawal_state", { stands: "paid" }));
  });

  test("a large one takes two officers; by its channel it waits for the member", async () => {
    await w.services.trade.settings.put(1n, "withdraw_large_fen", 4_000, "owner");
    const { body } = await apply(undefined, { way: "demo" });
    expect(body.officers).toBe(2);
    const first = await act(body.id, "approve", staff.finance, undefined, "a-1");
    expect(first.body.state).toBe("first_approved");
    expect(await act(body.id, "approve", staff.finance, undefined, "a-1")).toEqual(first);
    expect(await act(body.id, "approve", staff.finance)).toMatchObject(no(409, "officer_same"));
    expect((await act(body.id, "approve", staff.risk)).body.state).toBe("approved");
    expect(await act(body.id, "destination", staff.finance)).toMatchObject(no(409, "payee_by_channel"));
    expect((await act(body.id, "pay", staff.finance, {})).body.state).toBe("awaiting_member");
    const row = await w.services.trade.withdrawals.find(1n, body.id);
    const taken = await w.post("/v1/channels/demo/pay", {}, { no: row?.channelNo });
    expect(taken).toMatchObject({ status: 200, body: { of: "transfer", id: body.id } });
    expect((await w.get(`/v1/withdrawals/${body.id}`, staff.auditor)).body.state).toBe("paid");
  });

  test("each sees his own, officers alone decide", async () => {
    const { body } = await apply();
    const { id } = body;
    expect(await w.get(`/v1/withdrawals/${id}`, w.lin.header)).toMatchObject(
      no(404, "withdrawal_request_unknown"),
    );
    expect(await act(id, "cancel", w.lin.header)).toMatchObject(no(404, "withdrawal_request_unknown"));
    expect(await w.get(`/v1/withdrawals?member=${w.mei.member}`, w.lin.header)).toMatchObject(
      no(403, "forbidden"),
    );
    expect((await w.get("/v1/withdrawals", w.lin.header)).body.items).toEqual([]);
    for (const who of [w.mei.header, w.owner.header, staff.service, staff.auditor]) {
      for (const [verb, payload] of [
        ["approve", undefined],
        ["reject", { reason: "x" }],
        ["pay", { voucher: "x" }],
      ] as const) {
        expect(await act(id, verb, who, payload)).toMatchObject(no(403, "forbidden"));
      }
    }
    const mine = (await w.get("/v1/withdrawals", w.mei.header)).body.items;
    const page = (await w.get("/v1/withdrawals?limit=2", w.mei.header)).body;
    const rest = (await w.get(`/v1/withdrawals?cursor=${page.next_cursor}`, w.mei.header)).body.items;
    expect([...page.items, ...rest]).toEqual(mine);
    const paid = (await w.get("/v1/withdrawals?state=paid", staff.auditor)).body.items;
    expect(paid).toHaveLength(3);
    expect(await apply(undefined, { amount_fen: 10_000_000 })).toMatchObject(no(409, "balance_insufficient"));
    expect(await apply(undefined, { amount_fen: 999 })).toMatchObject(no(422, "withdrawal_too_small"));
  });
});

describe("an injection", () => {
  const asked = { amount_fen: 3_000, days: 3, announce_zh: "逐日注资", announce_en: "Day by day" };

  test("waits for other eyes, and is booked from the day after on, part by part", async () => {
    const { status, body } = await w.post("/v1/injections", staff.finance, asked, "i-1");
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: "asked", amount_fen: 3_000, parts: 0 });
    expect((await w.post("/v1/injections", staff.finance, asked, "i-1")).body).toEqual(body);
    expect(await w.post("/v1/injections", staff.finance, { ...asked, days: 4 }, "i-1")).toMatchObject(
      no(409, "idempotency_conflict", { field: "Idempotency-Key" }),
    );
    const { id, payload_hash } = body.approval;
    const approve = (who: Header, hash = payload_hash) =>
      w.post(`/v1/approvals/${id}/approve`, who, { payload_hash: hash });
    expect(await approve(staff.finance)).toMatchObject(no(403, "approval_own"));
    expect(await approve(staff.owner, "0".repeat(64))).toMatchObject(no(409, "approval_differs"));
    expect((await approve(staff.owner)).status).toBe(200);
    const find = () => w.services.trade.injections.find(1n, body.id);
    expect(await find()).toMatchObject({ state: "approved", parts: 0 });
    for (const parts of [1, 2, 3]) {
      w.pass(DAY);
      await w.services.trade.resume(1n);
      expect(await find()).toMatchObject({ parts, bookedFen: BigInt(parts) * 1_000n });
    }
    expect((await w.post("/v1/injections", staff.finance, asked, "i-1")).body).toMatchObject({
      state: "done",
    });
    const seen = (await w.get("/v1/injections?state=done", staff.auditor)).body.items;
    expect(seen).toMatchObject([{ id: body.id, parts: 3, booked_fen: 3_000 }]);
    expect((await w.get("/v1/injections?state=asked", staff.auditor)).body.items).toEqual([]);
    expect((await w.get("/v1/injections", w.mei.header)).status).toBe(403);
  });

  test("what is too thin or not announced is refused; a release waits as an injection does", async () => {
    expect((await w.post("/v1/releases", staff.finance, { ...asked, announce_en: "" })).status).toBe(400);
    expect(await w.post("/v1/injections", staff.finance, { ...asked, amount_fen: 2 })).toMatchObject(
      no(422, "injection_too_thin"),
    );
    for (const who of [staff.risk, staff.service, staff.auditor, w.mei.header]) {
      expect(await w.post("/v1/releases", who, asked)).toMatchObject(no(403, "forbidden"));
    }
    // What the remainder does not cover today it may cover by the day the release falls due.
    expect(await w.post("/v1/releases", staff.owner, asked)).toMatchObject({
      status: 202,
      body: { kind: "release", state: "asked" },
    });
  });
});

describe("a plan", () => {
  const plan = { ...LOCAL, version: 2, take: "30%" };
  const at = "/v1/plans/local-life/2";

  test("is drafted, checked, signed by two, announced, in force: the next purchase goes by it", async () => {
    const drafted = await w.post("/v1/plans", staff.finance, { plan }, "d-1");
    expect(drafted).toMatchObject({ status: 201, body: { state: "draft", version: 2, verdict: null } });
    expect(await w.post("/v1/plans", staff.finance, { plan }, "d-1")).toEqual(drafted);
    const first = await w.post(`${at}/check`, staff.risk, {});
    expect(first).toMatchObject({ status: 200, body: { state: "checked" } });
    const { hash, check, risk } = first.body;
    const conditions: { id: string; status: string; needs: string[] }[] = check.rules;
    const recorded = Object.fromEntries(
      conditions
        .filter(({ status, needs }) => status === "condition" && !needs.includes("text_sha256"))
        .map(({ id, needs }) => [id, Object.fromEntries(needs.map((need) => [need, "2026-10-01"]))]),
    );
    expect(await w.post(`${at}/sign`, staff.owner, { hash })).toMatchObject(no(409, "risk_not_acknowledged"));
    const ack = { hash, risk_text_sha256: risk.text_sha256 };
    expect(await w.post(`${at}/sign`, staff.finance, ack)).toMatchObject(no(422, "role_not_allowed"));
    expect((await w.post(`${at}/check`, staff.risk, { recorded })).status).toBe(200);
    expect(await w.post(`${at}/sign`, staff.owner, { ...ack, hash: "0".repeat(64) })).toMatchObject(
      no(409, "plan_hash_differs"),
    );
    const signed = await w.post(`${at}/sign`, staff.owner, ack, "s-1");
    expect(signed).toMatchObject({ status: 200, body: { state: "checked" } });
    expect(await w.post(`${at}/sign`, staff.owner, ack, "s-1")).toEqual(signed);
    expect(await w.post(`${at}/sign`, staff.owner, ack)).toMatchObject(no(409, "officer_same"));
    expect((await w.post(`${at}/sign`, staff.finance, { hash })).body).toMatchObject({ state: "signed" });
    expect(await w.post("/v1/plans", staff.finance, { plan: { ...plan, take: "31%" } })).toMatchObject(
      no(409, "plan_exists"),
    );

    const on = (days: number) => new Date(w.clock().getTime() + days * DAY).toISOString();
    expect(await w.post(`${at}/publish`, staff.owner, { effective_from: on(6) })).toMatchObject(
      no(422, "effective_too_soon"),
    );
    const published = await w.post(`${at}/publish`, staff.owner, { effective_from: on(8) });
    expect(published).toMatchObject({ status: 200, body: { state: "signed" } });
    expect((await buy(10_000)).id).toBeDefined();
    w.pass(8 * DAY);
    await w.services.trade.resume(1n);
    expect((await w.get(at, staff.auditor)).body).toMatchObject({ state: "effective" });
    const { id } = await buy(10_000);
    const bought = await w.get(`/v1/purchases/${id}`, staff.auditor);
    expect(bought.body).toMatchObject({ amount_fen: 10_000, due_fen: 7_000 });
    const listed = (await w.get("/v1/plans", staff.auditor)).body;
    expect(listed.in_force).toMatchObject([{ feed: "main", name: "local-life", version: 2 }]);
    expect(listed.items).toMatchObject([{ name: "local-life", version: 2, state: "effective" }]);
    expect((await w.get("/v1/plans/local-life/1", staff.auditor)).status).toBe(404);
    const log = await w.services.people.audit.list(20, { target: "plan:local-life@2" });
    expect(log.map(({ action }) => action).reverse()).toEqual([
      ...["plan.draft", "plan.check", "plan.check", "plan.risk", "plan.sign", "plan.sign", "plan.publish"],
    ]);
  });

  test("a faulty one is told all its faults; none that is unknown moves", async () => {
    const faulty = await w.post("/v1/plans", staff.finance, { plan: { ...plan, take: "x", version: 0 } });
    expect(faulty).toMatchObject(no(422, "plan_faulty"));
    expect(faulty.body.faults.length).toBeGreaterThan(1);
    for (const [verb, body] of [
      ["check", {}],
      ["sign", { hash: "0".repeat(64) }],
      ["publish", { effective_from: "2027-01-01T00:00:00Z" }],
    ] as const) {
      expect(await w.post(`/v1/plans/none/1/${verb}`, staff.owner, body)).toMatchObject(
        no(404, "plan_unknown"),
      );
    }
  });
});
