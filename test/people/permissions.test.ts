/** The permission table: docs and data are one, nothing is open by accident, each role has what it should. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { accessOf, machineAccess, publicAccess } from "../../src/people/access.ts";
import {
  COLUMNS,
  PERMISSIONS,
  type Permission,
  permissionFor,
  permissionOf,
  readPermission,
  scopeFor,
} from "../../src/people/permissions.ts";
import { KEY_SCOPES, type Principal, ROLES, type Role, STAFF_ROLES } from "../../src/people/role.ts";

const page = fileURLToPath(new URL("../../docs/PERMISSIONS.md", import.meta.url));

/** The page's table as it must be: one line a permission. */
function tableOf(rows: readonly Permission[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const cells = (row: Permission) => [
    row.method,
    row.path,
    ...ROLES.map((role) => row.reach[role]),
    row.key,
    row.public,
  ];
  return [line(COLUMNS), `|${" --- |".repeat(COLUMNS.length)}`, ...rows.map(cells).map(line), ""].join("\n");
}

const writes = PERMISSIONS.filter((row) => row.method !== "GET" && row.public === "no");
const staff = (...roles: Role[]): Principal => ({
  id: "p1",
  kind: "staff",
  name: null,
  roles,
  member: null,
  stores: { merchant: [], clerk: [] },
  regions: [],
});
const person: Principal = {
  id: "p2",
  kind: "person",
  name: null,
  roles: ["merchant", "clerk", "member"],
  member: "m2",
  stores: { merchant: ["tea"], clerk: ["bakery"] },
  regions: [],
};

test("docs/PERMISSIONS.md is the table, row for row", async () => {
  const text = readFileSync(page, "utf8");
  const intro = text.slice(0, text.includes("| method") ? text.indexOf("| method") : undefined);
  await expect(`${intro}${tableOf(PERMISSIONS)}`).toMatchFileSnapshot(page);
  expect(intro.indexOf("谁能用")).toBeLessThan(intro.indexOf("Who may use"));
});

test("a row of the page reads back as the permission", () => {
  const lines = readFileSync(page, "utf8").split("\n");
  const rows = lines.filter((line) => /^\| (GET|POST|PUT|PATCH|DELETE) /.test(line));
  const read = rows.map((line) => readPermission(line.slice(2, -2).split(" | ")));
  expect(read).toEqual(PERMISSIONS);
  const cells = (rows[30] ?? "").slice(2, -2).split(" | ");
  expect(() => readPermission(cells.slice(1))).toThrow("cells");
  expect(() => readPermission(cells.with(4, "some"))).toThrow("no reach");
  expect(() => readPermission(cells.with(12, "money:make"))).toThrow("no scope");
});

test("what has no row is open to nobody", () => {
  for (const role of [...ROLES, "public"] as const) {
    expect(permissionFor("GET", "/v1/secrets", role)).toBe("no");
    expect(permissionFor("PUT", "/v1/members/{id}", role)).toBe("no");
    expect(permissionFor("GET", "/v1/docs/x", role)).toBe("no");
  }
  expect(scopeFor("DELETE", "/v1/stores/{id}")).toBe("no");
  expect(permissionOf("head", "/v1/members/:id")?.path).toBe("/v1/members/{id}");
  expect(permissionOf("GET", "/docs/static/index.css")?.path).toBe("/docs/*");
  expect(permissionOf("GET", "/docsets")).toBeUndefined();
});

/** What everybody may do to a session and a password of one's own. */
const ofOneself = ({ path }: Permission) => path.startsWith("/v1/session/");

test("the auditor reads every route that reads for staff, and writes none", () => {
  for (const row of writes.filter((each) => !ofOneself(each)))
    expect(row.reach.auditor, `${row.method} ${row.path}`).toBe("no");
  for (const row of PERMISSIONS.filter((each) => each.method === "GET" && !ofOneself(each))) {
    const staffReads = STAFF_ROLES.some((role) => row.reach[role] !== "no");
    if (staffReads) expect(row.reach.auditor, row.path).toBe("all");
  }
});

test("least privilege: who moves money, who cannot", () => {
  const money = /redemptions|withdrawals|injections|releases|payments$|\/purchases$/;
  for (const row of writes.filter(({ path }) => money.test(path))) {
    for (const role of ["service", "marketing", "auditor", "agent"] as const) {
      expect(row.reach[role], `${role} ${row.method} ${row.path}`).toBe("no");
    }
  }
  expect(permissionFor("POST", "/v1/purchases/{id}/refunds", "service")).toBe("all");
  for (const row of PERMISSIONS.filter(({ public: open }) => open === "no")) {
    for (const role of ["merchant", "clerk", "agent", "member"] as const) {
      expect(row.reach[role], `${role} ${row.method} ${row.path}`).not.toBe("all");
    }
    if (row.reach.clerk !== "no") expect(row.path).not.toMatch(/statement|settle|keys|clerks|receipt/);
    if (row.reach.marketing !== "no" && row.method === "GET") {
      expect(row.path).not.toMatch(/\{id\}\/(balances|lots|history|export|statement)|withdrawals|purchases/);
    }
  }
  // Nobody but a machine writes the book directly, and every scope is of use somewhere.
  for (const role of ROLES) expect(permissionFor("POST", "/v1/orders", role)).toBe("no");
  for (const scope of KEY_SCOPES) expect(PERMISSIONS.some(({ key }) => key === scope)).toBe(true);
});

test("roles add up, each with its own rows only", () => {
  expect(accessOf(staff("marketing"), "GET", "/v1/withdrawals")).toEqual({ reach: "no" });
  expect(accessOf(staff("marketing", "finance"), "GET", "/v1/withdrawals")).toEqual({
    reach: "all",
    roles: ["finance"],
  });
  expect(accessOf(person, "GET", "/v1/stores/{id}/statement")).toMatchObject({
    reach: "own",
    stores: ["tea"],
    member: null,
  });
  expect(accessOf(person, "POST", "/v1/purchases")).toMatchObject({
    stores: ["tea", "bakery"],
    member: null,
  });
  expect(accessOf(person, "POST", "/v1/redemptions")).toMatchObject({ stores: [], member: "m2" });
});

test("a key opens what its scope says, in its store alone", () => {
  const till = { id: "k1", name: "till", scopes: ["purchases:write"], store: "tea" } as const;
  expect(machineAccess(till, "POST", "/v1/purchases")).toMatchObject({ reach: "own", stores: ["tea"] });
  expect(machineAccess(till, "POST", "/v1/orders")).toEqual({ reach: "no" });
  expect(machineAccess(till, "POST", "/v1/purchases/{id}/refunds")).toEqual({ reach: "no" });
  expect(machineAccess({ ...till, store: null }, "POST", "/v1/purchases")).toMatchObject({ reach: "all" });
  const reader = { ...till, scopes: ["books:read"] } as const;
  expect(machineAccess(reader, "GET", "/v1/stores/{id}/history")).toMatchObject({ reach: "own" });
  for (const path of ["/v1/journals", "/v1/trial-balance", "/v1/plans", "/v1/members/{id}/balances"]) {
    expect(machineAccess(reader, "GET", path), path).toEqual({ reach: "no" });
    expect(machineAccess({ ...reader, store: null }, "GET", path), path).toMatchObject({ reach: "all" });
  }
  expect(machineAccess(till, "GET", "/v1/proof")).toMatchObject({ reach: "all" });
  expect(publicAccess("GET", "/v1/proof")).toMatchObject({ reach: "all" });
  expect(publicAccess("GET", "/v1/members")).toEqual({ reach: "no" });
});
