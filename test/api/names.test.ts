/** Whom and what a row of a list is about, in words beside the ids: masked, in one look-up a page. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "#people";
import { type Town, town } from "./town.ts";

let t: Town;
beforeAll(async () => {
  t = await town();
  const { people } = t.services;
  for (const { id } of [t.member1, t.owner1]) await people.persons.rename(SYSTEM, id, "林小满");
});
afterAll(() => t.app.close());

const MASKED = { member_name: "林*", member_phone: "137****0003" };

test("purchases name their members, masked, to whoever may see them", async () => {
  const finance = await t.services.staff("finance");
  const list = (who: Record<string, string>, query = "") => t.ask(who, "GET", `/v1/purchases${query}`);
  for (const who of [finance, await t.services.staff("owner"), t.member1.header]) {
    expect((await list(who)).body.items[0]).toMatchObject({ member: t.member1.member, ...MASKED });
  }
  const [seen] = (await list(t.owner1.header, "?merchant=s1")).body.items;
  expect(seen).toMatchObject({ member: t.member1.member, ...MASKED });
  expect((await list(t.owner2.header, "?merchant=s2")).body.items).toEqual([]);
  expect((await list(finance)).text).not.toMatch(/13700000003|林小满/);
});

test("a key reads names with the scope that lists members, and without it the ids alone", async () => {
  const { header: books } = await t.services.key("books:read");
  const { header: both } = await t.services.key("books:read", "members:read");
  const first = async (who: Record<string, string>) =>
    (await t.ask(who, "GET", "/v1/purchases")).body.items[0];
  expect(await first(books)).toMatchObject({ member_name: null, member_phone: null });
  expect(await first(both)).toMatchObject(MASKED);
});

test("withdrawals name their members; one whom the book alone knows has no name", async () => {
  const { desk, trade, cell } = t.services;
  const buyer = { kind: "purchase", merchant: "s1", amount_fen: 1_000_000 };
  const orders = [
    { id: "book-join", kind: "join", member: "nobody" },
    { id: "book-buy", member: "nobody", ...buyer },
    { id: "town-buy", member: t.member1.member, ...buyer },
    { id: "town-redeem", kind: "redeem", member: t.member1.member, points: "100" },
  ];
  const answers = await desk.submit(
    cell,
    orders.map((json) => ({ json })),
  );
  expect(answers.map(({ status }) => status)).toEqual(orders.map(() => "booked"));
  const payee = { way: "demo", hint: "demo", sameName: true };
  const { member } = t.member1;
  const asked = { member, source: "wallet", amountFen: 2_000n, payee, by: member } as const;
  expect(await trade.withdrawals.apply(cell, asked)).toMatchObject({ state: "applied" });
  const finance = await t.services.staff("finance");
  expect((await t.ask(finance, "GET", "/v1/withdrawals")).body.items).toMatchObject([{ member, ...MASKED }]);
  const bought = (await t.ask(finance, "GET", "/v1/purchases?member=nobody")).body.items;
  expect(bought).toMatchObject([{ member: "nobody", member_name: null, member_phone: null }]);
});

test("earnings elsewhere name the stores", async () => {
  const { desk, cell } = t.services;
  const { member } = t.member1;
  const order = { id: "elsewhere", kind: "purchase", member, merchant: "s2", amount_fen: 5_000 };
  await desk.submit(cell, [{ json: order }]);
  const { body } = await t.ask(t.owner1.header, "GET", "/v1/stores/s1/cross-earnings");
  expect(body.stores).toMatchObject([
    { merchant: "s1", name_zh: "s1 店", name_en: "s1", own: true },
    { merchant: "s2", name_zh: "s2 店", name_en: "s2", own: false },
  ]);
});
