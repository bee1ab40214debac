/** Stores by what they sold. */
import { useQuery } from "@tanstack/react-query";
import { Segmented, Table } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import type { Days } from "../list/span.ts";
import { named } from "../named.ts";
import { useSay } from "../say.ts";

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
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
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
      <Table
        size="small"
        rowKey="store"
        loading={data === undefined}
        dataSource={data?.items ?? []}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: <Empty title={say("home.noTrade")} /> }}
        columns={[
          { title: say("rank.place"), render: (_, _row, at) => at + 1 },
          {
            title: say("store.name"),
            render: (_, row) => <Link to={`/stores/${row.store}`}>{named(row, say.language)}</Link>,
          },
          { title: say("home.paid"), align: "right", render: (_, row) => <Money fen={row.paid_fen} /> },
          { title: say("home.purchases"), align: "right", dataIndex: "purchases" },
          { title: say("store.buyers"), align: "right", dataIndex: "buyers" },
          { title: say("store.locked"), align: "right", dataIndex: "members_locked" },
          { title: say("store.takeFen"), align: "right", render: (_, row) => <Money fen={row.take_fen} /> },
        ]}
      />
    </section>
  );
}
