/** How a purchase stands, how it was paid, and its line in a list. */
import { Link } from "wouter";
import type { components } from "#client";
import { Money, Time } from "../../ui/figures.tsx";
import type { Purchase } from "../reads.ts";
import { useSay } from "../say.ts";
import { Face } from "./member.tsx";

type Line = components["schemas"]["Purchase"];

export function Standing({ purchase }: { readonly purchase: Purchase }) {
  const say = useSay();
  const { state, refunded_fen: back } = purchase;
  const word = state === "settled" && back > 0 ? "flow.partly" : (`flow.${state}` as const);
  return (
    <span className={state === "settled" && back === 0 ? "c-tag c-tag-good" : "c-tag"}>{say(word)}</span>
  );
}

/** By which number a purchase is found in the books; its whole id stands in the title. */
export function Journal({ seq, id }: { readonly seq: number | null; readonly id: string }) {
  return (
    <span className="ws-number" title={id}>
      {seq === null ? id : `#${seq}`}
    </span>
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

/** A purchase in a list, leading to its page. */
export function PurchaseLine({ row }: { readonly row: Line }) {
  const say = useSay();
  const wayOf = useWayOf();
  return (
    <Link href={`/flow/${encodeURIComponent(row.id)}`} className="c-line">
      <span>
        <Time at={row.at} />
        <small className="ws-soft">
          {wayOf(row.channel)} · <Face name={row.member_name} phone={row.member_phone} />
        </small>
      </span>
      <span className="c-end">
        <strong>
          <Money fen={row.amount_fen} />
        </strong>
        <small>
          <Standing purchase={row} />
          {row.refunded_fen > 0 && (
            <span className="ws-soft">
              {" "}
              {say("flow.back")} <Money fen={row.refunded_fen} />
            </span>
          )}
        </small>
      </span>
    </Link>
  );
}
