/** Lists of purchases 消费列表, and what a filter comes to. */
import { z } from "zod";
import { jsonFen, showPoints } from "#engine";
import { purchases, purchaseTotals } from "#statement";
import { purchaseFilter, purchaseFilterOf, seesTaker } from "../frame/bought.ts";
import { membersNamed } from "../frame/names.ts";
import { pageOf, pageQuery } from "../frame/paging.ts";
import type { Routes } from "../frame/request.ts";
import { fen, points } from "../schema/money.ts";
import { purchaseSchema, purchaseShown } from "../schema/trade.ts";

const totals = z
  .object({
    count: z.int(),
    amount_fen: fen.meta({ description: "As it was paid 消费额" }),
    refunded_fen: fen,
    refunded: z.int().meta({ description: "Purchases of which something went back 有退款的笔数" }),
    pending: z.int(),
    points,
  })
  .meta({ id: "PurchaseTotals" });

const description =
  "A member sees his own, a store those with it (name it by `merchant`), a clerk those he took. " +
  "会员看本人的，门店看本店的（用 merchant 指明），店员看自己经手的。";

export const purchaseListRoutes: Routes = (app, services) => {
  const { desk, cell } = services;

  app.get(
    "/v1/purchases",
    {
      schema: {
        operationId: "listPurchases",
        tags: ["trade"],
        summary: "Purchases, the newest first 消费列表",
        description,
        querystring: z.strictObject({ ...pageQuery, ...purchaseFilter }),
        response: { 200: pageOf(purchaseSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, ...asked } = request.query;
      const filter = purchaseFilterOf(request, asked);
      const { items, next } = await purchases(desk.database, cell, { ...filter, limit, cursor });
      const nameOf = await membersNamed(services, request, items);
      return {
        items: items.map((row) => ({
          ...purchaseShown(row, seesTaker(request, row.merchant)),
          ...nameOf(row),
        })),
        next_cursor: next,
      };
    },
  );

  app.get(
    "/v1/purchase-totals",
    {
      schema: {
        operationId: "getPurchaseTotals",
        tags: ["trade"],
        summary: "What the purchases of a filter come to 消费合计",
        description,
        querystring: z.strictObject(purchaseFilter),
        response: { 200: totals },
      },
    },
    async (request) => {
      const found = await purchaseTotals(desk.database, cell, purchaseFilterOf(request, request.query));
      return {
        count: found.count,
        amount_fen: jsonFen(found.amount),
        refunded_fen: jsonFen(found.refunded),
        refunded: found.refundedCount,
        pending: found.pending,
        points: showPoints(found.points),
      };
    },
  );
};
