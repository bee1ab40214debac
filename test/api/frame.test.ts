/** What every request passes: who may, what a body is, how a no looks, and that nothing of our insides leaves. */

import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NotNow } from "#desk";
import { SYSTEM } from "#people";
import { type Api, buildServer, Problem, type ProblemCode, type Routes } from "../../src/api/index.ts";
import { STATUS } from "../../src/api/problem.ts";
import { WORDS } from "../../src/api/words.ts";
import { type FaultyDesk, PLAN, type World, world } from "./world.ts";

let services: World & { readonly desk: FaultyDesk };
let KEY: Record<string, string>;
let BOOKS: Record<string, string>;
let OWNER: Record<string, string>;
let app: Api;
let logs: string[];
let count = 0;

/** An order that was never there. */
const join = () => ({ id: `j${++count}`, kind: "join", member: `m${count}` });

beforeAll(async () => {
  services = await world();
  KEY = (await services.key("orders:write")).header;
  BOOKS = (await services.key("books:read")).header;
  OWNER = await services.staff("owner");
});
beforeEach(async () => {
  services.desk.fails = null;
  services.isReady = true;
  logs = [];
  app = await server();
});
afterEach(() => app.close());

function server(more: readonly Routes[] = [], chosen: Parameters<typeof buildServer>[1] = {}) {
  return buildServer(services, { logTo: { write: (line) => void logs.push(line) }, ...chosen }, more);
}

type Reply = Awaited<ReturnType<Api["inject"]>>;

