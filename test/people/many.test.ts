/** Many persons at once, answers that are given again, and what others have sealed. */
import { beforeAll, expect, test } from "vitest";
import { SYSTEM } from "../../src/people/audit.ts";
import { storePhone } from "../../src/people/rekey.ts";
import { must, refusedAs, type Scene, SECRET, scene } from "./scene.ts";

const OTHER = "2:another secret of the tests that is long enough";

let s: Scene;
beforeAll(async () => {
  s = await scene();
});

test("many persons are made at once; those known already stay as they are; one row in the log", async () => {
  const many = Array.from({ length: 700 }, (_, at) => ({
    phone: String(13_100_000_000 + at),
    name: `会员${at}`,
    member: `m${at}`,
  }));
  must(await s.people.persons.create(SYSTEM, { phone: "13100000005", name: "旧人", member: "old" }));
  must(await s.people.persons.create(SYSTEM, { phone: "13199999999", member: "m6" }));
  const before = (await s.people.audit.head()).seq;
  expect(must(await s.people.persons.createAll(SYSTEM, many))).toBe(698);
  expect((await s.people.audit.head()).seq).toBe(before + 1n);
  expect(must(await s.people.persons.createAll(SYSTEM, many))).toBe(0);
  expect((await s.people.audit.head()).seq).toBe(before + 1n);
  expect(await s.people.persons.findByPhone("13100000005")).toMatchObject({ name: "旧人", member: "old" });
  expect(await s.people.persons.findByPhone("13100000006")).toBeUndefined();
  const found = await s.people.persons.findByPhone("13100000699");
  expect(found).toMatchObject({ name: "会员699", member: "m699", roles: ["member"] });
  expect((await s.people.persons.faces(["m699"], "plain")).get("m699")?.phone).toBe("13100000699");
  expect(refusedAs(await s.people.persons.createAll(SYSTEM, [{ phone: "12" }]))).toBe("phone_malformed");
  expect(await s.people.audit.verify()).toMatchObject({ ok: true });
});

test("an answer is given again to the same body alone; what was dropped or lost is asked anew", async () => {
  const { answered } = s.people;
  expect(await answered.begin("k", "a")).toEqual({ stands: "new" });
  expect(await answered.begin("k", "a")).toEqual({ stands: "under way" });
  await answered.keep("k", 201, '{"key":"shown once"}');
  expect(await answered.begin("k", "a")).toEqual({
    stands: "answered",
    status: 201,
    text: '{"key":"shown once"}',
  });
  expect(await answered.begin("k", "b")).toEqual({ stands: "other" });
  await answered.drop("k");
  expect((await answered.begin("k", "a")).stands).toBe("answered");

  await answered.begin("refused", "a");
  await answered.drop("refused");
  expect(await answered.begin("refused", "b")).toEqual({ stands: "new" });

  await answered.begin("lost", "a");
  s.pass(61);
  expect(await answered.begin("lost", "b")).toEqual({ stands: "other" });
  const all = await Promise.all(Array.from({ length: 20 }, () => answered.begin("lost", "a")));
  expect(all.filter(({ stands }) => stands === "new")).toHaveLength(1);

  s.pass(8 * 86_400);
  await answered.sweep();
  expect(await answered.begin("k", "b")).toEqual({ stands: "new" });
});

test("what others have sealed opens in its place alone, and follows a change of keys", async () => {
  const place = storePhone("tea");
  const sealed = s.people.seal(place, "0755-1");
  expect(s.people.open(place, sealed)).toBe("0755-1");
  expect(() => s.people.open(storePhone("noodles"), sealed)).toThrow("changed, moved");
  await s.people.answered.begin("before", "a");
  await s.people.answered.keep("before", 200, "kept");
  const after = s.another({ secret: `${OTHER},${SECRET}` });
  expect(await after.rekey()).toBeGreaterThan(700);
  const alone = s.another({ secret: OTHER });
  expect(await alone.answered.begin("before", "a")).toMatchObject({ text: "kept" });
});
