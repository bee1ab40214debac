/** Payments 收款 as lists, and what finance decides on those that came in otherwise than asked. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Payment, TradeRefusal } from "#desk";
import { ownPart, seesTaker } from "../frame/bought.ts";
import { act, officerOf } from "../frame/deeds.ts";
import { membersNamed } from "../frame/names.ts";
import { ownOf } from "../frame/own.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import type { Routes } from "../frame/request.ts";
import { between, bookId, iso, spanOf, time } from "../schema/money.ts";
import { memberNamed } from "../schema/person.ts";
import { paymentSchema, paymentShown } from "../schema/trade.ts";
import type { Services } from "../services.ts";

const line = paymentSchema
  .extend(memberNamed)
  .extend({
    created_by: z.string().nullable().meta({ description: "For the store and staff 发起人" }),
    settled_by: z.string().nullable().meta({ description: "Who decided on it; for staff 处理人" }),
    settled_at: time.nullable(),
    voucher: z.string().nullable().meta({ description: "How the money went back 退回凭证号" }),
  })
  .meta({ id: "PaymentLine" });

const states = paymentSchema.shape.state;
const params = z.strictObject({ id: z.string().min(1).max(64) });
const words = z.string().trim().min(1).max(500);

export const paymentListRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.get(
    "/v1/payments",
    {
      schema: {
        operationId: "listPayments",
        tags: ["trade"],
        summary: "Payments, the newest first 收款列表",
        description:
          "A member sees his own, a store those with it (name it by `merchant`), a clerk those he began. " +
          "会员看本人的，门店看本店的（用 merchant 指明），店员看自己发起的。",
        querystring: z.strictObject({
          ...pageQuery,
          ...between,
          state: states.optional(),
          member: bookId.optional(),
          merchant: bookId.optional(),
        }),
        response: { 200: pageOf(line) },
      },
    },
    async (request) => {
      const { limit, cursor, from, to, state, member, merchant } = request.query;
      const own = ownOf(request);
      const part: Part = ownPart(own, { member, merchant });
      const rows = await trade.payments.list(cell, {
        member: part.member ?? member,
        merchants: merchant === undefined ? part.merchants : [merchant],
        states: state === undefined ? undefined : [state],
        createdBy: part.takenBy,
        ...spanOf({ from, to }),
        before: placeOf(cursor, z.tuple([z.string().max(64)]))?.[0],
        limit: limit + 1,
      });
      return page(rows, limit, ({ id }) => [id], await shownTo(services, request, rows));
    },
  );

  /** Does something to the payment a request names and shows it. */
  const decided = async (
    request: FastifyRequest,
    id: string,
    verb: string,
    work: (officer: string) => Promise<Payment | TradeRefusal>,
  ) => {
    const { id: officer } = officerOf(request);
    const deed = { action: `payment.${verb}`, target: `payment:${id}` };
    const row = await act<Payment>(services, request, deed, () => work(officer));
    return (await shownTo(services, request, [row]))(row);
  };

  app.post(
    "/v1/payments/:id/judge",
    {
      config: WRITE,
      schema: {
        operationId: "judgePayment",
        tags: ["trade"],
        summary: "Money that differs from what was asked is to go back 金额不符，判定退回",
        params,
        body: z.strictObject({ reason: words }).meta({ examples: [{ reason: "付款人输错金额" }] }),
        response: { 200: line },
      },
    },
    (request) => {
      const { id } = request.params;
      const { reason } = request.body;
      return decided(request, id, "judge", (by) => trade.payments.paid.judge(cell, id, by, reason));
    },
  );

  app.post(
    "/v1/payments/:id/refunded",
    {
      config: WRITE,
      schema: {
        operationId: "settlePaymentRefund",
        tags: ["trade"],
        summary: "Money that could not be booked has been sent back 已退回付款人",
        description: "Sent outside this house; the voucher says how. 在本系统之外退回，写明凭证号。",
        params,
        body: z.strictObject({ voucher: words }).meta({ examples: [{ voucher: "WX-REFUND-0007" }] }),
        response: { 200: line },
      },
    },
    (request) => {
      const { id } = request.params;
      const { voucher } = request.body;
      return decided(request, id, "refunded", (by) => trade.payments.paid.refunded(cell, id, by, voucher));
    },
  );
};

interface Part {
  readonly member?: string;
  readonly merchants?: readonly string[];
  readonly takenBy?: string;
}

/** Shows payments as far as the asker may see them; decisions are staff's. */
async function shownTo(services: Services, request: FastifyRequest, rows: readonly Payment[]) {
  const own = ownOf(request);
  const nameOf = await membersNamed(services, request, rows);
  return (row: Payment): z.output<typeof line> => {
    return { ...shown(row, seesTaker(request, row.merchant), own === null), ...nameOf(row) };
  };
}

function shown(row: Payment, inner: boolean, forStaff: boolean) {
  return {
    ...paymentShown(row),
    created_by: inner ? row.createdBy : null,
    settled_by: forStaff ? row.settledBy : null,
    settled_at: iso(row.settledAt),
    voucher: row.voucher,
  };
}
