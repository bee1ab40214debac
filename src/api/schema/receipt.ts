/** The distribution receipt 分账单 as JSON: every fen of a purchase, to whom and why. */
import { z } from "zod";
import { bookId, fen, points } from "./money.ts";

const price = z
  .object({
    cash_fen: fen,
    points,
    shown: z.string().meta({ description: "Yuan per point, for the eye 元每积分，只供显示" }),
  })
  .meta({ id: "PricePair" });

const LINES = [
  "due",
  "operator",
  "portion",
  "upline_1",
  "upline_2",
  "recruiter",
  "region_district",
  "region_city",
  "region_province",
  "unclaimed",
  "pool_in",
  "minting",
  "unminted",
  "aside",
  "step_limit",
] as const;

const REASONS = [
  "not_in_plan",
  "rate_zero",
  "cost_zero",
  "no_sponsor",
  "sponsor_has_no_sponsor",
  "no_recruiter",
  "no_agent",
  "level_skipped",
  "higher_rate_below",
  "rounds_to_zero",
  "all_earned",
  "goes_to_pool",
  "nothing_left",
  "pool_took_all",
  "goes_aside",
  "within_limit",
] as const;

const NOTES = [
  "amount_less_take",
  "cost_given",
  "rest_of_commissions",
  "rest",
  "with_unclaimed",
  "difference",
  "frozen",
  "locked_now",
  "lifts_price",
  "no_points",
  "pool_was_empty",
  "step_limited",
] as const;

const reason = z.enum(REASONS).nullable().meta({ description: "Why it is zero 为零的原因" });

const line = z
  .object({
    code: z.enum(LINES),
    to: z.string().nullable().meta({ description: "Account by name; null: nobody 科目；空为无人" }),
    kind: z.string().nullable(),
    owner: z.string().nullable(),
    rate: z.string().nullable(),
    base_fen: fen.nullable().meta({ description: "What the rate was applied to 费率的基数" }),
    amount_fen: fen,
    reason,
    notes: z.array(z.enum(NOTES)).readonly(),
  })
  .meta({ id: "ReceiptLine" });

const head = {
  purchase: z.string(),
  at: z.string().nullable(),
  member: bookId,
  merchant: bookId,
  plan: z.object({ name: z.string(), version: z.int() }),
  paid_fen: fen,
  notice: z.literal("statement_not_promise"),
};

const pending = z
  .object({ status: z.literal("pending"), settles: z.string(), refunded_fen: fen, ...head })
  .meta({ id: "PendingReceipt" });

const lot = z.object({
  seq: z.int(),
  cap_added_fen: fen,
  cap_fen: fen,
  points,
  trigger: price.meta({ description: "The price at which the lot must leave 批次须离开的价格" }),
});

const settled = z
  .object({
    status: z.literal("settled"),
    ...head,
    refunded_before_fen: fen,
    amount_fen: fen.meta({ description: "What was split; the lines sum to it 分账之数，各项之和" }),
    take: z.string(),
    locked_to: z.string().nullable(),
    lines: z.array(line).readonly(),
    pool: z.array(line).readonly(),
    points: z.object({
      issued: points,
      reason,
      price_before: price,
      price_after: price,
      lot: lot.nullable(),
      exits: z.int(),
    }),
    now: z.object({
      points_left: points,
      points_sold: points,
      got_fen: fen,
      price,
      worth_fen: fen,
      exit_load: z.string(),
      receive_fen: fen,
      refunded_fen: fen,
    }),
  })
  .meta({ id: "SettledReceipt" });

export const receiptSchema = z.discriminatedUnion("status", [pending, settled]);
