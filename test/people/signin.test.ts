/** Signing in: codes, passwords, time codes; what races, replays and guesses may not do. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isRefused } from "../../src/people/answer.ts";
import { SYSTEM } from "../../src/people/audit.ts";
import { type From, NOWHERE } from "../../src/people/ground.ts";
import { fifty, must, PASSWORD, refusedAs, type Scene, scene } from "./scene.ts";

let s: Scene;
let phones = 0;
const nextPhone = (): string => `138${String(10_000_000 + phones++)}`;
const from = (ip: string): From => ({ ip, agent: "test" });

beforeAll(async () => {
  s = await scene();
});
// Every test begins at the start of an hour, so that the slots that limits are counted in are whole.
beforeEach(() => s.pass(90_000 - ((s.now.getTime() / 1000) % 3600)));
afterAll(() => s.store.drop());

test("a phone signs in by its code and is the same person next time, however it is written", async () => {
  const first = await s.signInPhone("138 0013 8000");
  expect(first.joined).toBe(true);
  expect(first.principal).toMatchObject({ kind: "person", roles: ["member"] });
  expect(s.sent.at(-1)).toMatchObject({ phone: "13800138000", minutes: 5 });
  expect(s.sent.at(-1)?.code).toMatch(/^\d{6}$/);
  const again = await s.signInPhone("+86-138-0013-8000");
  expect(again).toMatchObject({ joined: false, principal: { id: first.principal.id } });
  expect(await s.people.sessions.find(first.token)).toEqual(first.principal);
  expect(refusedAs(await s.people.codes.request("12345", NOWHERE))).toBe("phone_malformed");
  expect(refusedAs(await s.people.codes.signIn("02088886666", "123456", NOWHERE))).toBe("phone_malformed");
});

test("fifty at once with the right code: one gets in", async () => {
  const phone = nextPhone();
  must(await s.people.codes.request(phone, NOWHERE));
  const code = s.sent.at(-1)?.code ?? "";
  const answers = await fifty(() => s.people.codes.signIn(phone, code, NOWHERE));
  const won = answers.filter((answer) => !isRefused(answer));
  expect(won).toHaveLength(1);
  expect(new Set(answers.filter(isRefused).map(({ refused }) => refused))).toEqual(new Set(["code_wrong"]));
  const { rows } = await s.store.database.query<{ count: bigint }>(
    "SELECT count(*) AS count FROM session WHERE cell_id = 1 AND principal_id = $1",
    [won.map((answer) => ("principal" in answer ? answer.principal.id : ""))[0]],
  );
  expect(rows[0]?.count).toBe(1n);
});

test("a code dies of five wrong tries, of age, of use, and of the next code", async () => {
  const phone = nextPhone();
  const signIn = (code: string) => s.people.codes.signIn(phone, code, NOWHERE);
  const wrong = (code: string): string => (code === "000000" ? "000001" : "000000");
  const ask = async (): Promise<string> => {
    must(await s.people.codes.request(phone, NOWHERE));
    return s.sent.at(-1)?.code ?? "";
  };
  const tried = await ask();
  for (let tries = 0; tries < 5; tries++) expect(refusedAs(await signIn(wrong(tried)))).toBe("code_wrong");
  expect(refusedAs(await signIn(tried))).toBe("code_wrong");
  s.pass(61);
  const old = await ask();
  s.pass(301);
  expect(refusedAs(await signIn(old))).toBe("code_wrong");
  const replaced = await ask();
  s.pass(61);
  const live = await ask();
  if (replaced !== live) expect(refusedAs(await signIn(replaced))).toBe("code_wrong");
  must(await signIn(live));
  expect(refusedAs(await signIn(live))).toBe("code_wrong");
});

test("how often a code is sent: a pause, a phone's hour, an address's hour, counted under a race", async () => {
  const phone = nextPhone();
  const before = s.sent.length;
  const raced = await fifty((at) => s.people.codes.request(phone, from(`10.0.0.${at}`)));
  expect(raced.filter((answer) => !isRefused(answer))).toHaveLength(1);
  expect(s.sent.length - before).toBe(1);
  const refused = raced.find(isRefused);
  expect(refused).toMatchObject({ refused: "too_often" });
  expect(refused?.again?.getTime()).toBeGreaterThan(s.now.getTime());
  for (let sent = 1; sent < 5; sent++) {
    s.pass(61);
    must(await s.people.codes.request(phone, NOWHERE));
  }
  const last = s.sent.at(-1)?.code ?? "";
  s.pass(61);
  expect(refusedAs(await s.people.codes.request(phone, NOWHERE))).toBe("too_often");
  // The code sent last stays good though no other is sent.
  must(await s.people.codes.signIn(phone, last, NOWHERE));
  s.pass(3600);
  must(await s.people.codes.request(phone, NOWHERE));
  const crowd = await Promise.all(
    Array.from({ length: 70 }, () => s.people.codes.request(nextPhone(), from("10.9.9.9"))),
  );
  expect(crowd.filter((answer) => !isRefused(answer))).toHaveLength(60);
});

test("asking for a code and failing look the same whether a phone is known or not", async () => {
  const known = nextPhone();
  await s.signInPhone(known);
  const stranger = nextPhone();
  const [a, b] = [
    await s.people.codes.request(known, NOWHERE),
    await s.people.codes.request(stranger, NOWHERE),
  ];
  // The code itself is for the telephone; what reaches the asker is the server's business.
  const shown = (asked: typeof a) => ({ ...asked, code: "" });
  expect(shown(a)).toEqual(shown(b));
  expect(await s.people.codes.signIn(known, "12", NOWHERE)).toEqual(
    await s.people.codes.signIn(stranger, "12", NOWHERE),
  );
});

test("a channel that fails is told, and nobody gets in without a code", async () => {
  const broken = s.another({ sms: { send: () => Promise.reject(new Error("down")) } });
  const phone = nextPhone();
  expect(refusedAs(await broken.codes.request(phone, NOWHERE))).toBe("sms_unavailable");
  expect(refusedAs(await broken.codes.signIn(phone, "", NOWHERE))).toBe("code_wrong");
});

test("staff sign in by password and time code; every no is the same", async () => {
  const { login } = await s.appoint("finance");
  const { staffDoor } = s.people;
  const good = { login, password: PASSWORD, totp: s.code(login) };
  const wrong = [
    { ...good, password: "not the password" },
    { ...good, totp: good.totp === "123456" ? "654321" : "123456" },
    { ...good, totp: "" },
    { ...good, login: "nobody" },
    { ...good, login: "'; drop table principal; --" },
  ];
  for (const shown of wrong) {
    expect(await staffDoor.signIn(shown, NOWHERE)).toEqual({
      refused: "sign_in_refused",
      field: "login",
      again: null,
    });
  }
  const signed = must(await staffDoor.signIn({ ...good, login: login.toUpperCase() }, from("10.1.1.1")));
  expect(signed.principal).toMatchObject({ kind: "staff", roles: ["finance"] });
  const [last] = await s.people.logins(signed.principal.id, 1);
  expect(last).toMatchObject({ way: "password", outcome: "in", ip: "10.1.1.1", agent: "test" });
});

test("a time code counts once, and an older one never after it", async () => {
  const { login } = await s.appoint("risk");
  const early = s.code(login);
  s.pass(30);
  const shown = { login, password: PASSWORD, totp: s.code(login) };
  const raced = await Promise.all([1, 2, 3, 4].map(() => s.people.staffDoor.signIn(shown, NOWHERE)));
  expect(raced.filter((answer) => !isRefused(answer))).toHaveLength(1);
  expect(refusedAs(await s.people.staffDoor.signIn(shown, NOWHERE))).toBe("sign_in_refused");
  expect(refusedAs(await s.people.staffDoor.signIn({ ...shown, totp: early }, NOWHERE))).toBe(
    "sign_in_refused",
  );
  s.pass(3600);
  await s.signInStaff(login);
});

test("guessing is slowed by a growing wait, side by side too, and the right password waits as well", async () => {
  const { login } = await s.appoint("service");
  const guess = (password: string) =>
    s.people.staffDoor.signIn({ login, password, totp: s.code(login) }, from("10.2.0.1"));
  const answers = await fifty((at) => guess(`guess number ${at}`));
  const waiting = answers.filter((answer) => isRefused(answer) && answer.again !== null);
  expect(waiting).toHaveLength(45);
  const locked = await guess(PASSWORD);
  expect(locked).toMatchObject({ refused: "sign_in_refused", again: new Date(s.now.getTime() + 30_000) });
  s.pass(31);
  expect(refusedAs(await guess("one more guess"))).toBe("sign_in_refused");
  s.pass(31);
  expect(await guess(PASSWORD)).toMatchObject({ again: new Date(s.now.getTime() + 29_000) });
  s.pass(30);
  await s.signInStaff(login);
  // A login nobody has is locked just so.
  for (let tries = 0; tries < 5; tries++) {
    await s.people.staffDoor.signIn({ login: "ghost", password: "guess", totp: "" }, NOWHERE);
  }
  const ghost = await s.people.staffDoor.signIn({ login: "ghost", password: "guess", totp: "" }, NOWHERE);
  expect(ghost).toMatchObject({ again: new Date(s.now.getTime() + 30_000) });
});

test("what staff cannot be made of", async () => {
  const create = (change: object) =>
    s.people.staff.create(SYSTEM, {
      login: "new",
      password: PASSWORD,
      name: "赵六",
      roles: ["risk"],
      ...change,
    });
  expect(refusedAs(await create({ roles: [] }))).toBe("role_not_allowed");
  expect(refusedAs(await create({ roles: ["member"] }))).toBe("role_not_allowed");
  expect(refusedAs(await create({ roles: ["auditor", "finance"] }))).toBe("role_not_allowed");
  expect(refusedAs(await create({ password: "short" }))).toBe("password_weak");
  expect(refusedAs(await create({ password: "aaaaaaaaaaaaaaaa" }))).toBe("password_weak");
  expect(refusedAs(await create({ totp: false }))).toBe("sign_in_refused");
  const taken = await fifty(() => create({ login: "taken" }));
  expect(taken.filter((answer) => !isRefused(answer))).toHaveLength(1);
});

test("the demo's staff may do without a time code only where the settings say so", async () => {
  const demo = s.another({ staffWithoutTotp: true });
  const made = { login: "demo", password: PASSWORD, name: "演示", roles: ["owner"], totp: false } as const;
  expect(must(await demo.staff.create(SYSTEM, made)).totp).toBeNull();
  must(await demo.staffDoor.signIn({ login: "demo", password: PASSWORD, totp: "" }, NOWHERE));
  const shown = { login: "demo", password: PASSWORD, totp: "" };
  expect(refusedAs(await s.people.staffDoor.signIn(shown, NOWHERE))).toBe("sign_in_refused");
});
