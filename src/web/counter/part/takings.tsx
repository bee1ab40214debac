/** What a till took: the figures at a glance, then by channel and by clerk. */
import type { components } from "#client";
import { showCount, showYuan } from "../../ui/figure.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { useSay } from "../say.ts";
import { useWayOf } from "./purchase.tsx";
import { Facts, Items } from "./rows.tsx";

type Takings = components["schemas"]["Takings"];

export function Figures({ takings, fresh }: { readonly takings: Takings; readonly fresh?: number | null }) {
  const say = useSay();
  const facts = [
    [say("settle.net"), <Money key="n" fen={takings.net_fen} />],
    [say("settle.taken"), <Money key="a" fen={takings.amount_fen} />],
    [say("settle.refunded"), <Money key="r" fen={takings.refunded_fen} />],
    [say("settle.purchases"), showCount(takings.purchases)],
    [say("settle.average"), <Money key="v" fen={takings.average_fen} />],
    [say("settle.points"), <Points key="p" points={takings.points} digits={2} />],
    ...(fresh == null ? [] : [[say("settle.fresh"), showCount(fresh)] as const]),
  ] as const;
  return <Facts rows={facts} inCard />;
}

/** The same by way of payment and by clerk. */
export function Parts({ takings }: { readonly takings: Takings }) {
  const say = useSay();
  const wayOf = useWayOf();
  const channels = takings.channels.map((row) => ({ ...row, name: wayOf(row.channel) }));
  const clerks = takings.clerks.map((row) => ({ ...row, name: row.name ?? say("settle.selfPaid") }));
  return (
    <div className="c-columns">
      <PartList title={say("settle.byWay")} rows={channels} />
      <PartList title={say("settle.byClerk")} rows={clerks} />
    </div>
  );
}

interface Part {
  readonly name: string;
  readonly purchases: number;
  readonly amount_fen: number;
  readonly refunded_fen: number;
}

function PartList({ title, rows }: { readonly title: string; readonly rows: readonly Part[] }) {
  const say = useSay();
  if (rows.length === 0) return null;
  const items = rows.map((row) => ({
    key: row.name,
    name: row.name,
    figure: <Money fen={row.amount_fen} />,
    more: say("settle.part", { count: showCount(row.purchases), refunded: showYuan(row.refunded_fen) }),
  }));
  return <Items title={title} items={items} />;
}
