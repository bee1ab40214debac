/** Payments 收款: what came in through the channels, and what finance has to decide on. */
import { Button, Tag } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { useChannelName } from "../channel.ts";
import type { Column } from "../list/column.ts";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { States } from "../list/states.tsx";
import { MemberLink } from "../member/link.tsx";
import { PageHead } from "../pagehead.tsx";
import { PaymentDeed } from "../payment/deed.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { StoreLink } from "../store/link.tsx";

type Payment = components["schemas"]["PaymentLine"];

const JUDGES = ["owner", "finance"];

/** In the order of what waits for somebody first. */
const STATES = [
  "mismatch",
  "refund_due",
  "created",
  "paying",
  "paid",
  "booked",
  "refunded",
  "cancelled",
  "expired",
  "failed",
] as const satisfies readonly Payment["state"][];

const TINTS: Readonly<Partial<Record<Payment["state"], string>>> = {
  mismatch: "error",
  refund_due: "warning",
  paying: "processing",
  paid: "processing",
  booked: "success",
};

const NAMES = ["state"];

export default function Payments() {
  const say = useSay();
  const who = useWho();
  const channelOf = useChannelName();
  const query = useListQuery({ field: "member", names: NAMES });
  const [judged, setJudged] = useState<Payment | null>(null);
  const may = who !== undefined && hasRole(who, JUDGES);
  const columns: readonly Column<Payment>[] = [
    { key: "created", title: say("history.at"), show: (row) => <Time at={row.created_at} /> },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => <Tag color={TINTS[row.state] ?? "default"}>{say(`payment.state.${row.state}`)}</Tag>,
    },
    {
      key: "member",
      title: say("list.member"),
      show: (row) => <MemberLink of={row} />,
    },
    {
      key: "merchant",
      title: say("store.name"),
      show: (row) => <StoreLink id={row.merchant} />,
    },
    {
      key: "asked",
      title: say("payment.asked"),
      isFigure: true,
      show: (row) => <Money fen={row.amount_fen} />,
    },
    {
      key: "paid",
      title: say("payment.paid"),
      isFigure: true,
      show: (row) => (row.paid_fen === null ? "—" : <Money fen={row.paid_fen} />),
    },
    { key: "channel", title: say("purchase.channel"), show: (row) => channelOf(row.channel) },
    { key: "reason", title: say("do.reason"), show: (row) => row.reason ?? "—" },
    {
      key: "settled",
      title: say("payment.by"),
      isSpare: true,
      show: (row) => <StaffName id={row.settled_by} />,
    },
    { key: "voucher", title: say("payment.voucher"), isSpare: true, show: (row) => row.voucher ?? "—" },
    { key: "id", title: say("payment.id"), isSpare: true, show: (row) => row.id },
    {
      key: "judge",
      title: say("list.deal"),
      show: (row) =>
        may && (row.state === "mismatch" || row.state === "refund_due") ? (
          <Button size="small" onClick={() => setJudged(row)}>
            {say(row.state === "mismatch" ? "payment.judge" : "payment.sentBack")}
          </Button>
        ) : (
          "—"
        ),
    },
  ];
  return (
    <div className="ws-stack">
      <PageHead title={say("payment.title")} about={say("payment.about")} />
      <List
        name="payments"
        query={query}
        columns={columns}
        keyOf={({ id }) => id}
        ask={(filter, signal) =>
          client.GET("/v1/payments", { params: { query: asked<"/v1/payments">(filter) }, signal })
        }
        hasSpan
        fields={[
          { value: "member", label: say("member.id"), hint: say("list.whole") },
          { value: "merchant", label: say("store.id"), hint: say("list.whole") },
        ]}
        filters={
          <States
            query={query}
            choices={STATES.map((value) => ({ value, label: say(`payment.state.${value}`) }))}
          />
        }
      />
      {judged !== null && (
        <PaymentDeed
          id={judged.id}
          amount={judged.paid_fen ?? judged.amount_fen}
          isJudged={judged.state === "refund_due"}
          close={() => setJudged(null)}
        />
      )}
    </div>
  );
}
