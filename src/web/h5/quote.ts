/** What an order would come to, decided by the server's own engine on the book as it stands. */
import { queryOptions } from "@tanstack/react-query";
import type { components } from "#client";
import { showPoints } from "#engine";
import { client, dataOf } from "../ui/api/client.ts";

/** Of the journal it would be booked with, what is read here. */
interface QuotedJournal {
  readonly entry: { readonly type: string; readonly purchase?: { readonly points: string } };
  readonly postings: readonly { readonly step: string; readonly to: string; readonly amount: string }[];
}

async function quoted(body: components["schemas"]["Order"], signal: AbortSignal): Promise<QuotedJournal> {
  const { journal } = await dataOf(client.POST("/v1/quotes", { body, signal }));
  return journal as unknown as QuotedJournal;
}

/** Points a purchase would get; null where it would wait for its refund window to close. */
export function purchaseQuote(member: string, merchant: string, amount_fen: number) {
  return queryOptions({
    queryKey: ["quote", "purchase", member, merchant, amount_fen],
    queryFn: async ({ signal }) => {
      const order = { id: "quote", kind: "purchase", member, merchant, amount_fen } as const;
      const { purchase } = (await quoted(order, signal)).entry;
      return { points: purchase === undefined ? null : showPoints(BigInt(purchase.points)) };
    },
  });
}

/** What a redemption would pay into the wallet. */
export function redemptionQuote(member: string, points: string) {
  return queryOptions({
    queryKey: ["quote", "redeem", member, points],
    // A price of some minutes ago is none to decide by.
    staleTime: 0,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { postings } = await quoted({ id: "quote", kind: "redeem", member, points }, signal);
      const paid = postings.find(({ step }) => step === "redeem");
      return { proceeds_fen: Number(paid?.amount ?? 0) };
    },
  });
}