/** Checks the shape that every problem has, and gives its body. */
function problem(reply: Reply, code: ProblemCode): Record<string, unknown> {
  expect(reply.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  const body = reply.json();
  expect(body).toMatchObject({ code, status: STATUS[code], type: `urn:wellspring:problem:${code}` });
  expect(reply.statusCode).toBe(STATUS[code]);
  expect(body.detail_zh).toMatch(/\p{Script=Han}/u);
  expect(body.detail_en).toMatch(/^[\w"]/);
  expect(body.request_id).toBe(reply.headers["x-request-id"]);
  expect(reply.headers["cache-control"]).toBe("no-store");
  expect(reply.body).not.toMatch(/\bat .*\.ts|node_modules|Error:/);
  return body;
}

const post = (payload: string | object, headers: Record<string, string> = KEY, url = "/v1/orders") =>
  app.inject({ method: "POST", url, headers: { "content-type": "application/json", ...headers }, payload });

describe("problems", () => {
  test("each code has a status and sentences in Chinese and English", () => {
    for (const [code, status] of Object.entries(STATUS)) {
      const { zh, en } = WORDS[code as ProblemCode];
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(zh, code).toMatch(/^\p{Script=Han}.*。$/u);
      expect(en, code).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("an address that is not there, and a method that an address does not take", async () => {
    problem(await app.inject("/v1/nothing"), "not_found");
    const reply = await app.inject({ method: "PUT", url: "/v1/orders", headers: KEY });
    problem(reply, "method_not_allowed");
    expect(reply.headers.allow).toBe("POST");
    expect((await app.inject({ method: "DELETE", url: "/v1/orders/x", headers: KEY })).headers.allow).toBe(
      "GET, HEAD",
    );
  });

  test.each(["/v1/orders/%", "/v1/orders/%zz", "/v1/orders/%c3%28"])(
    "an address wrongly written: %s",
    async (url) => {
      problem(await app.inject({ url, headers: KEY }), "malformed_url");
    },
  );

  test("an address with a text that cannot be kept, or too long", async () => {
    problem(await app.inject({ url: "/v1/orders/a%00b", headers: KEY }), "validation");
    problem(await app.inject({ url: `/v1/orders/${"x".repeat(2_000)}`, headers: KEY }), "url_too_long");
  });

  test("what nobody foresaw is told without its insides, and logged without personal data", async () => {
    services.desk.fails = new Error("duplicate key (phone)=(13800138000) in select secret_column");
    const reply = await post(join());
    expect(problem(reply, "internal").retry).toBe(true);
    expect(reply.body).not.toContain("phone");
    const line = logs.find((one) => one.includes("a request failed")) ?? "";
    expect(line).toContain("duplicate key");
    expect(line).not.toContain("13800138000");
    expect(line).not.toContain(KEY.authorization?.slice(7));
  });

  test("a desk that is busy says when to come again; another writer's address stays inside", async () => {
    services.desk.fails = new NotNow("busy", 1_500);
    const reply = await post(join());
    expect(problem(reply, "busy").retry).toBe(true);
    expect(reply.headers["retry-after"]).toBe("2");
    services.desk.fails = new NotNow("elsewhere", 3_000, "http://10.0.0.7:5000");
    const other = await post(join());
    problem(other, "elsewhere");
    expect(other.body).not.toContain("10.0.0.7");
  });
});

describe("bodies", () => {
  const cells = "/v1/cells";
  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["too deep", `{"plan":${"[".repeat(100)}${"]".repeat(100)}}`],
    ["a name that is mistaken", '{"plan":{"__proto__":{"x":1}}}'],
    ["a name that is mistaken, spelled out", '{"plan":{"\\u005f_proto__":{"x":1}}}'],
  ])("%s", async (_what, payload) => {
    problem(await post(payload, OWNER, cells), "malformed_json");
  });

  test("no UTF-8", async () => {
    const reply = await app.inject({
      method: "POST",
      url: cells,
      headers: { ...OWNER, "content-type": "application/json" },
      payload: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    });
    problem(reply, "malformed_json");
  });

  test("texts that cannot be kept are named", async () => {
    for (const bad of ["a\0b", "\ud800"]) {
      const body = problem(await post({ plan: { name: bad } }, OWNER, cells), "validation");
      expect(body.field).toBe("plan.name");
    }
  });

  test("the first field that fails its schema is named", async () => {
    expect(problem(await post({ plan: 3 }, OWNER, cells), "validation").field).toBe("plan");
    expect(problem(await post({ plan: PLAN, clock: "x" }, OWNER, cells), "validation").field).toBe("clock");
    expect(problem(await post({ plan: PLAN, more: 1 }, OWNER, cells), "validation").field).toBe("more");
    expect(problem(await post("null", OWNER, cells), "validation").field).toBe("body");
  });

  test("too large, and of another content type", async () => {
    problem(await post(`"${"x".repeat(300 << 10)}"`, OWNER, cells), "too_large");
    problem(await post(`"${"x".repeat(3 << 20)}"`), "too_large");
    for (const type of [
      "text/plain",
      "application/xml",
      "multipart/form-data; boundary=x",
      "x",
      "application/jsonp",
    ]) {
      problem(await post("{}", { ...KEY, "content-type": type }), "unsupported_media_type");
    }
  });
});

describe("the gate", () => {
  test("a route in no row of the table does not start the server", async () => {
    const stray: Routes = (api) =>
      void api.get("/v1/stray", { schema: { summary: "x", operationId: "x" } }, () => "x");
    await expect(server([stray])).rejects.toThrow("GET /v1/stray stands in no row");
  });

  test("nobody, somebody else, the right one", async () => {
    const before = services.desk.submitted;
    const reply = await post(join(), {});
    problem(reply, "unauthenticated");
    expect(reply.headers["www-authenticate"]).toContain("Bearer");
    for (const authorization of [
      "Bearer nobody",
      "Bearer ",
      "Basic a2V5",
      `Bearer ${"x".repeat(5_000)}`,
      "Bearer a b",
    ]) {
      problem(await post(join(), { authorization }), "unauthenticated");
    }
    problem(
      await post(join(), { cookie: `wellspring=${KEY.authorization?.slice(7)}`, "x-wellspring": "1" }),
      "unauthenticated",
    );
    problem(await post(join(), BOOKS), "forbidden");
    problem(await post(join(), OWNER), "forbidden");
    expect(services.desk.submitted).toBe(before);
    expect((await post(join())).statusCode).toBe(200);
    expect(services.desk.submitted).toBe(before + 1);
  });

  test("is asked before a body is read", async () => {
    problem(await post("{", {}), "unauthenticated");
  });

  test("a key revoked and a session closed are gone at once", async () => {
    const { id, header } = await services.key("orders:write");
    expect((await post(join(), header)).statusCode).toBe(200);
    await services.people.keys.revoke(SYSTEM, id, "all");
    problem(await post(join(), header), "unauthenticated");
    const session = await services.staff("auditor");
    const read = () => app.inject({ url: "/v1/cells/1/result", headers: session });
    expect((await read()).statusCode).toBe(200);
    const out = await app.inject({ method: "DELETE", url: "/v1/session", headers: session });
    expect([out.statusCode, out.body]).toEqual([204, ""]);
    problem(await read(), "unauthenticated");
    expect((await app.inject({ url: "/v1/session", headers: session })).json()).toMatchObject({
      kind: "public",
    });
  });

  test("another site cannot use the cookie of a browser", async () => {
    const cookie = { cookie: OWNER.cookie ?? "" };
    const body = { plan: PLAN };
    problem(await post(body, cookie, "/v1/cells"), "cross_site");
    for (const site of ["cross-site", "same-site"]) {
      problem(await post(body, { ...OWNER, "sec-fetch-site": site }, "/v1/cells"), "cross_site");
    }
    expect((await post(body, { ...cookie, "sec-fetch-site": "same-origin" }, "/v1/cells")).statusCode).toBe(
      201,
    );
    expect((await post(body, OWNER, "/v1/cells")).statusCode).toBe(201);
  });

  test("credentials nobody holds are soon refused unasked, and everybody has a limit", async () => {
    await app.close();
    app = await server([], {
      perMinute: { address: 4, person: 3, key: 5, signIn: 2, failures: 2 },
    });
    const wrong = () => app.inject({ url: "/v1/orders/x", headers: { authorization: "Bearer nobody" } });
    problem(await wrong(), "unauthenticated");
    problem(await wrong(), "unauthenticated");
    const refused = await wrong();
    problem(refused, "rate_limited");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("limits are told, and who is beyond them is told when to come again", async () => {
    await app.close();
    app = await server([], { perMinute: { address: 4, person: 3, key: 2, signIn: 2, failures: 20 } });
    const first = await post(join());
    expect(first.headers["ratelimit-limit"]).toBe("2");
    expect(first.headers["ratelimit-remaining"]).toBe("1");
    await post(join());
    const third = await post(join());
    problem(third, "rate_limited");
    expect(Number(third.headers["retry-after"])).toBeGreaterThan(0);
    expect((await app.inject("/healthz")).headers["ratelimit-limit"]).toBeUndefined();
  });
});

describe("answers", () => {
  test("reads carry a tag of their content, and who has it gets 304", async () => {
    const read = (headers = {}) =>
      app.inject({ url: "/v1/cells/1/result", headers: { ...OWNER, ...headers } });
    const first = await read();
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    const again = await read({ "if-none-match": `"x", ${etag}` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect(again.headers.etag).toBe(etag);
    await post(join());
    const changed = await read({ "if-none-match": etag });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  test("a request keeps the id it came with, if it is one", async () => {
    const given = async (id: string) =>
      (await app.inject({ url: "/healthz", headers: { "x-request-id": id } })).headers["x-request-id"];
    expect(await given("till-7-000123")).toBe("till-7-000123");
    expect(await given("evil\r\nset-cookie: x")).not.toContain("evil");
    expect(await given("<script>")).not.toContain("<");
  });

  test("nothing may be framed, sniffed or run", async () => {
    const { headers } = await app.inject("/healthz");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test("alive, ready, figures, document, pages", async () => {
    expect((await app.inject("/healthz")).json()).toEqual({ alive: true });
    expect((await app.inject("/readyz")).json()).toEqual({ ready: true });
    services.isReady = false;
    problem(await app.inject("/readyz"), "unavailable");
    await post(join());
    const figures = (await app.inject("/metrics")).body;
    expect(figures).toContain('route="/v1/orders",status="200"} 1');
    expect(figures).toContain('wellspring_orders_total{status="booked"} 1');
    expect((await app.inject("/docs/")).statusCode).toBe(200);
    expect((await app.inject("/docs/static/swagger-ui-bundle.js")).statusCode).toBe(200);
  });

  test("a personal address or query never reaches the logs", async () => {
    await app.close();
    app = await server([], { logLevel: "debug" });
    await app.inject({ url: "/v1/orders/zhang-san?cell=13800138000", headers: KEY });
    expect(logs.join("")).toContain('"route":"/v1/orders/:id"');
    expect(logs.join("")).not.toMatch(/zhang|13800138000|wsk_/);
  });
});

test("a problem thrown in a route file is the answer, with its headers", async () => {
  await app.close();
  const faulty: Routes = (api) =>
    void api.get("/docs/problem", { schema: { summary: "x", operationId: "x" } }, () => {
      throw new Problem("conflict", { field: "proof", headers: { "x-hint": "1" } });
    });
  app = await server([faulty]);
  const reply = await app.inject("/docs/problem");
  expect(problem(reply, "conflict").field).toBe("proof");
  expect(reply.headers["x-hint"]).toBe("1");
});

describe("over a real socket", () => {
  async function raw(text: string): Promise<string> {
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    return new Promise((done, fail) => {
      let got = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket.on("data", (chunk) => {
        got += chunk.toString();
      });
      socket.on("end", () => done(got));
      socket.on("error", fail);
    });
  }

  test("what is no HTTP gets a problem too", async () => {
    const got = await raw("NONSENSE\r\n\r\n");
    expect(got).toMatch(/^HTTP\/1\.1 400 /);
    expect(got).toContain("application/problem+json");
    expect(JSON.parse(got.split("\r\n\r\n")[1] ?? "")).toMatchObject({ code: "malformed_request" });
  });

  test("headers that never end", async () => {
    const got = await raw(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${"y".repeat(40_000)}\r\n\r\n`);
    expect(got).toMatch(/^HTTP\/1\.1 431 /);
  });

  test("a body that lies about its length", async () => {
    const before = services.desk.submitted;
    const got = await raw(
      `POST /v1/orders HTTP/1.1\r\nHost: x\r\nAuthorization: ${KEY.authorization}\r\nConnection: close\r\n` +
        'Content-Type: application/json\r\nContent-Length: 5\r\n\r\n{"id":"x","kind":"join","member":"m"}',
    );
    expect(got).toMatch(/^HTTP\/1\.1 400 /);
    expect(got).toContain('"code":"malformed_');
    expect(services.desk.submitted).toBe(before);
  });
});
