/** How a purchase stands, and how it was paid, in a word. */
import type { Purchase } from "../reads.ts";
import { useSay } from "../say.ts";

export function Standing({ purchase }: { readonly purchase: Purchase }) {
  const say = useSay();
  const { state, refunded_fen: back } = purchase;
  const word = state === "settled" && back > 0 ? "flow.partly" : (`flow.${state}` as const);
  return (
    <span className={state === "settled" && back === 0 ? "c-tag c-tag-good" : "c-tag"}>{say(word)}</span>
  );
}

/** The name of the way a purchase was paid. */
export function useWayOf(): (channel: string | null) => string {
  const say = useSay();
  return (channel) => {
    if (channel === null) return say("flow.wayOther");
    if (channel === "till") return say("paid.cash");
    return channel === "demo" ? say("paid.demo") : channel;
  };
}
