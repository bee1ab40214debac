/** Sessions, keys and roles: what a token is worth, how long, and when it stops. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { isRefused } from "../../src/people/answer.ts";
import { SYSTEM } from "../../src/people/audit.ts";
import { NOWHERE } from "../../src/people/ground.ts";
import { fifty, must, PASSWORD, refusedAs, type Scene, scene } from "./scene.ts";

let s: Scene;
beforeAll(async () => {
  s = await scene();
});
afterAll(() => s.store.drop());

test("a token is opaque, names its cell, and only its hash is stored", async () => {
  const { token } = await s.signInPhone("13900000001");
  expect(token).toMatch(/^wss_1_[\w-]{43}$/);
  const { rows } = await s.store.database.query<{ row: string }>(
    "SELECT session::text || token_hash::text AS row FROM session WHERE cell_id = 1",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) expect(row).not.toContain(token.slice(6));
  const other = s.another({ cell: 2n });
  expect(await other.sessions.find(token)).toBeUndefined();
  expect(await other.sessions.find(token.replace("wss_1_", "wss_2_"))).toBeUndefined();
  for (const bad of ["", "wss_1_", `${token}x`, token.slice(0, -1), token.replace("wss", "wsk"), "wss_1_'"]) {
    expect(await s.people.actor(bad), bad).toBeUndefined();
  }
  expect(await s.people.actor(null)).toEqual({ kind: "public" });
  expect(await s.people.actor(token)).toMatchObject({ kind: "principal", principal: { roles: ["member"] } });
});

test("a session slides while it is used, ends idle, and ends at last however much it is used", async () => {
  const { login } = await s.appoint("marketing");
  const { token } = await s.signInStaff(login);
  for (let minutes = 0; minutes < 100; minutes += 20) {
    s.pass(20 * 60);
    expect(await s.people.sessions.find(token)).toBeDefined();
  }
  s.pass(30 * 60);
  expect(await s.people.sessions.find(token)).toBeUndefined();
  const next = await s.signInStaff(login);
  let used = 0;
  while ((await s.people.sessions.find(next.token)) !== undefined && used < 100) {
    used++;
    s.pass(25 * 60);
  }
  expect(used * 25).toBe(Math.ceil((12 * 60) / 25) * 25);
  await s.people.sweep();
  expect(await s.people.sessions.list(next.principal.id)).toEqual([]);
});

test("a rotated token is dead, the new one keeps the old end; fifty rotations: one winner", async () => {
  const { token, principal } = await s.signInStaff((await s.appoint("service")).login);
  s.pass(11.8 * 3600 - 40 * 60);
  expect(await s.people.sessions.rotate(token, NOWHERE)).toBeUndefined();
  const fresh = await s.signInPhone("13900000002");
  const won = (await fifty(() => s.people.sessions.rotate(fresh.token, NOWHERE))).filter((one) => one);
  expect(won).toHaveLength(1);
  expect(await s.people.sessions.find(fresh.token)).toBeUndefined();
  expect(await s.people.sessions.find(won[0]?.token ?? "")).toEqual(fresh.principal);
  s.pass(29 * 86_400);
  const kept = await s.people.sessions.rotate(won[0]?.token ?? "", NOWHERE);
  expect(kept).toBeDefined();
  expect(await s.people.sessions.close(kept?.token ?? "")).toBe(true);
  expect(await s.people.sessions.find(kept?.token ?? "")).toBeUndefined();
  expect(await s.people.sessions.close(kept?.token ?? "")).toBe(false);
  expect(await s.people.sessions.find(principal.id)).toBeUndefined();
});

test("new power, a new password and a closed account end the open sessions", async () => {
  const person = await s.signInPhone("13900000003");
  expect(await s.people.persons.grant(SYSTEM, person.principal.id, "clerk", "tea")).toBeNull();
  expect(await s.people.sessions.find(person.token)).toBeUndefined();
  const clerk = await s.signInPhone("13900000003");
  expect(clerk.principal).toMatchObject({
    roles: ["clerk", "member"],
    stores: { merchant: [], clerk: ["tea"] },
  });
  expect(await s.people.persons.grant(SYSTEM, person.principal.id, "clerk", "tea")).toBeNull();
  expect(await s.people.sessions.find(clerk.token)).toBeDefined();
  expect((await s.people.persons.holders("clerk", "tea")).map(({ id }) => id)).toEqual([person.principal.id]);
  expect(await s.people.persons.withdraw(SYSTEM, person.principal.id, "clerk", "tea")).toBeNull();
  expect(await s.people.sessions.find(clerk.token)).toBeUndefined();
  expect(refusedAs(await s.people.persons.grant(SYSTEM, person.principal.id, "agent", "33x"))).toBe(
    "role_not_allowed",
  );

  const { login, id } = await s.appoint("finance");
  const one = await s.signInStaff(login);
  s.pass(60);
  const two = await s.signInStaff(login);
  const change = { old: PASSWORD, new: "a whole new sentence 77" };
  const refused = await s.people.staff.changePassword(SYSTEM, id, { ...change, old: "wrong" }, two.token);
  expect(refusedAs(refused)).toBe("sign_in_refused");
  expect(await s.people.staff.changePassword(SYSTEM, id, change, two.token)).toBeNull();
  expect(await s.people.sessions.find(one.token)).toBeUndefined();
  expect(await s.people.sessions.find(two.token)).toBeDefined();
  expect(await s.people.staff.change(SYSTEM, id, { active: false })).toBeNull();
  expect(await s.people.sessions.find(two.token)).toBeUndefined();
});

test("a person is never staff, staff never a person, and the last owner stays", async () => {
  const { principal } = await s.signInPhone("13900000004");
  expect(refusedAs(await s.people.staff.change(SYSTEM, principal.id, { roles: ["owner"] }))).toBe(
    "principal_unknown",
  );
  const [a, b] = [await s.appoint("owner"), await s.appoint("owner")];
  expect(refusedAs(await s.people.persons.grant(SYSTEM, a.id, "merchant", "tea"))).toBe("principal_unknown");
  const both = await Promise.all(
    [a, b].map(({ id }) => s.people.staff.change(SYSTEM, id, { active: false })),
  );
  expect(both.filter((answer) => answer === null)).toHaveLength(1);
  expect(both.filter(isRefused).map(({ refused }) => refused)).toEqual(["last_owner"]);
  await expect(
    s.store.database.query(
      "UPDATE principal SET roles = '{owner}' WHERE cell_id = 1 AND id = $1 AND kind = 'person'",
      [principal.id],
    ),
  ).rejects.toThrow();
});

test("one person a phone and a member, under a race", async () => {
  const create = () => s.people.persons.create(SYSTEM, { phone: "13900000005", name: "李雷", member: "m5" });
  const made = (await fifty(create)).filter((answer) => !isRefused(answer));
  expect(made).toHaveLength(1);
  expect(refusedAs(await s.people.persons.create(SYSTEM, { phone: "13900000006", member: "m5" }))).toBe(
    "phone_taken",
  );
  const found = await s.people.persons.findByPhone("139 0000 0005");
  expect(found).toMatchObject({ member: "m5", name: "李雷" });
  const faces = await s.people.persons.faces(["m5", "nobody"]);
  expect(faces.get("m5")).toMatchObject({ name: "李*", phone: "139****0005", erased: false });
  expect((await s.people.persons.faces(["m5"], "plain")).get("m5")).toMatchObject({ phone: "13900000005" });
  const clerk = must(await s.people.persons.create(SYSTEM, { phone: "13900000007", member: null }));
  expect(clerk.roles).toEqual([]);
  expect((await s.signInPhone("13900000007")).joined).toBe(true);
});

test("a key opens what it says until it is revoked, in its own cell and store", async () => {
  const { keys } = s.people;
  const till = must(await keys.create(SYSTEM, { name: "till", scopes: ["purchases:write"], store: "tea" }));
  expect(till.key).toMatch(/^wsk_1_[\w-]{43}$/);
  expect(await s.people.actor(till.key)).toEqual({
    kind: "machine",
    machine: { id: till.id, name: "till", scopes: ["purchases:write"], store: "tea" },
  });
  for (const scopes of [[], ["money:make"], ["orders:write"], ["webhooks:manage"], ["books:read", "x"]]) {
    expect(refusedAs(await keys.create(SYSTEM, { name: "x", scopes, store: "tea" }))).toBe(
      "scope_not_allowed",
    );
  }
  const whole = must(await keys.create(SYSTEM, { name: "erp", scopes: ["orders:write"], store: null }));
  expect((await keys.list(["tea"])).map(({ id }) => id)).toEqual([till.id]);
  expect((await keys.list("all")).map(({ id }) => id)).toEqual([whole.id, till.id]);
  expect((await keys.list(["tea"]))[0]).toMatchObject({ hint: till.key.slice(-4), lastUsedAt: s.now });
  expect(refusedAs(await keys.revoke(SYSTEM, whole.id, ["tea"]))).toBe("key_unknown");
  const elsewhere = s.another();
  expect(await elsewhere.keys.find(till.key)).toBeDefined();
  expect(await keys.revoke(SYSTEM, till.id, ["tea"])).toBeNull();
  expect(await keys.find(till.key)).toBeUndefined();
  s.pass(4);
  expect(await elsewhere.keys.find(till.key)).toBeUndefined();
  expect(await s.another({ cell: 2n }).keys.find(whole.key)).toBeUndefined();
});
