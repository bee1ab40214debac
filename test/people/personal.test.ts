/** Personal data: what it must look like, how it is kept, shown, given out and taken away. */

import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "../../src/people/audit.ts";
import { NOWHERE } from "../../src/people/ground.ts";
import {
  maskBankCard,
  maskIdNumber,
  maskName,
  maskPhone,
  readBankCard,
  readIdNumber,
  readPhone,
  readRealName,
} from "../../src/people/identity.ts";
import { Vault, VaultFault } from "../../src/people/vault.ts";
import { must, refusedAs, type Scene, SECRET, scene } from "./scene.ts";

const ID = "11010519491231002X";
const CARD = "6222021234567890128";
const OTHER = "2:another secret of the tests as long as the first one";

let s: Scene;
beforeAll(async () => {
  s = await scene();
});
afterAll(() => s.store.drop());

test("phones, ID numbers, cards and names", () => {
  for (const text of ["13800138000", "+86 138-0013-8000", "0086 13800138000", "１３８００１３８０００"]) {
    expect(readPhone(text), text).toBe("13800138000");
  }
  for (const text of ["", "1380013800", "138001380001", "12800138000", "+1 13800138000", "13800138000; --"]) {
    expect(readPhone(text), text).toBeUndefined();
  }
  expect(readIdNumber(ID.toLowerCase())).toBe(ID);
  for (const text of ["110105194912310021", "11010519490230002X", "110105491231002", "", `${ID}1`]) {
    expect(readIdNumber(text), text).toBeUndefined();
  }
  expect(readBankCard("6222 0212 3456 7890 128")).toBe(CARD);
  for (const text of ["6222021234567890129", "0000000000000000", "123", "6222O21234567890128"]) {
    expect(readBankCard(text), text).toBeUndefined();
  }
  expect(readRealName(" 买买提·吐尔逊 ")).toBe("买买提·吐尔逊");
  for (const text of ["张", "<b>张三</b>", "张三\n李四", ""])
    expect(readRealName(text), text).toBeUndefined();
  expect([maskPhone("13812345678"), maskName("张三丰"), maskBankCard(CARD), maskIdNumber(ID)]).toEqual([
    "138****5678",
    "张*",
    "6222 **** **** 0128",
    "110***********002X",
  ]);
});

test("what is sealed opens in its place alone, under its key alone, unchanged alone", () => {
  const vault = new Vault(SECRET, randomBytes);
  const other = new Vault(OTHER, randomBytes);
  const both = new Vault(`${OTHER},${SECRET}`, randomBytes);
  const sameNumber = new Vault("1:yet another secret but it carries number one", randomBytes);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, at) => {
      const sealed = vault.seal("1/p/phone", text);
      expect(vault.open("1/p/phone", sealed)).toBe(text);
      expect(both.open("1/p/phone", sealed)).toBe(text);
      expect(vault.seal("1/p/phone", text).equals(sealed)).toBe(false);
      expect(() => vault.open("1/q/phone", sealed)).toThrow(VaultFault);
      expect(() => other.open("1/p/phone", sealed)).toThrow("not at hand");
      expect(() => sameNumber.open("1/p/phone", sealed)).toThrow(VaultFault);
      const changed = Buffer.from(sealed);
      changed[at % sealed.length] = (changed[at % sealed.length] ?? 0) ^ 1;
      expect(() => vault.open("1/p/phone", changed)).toThrow(VaultFault);
      expect(() => vault.open("1/p/phone", sealed.subarray(0, at % sealed.length))).toThrow(VaultFault);
    }),
    { numRuns: 200, verbose: true },
  );
  expect(vault.digest("phone", "1").equals(vault.digest("code", "1"))).toBe(false);
  expect(vault.digest("phone", "1").equals(other.digest("phone", "1"))).toBe(false);
  expect(() => new Vault("too short", randomBytes)).toThrow("32");
  expect(() => new Vault(`${SECRET},${SECRET}`, randomBytes)).toThrow("one number");
});

test("ID and card are kept encrypted, shown masked, and every reading is written down", async () => {
  const { principal } = await s.signInPhone("13700000001");
  const { personal } = s.people;
  expect(must(await personal.set(SYSTEM, principal.id, "id_number", ID)).hint).toBe("110***********002X");
  must(await personal.set(SYSTEM, principal.id, "bank_card", CARD));
  expect(refusedAs(await personal.set(SYSTEM, principal.id, "bank_card", "6222"))).toBe(
    "bank_card_malformed",
  );
  expect(refusedAs(await personal.set(SYSTEM, "nobody", "bank_card", CARD))).toBe("principal_unknown");
  expect(await personal.hints(principal.id)).toEqual({
    id_number: "110***********002X",
    bank_card: "6222 **** **** 0128",
  });
  expect(await personal.read(SYSTEM, principal.id, "bank_card")).toBe(CARD);
  expect(await personal.read(SYSTEM, principal.id, "real_name")).toBeUndefined();
  const [read] = await s.people.audit.list(1, { target: `principal:${principal.id}` });
  expect(read).toMatchObject({ action: "personal.read", after: '{"field":"bank_card"}' });
  const everything = await dump(s);
  for (const secret of ["13700000001", ID, CARD]) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString("hex"));
  }
  await expect(s.another({ secret: OTHER }).personal.read(SYSTEM, principal.id, "bank_card")).rejects.toThrow(
    VaultFault,
  );
});

