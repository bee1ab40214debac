/**
 * The settlement bill 结算单 of a store: what was sold, refunded, kept by the platform side, and what is
 * owed to it.
 */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useSearchParams } from "react-router";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { ExportList } from "../list/export.tsx";
import { type Days, daysOf, spanIn } from "../list/span.ts";
import { SpanPick } from "../list/spanpick.tsx";
import { Summary } from "../list/summary.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";

type Statement = components["schemas"]["StoreStatement"];

export function Settlement({ id }: { readonly id: string }) {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { name, days } = spanIn(params) ?? { name: "month" as const, days: daysOf("month") };
  return (
    <div className="ws-stack">
      <div className="ws-row ws-between">
        <SpanPick
          name={name}
          days={days}
          choose={(span, own) =>
            setParams({ tab: "settlement", ...(own === null ? { span: span ?? "month" } : { ...own }) })
          }
        />
        <ExportList list="store-statement" filter={{ store: id, ...days }} />
      </div>
      <p className="ws-soft">{say("settlement.about")}</p>
      <Bill id={id} days={days} />
    </div>
  );
}

function Bill({ id, days: { from, to } }: { readonly id: string; readonly days: Days }) {
  const say = useSay();
  const { data, error, refetch } = useQuery(
    read(["stores", id, "statement", from, to], (signal) =>
      client.GET("/v1/stores/{id}/statement", { params: { path: { id }, query: { from, to } }, signal }),
    ),
  );
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  const { total } = data;
  return (
    <>
      <Summary
        sums={[
          [say("settlement.opening"), <Money key="1" fen={data.opening_fen} />],
          [say("settlement.gross"), <Money key="2" fen={total.gross_fen} />],
          [say("settlement.take"), <Money key="3" fen={total.take_fen} />],
          [say("settlement.back"), <Money key="4" fen={total.gross_back_fen} />],
          [say("settlement.net"), <Money key="5" fen={total.net_fen} />],
          [say("settlement.closing"), <Money key="6" fen={data.closing_fen} />],
        ]}
      />
      {data.days.length === 0 ? (
        <Empty title={say("home.noTrade")} />
      ) : (
        <Sideways label={say("list.rows")}>
          <Table<Statement["days"][number]>
            size="small"
            rowKey="day"
            dataSource={data.days}
            pagination={{ pageSize: 31, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: say("settlement.day"), dataIndex: "day" },
              { title: say("home.purchases"), align: "right", dataIndex: "purchases" },
              ...(
                [
                  ["settlement.opening", "opening_fen"],
                  ["settlement.gross", "gross_fen"],
                  ["settlement.take", "take_fen"],
                  ["settlement.back", "gross_back_fen"],
                  ["settlement.takeBack", "take_back_fen"],
                  ["settlement.shortfall", "shortfall_fen"],
                  ["settlement.net", "net_fen"],
                  ["settlement.closing", "closing_fen"],
                  ["home.commissions", "commissions_fen"],
                ] as const
              ).map(([label, field]) => ({
                key: field,
                title: say(label),
                align: "right" as const,
                render: (_: unknown, row: Statement["days"][number]) => <Money fen={row[field]} />,
              })),
            ]}
          />
        </Sideways>
      )}
    </>
  );
}
