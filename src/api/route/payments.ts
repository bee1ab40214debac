/** Payments 付款: a member's money on its way to a purchase, by a channel. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isTradeRefusal, type Payment } from "#desk";
import { orderIdOf } from "../frame/idempotency.ts";
import { ownOf, reaches, servesAt } from "../frame/own.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { done, Problem } from "../problem.ts";
import { amountFen, bookId } from "../schema/money.ts";
import { paymentSchema, paymentShown } from "../schema/trade.ts";
import type { Services } from "../services.ts";

const begun = z
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
          "says that it was paid. 账簿会拒绝的，先行拒绝；渠道确认收款后入账。",
        body: z
          .strictObject({
            member: bookId.optional().meta({ description: "By default who asks 默认为本人" }),
            merchant: bookId,
            amount_fen: amountFen,
            cost_fen: amountFen.optional(),
            channel: z.string().min(1).max(40),
          })
          .meta({ examples: [{ merchant: "s-tea", amount_fen: 12_800, channel: "demo" }] }),
        response: { 201: begun },
      },
    },
    async (request, reply) => {
      const { merchant, amount_fen, cost_fen, channel } = request.body;
      const member = payerOf(request, request.body.member, merchant);
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
      return reply.code(201).send(await handed(services, payment));
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
    async (request) => paymentShown(await ownPayment(services, request, request.params.id)),
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

/** The payment, begun at its channel where there is still something to pay. */
async function handed({ trade, cell }: Services, payment: Payment) {
  if (payment.state !== "created" && payment.state !== "paying") {
    return { payment: paymentShown(payment), hand: null };
  }
  const answer = await trade.payments.pay(cell, payment.id);
  if (!isTradeRefusal(answer)) return { payment: paymentShown(answer.payment), hand: { ...answer.hand } };
  // Paid or over meanwhile: that is what it is now.
  if (answer.refused !== "payment_state") done(answer);
  const now = await trade.payments.find(cell, payment.id);
  return { payment: paymentShown(now ?? payment), hand: null };
}

async function ownPayment({ trade, cell }: Services, request: FastifyRequest, id: string): Promise<Payment> {
  const payment = await trade.payments.find(cell, id);
  const own = ownOf(request);
  if (payment === undefined || !reaches(own, { ...payment, by: payment.createdBy })) {
    throw new Problem("payment_unknown");
  }
  return payment;
}
