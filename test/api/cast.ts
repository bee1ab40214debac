/** Everybody who may ask: one with each role and no other, a key with each scope, with none, and a till's. */
import { randomBytes } from "node:crypto";
import { isRefused, KEY_SCOPES, NOWHERE, ROLES, type Role, STORE_KEY_SCOPES, SYSTEM } from "#people";
import type { Header, Town } from "./town.ts";

export const PASSWORD = "correct horse battery 1";

export interface Asker {
  readonly who: string;
  /** Id of the principal; null for a key, and for nobody. */
  readonly id: string | null;
  /** Headers to ask with; a session is opened anew each time, for signing out, for one, ends it. */
  header(): Promise<Header>;
}

const fine = <T>(answer: T): Exclude<T, { refused: unknown }> => {
  if (isRefused(answer)) throw new Error(answer.refused);
  return answer as Exclude<T, { refused: unknown }>;
};

/** The merchant and the clerk are of store s1, the agent of its district, the member is member 1. */
export async function cast(town: Town): Promise<Map<string, Asker>> {
  const { people, desk } = town.services;
  const askers = new Map<string, Asker>();
  const session = async (id: string, kind: "staff" | "person") => {
    const { token } = await desk.database.transaction((tx) =>
      people.sessions.open(tx, { id, kind }, NOWHERE),
    );
    return { cookie: `wellspring=${token}`, "x-wellspring": "1" };
  };
  for (const role of ROLES) {
    const { id, kind } = await principalWith(town, role);
    askers.set(role, { who: role, id, header: () => session(id, kind) });
  }
  const bearer = (key: string) => () => Promise.resolve({ authorization: `Bearer ${key}` });
  for (const scope of KEY_SCOPES) {
    const { key } = fine(await people.keys.create(SYSTEM, { name: scope, scopes: [scope], store: null }));
    askers.set(scope, { who: scope, id: null, header: bearer(key) });
  }
  const till = { name: "till", scopes: STORE_KEY_SCOPES, store: "s1" };
  askers.set("till", {
    who: "till",
    id: null,
    header: bearer(fine(await people.keys.create(SYSTEM, till)).key),
  });
  askers.set("no scope", { who: "no scope", id: null, header: bearer(await keyWithout(town)) });
  askers.set("public", { who: "public", id: null, header: () => Promise.resolve({}) });
  return askers;
}

async function principalWith({ services, member1 }: Town, role: Role) {
  const { people } = services;
  if (role === "member") return { id: member1.id, kind: "person" as const };
  if (role === "merchant" || role === "clerk" || role === "agent") {
    const phone = `1380000000${ROLES.indexOf(role) % 10}`;
    const { id } = fine(await people.persons.create(SYSTEM, { phone, member: null }));
    fine((await people.persons.grant(SYSTEM, id, role, role === "agent" ? "440305" : "s1")) ?? {});
    return { id, kind: "person" as const };
  }
  const staff = {
    login: `${role}-cast`,
    password: PASSWORD,
    name: role,
    roles: [role],
    totp: false,
  } as const;
  return { id: fine(await people.staff.create(SYSTEM, staff)).id, kind: "staff" as const };
}

/** Nobody can make a key without scopes; one whose scopes were taken away is as good. */
async function keyWithout({ services }: Town): Promise<string> {
  const { key, id } = fine(
    await services.people.keys.create(SYSTEM, { name: "none", scopes: ["books:read"], store: null }),
  );
  await services.desk.database.query("UPDATE api_key SET scopes = '{}' WHERE cell_id = 1 AND id = $1", [id]);
  return key;
}

/** A phone nobody has yet. */
export const freshPhone = (): string =>
  `139${String(randomBytes(4).readUInt32BE() % 100_000_000).padStart(8, "0")}`;
