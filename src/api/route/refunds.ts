/** Refunds 退款 of a purchase: points and commissions go back with the money. */
import { z } from "zod";
import { MOST_REFUNDS, showPoints } from "#engine";
import type { By } from "#people";
import { book, fenOf, netOf } from "../frame/book.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { ownOf } from "../frame/own.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { amountFen, fen, points } from "../schema/money.ts";
import type { Services } from "../services.ts";
import { ownPurchase, purchaseParams } from "./purchases.ts";

const refunded = z
  .object({
    id: z.string(),
    seq: z.int(),
    repeated: z.boolean(),
    purchase: z.string(),
    amount_fen: fen,
    returned_fen: fen.meta({ description: "What the payer gets back 实退金额" }),
    points_taken: points.meta({ description: "Points taken back 收回的积分" }),
  })
  .meta({ id: "RefundTaken" });

/** Goods given back, a wrong price, paid twice, another. Words of one's own could name somebody. */
const REASONS = ["goods", "price", "twice", "other"] as const;

const REFUND = "purchase.refund";

export const refundRoutes: Routes = (app, services) => {
  const { desk, trade, cell } = services;

  app.post(
    "/v1/purchases/:id/refunds",
    {
      config: { idempotent: true },
      schema: {
        operationId: "refundPurchase",
        tags: ["trade"],
        summary: "Refund a purchase, whole or in part 退款",
        description:
          "A clerk refunds what he took himself, within his limit. 店员只退自己经手的，且不超过限额。",
        params: purchaseParams,
        body: z
          .strictObject({
            amount_fen: amountFen,
            reason: z
              .enum(REASONS)
              .optional()
              .meta({ description: "For the operation log 退款原因，记入操作日志" }),
          })
          .meta({ examples: [{ amount_fen: 3_000, reason: "goods" }] }),
        response: { 201: refunded },
      },
    },
    async (request, reply) => {
      const { amount_fen, reason } = request.body;
      const row = await ownPurchase(services, request, request.params.id);
      const id = orderIdOf(request);
      const own = ownOf(request);
      if (
        own?.member === row.member &&
        !own.stores.includes(row.merchant) &&
        !own.served.includes(row.merchant)
      ) {
        throw new Problem("forbidden");
      }
      const isClerk = own !== null && !own.stores.includes(row.merchant);
      if (isClerk && (await desk.find(cell, id)) === null) {
        const { clerk_refund_fen } = await trade.settings.values(cell);
        // All refunds of a purchase together: a limit that can be split is none.
        if (row.refunded + BigInt(amount_fen) > BigInt(clerk_refund_fen)) {
          throw new Problem("clerk_limit", { field: "amount_fen", stands: `${clerk_refund_fen}` });
        }
      }
      const order = { id, kind: "refund", purchase: row.id, amount_fen };
      const { seq, repeated, record } = await book(services, order);
      if (reason !== undefined && !(repeated && (await isLogged(services, row.id, id)))) {
        await log(services, byOf(request), { purchase: row.id, refund: id, amount_fen, reason });
      }
      return reply.code(201).send({
        id,
        seq,
        repeated,
        purchase: row.id,
        amount_fen,
        returned_fen: fenOf(netOf(record, "outside")),
        points_taken: showPoints(-netOf(record, `points:${row.member}`)),
      });
    },
  );
};

/** Why money went back stands in the log, beside who gave it back. */
async function log(
  { desk, people }: Services,
  by: By,
  { purchase, ...after }: { readonly purchase: string } & Record<string, string | number>,
): Promise<void> {
  const deed = { action: REFUND, target: `purchase:${purchase}`, after };
  await desk.database.transaction((tx) => people.audit.append(tx, by, deed));
}

/** Whether it stands there: one that was booked and cut off before is asked for again. */
async function isLogged({ people }: Services, purchase: string, refund: string): Promise<boolean> {
  const rows = await people.audit.list(MOST_REFUNDS, { target: `purchase:${purchase}`, action: REFUND });
  return rows.some(({ after }) => after !== null && JSON.parse(after).refund === refund);
}
