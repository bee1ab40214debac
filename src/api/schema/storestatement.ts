/** A store's statement as it is shown: what stood due, what came and went, by day and in total. */
import { z } from "zod";
import { jsonFen } from "#engine";
import type { StoreMovements, StoreStatement } from "#statement";
import { bookId, day, fen } from "./money.ts";

const movements = {
  gross_fen: fen.meta({ description: "Purchases split 已分账消费" }),
  take_fen: fen.meta({ description: "The platform's side of them 平台抽成" }),
  gross_back_fen: fen.meta({ description: "Taken back by refunds 退款冲回" }),
  take_back_fen: fen,
  shortfall_fen: fen.meta({ description: "Of refunds, borne by the store 退款由门店承担" }),
  net_fen: fen.meta({ description: "gross − take − gross back + take back − shortfall 净额" }),
  purchases: z.int(),
  paid_fen: fen,
  refunds: z.int(),
  refunded_fen: fen,
  commissions_fen: fen,
};

export const storeStatementSchema = z
  .object({
    store: bookId,
    from: day,
    to: day.meta({ description: "The day after the last 末日的次日" }),
    opening_fen: fen,
    closing_fen: fen,
    total: z.object(movements),
    days: z.array(z.object({ day, opening_fen: fen, closing_fen: fen, ...movements })),
    complete: z.boolean().meta({ description: "Whether all booked so far is in it 是否已含全部凭证" }),
  })
  .meta({ id: "StoreStatement" });

export function storeStatementShown(found: StoreStatement): z.output<typeof storeStatementSchema> {
  return {
    store: found.merchant,
    from: found.from,
    to: found.to,
    opening_fen: jsonFen(found.opening),
    closing_fen: jsonFen(found.closing),
    total: moved(found.total),
    days: found.days.map((row) => ({
      day: row.day,
      opening_fen: jsonFen(row.opening),
      closing_fen: jsonFen(row.closing),
      ...moved(row),
    })),
    complete: found.complete,
  };
}

function moved(row: StoreMovements) {
  return {
    gross_fen: jsonFen(row.gross),
    take_fen: jsonFen(row.take),
    gross_back_fen: jsonFen(row.grossBack),
    take_back_fen: jsonFen(row.takeBack),
    shortfall_fen: jsonFen(row.shortfall),
    net_fen: jsonFen(row.net),
    purchases: row.purchases,
    paid_fen: jsonFen(row.paid),
    refunds: row.refunds,
    refunded_fen: jsonFen(row.refunded),
    commissions_fen: jsonFen(row.commissions),
  };
}
