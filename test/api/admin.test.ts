/** The operator's own work over HTTP: staff, keys, log, webhooks, jobs, settings, agents, and oneself. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { totpCode } from "#people";
import { type Header, type Town, town } from "./town.ts";

let t: Town;
let ask: Town["ask"];
let owner: Header;
let auditor: Header;
let finance: Header;

beforeAll(async () => {
  t = await town();
  ask = t.ask;
  owner = await t.services.staff("owner");
  auditor = await t.services.staff("auditor");
  finance = await t.services.staff("finance");
});
afterAll(() => t.app.close());

test("staff: appointed with a secret, signed in by it, given other roles, closed; one owner always remains", async () => {
  const body = { login: "li.na", password: "correct horse battery 8", name: "李娜", roles: ["finance"] };
  const made = await ask(owner, "POST", "/v1/staff", body, "hire");
  expect(made.status, made.text).toBe(201);
  expect((await ask(owner, "POST", "/v1/staff", body, "hire")).body).toEqual(made.body);
  expect((await ask(owner, "POST", "/v1/staff", body)).body.code).toBe("login_taken");
  expect((await ask(owner, "POST", "/v1/staff", { ...body, login: "x.y", password: "123" })).body.code).toBe(
    "password_weak",
  );
  const signIn = async (password: string, secret: string) => {
    const totp = totpCode(secret, new Date());
    return await ask({}, "POST", "/v1/session/staff", { login: "li.na", password, totp, carry: "token" });
  };
  const session = await signIn(body.password, made.body.totp.secret);
  expect(session.body.who, session.text).toMatchObject({ roles: ["finance"], name: "李娜" });
  const header = { authorization: `Bearer ${session.body.token}` };
  expect((await ask(header, "GET", "/v1/staff")).status).toBe(403);
  const { id } = made.body;
  expect((await ask(owner, "PATCH", `/v1/staff/${id}`, { roles: ["auditor", "risk"] })).body.code).toBe(
    "role_not_allowed",
  );
  expect((await ask(owner, "PATCH", `/v1/staff/${id}`, { roles: ["risk"] })).status).toBe(200);
  expect((await ask(header, "GET", "/v1/session")).status).toBe(401);
  const reset = await ask(owner, "PATCH", `/v1/staff/${id}`, { password: "correct horse battery 9" });
  expect(reset.body.totp.secret).not.toBe(made.body.totp.secret);
  expect((await ask(owner, "PATCH", `/v1/staff/${id}`, { active: false })).status).toBe(200);
  expect((await signIn("correct horse battery 9", reset.body.totp.secret)).status).toBe(401);
  const all = await ask(auditor, "GET", "/v1/staff?limit=2");
  expect(all.body.items).toHaveLength(2);
  expect(all.text).not.toMatch(/argon2|secret/);
  const me = (await ask(owner, "GET", "/v1/session")).body.id;
  expect((await ask(owner, "PATCH", `/v1/staff/${me}`, { roles: ["risk"] })).body.code).toBe("last_owner");
  expect((await ask(owner, "PATCH", "/v1/staff/nobody", { active: true })).status).toBe(404);
});

test("keys: with scopes, for a store that is there, revoked at once", async () => {
  const body = { name: "erp", scopes: ["books:read"] };
  expect((await ask(owner, "POST", "/v1/keys", { ...body, store: "nowhere" })).body.code).toBe(
    "store_unknown",
  );
  expect((await ask(owner, "POST", "/v1/keys", { ...body, scopes: ["all"] })).status).toBe(400);
  const made = await ask(owner, "POST", "/v1/keys", body);
  const header = { authorization: `Bearer ${made.body.key}` };
  expect((await ask(header, "GET", "/v1/stores")).body.items).toHaveLength(2);
  expect((await ask(header, "GET", "/v1/members")).status).toBe(403);
  expect((await ask(auditor, "GET", "/v1/keys")).body.items[0]).toMatchObject({ name: "erp" });
  expect((await ask(owner, "DELETE", `/v1/keys/${made.body.id}`)).status).toBe(204);
  expect((await ask(header, "GET", "/v1/stores")).status).toBe(401);
});

test("webhooks: made, changed, removed; their log read and replayed", async () => {
  const { header } = await t.services.key("webhooks:manage");
  const body = { url: "http://127.0.0.1:9/hook", events: [], from_seq: 1 };
  const made = await ask(header, "POST", "/v1/webhooks", body, "hook");
  expect(made.status, made.text).toBe(201);
  expect(made.body.secret).toMatch(/^whsec_/);
  expect((await ask(header, "POST", "/v1/webhooks", body, "hook")).body).toEqual(made.body);
  const { id } = made.body;
  const list = await ask(auditor, "GET", "/v1/webhooks");
  expect(list.body.items).toHaveLength(1);
  expect(list.body.items[0].secret).toBeUndefined();
  const bad = await ask(header, "POST", "/v1/webhooks", { url: "ftp://x" });
  expect(bad.body, bad.text).toMatchObject({ status: 422, code: "webhook_refused", field: "url" });
  await t.services.delivery.work(1n);
  const log = await ask(auditor, "GET", `/v1/webhooks/${id}/deliveries?limit=2`);
  expect(log.body.items, log.text).toHaveLength(2);
  const next = await ask(header, "GET", `/v1/webhooks/${id}/deliveries?cursor=${log.body.next_cursor}`);
  expect(next.body.items.length).toBeGreaterThan(0);
  const [last] = log.body.items;
  expect(last).toMatchObject({ state: "queued", last_status: null });
  const replay = await ask(header, "POST", `/v1/deliveries/${last.id}/replay`);
  expect([replay.status, replay.body]).toEqual([202, { queued: 1 }]);
  expect((await ask(header, "POST", "/v1/deliveries/none/replay")).status).toBe(404);
  const patched = await ask(owner, "PATCH", `/v1/webhooks/${id}`, { active: false, rotate_secret: true });
  expect(patched.body).toMatchObject({ active: false, secret: expect.stringMatching(/^whsec_/) });
  expect((await ask(header, "GET", "/v1/webhooks/none/deliveries")).status).toBe(404);
  expect((await ask(header, "DELETE", `/v1/webhooks/${id}`)).status).toBe(204);
  expect((await ask(header, "DELETE", `/v1/webhooks/${id}`)).status).toBe(404);
});

test("jobs: one's own for the staff, all for the owner; cancelled once", async () => {
  const { jobs, desk } = t.services;
  const put = async (payload: object) =>
    await desk.database.transaction((tx) => jobs.enqueue(tx, { cell: 1n, kind: "test.later", payload }));
  const mine = (await ask(finance, "GET", "/v1/session")).body.id;
  const { job } = await put({ by: mine });
  const { job: other } = await put({ by: "somebody" });
  const seen = await ask(finance, "GET", `/v1/jobs/${job}`);
  expect(seen.body, seen.text).toMatchObject({ id: job, kind: "test.later", state: "queued" });
  expect((await ask(finance, "GET", `/v1/jobs/${other}`)).status).toBe(404);
  expect((await ask(finance, "POST", `/v1/jobs/${other}/cancel`)).status).toBe(404);
  expect((await ask(auditor, "GET", `/v1/jobs/${other}`)).status).toBe(200);
  for (const _ of [1, 2]) {
    expect((await ask(owner, "POST", `/v1/jobs/${other}/cancel`)).body.state).toBe("cancelled");
  }
});

test("settings: all or none, within their ranges, each change in the log", async () => {
  const before = (await ask(auditor, "GET", "/v1/settings")).body.items;
  expect(before.length).toBeGreaterThan(5);
  const bad = { withdraw_per_day: 2, payment_minutes: 0 };
  expect((await ask(owner, "PATCH", "/v1/settings", bad)).body.code).toBe("setting_out_of_range");
  expect((await ask(auditor, "GET", "/v1/settings")).body.items).toEqual(before);
  const good = await ask(owner, "PATCH", "/v1/settings", { withdraw_per_day: 2 });
  expect(good.status, good.text).toBe(200);
  expect((await ask(owner, "PATCH", "/v1/settings", { nonsense: 2 })).status).toBe(400);
  const log = await ask(auditor, "GET", "/v1/audit?target=setting:withdraw_per_day");
  expect(log.body.items).toMatchObject([{ before: 3, after: 2 }]);
  const pages = await ask(auditor, "GET", "/v1/audit?limit=2");
  const [, second] = pages.body.items;
  const more = await ask(auditor, "GET", `/v1/audit?limit=2&cursor=${pages.body.next_cursor}`);
  expect(more.body.items[0].seq).toBe(second.seq - 1);
});

const day = (from: number) =>
  new Date(Date.now() + 8 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10);

test("agents: not before filing, thirty days and cooling-off; one a division; ended with a reason", async () => {
  const body = {
    member: t.member3.member,
    region: "440304",
    filing_number: "特许备 0440300112600001",
    disclosed_on: day(-31),
    cooling_off_until: day(-1),
  };
  for (const [change, code] of [
    [{ disclosed_on: day(-29) }, "disclosure_too_recent"],
    [{ cooling_off_until: day(0) }, "cooling_off_running"],
    [{ cooling_off_until: day(-32) }, "dates_disordered"],
    [{ region: "999999" }, "region_unknown"],
    [{ member: "nobody" }, "member_unknown"],
    [{ filing_number: " " }, "validation"],
  ] as const) {
    const no = await ask(owner, "POST", "/v1/agents", { ...body, ...change });
    expect(no.body.code, no.text).toBe(code);
  }
  const made = await ask(owner, "POST", "/v1/agents", { ...body, disclosed_on: day(-30) }, "agent");
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({ state: "appointed", appointed_seq: expect.any(Number) });
  expect((await ask(owner, "POST", "/v1/agents", { ...body, disclosed_on: day(-30) }, "agent")).body).toEqual(
    made.body,
  );
  expect((await ask(owner, "POST", "/v1/agents", body)).body.code).toBe("region_taken");
  const { header } = await t.services.member("13700000005");
  expect((await ask(header, "GET", "/v1/agents")).body.items).toMatchObject([{ region: "440304" }]);
  expect((await ask(t.agent.header, "GET", "/v1/agents")).body.items).toEqual([]);
  expect((await ask(header, "GET", "/v1/stores/s2")).status).toBe(200);
  expect((await ask(owner, "DELETE", "/v1/agents/440304")).status).toBe(400);
  const ended = await ask(owner, "DELETE", "/v1/agents/440304?reason=%E5%90%88%E5%90%8C%E5%88%B0%E6%9C%9F");
  expect(ended.body, ended.text).toMatchObject({ state: "ended", reason: "合同到期" });
  expect((await ask(owner, "DELETE", "/v1/agents/440304?reason=x")).body.code).toBe("agent_unknown");
  expect((await ask((await t.services.member("13700000005")).header, "GET", "/v1/agents")).status).toBe(403);
  expect((await ask(owner, "POST", "/v1/agents", body)).status).toBe(201);
});

test("oneself: sign-ins, devices, password, consents", async () => {
  const service = await t.services.staff("service");
  expect((await ask(service, "GET", "/v1/session/devices")).body.items).toHaveLength(1);
  const wrong = { old: "no", new: "correct horse battery 77" };
  expect((await ask(service, "POST", "/v1/session/password", wrong)).body.code).toBe("sign_in_refused");
  const right = { old: "correct horse battery 1", new: "correct horse battery 77" };
  expect((await ask(service, "POST", "/v1/session/password", right)).status).toBe(204);
  expect((await ask(service, "GET", "/v1/session")).body.kind).toBe("staff");
  expect((await ask(t.member1.header, "POST", "/v1/session/password", right)).status).toBe(403);

  const other = await t.services.member("13700000003");
  const closed = await ask(t.member1.header, "DELETE", "/v1/session/devices");
  expect(closed.body, closed.text).toEqual({ closed: 1 });
  expect((await ask(other.header, "GET", "/v1/session/logins")).status).toBe(401);
  expect((await ask(t.member1.header, "GET", "/v1/session/logins")).body.items).toEqual([]);

  const text = { purpose: "marketing", text_id: "marketing-1", text: "同意接收消息。", given: true };
  expect((await ask(t.member1.header, "POST", "/v1/session/consents", text)).status).toBe(201);
  const back = await ask(t.member1.header, "POST", "/v1/session/consents", { ...text, given: false });
  expect(back.body.text_hash).toMatch(/^[0-9a-f]{64}$/);
  const all = await ask(t.member1.header, "GET", "/v1/session/consents");
  expect(all.body.items.map((row: { given: boolean }) => row.given)).toEqual([false, true]);
  expect((await ask(t.member2.header, "GET", "/v1/session/consents")).body.items).toEqual([]);
});
