/** Stores over HTTP: opened, described, their books and people; an owner's, a clerk's and an agent's part. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Header, type Town, town } from "./town.ts";

let t: Town;
let ask: Town["ask"];
let owner: Header;
let auditor: Header;

beforeAll(async () => {
  t = await town();
  ask = t.ask;
  [owner, auditor] = [await t.services.staff("owner"), await t.services.staff("auditor")];
});
afterAll(() => t.app.close());

test("a store is opened in the book once, and its owner may act for it", async () => {
  const body = {
    name_zh: "南山豆浆店",
    name_en: "Nanshan Soy Milk",
    address: "科技园 1 号",
    phone: "0755-26000000",
    owner: t.member3.member,
    region: "440305",
    take: "15%",
  };
  const made = await ask(owner, "POST", "/v1/stores", body, "open-1");
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({ state: "open", take: "15%", phone: "0755-26000000" });
  expect(made.body.region_path.at(-1)).toBe("南山区");
  expect((await ask(owner, "POST", "/v1/stores", body, "open-1")).body).toEqual(made.body);
  const { id } = made.body;
  expect(await t.services.desk.find(1n, `store:${id}`)).toMatchObject({ status: "booked" });
  const { header } = await t.services.member("13700000005");
  expect((await ask(header, "GET", "/v1/stores")).body.items.map((row: { id: string }) => row.id)).toEqual([
    id,
  ]);
  const { rows } = await t.services.desk.database.query<{ phone_cipher: Buffer }>(
    "SELECT phone_cipher FROM store_profile WHERE cell_id = 1 AND merchant = $1",
    [id],
  );
  expect(rows[0]?.phone_cipher.toString("latin1")).not.toContain("26000000");
  for (const [change, code] of [
    [{ region: "440300" }, "region_unknown"],
    [{ owner: "nobody" }, "member_unknown"],
    [{ id: "s1" }, "store_exists"],
    [{ take: "200%" }, "validation"],
  ] as const) {
    expect((await ask(owner, "POST", "/v1/stores", { ...body, ...change })).body.code).toBe(code);
  }
});

test("words are the owner's to change, of his own store alone; who did it stands in the log", async () => {
  const changed = await ask(t.owner1.header, "PATCH", "/v1/stores/s1", { name_zh: "新名", name_en: null });
  expect(changed.body, changed.text).toMatchObject({ name_zh: "新名", name_en: null, address: "路 1 号" });
  for (const [who, status] of [
    [t.owner2.header, 404],
    [t.clerk1.header, 403],
    [t.member1.header, 403],
  ] as const) {
    expect((await ask(who, "PATCH", "/v1/stores/s1", { name_zh: "他名" })).status).toBe(status);
  }
  const log = await ask(auditor, "GET", "/v1/audit?target=store:s1");
  expect(log.body.items[0]).toMatchObject({
    who: t.owner1.id,
    action: "store.change",
    after: { name_zh: "新名" },
  });
});

test("lists reach as far as the asker: his stores, his divisions, all; on what terms only for the inner circle", async () => {
  const ids = async (who: Header, query = "") =>
    (await ask(who, "GET", `/v1/stores${query}`)).body.items.map((row: { id: string }) => row.id);
  expect(await ids(t.owner1.header)).toEqual(["s1"]);
  expect(await ids(t.clerk2.header)).toEqual(["s2"]);
  expect(await ids(t.agent.header)).toContain("s1");
  expect(await ids(t.agent.header)).not.toContain("s2");
  expect(await ids(owner, "?region=440000")).toEqual(expect.arrayContaining(["s1", "s2"]));
  expect(await ids(owner, "?limit=1")).toHaveLength(1);
  expect((await ask(t.agent.header, "GET", "/v1/stores/s1")).body).toMatchObject({ owner: null, take: null });
  expect((await ask(t.agent.header, "GET", "/v1/stores/s2")).status).toBe(404);
  expect((await ask(t.owner1.header, "GET", "/v1/stores/s1")).body.owner).toBe(t.owner1.member);
});

test("the flow due to a store is its owner's; a clerk sees what he took himself", async () => {
  const flow = await ask(t.owner1.header, "GET", "/v1/stores/s1/history");
  expect(flow.status, flow.text).toBe(200);
  expect(flow.body.items[0]).toMatchObject({ order: "town-1", amount: 8_000, balance: 8_000 });
  expect((await ask(t.clerk1.header, "GET", "/v1/stores/s1/history")).body.items).toEqual([]);
  const body = { member: t.member1.member, merchant: "s1", amount_fen: 3_000, channel: "demo" };
  const begun = await ask(t.clerk1.header, "POST", "/v1/payments", body);
  expect(begun.status, begun.text).toBe(201);
  const { id } = begun.body.payment;
  const { rows } = await t.services.desk.database.query<{ channel_no: string }>(
    "SELECT channel_no FROM payment WHERE cell_id = 1 AND payment_id = $1",
    [id],
  );
  expect(rows).toHaveLength(1);
  await t.services.desk.database.query(
    `UPDATE payment SET state = 'booked', booked_seq = 1, paid_fen = amount_fen, paid_at = now()
      WHERE cell_id = 1 AND payment_id = $1`,
    [id],
  );
  const taken = await ask(t.clerk1.header, "GET", "/v1/stores/s1/history");
  expect(taken.body.items, taken.text).toMatchObject([{ amount: 3_000, balance: null }]);
  for (const who of [t.owner2.header, t.clerk2.header]) {
    expect((await ask(who, "GET", "/v1/stores/s1/history")).status).toBe(404);
  }
});

test("a statement adds up, by day and in total; agents see those of their divisions", async () => {
  const url = "/v1/stores/s1/statement?from=2020-01-01&to=2020-12-31";
  expect((await ask(t.owner1.header, "GET", url)).body).toMatchObject({ opening_fen: 0, closing_fen: 0 });
  const [from, to] = [new Date(Date.now() - 5 * 86_400_000), new Date(Date.now() + 5 * 86_400_000)].map(
    (at) => at.toISOString().slice(0, 10),
  );
  const now = await ask(t.agent.header, "GET", `/v1/stores/s1/statement?from=${from}&to=${to}`);
  expect(now.body, now.text).toMatchObject({ closing_fen: 8_000, complete: true });
  const { total, opening_fen, closing_fen } = now.body;
  const { gross_fen, take_fen, gross_back_fen, take_back_fen, shortfall_fen, net_fen } = total;
  expect(net_fen).toBe(gross_fen - take_fen - gross_back_fen + take_back_fen - shortfall_fen);
  expect(opening_fen + net_fen).toBe(closing_fen);
  expect((await ask(t.agent.header, "GET", url.replace("s1", "s2"))).status).toBe(404);
  expect((await ask(t.clerk1.header, "GET", url)).status).toBe(403);
  const reversed = "/v1/stores/s1/statement?from=2020-02-01&to=2020-01-01";
  expect((await ask(owner, "GET", reversed)).body.code).toBe("dates_disordered");
  expect((await ask(owner, "GET", "/v1/stores/s1/statement?from=2020-02-30&to=2020-03-01")).status).toBe(400);
});

test("locked members are masked; what they spend elsewhere is told in sums", async () => {
  const locked = await ask(t.owner1.header, "GET", "/v1/stores/s1/members");
  expect(locked.body.items).toMatchObject([{ id: t.member1.member, phone: "137****0003", spend_fen: null }]);
  expect((await ask(t.owner2.header, "GET", "/v1/stores/s1/members")).status).toBe(404);
  const cross = await ask(t.owner1.header, "GET", "/v1/stores/s1/cross-earnings");
  expect(cross.body, cross.text).toMatchObject({ locked: 1, here: { spend_fen: 10_000 } });
});

test("clerks come and go by phone; who has gone is signed out", async () => {
  const phone = "13722220001";
  const made = await ask(t.owner1.header, "POST", "/v1/stores/s1/clerks", { phone, name: "小李" });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({ name: "小*", phone: "137****0001" });
  const { id } = made.body;
  const { header } = await t.services.member(phone);
  expect((await ask(header, "GET", "/v1/stores/s1/history")).status).toBe(200);
  expect((await ask(t.owner1.header, "GET", "/v1/stores/s1/clerks")).body.items).toHaveLength(2);
  expect((await ask(t.owner2.header, "DELETE", `/v1/stores/s1/clerks/${id}`)).status).toBe(404);
  expect((await ask(t.owner1.header, "DELETE", `/v1/stores/s1/clerks/${id}`, undefined, "go")).status).toBe(
    204,
  );
  expect((await ask(t.owner1.header, "DELETE", `/v1/stores/s1/clerks/${id}`, undefined, "go")).status).toBe(
    204,
  );
  expect((await ask(t.owner1.header, "DELETE", `/v1/stores/s1/clerks/${id}`)).status).toBe(404);
  expect((await ask(header, "GET", "/v1/stores/s1/history")).status).toBe(401);
});

test("a till's key: of its own store, shown once, the same to whoever asks again, gone when revoked", async () => {
  const body = { name: "till", scopes: ["books:read"] };
  const wide = { name: "till", scopes: ["orders:write"] };
  expect((await ask(t.owner1.header, "POST", "/v1/stores/s1/keys", wide)).body.code).toBe(
    "scope_not_allowed",
  );
  expect((await ask(t.owner2.header, "POST", "/v1/stores/s1/keys", body)).status).toBe(404);
  const made = await ask(t.owner1.header, "POST", "/v1/stores/s1/keys", body, "till");
  expect((await ask(t.owner1.header, "POST", "/v1/stores/s1/keys", body, "till")).body).toEqual(made.body);
  const { rows } = await t.services.desk.database.query<{ answer: Buffer }>(
    "SELECT answer FROM answered WHERE cell_id = 1 AND answer IS NOT NULL",
  );
  for (const { answer } of rows) expect(answer.toString("latin1")).not.toContain(made.body.key);
  const till = { authorization: `Bearer ${made.body.key}` };
  expect((await ask(till, "GET", "/v1/stores/s1")).status).toBe(200);
  expect((await ask(till, "GET", "/v1/stores/s2")).status).toBe(404);
  const list = await ask(auditor, "GET", "/v1/stores/s1/keys");
  expect(list.body.items).toMatchObject([{ hint: made.body.key.slice(-4), store: "s1" }]);
  expect(list.text).not.toContain(made.body.key);
  expect((await ask(t.owner2.header, "DELETE", `/v1/keys/${made.body.id}`)).status).toBe(404);
  expect((await ask(t.owner1.header, "DELETE", `/v1/keys/${made.body.id}`)).status).toBe(204);
  expect((await ask(till, "GET", "/v1/stores/s1")).status).toBe(401);
});
