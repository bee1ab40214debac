/** The book and what is for everybody: journals, accounts, proofs, disclosure, codes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyProof } from "#store";
import { type Header, type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
let auditor: Header;
beforeAll(async () => {
  w = await tradeWorld();
  auditor = await w.services.staff("auditor");
  for (let i = 0; i < 5; i++) {
    const payload = { member: w.mei.member, merchant: "tea", amount_fen: 10_000 + i };
    expect((await w.post("/v1/purchases", w.owner.header, payload)).status).toBe(201);
  }
});
afterAll(() => w.app.close());

test("journals page back to the first; each by its number; the chain's head with it", async () => {
  const all = (await w.get("/v1/journals", auditor)).body.items;
  expect(all.map(({ seq }: { seq: number }) => seq)).toEqual(
    all.map((_: object, i: number) => all.length - i),
  );
  const page = (await w.get("/v1/journals?limit=3", auditor)).body;
  const rest = (await w.get(`/v1/journals?cursor=${page.next_cursor}`, auditor)).body;
  expect([...page.items, ...rest.items]).toEqual(all);
  expect((await w.get(`/v1/journals/${all[0].seq}`, auditor)).body).toEqual(all[0]);
  expect((await w.get(`/v1/journals?id=${encodeURIComponent(all[0].order)}`, auditor)).body.items).toEqual([
    all[0],
  ]);
  expect(await w.get("/v1/journals/999999", auditor)).toMatchObject({ status: 404 });
  const joined = (await w.get("/v1/journals?kind=join", auditor)).body.items;
  expect(joined).toHaveLength(4);
  for (const who of [w.mei.header, w.owner.header, w.clerk]) {
    expect(await w.get("/v1/journals", who)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  }
});

test("an account's rows carry the balance after each; fen and points are told apart", async () => {
  const { items, unit } = (await w.get("/v1/accounts/payable:tea/history", auditor)).body;
  expect(unit).toBe("fen");
  for (let i = 0; i + 1 < items.length; i++) {
    expect(items[i].balance_fen - items[i].amount_fen).toBe(items[i + 1].balance_fen);
  }
  const points = (await w.get(`/v1/accounts/points:${w.mei.member}/history`, auditor)).body;
  expect(points).toMatchObject({ unit: "points" });
  expect(points.items[0]).toMatchObject({
    amount_fen: null,
    balance_points: expect.stringMatching(/\.\d{8}$/),
  });
  const issued = (await w.get("/v1/accounts/points_issued/history", auditor)).body.items[0];
  expect(issued.balance_points).toBe(`-${points.items[0].balance_points}`);
  for (const account of ["none", "wallet:none", "1", "99999999999999999999"]) {
    expect((await w.get(`/v1/accounts/${account}/history`, auditor)).status, account).toBe(404);
  }
});

test("the trial balance holds, and reads are not sent twice", async () => {
  const { body } = await w.get("/v1/trial-balance", auditor);
  expect(body.conservation.holds).toBe(true);
  expect(body.totals.map(({ balanced }: { balanced: boolean }) => balanced)).toEqual([true, true]);
  const first = await w.app.inject({ url: "/v1/trial-balance", headers: auditor });
  const held = { ...auditor, "if-none-match": `${first.headers["etag"]}` };
  expect((await w.app.inject({ url: "/v1/trial-balance", headers: held })).statusCode).toBe(304);
});

test("a proof is made by finance, kept by day, and shown to everybody with its signature", async () => {
  expect(await w.get("/v1/proof", {})).toMatchObject({ status: 404 });
  const finance = await w.services.staff("finance");
  expect(await w.post("/v1/proofs", auditor)).toMatchObject({ status: 403 });
  const made = await w.post("/v1/proofs", finance, undefined, "proof-1");
  expect(made.status).toBe(201);
  expect(await w.post("/v1/proofs", finance, undefined, "proof-1")).toEqual(made);
  expect(verifyProof(made.body)).toBeNull();
  const newest = (await w.get("/v1/journals?limit=1", auditor)).body.items[0];
  expect(made.body).toMatchObject({ seq: newest.seq, head: newest.head });
  expect((await w.get("/v1/proof", {})).body).toEqual(made.body);
  const { items, next_cursor } = (await w.get("/v1/proofs", auditor)).body;
  expect(items).toEqual([{ day: "2026-11-02", proof: made.body }]);
  expect(next_cursor).toBeNull();
  expect((await w.get("/v1/proofs?cursor=2026-11-02", auditor)).body.items).toEqual([]);
  expect((await w.get("/v1/proofs?cursor=x", auditor)).status).toBe(400);
});

test("the disclosure speaks of this very book, in both languages, and promises nothing", async () => {
  const { body } = await w.get("/v1/disclosure", {});
  expect(body.figures).toMatchObject({ members: 1, exit_load: "20%" });
  expect(body.text_zh).toContain("不承诺任何收益");
  expect(body.text_zh).toContain("1 名会员");
  expect(body.text_en).toContain("promises no gain");
});

test("the price as it went: booked pairs only, and what it is now", async () => {
  const { body } = await w.get("/v1/price-history", {});
  const newest = (await w.get("/v1/journals?limit=1", auditor)).body.items[0];
  expect(body.now.seq).toBe(newest.seq);
  expect(body.items.at(-1)).toMatchObject({ seq: newest.seq, price: body.now.price });
  expect(Number(body.now.redeemable)).toBeLessThan(Number(body.now.price));
  expect((await w.get("/v1/price-history?points=2", {})).body.items).toHaveLength(2);
  const later = "/v1/price-history?from=2027-01-01T00:00:00%2B08:00";
  expect((await w.get(later, {})).body.items).toEqual([]);
});

test("a code is known as people write it, and shows no more of a member than a mask", async () => {
  const made = await w.services.trade.codes.of(1n, "member", w.mei.member);
  if ("refused" in made) throw new Error(made.refused);
  const { body } = await w.get(`/v1/codes/${made.code.toLowerCase()}`, {});
  expect(body).toMatchObject({ code: made.code, kind: "member", store: null });
  expect(JSON.stringify(body)).not.toContain(w.mei.member);
  const store = await w.services.trade.codes.of(1n, "store", "tea");
  if ("refused" in store) throw new Error(store.refused);
  expect((await w.get(`/v1/codes/${store.code}`, {})).body).toMatchObject({
    kind: "store",
    store: { id: "tea" },
  });
  expect(await w.get("/v1/codes/ZZZZZZZZ", {})).toMatchObject({
    status: 404,
    body: { code: "code_unknown" },
  });
});
