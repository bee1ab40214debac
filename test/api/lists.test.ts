/** Lists as console and counter narrow them: members, purchases with totals, withdrawals, journals, the log. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "#people";
import { type Header, type Town, town } from "./town.ts";

let place: Town;
let owner: Header;
let taken: string;
beforeAll(async () => {
  place = await town();
  const { services, member1, member2, member3, clerk1 } = place;
  owner = await services.staff("owner");
  const rename = async (member: string, name: string) => {
    const person = await services.people.persons.findByMember(member);
    await services.people.persons.rename(SYSTEM, person?.id ?? "", name);
  };
  await rename(member1.member, "王小明");
  await rename(member2.member, "王五");
  const till = { member: member1.member, merchant: "s1", amount_fen: 30_000 };
  const reply = await place.ask(clerk1.header, "POST", "/v1/purchases", till);
  taken = reply.body.id;
  const body = { kind: "purchase", member: member3.member, merchant: "s1", amount_fen: 80_000 };
  await services.desk.submit(1n, [{ json: { id: "big", ...body } }]);
  await services.desk.submit(1n, [{ json: { id: "r1", kind: "refund", purchase: "big", amount_fen: 500 } }]);
  const redeem = { kind: "redeem", member: member3.member, points: "10" };
  await services.desk.submit(1n, [{ json: { id: "x1", ...redeem } }]);
  await services.trade.settings.put(1n, "withdraw_minimum_fen", 1, "test");
  for (const request of ["w1", "w2"]) {
    const payee = { way: "demo", hint: "demo", sameName: true };
    const wanted = { member: member3.member, source: "wallet" as const, amountFen: 100n, payee, by: "test" };
    await services.trade.withdrawals.apply(1n, { request, ...wanted });
  }
}, 60_000);
afterAll(() => place.app.close());

const get = async (url: string, who = owner) => await place.ask(who, "GET", url);
const ids = async (url: string, who = owner) =>
  (await get(url, who)).body.items.map(({ id }: { id: string }) => id).sort();

test("members by phone, name, store, sponsor, joining; sorted, and counted", async () => {
  const { member1, member2, member3, owner1, owner2 } = place;
  const named = async (name: string) => await ids(`/v1/members?name=${encodeURIComponent(name)}`);
  expect(await named("王")).toEqual([member1.member, member2.member].sort());
  expect(await named("王小")).toEqual([member1.member]);
  expect(await named("小")).toEqual([]);
  expect(await named("%")).toEqual([]);
  expect(await ids("/v1/members?phone=13700000003")).toEqual([member1.member]);
  expect(await ids("/v1/members?phone=13700000003&name=%E7%8E%8B%E4%BA%94")).toEqual([]);
  expect(await ids("/v1/members?phone=137000")).toEqual([]);
  expect(await ids("/v1/members?store=s2")).toEqual([member3.member]);
  expect(await ids(`/v1/members?sponsor=${owner1.member}`)).toEqual([member1.member]);
  expect(await ids(`/v1/members?store=s2&sponsor=${owner1.member}`)).toEqual([]);
  expect((await get("/v1/members?limit=2")).body).toMatchObject({ total: 8, total_more: false });
  expect((await get("/v1/members?arrears=true")).body).toMatchObject({ total: 0, items: [] });
  const past = await get("/v1/members?to=2020-01-01T00:00:00Z");
  expect(past.body).toMatchObject({ total: 0, items: [] });
  const [first, second] = (await get("/v1/members?sort=spend")).body.items;
  expect(first).toMatchObject({ id: member3.member, spend_fen: 79_500, store: null });
  expect(second).toMatchObject({ id: member1.member, name: "王*", phone: "137****0003", purchases: 2 });
  const held = (await get(`/v1/members/${member3.member}/balances`)).body;
  expect(first).toMatchObject({
    points: held.points,
    worth_fen: held.worth_fen,
    wallet_fen: held.wallet_fen,
  });
  const marketing = (await get("/v1/members?sort=spend", await place.services.staff("marketing"))).body.items;
  expect(marketing[0]).toMatchObject({ spend_fen: 79_500, points: null, wallet_fen: null });
  // Nor does the order of a list, or a filter, tell what its rows do not.
  for (const query of ["sort=points", "arrears=true"]) {
    expect((await get(`/v1/members?${query}`, await place.services.staff("marketing"))).status).toBe(403);
  }
  expect(owner2.member).not.toBe(owner1.member);
});

test("a store sees its own members, and neither what they hold nor in which order", async () => {
  const { owner1, member1 } = place;
  expect(await ids("/v1/members", owner1.header)).toEqual([member1.member]);
  const { body } = await get("/v1/members", owner1.header);
  expect(body).toMatchObject({ total: 1, items: [{ spend_fen: null, points: null, wallet_fen: null }] });
  expect((await get("/v1/members?sort=points", owner1.header)).status).toBe(403);
  expect((await get("/v1/members?arrears=true", owner1.header)).status).toBe(403);
  expect((await get("/v1/members?store=s2", owner1.header)).status).toBe(404);
  expect(await ids("/v1/members?phone=13700000005", owner1.header)).toEqual([]);
});

test("what lies on file of a member: locks, devices, consents", async () => {
  const { member2, member1 } = place;
  const body = { kind: "purchase", member: member2.member, merchant: "s2", amount_fen: 1_000 };
  await place.services.desk.submit(1n, [{ json: { id: "lock", ...body } }]);
  const locks = await get(`/v1/members/${member2.member}/locks`, member2.header);
  expect(locks.body.items).toMatchObject([{ kind: "lock", purchase: "lock", store: "s2" }, { kind: "join" }]);
  expect((await get(`/v1/members/${member2.member}/locks`, member1.header)).status).toBe(404);
  const row = (await get("/v1/members?store=s2")).body.items.find(
    ({ id }: { id: string }) => id === member2.member,
  );
  expect(row).toMatchObject({ store: "s2" });
  const devices = await get(`/v1/members/${member2.member}/devices`);
  expect(devices.body.items.length).toBeGreaterThan(0);
  const consents = await get(`/v1/members/${member2.member}/consents`);
  expect(consents.body.items).toEqual([]);
  expect((await get("/v1/members/nobody/devices")).status).toBe(404);
});

test("purchases by clerk, amount, state and id, and what they come to", async () => {
  const { clerk1, owner1, member1, services } = place;
  const clerk = (await services.people.persons.find(clerk1.id))?.id ?? "";
  expect(await ids(`/v1/purchases?clerk=${clerk}`)).toEqual([taken]);
  expect((await get(`/v1/purchases?id=${encodeURIComponent(taken)}`)).body.items).toMatchObject([
    { taken_by: clerk, channel: "till" },
  ]);
  const own = (await get("/v1/purchases", member1.header)).body.items;
  expect(own.map(({ taken_by }: { taken_by: unknown }) => taken_by)).toEqual([null, null]);
  expect((await get("/v1/purchases?merchant=s1", clerk1.header)).body.items).toHaveLength(1);
  expect((await get(`/v1/purchases?merchant=s1&clerk=${owner1.id}`, clerk1.header)).status).toBe(403);
  expect(await ids("/v1/purchases?least_fen=30000")).toEqual(["big", taken].sort());
  expect(await ids("/v1/purchases?most_fen=9999")).toEqual(["lock"]);
  expect((await get("/v1/purchases?least_fen=x")).status).toBe(400);
  const total = async (query: string, who = owner) => (await get(`/v1/purchase-totals${query}`, who)).body;
  expect(await total("?merchant=s1")).toMatchObject({
    ...{ count: 3, amount_fen: 120_000, refunded_fen: 500, refunded: 1, pending: 0 },
  });
  expect(await total("?merchant=s1", clerk1.header)).toMatchObject({ count: 1, amount_fen: 30_000 });
  expect(await total("?id=big")).toMatchObject({ count: 1, amount_fen: 80_000, refunded_fen: 500 });
  expect(await total("?id=big&merchant=s2")).toMatchObject({ count: 0 });
});

test("withdrawals by member, phone and state, and how many stand in each", async () => {
  const { member3, member1 } = place;
  expect(await ids("/v1/withdrawals?phone=13700000005")).toHaveLength(2);
  expect(await ids(`/v1/withdrawals?phone=13700000005&member=${member1.member}`)).toEqual([]);
  expect(await ids("/v1/withdrawals?phone=13999999999")).toEqual([]);
  expect(await ids("/v1/withdrawals?to=2020-01-01T00:00:00Z")).toEqual([]);
  const [id] = await ids(`/v1/withdrawals?member=${member3.member}`);
  expect(await ids(`/v1/withdrawals?id=${id}`)).toEqual([id]);
  const { items } = (await get("/v1/withdrawal-totals")).body;
  expect(items).toEqual([{ state: "applied", count: 2, amount_fen: 200 }]);
  expect((await get("/v1/withdrawal-totals", member1.header)).body.items).toEqual([]);
  expect((await get("/v1/withdrawals?phone=13700000005", member1.header)).status).toBe(403);
});

test("journals of a store and of a time; the log by who and what", async () => {
  const kinds = async (query: string) =>
    (await get(`/v1/journals${query}`)).body.items.map(({ kind }: { kind: string }) => kind);
  expect(await kinds("?merchant=s1")).toEqual(["refund", "purchase", "purchase", "purchase", "open_store"]);
  expect(await kinds("?merchant=s1&kind=refund")).toEqual(["refund"]);
  expect(await kinds("?merchant=nowhere")).toEqual([]);
  expect(await kinds("?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")).toEqual([]);
  const all = await kinds("?from=2020-01-01T00:00:00Z&limit=200");
  expect(all).toEqual(await kinds("?limit=200"));
  expect(await kinds("?id=big&to=2020-02-01T00:00:00Z")).toEqual([]);
  const log = async (query: string) =>
    (await get(`/v1/audit${query}`)).body.items.map(({ action }: { action: string }) => action);
  expect(new Set(await log("?action=person"))).toEqual(
    new Set(["person.create", "person.grant", "person.name"]),
  );
  expect(await log("?action=person.name")).toEqual(["person.name", "person.name"]);
  expect(await log("?action=per")).toEqual([]);
  expect(await log("?who=nobody")).toEqual([]);
  expect((await log("?who=system&from=2020-01-01T00:00:00Z")).length).toBeGreaterThan(3);
  expect(await log("?to=2020-01-01T00:00:00Z")).toEqual([]);
});
