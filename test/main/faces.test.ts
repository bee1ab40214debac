/** The faces as the server gives them: pages by address, files for good, a policy of their own; and without them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, buildServer } from "../../src/api/index.ts";
import { faceRoutes, type HouseFacts } from "../../src/main/serve/faces.ts";
import { type World, world } from "../api/world.ts";

const FACTS: HouseFacts = {
  operator: "测试运营方",
  version: "0.0.0",
  demo: { password: "p", staff: [{ login: "owner", name: "负责人" }], members: [] },
};

let services: World;
let folder: string;
let app: Api;

const served = (facts: HouseFacts, from: string, perMinute = {}) =>
  buildServer(services, { logLevel: "silent", ...perMinute }, [faceRoutes(facts, from)]);

beforeAll(async () => {
  services = await world();
  folder = mkdtempSync(join(tmpdir(), "wellspring-web-"));
  for (const face of ["", "console/", "counter/", "h5/", "assets/"])
    mkdirSync(join(folder, face), { recursive: true });
  const page = (name: string) => `<!doctype html><title>${name}</title>`;
  writeFileSync(join(folder, "index.html"), page("landing"));
  for (const face of ["console", "counter", "h5"])
    writeFileSync(join(folder, face, "index.html"), page(face));
  const script = "export const a = 1;".repeat(200);
  writeFileSync(join(folder, "assets/a-1.js"), script);
  writeFileSync(join(folder, "assets/a-1.js.gz"), gzipSync(script));
  writeFileSync(join(folder, "assets/a-1.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "secret.txt"), "secret");
  app = await served(FACTS, `${folder}/`);
});
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test.each([
  ["/", "landing"],
  ["/console", "console"],
  ["/console/", "console"],
  ["/console/members/m-1?tab=lots", "console"],
  ["/counter/flow", "counter"],
  ["/h5/arrive/ABC", "h5"],
])("%s is the page of %s, never kept without asking", async (url, title) => {
  const { statusCode, body, headers } = await get(url);
  expect(statusCode).toBe(200);
  expect(body).toContain(`<title>${title}</title>`);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["cache-control"]).toBe("no-cache");
  expect(headers["permissions-policy"]).toBe("camera=(self)");
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toContain("unsafe-eval");
  const again = await get(url, { "if-none-match": String(headers["etag"]) });
  expect(again.statusCode).toBe(304);
});

test.each(["br", "gzip"])("a file comes as it was compressed (%s), for good", async (encoding) => {
  const { statusCode, headers, rawPayload } = await get("/assets/a-1.js", { "accept-encoding": encoding });
  expect(statusCode).toBe(200);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(rawPayload.length).toBeLessThan(500);
});

test.each([
  "/assets/none.js",
  "/assets/",
  "/assets/..%2fsecret.txt",
  "/assets/a/../../secret.txt",
  "/secret.txt",
])("%s is not there, and what is not there is not kept", async (url) => {
  const { statusCode, body, headers } = await get(url);
  expect([400, 404]).toContain(statusCode);
  expect(headers["cache-control"]).toBe("no-store");
  expect(body).not.toContain("secret\n");
  expect(headers["content-type"]).toContain("application/problem+json");
});

test("a scanned code leads to the page of arrival; nothing in it leads elsewhere", async () => {
  expect((await get("/s/AB12")).headers["location"]).toBe("/h5/arrive/AB12");
  expect((await get("/s/AB12")).statusCode).toBe(302);
  expect((await get("/s/%2F%2Fevil.example")).headers["location"]).toBe("/h5/arrive/%2F%2Fevil.example");
  expect((await get(`/s/${"A".repeat(41)}`)).statusCode).toBe(400);
});

test("the logins of a demo are told in a demo alone", async () => {
  expect((await get("/house.json")).json()).toEqual(FACTS);
  const real = await served({ ...FACTS, demo: null }, `${folder}/`);
  expect((await real.inject({ url: "/house.json" })).json().demo).toBeNull();
  await real.close();
});

test("a page with its many files does not use up what an address may ask a minute", async () => {
  const few = { address: 2, person: 2, key: 2, signIn: 2, failures: 2 };
  const strict = await served(FACTS, `${folder}/`, { perMinute: few });
  for (let n = 0; n < 20; n++) {
    expect((await strict.inject({ url: "/assets/a-1.js" })).statusCode).toBe(200);
    expect((await strict.inject({ url: "/h5/" })).statusCode).toBe(200);
  }
  await strict.close();
});

describe("where the faces are not built", () => {
  test("every address says so in both languages, and the API answers", async () => {
    const bare = await served(FACTS, join(folder, "nothing/"));
    for (const url of ["/", "/console/", "/counter/x", "/h5"]) {
      const { statusCode, body } = await bare.inject({ url });
      expect(statusCode).toBe(503);
      expect(body).toContain("界面还没有构建");
      expect(body).toContain("not built");
    }
    expect((await bare.inject({ url: "/v1/session" })).statusCode).toBe(200);
    await bare.close();
  });
});
