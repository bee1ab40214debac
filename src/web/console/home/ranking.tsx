/** Stores by what they sold. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money } from "../../ui/figures.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import type { Column } from "../list/column.ts";
import { Grid } from "../list/grid.tsx";
import type { Days } from "../list/span.ts";
import { named } from "../named.ts";
import { useSay } from "../say.ts";

type Store = components["schemas"]["StoreTurnover"];

const RANKS = ["paid", "purchases", "take", "locked"] as const;
const MOST = 10;

export function Ranking({ days: { from, to } }: { readonly days: Days }) {
  const say = useSay();
  const [rank, setRank] = useState<(typeof RANKS)[number]>("paid");
  const { data, error, refetch } = useQuery(
    read(["overview", "stores", from, to, rank], (signal) =>
      client.GET("/v1/overview/stores", { params: { query: { from, to, rank, limit: MOST } }, signal }),
    ),
  );
  const columns: readonly Column<Store>[] = [
    {
      key: "store",
      title: say("store.name"),
      show: (row) => <Link to={`/stores/${row.store}`}>{named(row, say.language)}</Link>,
    },
    { key: "paid", title: say("home.paid"), isFigure: true, show: (row) => <Money fen={row.paid_fen} /> },
    { key: "purchases", title: say("home.purchases"), isFigure: true, show: (row) => row.purchases },
    { key: "buyers", title: say("store.buyers"), isFigure: true, show: (row) => row.buyers },
    { key: "locked", title: say("store.locked"), isFigure: true, show: (row) => row.members_locked },
    { key: "take", title: say("store.takeFen"), isFigure: true, show: (row) => <Money fen={row.take_fen} /> },
  ];
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  return (
    <section className="ws-card ws-stack">
      <div className="ws-row ws-between">
        <h2>{say("home.ranking")}</h2>
        <Segmented
          aria-label={say("home.ranking")}
          value={rank}
          options={RANKS.map((value) => ({ value, label: say(`rank.${value}`) }))}
          onChange={setRank}
        />
      </div>
      <Grid
        columns={columns}
        keyOf={({ store }) => store}
        items={data?.items}
        nothing={say("home.noTrade")}
        isDense
      />
    </section>
  );
}
