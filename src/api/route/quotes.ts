/** Quotes: what an order would come to on the book as it stands. Nothing is booked or promised. */
import { z } from "zod";
import { cellOf, cellQuery } from "../frame/cell.ts";
import { sendJson, sendProblem } from "../frame/errors.ts";
import { ordersOf, takeOrders } from "../frame/orders.ts";
import { accessOf, type Reached, type Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { orderSchema } from "../schema/order.ts";

export const quoteRoutes: Routes = (app, services, settings) => {
  takeOrders(app, settings.bodyLimit.others);

  app.post(
    "/v1/quotes",
    {
      schema: {
        operationId: "quote",
        tags: ["orders"],
        summary: "What an order would come to 试算一笔指令",
        description:
          "The journal it would be booked with now, at the price of this moment. 此刻入账会成为的凭证，按此刻价格。",
        querystring: z.strictObject(cellQuery),
        body: orderSchema,
        response: {
          200: z
            .object({ status: z.literal("quoted"), journal: z.record(z.string(), z.unknown()) })
            .meta({ id: "Quoted" }),
        },
      },
    },
    async (request, reply) => {
      const [order, more] = ordersOf(request.body).orders;
      if (order === undefined || more !== undefined) throw new Problem("malformed", { field: "body" });
      if ("malformed" in order) throw new Problem("malformed", { field: order.malformed ?? "body" });
      if (!isOwn(order.json as Record<string, unknown>, accessOf(request))) throw new Problem("forbidden");
      const cell = await cellOf(services, request.query.cell);
      const quote = await services.desk.quote(cell, order);
      if (quote.status === "quoted") {
        return sendJson(reply, `{"status":"quoted","journal":${JSON.stringify(quote.record)}}`);
      }
      if (quote.status === "refused")
        return sendProblem(reply, new Problem(quote.code, { field: quote.field }));
      return sendProblem(reply, new Problem("malformed", { field: quote.field ?? "body" }));
    },
  );
};

/** Members ask about their own purchases and redemptions, stores about purchases with them. */
function isOwn(order: Readonly<Record<string, unknown>>, access: Reached): boolean {
  if (access.reach === "all") return true;
  const { kind, member, merchant } = order;
  if (kind === "redeem") return access.member !== null && member === access.member;
  if (kind !== "purchase") return false;
  return (
    (access.member !== null && member === access.member) ||
    (typeof merchant === "string" && access.stores.includes(merchant))
  );
}
