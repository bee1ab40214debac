/** Purchases as a query narrows them, within what is the asker's own. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Between, PurchaseFilter } from "#statement";
import { Problem } from "../problem.ts";
import { amountFen, between, bookId, spanOf } from "../schema/money.ts";
import { type Own, ownOf } from "./own.ts";

const fenOfQuery = z.coerce.number().pipe(amountFen);

export const purchaseFilter = {
  ...between,
  id: bookId.optional(),
  member: bookId.optional(),
  merchant: bookId.optional(),
  state: z.enum(["pending", "settled", "refunded"]).optional(),
  clerk: z.string().min(1).max(200).optional().meta({ description: "Who took it, by `taken_by` 经手人" }),
  least_fen: fenOfQuery.optional().meta({ description: "Paid at least 金额不低于" }),
  most_fen: fenOfQuery.optional().meta({ description: "Paid at most 金额不高于" }),
};

const filterSchema = z.object(purchaseFilter);

type Asked = z.output<typeof filterSchema>;

/** What the views are asked for. */
export function purchaseFilterAsked(asked: Asked): PurchaseFilter & Between {
  const { from, to, clerk, least_fen, most_fen, ...others } = asked;
  return {
    ...others,
    ...spanOf({ from, to }),
    takenBy: clerk,
    least: least_fen === undefined ? undefined : BigInt(least_fen),
    most: most_fen === undefined ? undefined : BigInt(most_fen),
  };
}

/** The same, never beyond the asker's own. */
export function purchaseFilterOf(request: FastifyRequest, asked: Asked): PurchaseFilter & Between {
  return { ...purchaseFilterAsked(asked), ...ownPart(ownOf(request), asked) };
}

/** What a list shows of the asker's own: with a store named what was bought there, else what he bought. */
export function ownPart(
  own: Own | null,
  asked: {
    readonly member?: string | undefined;
    readonly merchant?: string | undefined;
    readonly clerk?: string | undefined;
  },
) {
  if (own === null) return {};
  const { merchant, clerk } = asked;
  if (merchant !== undefined && own.stores.includes(merchant)) return {};
  if (clerk !== undefined && clerk !== own.who) throw new Problem("forbidden", { field: "clerk" });
  if (merchant !== undefined && own.served.includes(merchant)) return { takenBy: own.who };
  if (own.member !== null) {
    if (asked.member !== undefined && asked.member !== own.member) throw new Problem("forbidden");
    return { member: own.member };
  }
  if (merchant !== undefined) throw new Problem("forbidden");
  return own.stores.length > 0 ? { merchants: own.stores } : { merchants: own.served, takenBy: own.who };
}

/** Whether the asker may see who took what was bought at a store. */
export function seesTaker(request: FastifyRequest, merchant: string): boolean {
  const own = ownOf(request);
  return own === null || own.stores.includes(merchant) || own.served.includes(merchant);
}
