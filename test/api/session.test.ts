/** Signing in and out over HTTP, and quotes, which reach as far as the one who asks. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { totpCode } from "#people";
import { type Api, buildServer } from "../../src/api/index.ts";
import { type FaultyDesk, PLAN, type World, world } from "./world.ts";

let services: World & { readonly desk: FaultyDesk };
let app: Api;

beforeAll(async () => {
  services = await world();
  app = await buildServer(services, {
    logLevel: "silent",
    perMinute: { address: 1_000, person: 1_000, key: 1_000, signIn: 1_000, failures: 1_000 },
  });
});
afterAll(() => app.close());

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url, payload, headers });

/** A code that was sent to the phone. */
async function codeOf(phone: string): Promise<string> {
  const reply = await post("/v1/session/code", { phone });
  expect(reply.statusCode, reply.body).toBe(202);
  expect(Date.parse(reply.json().again_at)).toBeGreaterThan(Date.now());
  return services.sent.at(-1)?.code ?? "";
}

describe("a member", () => {
  test("signs in by phone, is made known to the book once, and signs out", async () => {
    const phone = "13800138001";
    const reply = await post("/v1/session/member", { phone, code: await codeOf(phone) });
    expect(reply.statusCode, reply.body).toBe(200);
    const { who, joined, token } = reply.json();
    expect({ joined, token }).toEqual({ joined: true, token: undefined });
    expect(who).toMatchObject({ kind: "person", roles: ["member"] });
    const set = String(reply.headers["set-cookie"]);
    expect(set).toMatch(/^wellspring=wss_1_[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect(await services.trade.arrivals.list(1n, who.member)).toMatchObject([{ state: "joined" }]);

    const headers = { cookie: set.split(";")[0] ?? "" };
    expect((await app.inject({ url: "/v1/session", headers })).json()).toEqual(who);
    const out = () =>
      app.inject({ method: "DELETE", url: "/v1/session", headers: { ...headers, "x-wellspring": "1" } });
    expect((await app.inject({ method: "DELETE", url: "/v1/session", headers })).json().code).toBe(
      "cross_site",
    );
    const left = await out();
    expect(left.statusCode).toBe(204);
    expect(String(left.headers["set-cookie"])).toMatch(/^wellspring=; /);
    expect((await app.inject({ url: "/v1/session", headers })).json().kind).toBe("public");
  });

  test("carries a token where there are no cookies", async () => {
    const phone = "13800138002";
    const reply = await post("/v1/session/member", { phone, code: await codeOf(phone), carry: "token" });
    expect(reply.headers["set-cookie"]).toBeUndefined();
    const headers = { authorization: `Bearer ${reply.json().token}` };
    expect((await app.inject({ url: "/v1/session", headers })).json()).toEqual(reply.json().who);
    expect((await app.inject({ method: "DELETE", url: "/v1/session", headers })).statusCode).toBe(204);
    expect((await app.inject({ url: "/v1/session", headers })).statusCode).toBe(401);
  });

  test("waits for the book where the desk is busy, and is not kept out", async () => {
    const phone = "13800138003";
    const code = await codeOf(phone);
    const { NotNow } = await import("#desk");
    services.desk.fails = new NotNow("busy", 10);
    const reply = await post("/v1/session/member", { phone, code });
    services.desk.fails = null;
    expect(reply.statusCode).toBe(200);
    const { member } = reply.json().who;
    expect(await services.trade.arrivals.list(1n, member)).toMatchObject([{ state: "asked" }]);
  });

  test("a wrong code, a phone that is none, too often", async () => {
    const wrong = await post("/v1/session/member", { phone: "13800138004", code: "000000" });
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, "code_wrong"]);
    const none = await post("/v1/session/code", { phone: "12" });
    expect([none.statusCode, none.json()]).toMatchObject([400, { code: "phone_malformed", field: "phone" }]);
    await codeOf("13800138005");
    const again = await post("/v1/session/code", { phone: "13800138005" });
    expect([again.statusCode, again.json().code]).toEqual([429, "too_often"]);
    expect(Number(again.headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("the code in the answer", () => {
  test("in a demo it is the one that was sent, and lets in", async () => {
    const phone = "13800138016";
    const { demo_code } = (await post("/v1/session/code", { phone })).json();
    expect(demo_code).toBe(services.sent.at(-1)?.code);
    expect((await post("/v1/session/member", { phone, code: demo_code })).statusCode).toBe(200);
  });

  test("never where money is real: null, and the code nowhere in the answer", async () => {
    const real = await buildServer({ ...services, demoGateway: null }, { logLevel: "silent" });
    const phone = "13800138017";
    const reply = await real.inject({ method: "POST", url: "/v1/session/code", payload: { phone } });
    expect(reply.statusCode).toBe(202);
    expect(reply.json().demo_code).toBeNull();
    const code = services.sent.at(-1)?.code ?? "";
    expect(code).toMatch(/^\d{6}$/);
    expect(reply.body + JSON.stringify(reply.headers)).not.toContain(code);
    await real.close();
  });
});

describe("staff", () => {
  test("by login, password and one-time code; every no looks the same", async () => {
    const { SYSTEM } = await import("#people");
    const password = "correct horse battery 7";
    const made = await services.people.staff.create(SYSTEM, {
      login: "li.na",
      password,
      name: "李娜",
      roles: ["finance"],
    });
    if ("refused" in made || made.totp === null) throw new Error("not made");
    const totp = totpCode(made.totp.secret, new Date());
    for (const wrong of [{ password: "x" }, { login: "nobody" }, { totp: "" }]) {
      const reply = await post("/v1/session/staff", { login: "li.na", password, totp, ...wrong });
      expect([reply.statusCode, reply.json().code, reply.json().field]).toEqual([
        401,
        "sign_in_refused",
        "login",
      ]);
    }
    const reply = await post("/v1/session/staff", { login: "li.na", password, totp });
    expect(reply.json()).toMatchObject({
      who: { kind: "staff", roles: ["finance"], name: "李娜" },
      joined: false,
    });
  });

  test("over https the cookie is bound to the host", async () => {
    const server = await buildServer(services, { logLevel: "silent", secure: true });
    const phone = "13800138006";
    const code = await codeOf(phone);
    const reply = await server.inject({
      method: "POST",
      url: "/v1/session/member",
      payload: { phone, code },
    });
    expect(String(reply.headers["set-cookie"])).toMatch(/^__Host-wellspring=.*; Path=\/; .*Secure/);
    expect(reply.headers["strict-transport-security"]).toContain("max-age=");
    await server.close();
  });
});

test("sign-ins are few a minute from one address", async () => {
  const server = await buildServer(services, {
    logLevel: "silent",
    perMinute: { address: 100, person: 100, key: 100, signIn: 2, failures: 100 },
  });
  const tried = async () =>
    (
      await server.inject({
        method: "POST",
        url: "/v1/session/staff",
        payload: { login: "a", password: "b" },
      })
    ).statusCode;
  expect([await tried(), await tried(), await tried()]).toEqual([401, 401, 429]);
  await server.close();
});

describe("quotes", () => {
  test("what an order would come to; nothing is booked; nobody else's is told", async () => {
    const key = (await services.key("purchases:write", "orders:write")).header;
    const { header, member } = await services.member("13800138017");
    const order = (body: object) => post("/v1/orders", body, key);
    for (const body of [
      { id: "q1", kind: "join", member },
      { id: "q2", kind: "open_store", merchant: "s1", owner: member, region: "440305" },
    ]) {
      expect((await order(body)).statusCode).toBe(200);
    }
    const purchase = { id: "q3", kind: "purchase", member, merchant: "s1", amount_fen: 10_000 };
    const quoted = await post("/v1/quotes", purchase, key);
    expect(quoted.statusCode, quoted.body).toBe(200);
    expect(quoted.json()).toMatchObject({ status: "quoted", journal: { order: "q3" } });
    expect(await services.desk.find(1n, "q3")).toBeNull();
    const booked = (await order(purchase)).json();
    expect(booked.journal.postings).toEqual(quoted.json().journal.postings);

    expect((await post("/v1/quotes", { ...purchase, id: "q4" }, header)).statusCode).toBe(200);
    const redeem = { id: "q5", kind: "redeem", member, points: "all" };
    expect((await post("/v1/quotes", redeem, header)).statusCode).toBe(200);
    for (const other of [
      { ...redeem, member: "m1" },
      { ...purchase, member: "m1" },
      { id: "x", kind: "inject", amount_fen: 1 },
    ]) {
      expect((await post("/v1/quotes", other, header)).json().code).toBe("forbidden");
    }
    expect((await post("/v1/quotes", { ...purchase, amount_fen: 0 }, key)).json()).toMatchObject({
      status: 422,
      code: "amount_must_be_positive",
    });
    expect((await post("/v1/quotes", { ...purchase, amount_fen: 1.5 }, key)).json()).toMatchObject({
      code: "malformed",
      field: "amount_fen",
    });
    expect((await post("/v1/quotes", [purchase, purchase], key)).json().code).toBe("malformed");
  });
});

describe("cells", () => {
  test("a faulty plan tells all its faults; the same key and body give the same cell", async () => {
    const { header } = await services.key("orders:write");
    const faulty = await post("/v1/cells", { plan: { ...PLAN, take: "200%", version: 0 } }, header);
    expect(faulty.json()).toMatchObject({ status: 422, code: "plan_faulty" });
    expect(
      faulty
        .json()
        .faults.map(({ field }: { field: string }) => field)
        .sort(),
    ).toEqual(["plan.take", "plan.version"]);
    const keyed = { ...header, "idempotency-key": "first" };
    const one = (await post("/v1/cells", { plan: PLAN }, keyed)).json().cell;
    expect((await post("/v1/cells", { plan: PLAN }, keyed)).json().cell).toBe(one);
    expect((await post("/v1/cells", { plan: PLAN, clock: "live" }, keyed)).json().cell).not.toBe(one);
    expect((await post("/v1/cells", { plan: PLAN }, header)).json().cell).not.toBe(one);
    const bad = await post("/v1/cells", { plan: PLAN }, { ...header, "idempotency-key": "a b" });
    expect(bad.json().code).toBe("idempotency_key_required");
    await services.desk.createCell(77n, 2n, "foreign", "orders", await planOf());
    expect((await app.inject({ url: "/v1/cells/77/result", headers: header })).statusCode).toBe(404);
    expect(
      (await post("/v1/orders?cell=77", { id: "x", kind: "join", member: "x" }, header)).statusCode,
    ).toBe(404);
  });
});

async function planOf() {
  const { readPlan } = await import("#engine");
  const read = readPlan(PLAN);
  if (!("plan" in read)) throw new Error("faulty");
  return read.plan;
}