test("keys change without a stop: both open, everything is written again, the old one may go", async () => {
  const person = await s.signInPhone("13700000002");
  must(await s.people.personal.set(SYSTEM, person.principal.id, "id_number", ID));
  const { login } = await s.appoint("owner");
  const turning = s.another({ secret: `${OTHER},${SECRET}` });
  expect(await turning.persons.findByPhone("13700000002")).toEqual(person.principal);
  expect(refusedAs(await turning.persons.create(SYSTEM, { phone: "13700000002" }))).toBe("phone_taken");
  expect(await turning.rekey()).toBeGreaterThan(2);
  expect(await turning.rekey()).toBe(0);
  const after = s.another({ secret: OTHER });
  expect(await after.persons.findByPhone("13700000002")).toEqual(person.principal);
  expect(await after.personal.read(SYSTEM, person.principal.id, "id_number")).toBe(ID);
  const shown = { login, password: "correct horse 42 battery", totp: s.code(login) };
  must(await after.staffDoor.signIn(shown, NOWHERE));
  // Back to the first key for the tests that follow.
  await s.another({ secret: `${SECRET},${OTHER}` }).rekey();
});

test("a person's data as JSON, in full to the person, masked to an auditor", async () => {
  const { principal } = await s.signInPhone("13700000003");
  await s.people.persons.rename(SYSTEM, principal.id, "韩梅梅");
  must(await s.people.personal.set(SYSTEM, principal.id, "id_number", ID));
  const text = { textId: "disclosure@1", text: "积分不是存款" };
  await s.people.consents.record(principal, "disclosure", text, true, { ip: "10.3.3.3", agent: null });
  const full = await s.people.personal.export(SYSTEM, principal.id);
  expect(full).toMatchObject({
    member: principal.member,
    name: "韩梅梅",
    phone: "13700000003",
    identity: { id_number: ID },
    consents: [{ purpose: "disclosure", given: true }],
    logins: [{ way: "code", outcome: "in" }],
    sessions: [{}],
  });
  const masked = JSON.stringify(await s.people.personal.export(SYSTEM, principal.id, "masked"));
  for (const secret of ["韩梅梅", "13700000003", ID]) expect(masked).not.toContain(secret);
  expect(refusedAs(await s.people.personal.export(SYSTEM, "nobody"))).toBe("principal_unknown");
});

test("erasure leaves the tombstone and nothing personal; the phone may join anew", async () => {
  const from = { ip: "10.4.4.4", agent: "Phone of Mei" };
  const { people } = s;
  must(await people.codes.request("13700000004", from));
  const signed = must(await people.codes.signIn("13700000004", s.sent.at(-1)?.code ?? "", from));
  const { id, member } = signed.principal;
  await people.persons.rename(SYSTEM, id, "欧阳娜娜");
  must(await people.personal.set(SYSTEM, id, "bank_card", CARD));
  await people.persons.grant(SYSTEM, id, "clerk", "noodles");
  const cipher = async (): Promise<string> => {
    const { rows } = await s.store.database.query<{ hex: string | null }>(
      "SELECT encode(phone_cipher, 'hex') || encode(phone_hash, 'hex') AS hex FROM principal WHERE cell_id = 1 AND id = $1",
      [id],
    );
    return rows[0]?.hex ?? "";
  };
  expect(await cipher()).not.toBe("");
  s.pass(61);
  const { token } = await s.signInPhone("13700000004");
  expect(await people.personal.erase(SYSTEM, id)).toBeNull();
  expect(await people.sessions.find(token)).toBeUndefined();
  expect(await people.sessions.list(id)).toEqual([]);
  expect(await cipher()).toBe("");
  const everything = await dump(s);
  for (const gone of ["欧阳娜娜", "10.4.4.4", "Phone of Mei"]) expect(everything).not.toContain(gone);
  expect(await people.persons.find(id)).toMatchObject({ member, name: null, stores: { clerk: [] } });
  expect((await people.persons.faces([member ?? ""])).get(member ?? "")).toMatchObject({
    name: null,
    phone: null,
    erased: true,
  });
  expect(refusedAs(await people.personal.erase(SYSTEM, id))).toBe("principal_unknown");
  expect(refusedAs(await people.personal.set(SYSTEM, id, "bank_card", CARD))).toBe("principal_unknown");
  const anew = await s.signInPhone("13700000004");
  expect(anew.joined).toBe(true);
  expect(anew.principal.id).not.toBe(id);
  expect((await people.audit.verify()).ok).toBe(true);
});

/** Every row of every table of people, as text. */
async function dump(of: Scene): Promise<string> {
  const tables = ["principal", "principal_scope", "personal", "session", "login_code", "rate", "lockout"];
  const logs = ["api_key", "approval", "audit", "login_log", "consent"];
  const texts = await Promise.all(
    [...tables, ...logs].map(async (table) => {
      const { rows } = await of.store.database.query<{ row: string }>(
        `SELECT t::text AS row FROM ${table} t`,
      );
      return rows.map(({ row }) => row).join("\n");
    }),
  );
  return texts.join("\n");
}
