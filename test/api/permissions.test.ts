/**
 * The table of docs/PERMISSIONS.md holds: every route of the server is asked by every role, by keys with each
 * scope and with none, by a till and by nobody, each with a valid request made of the document.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Permission, readPermission, STORE_KEY_SCOPES } from "#people";
import { documentOf } from "../../src/api/index.ts";
import type { Asker } from "./cast.ts";
import { type Operation, operationsOf } from "./hostile.ts";
import { type OwnCase, type Stage, stage } from "./ownrows.ts";
import type { Reply } from "./town.ts";
import { type Values, validRequest } from "./valid.ts";

const page = fileURLToPath(new URL("../../docs/PERMISSIONS.md", import.meta.url));
/** Served by the house around the API; test/main/faces.test.ts asks them. */
const faces = [
  "/",
  "/console/*",
  "/counter/*",
  "/h5/*",
  "/assets/*",
  "/house.json",
  "/s/{code}",
  "/p/{code}",
];
const table: readonly Permission[] = readFileSync(page, "utf8")
  .split("\n")
  .filter((line) => /^\| (GET|POST|PUT|PATCH|DELETE) /.test(line))
  .map((line) => readPermission(line.slice(2, -2).split(" | ")))
  .filter(({ path }) => !faces.includes(path));
const rowOf = new Map(table.map((row) => [`${row.method} ${row.path}`, row]));

const document = (await documentOf()) as Parameters<typeof operationsOf>[0];
const operations = operationsOf(document);
const hidden = ["/healthz", "/readyz", "/metrics", "/openapi.json", "/docs/*"];

let s: Stage;
beforeAll(async () => {
  s = await stage();
}, 120_000);
afterAll(() => s.town.app.close());

test("the table and the server have the same routes", () => {
  const documented = operations.map(({ method, path }) => `${method} ${path}`);
  const inTable = table
    .filter(({ path }) => !hidden.includes(path))
    .map((row) => `${row.method} ${row.path}`);
  expect([...documented].sort()).toEqual([...inTable].sort());
  for (const { method, path } of table.filter((row) => row.path !== "/docs/*")) {
    const url = path.replace(/\{(\w+)\}/g, ":$1");
    const there = s.town.app.hasRoute({ method: method as "GET", url });
    expect(there, `${method} ${path}`).toBe(true);
  }
});

test("what is open to everybody is open to everybody", async () => {
  for (const { header } of s.askers.values()) {
    for (const path of hidden) {
      const reply = await s.town.app.inject({ url: path.replace("*", ""), headers: await header() });
      expect(reply.statusCode, path).toBe(200);
    }
  }
});

/** How far one reaches by the table. */
function reachOf(row: Permission, { who }: Asker): "all" | "own" | "no" {
  if (row.public === "all") return "all";
  if (who in row.reach) return row.reach[who as keyof typeof row.reach];
  // A till reaches what is its store's: where neither owner nor clerk has rows of their own there are none.
  const ofStores = row.reach.merchant === "own" || row.reach.clerk === "own";
  if (who === "till")
    return ofStores && (STORE_KEY_SCOPES as readonly string[]).includes(row.key) ? "own" : "no";
  return row.key === who ? "all" : "no";
}

/** Refusals that are the route's own, of somebody who may use it. */
const OWN_NO: Readonly<Record<string, readonly string[]>> = {
  "POST /v1/session/member": ["code_wrong"],
  "POST /v1/session/staff": ["sign_in_refused"],
  "POST /v1/channels/demo/notify": ["notice_malformed", "notice_signature_wrong"],
  "POST /v1/approvals/{id}/approve": ["approver_not_allowed", "approval_own"],
  "POST /v1/approvals/{id}/reject": ["approver_not_allowed", "approval_own"],
};

/** What no refused request may change: everything but sessions, counts, and views made of the journals. */
const KEPT = [
  "account agency api_key approval arrival audit cell code consent delivery injection job journal payment",
  "payment_request trial upload",
  "export_part preference shift personal plan_draft principal principal_scope proof setting store_profile webhook withdrawal_request",
]
  .join(" ")
  .split(" ");
const SNAPSHOT = KEPT.map(
  (name) =>
    `SELECT '${name}' AS name, md5(string_agg(md5((to_jsonb(t) - 'last_used_at')::text), '' ` +
    `ORDER BY md5((to_jsonb(t) - 'last_used_at')::text))) AS sum FROM ${name} t`,
).join(" UNION ALL ");

async function snapshot(): Promise<unknown> {
  return (await s.town.services.desk.database.query(SNAPSHOT)).rows;
}

async function asked(asker: Asker, operation: Operation, values: Values): Promise<Reply> {
  const { method, url, payload } = validRequest(document, operation, values);
  const body = payload === undefined ? undefined : (JSON.parse(payload) as object);
  return await s.town.ask(await asker.header(), method, url, body);
}

const shown = (asker: Asker, reply: Reply) => `${asker.who}: ${reply.status} ${reply.text.slice(0, 400)}`;

test.each(operations)("$method $path", async (operation) => {
  const key = `${operation.method} ${operation.path}`;
  const row = rowOf.get(key);
  if (row === undefined) throw new Error(`${key} stands in no row`);
  const writes = operation.method !== "GET";
  const all = [...s.askers.values()];
  const values = await s.generic(operation.path);

  const before = writes ? await snapshot() : null;
  for (const asker of all.filter((one) => reachOf(row, one) === "no")) {
    const reply = await asked(asker, operation, values);
    expect(reply.status, shown(asker, reply)).toBe(asker.who === "public" ? 401 : 403);
    expect(reply.body.code).toBe(asker.who === "public" ? "unauthenticated" : "forbidden");
    expect(reply.headers["content-type"]).toContain("application/problem+json");
  }
  if (writes) expect(await snapshot(), "a refused request changed something").toEqual(before);

  for (const asker of all.filter((one) => reachOf(row, one) === "own")) {
    const maker = s.cases[key];
    if (maker === undefined) throw new Error(`${key}: no row that is somebody's own is known for it`);
    await ownAndForeign(asker, operation, await maker(asker));
  }

  for (const asker of all.filter((one) => reachOf(row, one) === "all")) {
    const reply = await asked(asker, operation, values);
    if (OWN_NO[key]?.includes(reply.body?.code) === true) continue;
    expect([400, 401, 403, 500], shown(asker, reply)).not.toContain(reply.status);
  }
});

/** A foreign row is refused or not there, and stays as it was; an own one is let through. */
async function ownAndForeign(asker: Asker, operation: Operation, { own, foreign, shows, hides }: OwnCase) {
  if (foreign !== null) {
    const before = operation.method === "GET" ? null : await snapshot();
    const reply = await asked(asker, operation, foreign);
    expect([403, 404], `foreign, ${shown(asker, reply)}`).toContain(reply.status);
    if (before !== null) expect(await snapshot(), `${asker.who} changed a foreign row`).toEqual(before);
  }
  const reply = await asked(asker, operation, own);
  const passes = reply.status < 300 || [409, 422].includes(reply.status);
  expect(passes, `own, ${shown(asker, reply)}`).toBe(true);
  if (shows !== undefined) expect(reply.text).toContain(shows);
  if (hides !== undefined) expect(reply.text).not.toContain(hides);
}
