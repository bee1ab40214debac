/** Orders and their answers as the document tells them; the engine is what reads them. */
import { z } from "zod";
import type { Order } from "#engine";

const id = z.string().min(1).max(256);
const fen = z.int().meta({ description: "Integer fen 整数分" });

const region = z.string().regex(/^\d{6}$/);

const FIELDS: { readonly [kind in Order["kind"]]: z.ZodRawShape } = {
  join: { member: id, sponsor: id.nullable().optional() },
  open_store: {
    merchant: id,
    owner: id,
    region,
    take: z
      .string()
      .optional()
      .meta({ description: "Percent, below 100% 百分比", examples: ["12%"] }),
    recruiter: id.optional(),
    goods: z.boolean().optional(),
    feed: id.optional(),
  },
  appoint: { member: id, region },
  purchase: { member: id, merchant: id, amount_fen: fen, cost_fen: fen.optional() },
  redeem: {
    member: id,
    points: z.string().meta({ description: 'Points, or "all" 积分，或 "all"' }),
    min_proceeds_fen: fen.optional(),
  },
  inject: { amount_fen: fen },
  release: { amount_fen: fen },
  refund: { purchase: id, amount_fen: fen },
  wind_up: {},
  publish: { feed: id.optional(), plan: z.record(z.string(), z.unknown()) },
  dismiss: { region },
  bind: { member: id, sponsor: id },
  correct_sponsor: { member: id, sponsor: id.nullable(), case: id },
  withdraw: { member: id, source: z.enum(["wallet", "commission"]), amount_fen: fen },
  pay_out: { withdrawal: id },
  return_withdrawal: { withdrawal: id },
};

const COMMON = {
  id: id.meta({ description: "The order's own id, unique in its book 指令编号，在账簿内唯一" }),
  at: z.string().optional().meta({ description: "Business time with offset 带时区的业务时间" }),
};

const kinds = Object.entries(FIELDS).map(([kind, fields]) =>
  z.object({ ...COMMON, kind: z.literal(kind), ...fields }),
);

export const orderSchema = z.union(kinds).meta({ id: "Order" });

export const bookedSchema = z
  .object({
    status: z.literal("booked"),
    id: z.string(),
    seq: z.int().meta({ description: "Number of the journal in its cell 凭证号" }),
    repeated: z.boolean().meta({ description: "Whether it had been booked before 是否早已入账" }),
    journal: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "Booked" });

const refusedSchema = z
  .object({
    status: z.literal("refused"),
    id: z.string(),
    code: z.string(),
    field: z.string(),
    retry: z.boolean(),
    detail_zh: z.string(),
    detail_en: z.string(),
  })
  .meta({ id: "Refused" });

const malformedSchema = z
  .object({ status: z.literal("malformed"), code: z.literal("malformed"), field: z.string().nullable() })
  .meta({ id: "Malformed" });

const failedSchema = z
  .object({ status: z.literal("failed"), id: z.string(), code: z.literal("internal"), retry: z.boolean() })
  .meta({ id: "Failed" });

export const answerSchema = z
  .union([bookedSchema, refusedSchema, malformedSchema, failedSchema])
  .meta({ id: "Answer" });
