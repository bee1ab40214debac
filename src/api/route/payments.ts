/** Payments 付款: a member's money on its way to a purchase, by a channel. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Payment } from "#desk";
import { disclosureSeen } from "../frame/disclosed.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { ownOf, reaches, servesAt } from "../frame/own.ts";
import { charged, handed, shownWhole } from "../frame/payment.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { done, Problem } from "../problem.ts";
import { amountFen, bookId } from "../schema/money.ts";
import { paymentSchema, paymentShown } from "../schema/trade.ts";
import type { Services } from "../services.ts";

export const begunSchema = z
  .object({
    payment: paymentSchema,
    hand: z
      .record(z.string(), z.string())
      .nullable()
      .meta({ description: "What the payer's device needs; null once there is nothing to pay 付款所需" }),
  })
  .meta({ id: "PaymentBegun" });

const params = z.strictObject({ id: z.string().min(1).max(64) });

export const paymentRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.post(
    "/v1/payments",
    {
      config: { idempotent: true },
      schema: {
        operationId: "createPayment",
        tags: ["trade"],
        summary: "Begin a payment 发起付款",
        description:
          "What the book would refuse is refused before anybody pays. The purchase is " +
          "booked when the channel " +
          "says that it was paid. A member who pays by himself has seen the disclosure and " +
          "consented to it before. 账簿会拒绝的，先行拒绝；渠道确认收款后入账。会员自己付款前须已阅读会员须知并记录同意。",
        body: z
          .strictObject({
            member: bookId.optional().meta({ description: "By default who asks 默认为本人" }),
            pay_code: z
              .string()
              .regex(/^28[\d ]{16,24}$/)
              .optional()
              .meta({
                description: "The code a member shows, in place of `member` 会员出示的付款码",
                examples: ["281234567890123456"],
              }),
            merchant: bookId,
            amount_fen: amountFen,
            cost_fen: amountFen.optional(),
            channel: z.string().min(1).max(40),
          })
          .meta({ examples: [{ merchant: "s-tea", amount_fen: 12_800, channel: "demo" }] }),
        response: { 201: begunSchema },
      },
    },
    async (request, reply) => {
      const { merchant, amount_fen, cost_fen, channel, pay_code } = request.body;
      const member =
        pay_code === undefined
          ? payerOf(request, request.body.member, merchant)
          : await memberByCode(services, request, request.body);
      if (pay_code === undefined && member === ownOf(request)?.member) await disclosureSeen(services, member);
      const payment = done(
        await trade.payments.create(cell, {
          request: orderIdOf(request),
          member,
          merchant,
          amountFen: BigInt(amount_fen),
          costFen: cost_fen === undefined ? null : BigInt(cost_fen),
          channel,
          by: byOf(request).who,
        }),
      );
      const answer = pay_code === undefined ? handed : charged;
      return reply.code(201).send(await answer(services, payment));
    },
  );

  app.get(
    "/v1/payments/:id",
    {
      schema: {
        operationId: "getPayment",
        tags: ["trade"],
        summary: "How a payment stands 查一笔付款",
        params,
        response: { 200: paymentSchema },
      },
    },
    async (request) => {
      const payment = await ownPayment(services, request, request.params.id);
      return await shownWhole(services, payment);
    },
  );

  app.post(
    "/v1/payments/:id/cancel",
    {
      config: WRITE,
      schema: {
        operationId: "cancelPayment",
        tags: ["trade"],
        summary: "Give a payment up before it is paid 撤销未付的付款",
        params,
        response: { 200: paymentSchema },
      },
    },
    async (request) => {
      const { id } = await ownPayment(services, request, request.params.id);
      return paymentShown(done(await trade.payments.cancel(cell, id, byOf(request).who)));
    },
  );
};

/** Who pays: the asker himself, or a member at a store of his. */
function payerOf(request: FastifyRequest, named: string | undefined, merchant: string): string {
  const own = ownOf(request);
  const member = named ?? own?.member ?? null;
  if (member === null) throw new Problem("validation", { field: "member" });
  if (own !== null && own.member !== member && !servesAt(own, merchant)) throw new Problem("forbidden");
  return member;
}

/** Whose code was shown at one's till; it is used up by this request. */
async function memberByCode(
  { trade, cell }: Services,
  request: FastifyRequest,
  asked: { readonly pay_code?: string | undefined; readonly member?: string | undefined } & {
    readonly merchant: string;
    readonly amount_fen: number;
  },
): Promise<string> {
  if (asked.member !== undefined) throw new Problem("validation", { field: "member" });
  if (!servesAt(ownOf(request), asked.merchant)) throw new Problem("forbidden");
  const use = { request: orderIdOf(request), amountFen: BigInt(asked.amount_fen) };
  return done(await trade.payCodes.spend(cell, asked.pay_code ?? "", use)).member;
}

async function ownPayment({ trade, cell }: Services, request: FastifyRequest, id: string): Promise<Payment> {
  const payment = await trade.payments.find(cell, id);
  const own = ownOf(request);
  if (payment === undefined || !reaches(own, { ...payment, by: payment.createdBy })) {
    throw new Problem("payment_unknown");
  }
  return payment;
}
