/** For everybody: the terms 业务条件 a page needs before anybody has signed in. */
import { z } from "zod";
import { MAIN_FEED, readPlan, showMultiple, showPercent } from "#engine";
import { operatorName, plansInForce, poolNow } from "#statement";
import type { Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { fen } from "../schema/money.ts";

/** Microseconds of the engine's spans. */
const DAY = 86_400_000_000;

const days = z.int().nullable();

const terms = z
  .object({
    operator: z.string().meta({ description: "Name of the operator 运营方名称" }),
    version: z.string(),
    demo: z.boolean().meta({ description: "A demo: no real money moves 演示环境，不动真钱" }),
    languages: z.array(z.enum(["zh", "en"])),
    channels: z.array(z.object({ name: z.string(), demo: z.boolean() })).meta({
      description: "Channels to pay by 支付渠道",
    }),
    payment: z.object({
      minutes: z.int().meta({ description: "How long a payment waits to be paid 付款时限" }),
      smallest_fen: fen,
      pay_code_most_fen: fen.meta({ description: "Most by a payment code 付款码单笔上限" }),
    }),
    withdrawal: z.object({
      ways: z.array(z.string()).meta({ description: "To the member's own card or channel 提现方式" }),
      minimum_fen: fen,
      per_day: z.int(),
      fee_fen: fen.meta({ description: "The house takes no fee 不收手续费" }),
      two_officers_from_fen: fen,
    }),
    plan: z.object({
      name: z.string(),
      version: z.int(),
      refund_window_days: days.meta({ description: "A purchase waits so long; null: not at all 待结天数" }),
      commission_freeze_days: days.meta({ description: "Commissions are frozen so long 奖励冻结天数" }),
      cap: z
        .string()
        .meta({ description: "Ceiling of a lot, times what was paid; no goal 封顶倍数，不是目标" }),
      exit_load: z.string().meta({ description: "What of a redemption stays in the pool 留存比例" }),
    }),
  })
  .meta({ id: "Terms" });

export const termsRoutes: Routes = (app, { desk, trade, operator, cell, demoGateway }, { version }) => {
  app.get(
    "/v1/terms",
    {
      config: { cache: "public, max-age=60" },
      schema: {
        operationId: "getTerms",
        tags: ["public"],
        summary: "Limits, times and channels that hold for everybody 业务条件",
        response: { 200: terms },
      },
    },
    async () => {
      const db = desk.database;
      const main = (await plansInForce(db, cell)).find(({ feed }) => feed === MAIN_FEED);
      const read = main === undefined ? null : readPlan(JSON.parse(main.body));
      const pool = await poolNow(db, cell);
      if (read === null || !("plan" in read) || pool === null) throw new Problem("not_found");
      const { plan } = read;
      const set = await trade.settings.values(cell);
      const demo = demoGateway !== null;
      return {
        operator: await operatorName(db, operator),
        version,
        demo,
        languages: ["zh" as const, "en" as const],
        channels: trade.channels.map(({ name, demo }) => ({ name, demo })),
        payment: {
          minutes: set.payment_minutes,
          smallest_fen: Number(plan.minPurchase),
          pay_code_most_fen: set.pay_code_most_fen,
        },
        withdrawal: {
          ways: ["bank_card", ...(demo ? ["demo"] : [])],
          minimum_fen: set.withdraw_minimum_fen,
          per_day: set.withdraw_per_day,
          fee_fen: 0,
          two_officers_from_fen: set.withdraw_large_fen,
        },
        plan: {
          name: plan.name,
          version: plan.version,
          refund_window_days: daysOf(plan.settleAfter),
          commission_freeze_days: daysOf(plan.commissionFreeze),
          cap: showMultiple(plan.pool.multiple),
          exit_load: showPercent(pool.exitLoad),
        },
      };
    },
  );
};

/** Days begun count. */
const daysOf = (span: number | null): number | null => (span === null ? null : Math.ceil(span / DAY));
