/** What a posting moves: money or points, by the account it touches. */
import { Money, Points } from "../../ui/figures.tsx";
import { holdsPoints, pointsOf } from "./record.ts";

export function Amount({ account, amount }: { readonly account: string; readonly amount: string }) {
  return holdsPoints(account) ? (
    <Points points={pointsOf(amount)} digits={8} />
  ) : (
    <Money fen={BigInt(amount)} />
  );
}
