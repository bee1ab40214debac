/** The terms everybody may read: what the settings and the plan in force say, and nothing of anybody. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
beforeAll(async () => {
  w = await tradeWorld();
});
afterAll(() => w.app.close());

test("say what holds, and follow the settings", async () => {
  const before = await w.get("/v1/terms", {});
  expect(before).toMatchObject({
    status: 200,
    body: {
      demo: true,
      languages: ["zh", "en"],
      channels: [{ name: "demo", demo: true }],
      payment: { minutes: 30, pay_code_most_fen: 100_000 },
      withdrawal: { ways: ["bank_card", "demo"], minimum_fen: 1_000, fee_fen: 0 },
      plan: { refund_window_days: null, commission_freeze_days: 7, cap: "1.2", exit_load: "20%" },
    },
  });
  await w.services.trade.settings.put(w.services.cell, "withdraw_minimum_fen", 2_500, "test");
  expect((await w.get("/v1/terms", {})).body.withdrawal.minimum_fen).toBe(2_500);
});
