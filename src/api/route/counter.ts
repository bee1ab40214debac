/**
 * Paying at the counter 当面付: a member's payment code, and an amount that a counter shows as a code for
 * whoever scans it.
 */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { RequestStanding } from "#desk";
import { jsonFen } from "#engine";
import { disclosureSeen } from "../frame/disclosed.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { memberOf, type Own, ownOf, servesAt } from "../frame/own.ts";
import { handed, shownWhole } from "../frame/payment.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { selfOnly } from "../frame/within.ts";
import { done, Problem } from "../problem.ts";
import { amountFen, bookId, fen, time } from "../schema/money.ts";
import { memberParams } from "../schema/party.ts";
import { paymentSchema } from "../schema/trade.ts";
import type { Services } from "../services.ts";
import { begunSchema } from "./payments.ts";

const payCode = z
  .object({
    code: z.string().meta({ description: "Eighteen digits that begin with 28 十八位数字" }),
    expires_at: time,
    renew_at: time.meta({ description: "When to ask for the next one 何时换新码" }),
  })
  .meta({ id: "PayCode" });

export const payCodeRoutes: Routes = (app, services) => {
  const { trade, cell } = services;
  app.get(
    "/v1/members/:id/pay-code",
    {
      schema: {
        operationId: "getPayCode",
        tags: ["members"],
        summary: "A payment code to show at the counter, for one payment 付款码",
        params: memberParams,
        response: { 200: payCode },
      },
    },
    async (request) => {
      selfOnly(request, request.params.id);
      await disclosureSeen(services, request.params.id);
      const { code, expiresAt, renewAt } = await trade.payCodes.issue(cell, request.params.id);
      return { code, expires_at: expiresAt.toISOString(), renew_at: renewAt.toISOString() };
    },
  );
};

const asked = z
  .object({
    code: z.string(),
    path: z.string().meta({ description: "What the QR code leads to, on this server 二维码所指路径" }),
    state: paymentSchema.shape.state,
    store: z.object({ id: bookId, name_zh: z.string(), name_en: z.string().nullable() }),
    amount_fen: fen,
    created_at: time,
    expires_at: time,
    mine: z.boolean().meta({ description: "Whether the asker is its payer 是否由本人付款" }),
    payment: paymentSchema.nullable().meta({ description: "For its payer and the store 仅付款人与门店可见" }),
  })
  .meta({ id: "PaymentRequest" });

const params = z.strictObject({ code: z.string().min(1).max(40) });

export const counterRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.post(
    "/v1/payments/requests",
    {
      config: { idempotent: true },
      schema: {
        operationId: "createPaymentRequest",
        tags: ["trade"],
        summary: "Ask at the counter for an amount, to be shown as a code 生成收款码",
        description:
          "Good for ten minutes; the first member who pays it is its payer. 十分钟有效，先付者为付款人。",
        body: z
          .strictObject({ merchant: bookId, amount_fen: amountFen, cost_fen: amountFen.optional() })
          .meta({ examples: [{ merchant: "s-tea", amount_fen: 12_800 }] }),
        response: { 201: asked },
      },
    },
    async (request, reply) => {
      const { merchant, amount_fen, cost_fen } = request.body;
      if (!servesAt(ownOf(request), merchant)) throw new Problem("forbidden");
      const { code } = done(
        await trade.requests.create(cell, {
          request: orderIdOf(request),
          merchant,
          amountFen: BigInt(amount_fen),
          costFen: cost_fen === undefined ? null : BigInt(cost_fen),
          by: byOf(request).who,
        }),
      );
      const standing = done(await trade.requests.find(cell, code));
      return reply.code(201).send(await shown(services, request, standing));
    },
  );

  app.get(
    "/v1/payments/requests/:code",
    {
      schema: {
        operationId: "getPaymentRequest",
        tags: ["trade"],
        summary: "What a code asks for, and how it stands 查收款码",
        params,
        response: { 200: asked },
      },
    },
    async (request) => await shown(services, request, await within(services, request, request.params.code)),
  );

  app.post(
    "/v1/payments/requests/:code/pay",
    {
      config: { idempotent: true },
      schema: {
        operationId: "payPaymentRequest",
        tags: ["trade"],
        summary: "Pay what a code asks for 付收款码",
        description:
          "Of those who pay at once one is the payer; the others are told so and pay nothing. " +
          "The payer has seen the disclosure and consented to it before. " +
          "同时付款者只有一人成为付款人，其余不扣款。付款前须已阅读会员须知并记录同意。",
        params,
        body: z
          .strictObject({ channel: z.string().min(1).max(40) })
          .meta({ examples: [{ channel: "demo" }] }),
        response: { 201: begunSchema },
      },
    },
    async (request, reply) => {
      const payer = { member: memberOf(request), channel: request.body.channel };
      await disclosureSeen(services, payer.member);
      const payment = done(await trade.requests.pay(cell, request.params.code, payer));
      return reply.code(201).send(await handed(services, payment));
    },
  );

  app.post(
    "/v1/payments/requests/:code/cancel",
    {
      config: WRITE,
      schema: {
        operationId: "cancelPaymentRequest",
        tags: ["trade"],
        summary: "Give a code up before it is paid 撤销收款码",
        params,
        response: { 200: asked },
      },
    },
    async (request) => {
      const { row } = await within(services, request, request.params.code);
      if (!takes(ownOf(request), row)) throw new Problem("payment_request_unknown");
      const ended = done(await trade.requests.cancel(cell, row.code, byOf(request).who));
      return await shown(services, request, ended);
    },
  );
};

/** Whether the asker's till is the one that shows it: the store's owner's, or the clerk's who made it. */
function takes(own: Own | null, { merchant, createdBy }: RequestStanding["row"]): boolean {
  if (own === null || own.stores.includes(merchant)) return true;
  return own.served.includes(merchant) && createdBy === own.who;
}

/** A request within reach: of one's own till; any, for a member, who scans what is there to be paid. */
async function within({ trade, cell }: Services, request: FastifyRequest, code: string) {
  const own = ownOf(request);
  const standing = done(await trade.requests.find(cell, code));
  if (!takes(own, standing.row) && own?.member == null) throw new Problem("payment_request_unknown");
  return standing;
}

/** A payment is shown to its payer and the till; another member who scanned it sees that it is taken. */
async function shown(
  services: Services,
  request: FastifyRequest,
  { row, payment, state }: RequestStanding,
): Promise<z.output<typeof asked>> {
  const own = ownOf(request);
  const store = await services.trade.stores.find(services.cell, row.merchant);
  const isMine = own !== null && own.member !== null && row.member === own.member;
  const sees = payment !== null && (isMine || takes(own, row));
  return {
    code: row.code,
    path: `/p/${row.code}`,
    state,
    store: {
      id: row.merchant,
      name_zh: store?.nameZh ?? row.merchant,
      name_en: store?.nameEn ?? null,
    },
    amount_fen: jsonFen(row.amountFen),
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    mine: isMine,
    payment: sees ? await shownWhole(services, payment) : null,
  };
}
