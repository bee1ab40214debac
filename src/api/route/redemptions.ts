/** Redemptions 赎回: a member turns points into money of the pool, at the price of the moment. */
import { z } from "zod";
import { showPoints } from "#engine";
import { book, fenOf, netOf } from "../frame/book.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { memberOf } from "../frame/own.ts";
import type { Routes } from "../frame/request.ts";
import { amountFen, fen, points } from "../schema/money.ts";

const redeemed = z
  .object({
    id: z.string(),
    seq: z.int(),
    repeated: z.boolean(),
    points,
    proceeds_fen: fen.meta({ description: "Into the wallet 进入钱包" }),
  })
  .meta({ id: "Redeemed" });

export const redemptionRoutes: Routes = (app, services) => {
  app.post(
    "/v1/redemptions",
    {
      config: { idempotent: true },
      schema: {
        operationId: "redeem",
        tags: ["trade"],
        summary: "Redeem points 赎回积分",
        description:
          "Ask `/v1/quotes` first; with `min_proceeds_fen` nothing is redeemed when the " +
          "price has moved below " +
          "it. 先试算；价格已变、低于所定最低数时不赎回。",
        body: z
          .strictObject({
            points: z.string().min(1).max(40).meta({ description: 'Points, or "all" 积分，或 "all"' }),
            min_proceeds_fen: amountFen.optional(),
          })
          .meta({ examples: [{ points: "10.00000000", min_proceeds_fen: 780 }] }),
        response: { 201: redeemed },
      },
    },
    async (request, reply) => {
      const member = memberOf(request);
      const { min_proceeds_fen } = request.body;
      const least = min_proceeds_fen === undefined ? {} : { min_proceeds_fen };
      const asked = { kind: "redeem", member, points: request.body.points, ...least };
      const { id, seq, repeated, record } = await book(services, { id: orderIdOf(request), ...asked });
      // What follows the redemption in the same journal are forced exits, which are not part of it.
      const last = record.postings.findIndex(({ step }) => step === "redeem");
      const own = last < 0 ? record : { ...record, postings: record.postings.slice(0, last + 1) };
      return reply.code(201).send({
        id,
        seq,
        repeated,
        points: showPoints(-netOf(own, `points:${member}`)),
        proceeds_fen: fenOf(netOf(own, `wallet:${member}`)),
      });
    },
  );
};
