/** The columns of the list of withdrawals. */
import { Button, Tag } from "antd";
import { Money, Time } from "../../ui/figures.tsx";
import type { Column } from "../list/column.ts";
import { MemberLink } from "../member/link.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { tint, type WithdrawalLine } from "./withdrawal.ts";

export function useWithdrawalColumns(open: (id: string) => void): readonly Column<WithdrawalLine>[] {
  const say = useSay();
  return [
    { key: "created_at", title: say("withdrawal.asked"), show: (row) => <Time at={row.created_at} /> },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => (
        <>
          <Tag color={tint(row.state)}>{say(`withdrawal.state.${row.state}`)}</Tag>
          {row.officers === 2 && <Tag color="processing">{say("withdrawal.twoShort")}</Tag>}
        </>
      ),
    },
    {
      key: "member",
      title: say("list.member"),
      show: (row) => <MemberLink of={row} />,
    },
    {
      key: "amount",
      title: say("withdrawal.amount"),
      isFigure: true,
      show: (row) => <Money fen={row.amount_fen} />,
    },
    {
      key: "net",
      title: say("withdrawal.net"),
      isFigure: true,
      show: (row) => (row.net_fen === null ? "—" : <Money fen={row.net_fen} />),
    },
    { key: "source", title: say("withdrawal.source"), show: (row) => say(`withdrawal.source.${row.source}`) },
    { key: "payee", title: say("withdrawal.payee"), show: (row) => row.payee },
    {
      key: "first",
      title: say("withdrawal.first"),
      isSpare: true,
      show: (row) => <StaffName id={row.first_by} />,
    },
    {
      key: "approved",
      title: say("withdrawal.approved"),
      isSpare: true,
      show: (row) => <StaffName id={row.approved_by} />,
    },
    { key: "reason", title: say("do.reason"), show: (row) => row.reason ?? "—" },
    { key: "voucher", title: say("withdrawal.voucher"), isSpare: true, show: (row) => row.voucher ?? "—" },
    {
      key: "open",
      title: say("list.deal"),
      show: (row) => (
        <Button size="small" onClick={() => open(row.id)}>
          {say("do.open")}
        </Button>
      ),
    },
  ];
}
