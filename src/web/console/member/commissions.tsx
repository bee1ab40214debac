/** A member's commissions, purchase by purchase, with their sums. */
import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import type { components } from "#client";
import { stepWord } from "#wording";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Time } from "../../ui/figures.tsx";
import type { Column } from "../list/column.ts";
import { MoreTable } from "../list/more.tsx";
import { Summary } from "../list/summary.tsx";
import { named } from "../named.ts";
import { useSay } from "../say.ts";

type Row = components["schemas"]["Commission"];

const TINTS = { frozen: "warning", available: "success", clawed_back: "error" } as const;

export function Commissions({ id }: { readonly id: string }) {
  const say = useSay();
  const sums = useQuery(
    read(["member", id, "commissions"], (signal) =>
      client.GET("/v1/members/{id}/commissions", { params: { path: { id }, query: { limit: 1 } }, signal }),
    ),
  ).data?.sums;
  const columns: readonly Column<Row>[] = [
    { key: "at", title: say("purchase.at"), show: (row) => <Time at={row.at} /> },
    { key: "step", title: say("commission.step"), show: (row) => stepWord(row.step, say.language) },
    { key: "store", title: say("store.name"), show: (row) => named(row.store, say.language) },
    {
      key: "spend",
      title: say("commission.spend"),
      isFigure: true,
      show: (row) => <Money fen={row.spend_fen} />,
    },
    {
      key: "amount",
      title: say("home.commissions"),
      isFigure: true,
      show: (row) => <Money fen={row.amount_fen} />,
    },
    {
      key: "back",
      title: say("commission.back"),
      isFigure: true,
      show: (row) => <Money fen={row.back_fen} />,
    },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => <Tag color={TINTS[row.state]}>{say(`commission.state.${row.state}`)}</Tag>,
    },
    {
      key: "until",
      title: say("commission.until"),
      show: (row) => (row.frozen_until === null ? "—" : <Time at={row.frozen_until} />),
    },
  ];
  return (
    <div className="ws-stack">
      {sums !== undefined && (
        <Summary
          sums={[
            [say("commission.today"), <Money key="1" fen={sums.today_fen} />],
            [say("commission.yesterday"), <Money key="2" fen={sums.yesterday_fen} />],
            [say("commission.total"), <Money key="3" fen={sums.total_fen} />],
            [say("commission.state.frozen"), <Money key="4" fen={sums.frozen_fen} />],
            [say("commission.state.available"), <Money key="5" fen={sums.available_fen} />],
          ]}
        />
      )}
      <MoreTable
        name={["member", id, "commissions"]}
        columns={columns}
        keyOf={(row) => `${row.purchase}-${row.step}`}
        nothing={say("commission.none")}
        ask={(cursor, signal) =>
          client.GET("/v1/members/{id}/commissions", {
            params: { path: { id }, query: { ...cursor } },
            signal,
          })
        }
      />
    </div>
  );
}
