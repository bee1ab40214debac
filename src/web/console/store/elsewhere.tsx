/** What members locked to a store's owner spent here and at all other stores, and what that brought him. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link, useSearchParams } from "react-router";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { daysOf, momentsOf, spanIn } from "../list/span.ts";
import { SpanPick } from "../list/spanpick.tsx";
import { Summary } from "../list/summary.tsx";
import { useSay } from "../say.ts";

export function Elsewhere({ id }: { readonly id: string }) {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { name, days } = spanIn(params) ?? { name: "year" as const, days: daysOf("year") };
  const { from, to } = momentsOf(days);
  const { data, error, refetch } = useQuery(
    read(["stores", id, "elsewhere", from, to], (signal) =>
      client.GET("/v1/stores/{id}/cross-earnings", {
        params: { path: { id }, query: { from, to } },
        signal,
      }),
    ),
  );
  return (
    <div className="ws-stack">
      <SpanPick
        name={name}
        days={days}
        choose={(span, own) =>
          setParams({ tab: "elsewhere", ...(own === null ? { span: span ?? "year" } : { ...own }) })
        }
      />
      {error !== null ? (
        <ProblemView thrown={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <>
          <Summary
            sums={[
              [say("store.locked"), data.locked],
              [say("cross.spendHere"), <Money key="1" fen={data.here.spend_fen} />],
              [say("cross.earnedHere"), <Money key="2" fen={data.here.earned_fen} />],
              [say("cross.spendElse"), <Money key="3" fen={data.elsewhere.spend_fen} />],
              [say("cross.earnedElse"), <Money key="4" fen={data.elsewhere.earned_fen} />],
            ]}
          />
          <Table
            size="small"
            rowKey="merchant"
            dataSource={data.stores}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: <Empty title={say("home.noTrade")} /> }}
            columns={[
              {
                title: say("store.name"),
                render: (_, row) => <Link to={`/stores/${row.merchant}`}>{row.merchant}</Link>,
              },
              { title: say("cross.own"), render: (_, row) => say(row.own ? "do.yes" : "do.no") },
              {
                title: say("cross.spend"),
                align: "right",
                render: (_, row) => <Money fen={row.spend_fen} />,
              },
              {
                title: say("home.commissions"),
                align: "right",
                render: (_, row) => <Money fen={row.earned_fen} />,
              },
            ]}
          />
        </>
      )}
    </div>
  );
}
