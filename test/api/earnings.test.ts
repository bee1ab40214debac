/** A member's commissions and messages over HTTP: his own alone, without the buyer's name. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY, FREEZE_DAYS, type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
beforeAll(async () => {
  w = await tradeWorld();
});
afterAll(() => w.app.close());

test("what mei bought is the owner's commission: frozen, then available; a refused withdrawal says why", async () => {
  const url = `/v1/members/${w.owner.member}`;
  const sale = { member: w.mei.member, merchant: "tea", amount_fen: 1_000_000 };
  expect((await w.post("/v1/purchases", w.owner.header, sale)).status).toBe(201);
  const first = (await w.get(`${url}/commissions?month=2026-11`, w.owner.header)).body;
  expect(first).toMatchObject({
    items: [
      { step: "upline_1", amount_fen: 3_000, state: "frozen", spend_fen: 1_000_000, store: { id: "tea" } },
    ],
    sums: { today_fen: 3_000, yesterday_fen: 0, total_fen: 3_000, frozen_fen: 3_000, available_fen: 0 },
    months: [{ month: "2026-11", earned_fen: 3_000, back_fen: 0 }],
  });
  expect(JSON.stringify(first)).not.toContain(w.mei.member);
  expect((await w.get(`${url}/commissions?month=2026-10`, w.owner.header)).body.items).toEqual([]);
  expect((await w.get(`${url}/commissions`, w.mei.header)).status).toBe(404);
  w.pass(FREEZE_DAYS * DAY);
  expect((await w.post("/v1/purchases", w.owner.header, { ...sale, member: w.lin.member })).status).toBe(201);
  const later = (await w.get(`${url}/commissions?state=available`, w.owner.header)).body;
  expect(later).toMatchObject({ items: [{ state: "available" }], sums: { available_fen: 3_000 } });

  const asked = { source: "commission", amount_fen: 2_000, way: "demo" };
  const { id } = (await w.post("/v1/withdrawals", w.owner.header, asked)).body;
  const risk = await w.services.staff("risk");
  await w.post(`/v1/withdrawals/${id}/reject`, risk, { reason: "请先完成实名" });
  const { items } = (await w.get(`${url}/messages`, w.owner.header)).body;
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
    "withdrawal_rejected",
    "commission_freed",
  ]);
  expect(items[0]).toMatchObject({ about: id, amount_fen: 2_000, text_zh: "请先完成实名" });
  expect((await w.get(`${url}/messages`, w.mei.header)).status).toBe(404);
  expect((await w.get(`${url}/messages?cursor=bm8`, w.owner.header)).status).toBe(400);
});
