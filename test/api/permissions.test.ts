/** Every route of the document asked by every role, by keys and by nobody: the table of permissions holds. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { KEY_SCOPES, PERMISSIONS, permissionOf, ROLES, SYSTEM } from "#people";
import { type Api, buildServer, documentOf } from "../../src/api/index.ts";
import { chance, Maker, type Operation, operationsOf } from "./hostile.ts";
import { type FaultyDesk, type World, world } from "./world.ts";

const document = (await documentOf()) as ConstructorParameters<typeof Maker>[0];
const operations = operationsOf(document);

let services: World & { readonly desk: FaultyDesk };
let app: Api;
/** Headers to ask with, by what the table calls the one who asks. */
const askers: { readonly who: string; readonly header: () => Promise<Record<string, string>> }[] = [];

beforeAll(async () => {
  services = await world();
  const many = 1_000_000;
  const perMinute = { address: many, person: many, key: many, signIn: many, failures: many };
  app = await buildServer(services, { logLevel: "silent", perMinute });
  // A session is asked for anew each time: signing out, for one, ends it.
  for (const role of ROLES) askers.push({ who: role, header: () => sessionOf(role) });
  for (const scope of KEY_SCOPES) {
    const { header } = await services.key(scope);
    askers.push({ who: scope, header: () => Promise.resolve(header) });
  }
  askers.push({ who: "public", header: () => Promise.resolve({}) });
});
afterAll(() => app.close());

interface Whose {
  readonly id: string;
  readonly kind: "staff" | "person";
}

const principals = new Map<string, Whose>();

/** A session of somebody with this role and no other. */
async function sessionOf(role: (typeof ROLES)[number]): Promise<Record<string, string>> {
  const { people, desk } = services;
  const who = principals.get(role) ?? (await principalWith(role));
  principals.set(role, who);
  const opened = await desk.database.transaction((tx) =>
    people.sessions.open(tx, who, { ip: null, agent: null }),
  );
  return { cookie: `wellspring=${opened.token}`, "x-wellspring": "1" };
}

async function principalWith(role: (typeof ROLES)[number]): Promise<Whose> {
  const { people } = services;
  if (role === "member" || role === "merchant" || role === "clerk" || role === "agent") {
    const phone = `1380000000${ROLES.indexOf(role) % 10}`;
    const made = await people.persons.create(SYSTEM, { phone, member: role === "member" ? "m1" : null });
    if ("refused" in made) throw new Error(made.refused);
    if (role !== "member")
      await people.persons.grant(SYSTEM, made.id, role, role === "agent" ? "440305" : "s1");
    return made;
  }
  const password = "correct horse battery 1";
  const made = await people.staff.create(SYSTEM, {
    login: `${role}-1`,
    password,
    name: role,
    roles: [role],
    totp: false,
  });
  if ("refused" in made) throw new Error(made.refused);
  return { id: made.id, kind: "staff" };
}

/** How far the one who asks reaches by the table. */
function reachOf({ method, path }: Operation, who: string): string {
  const row = permissionOf(method, path);
  if (row === undefined) return "no";
  if (row.public === "all") return "all";
  if (who === "public") return "no";
  if ((KEY_SCOPES as readonly string[]).includes(who))
    return row.key === "all" || row.key === who ? "all" : "no";
  return row.reach[who as (typeof ROLES)[number]];
}

test.each(operations)("$method $path", async (operation) => {
  const maker = new Maker(document, chance(1), {});
  const got: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const { who, header } of askers) {
    const { url, payload, headers } = maker.plain(operation);
    const all = { ...headers, ...(await header()) };
    const reply = await app.inject({
      method: operation.method as "GET",
      url,
      headers: all,
      ...(payload === undefined ? {} : { payload }),
    });
    const reach = reachOf(operation, who);
    const { statusCode } = reply;
    const code = statusCode < 400 ? "" : reply.json().code;
    // A row that is not one's own may be refused too; the door itself lets nobody else pass.
    const kept = code === "unauthenticated" || (code === "forbidden" && reach !== "own");
    got[who] = kept ? code : "passes";
    expected[who] = reach === "no" ? (who === "public" ? "unauthenticated" : "forbidden") : "passes";
  }
  expect(got).toEqual(expected);
});

test("every route that is there stands in the table by its very pattern", () => {
  const rows = new Set(PERMISSIONS.map(({ method, path }) => `${method} ${path}`));
  for (const { method, path } of operations) expect(rows).toContain(`${method} ${path}`);
});
