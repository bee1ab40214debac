/** The columns of a list of purchases. */
import { Button, Tag } from "antd";
import type { components } from "#client";
import { Money, Points, Time } from "../../ui/figures.tsx";
import { useChannelName } from "../channel.ts";
import type { Column } from "../list/column.ts";
import { MemberLink } from "../member/link.tsx";
import { useSay } from "../say.ts";
import { StoreLink } from "../store/link.tsx";
import { TINTS } from "./sheet.tsx";

type PurchaseLine = components["schemas"]["Purchase"];

export function usePurchaseColumns(open: (id: string) => void): readonly Column<PurchaseLine>[] {
  const say = useSay();
  const channelOf = useChannelName();
  return [
    { key: "at", title: say("purchase.at"), show: (row) => <Time at={row.at} /> },
    { key: "id", title: say("purchase.id"), isSpare: true, show: (row) => row.id },
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
      key: "amount",
      title: say("purchase.amount"),
      isFigure: true,
      show: (row) => <Money fen={row.amount_fen} />,
    },
    {
      key: "refunded",
      title: say("purchase.refunded"),
      isFigure: true,
      show: (row) => (row.refunded_fen === 0 ? "—" : <Money fen={row.refunded_fen} />),
    },
    {
      key: "points",
      title: say("purchase.points"),
      isFigure: true,
      show: (row) => (row.points === null ? "—" : <Points points={row.points} />),
    },
    {
      key: "points_left",
      title: say("purchase.pointsLeft"),
      isFigure: true,
      isSpare: true,
      show: (row) => (row.points_left === null ? "—" : <Points points={row.points_left} />),
    },
    {
      key: "due",
      title: say("purchase.due"),
      isFigure: true,
      isSpare: true,
      show: (row) => (row.due_fen === null ? "—" : <Money fen={row.due_fen} />),
    },
    { key: "channel", title: say("purchase.channel"), isSpare: true, show: (row) => channelOf(row.channel) },
    { key: "taken_by", title: say("purchase.takenBy"), isSpare: true, show: (row) => row.taken_by ?? "—" },
    { key: "seq", title: say("purchase.seq"), isSpare: true, isFigure: true, show: (row) => row.seq },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => <Tag color={TINTS[row.state]}>{say(`purchase.state.${row.state}`)}</Tag>,
    },
    {
      key: "open",
      title: say("receipt.title"),
      show: (row) => (
        <Button size="small" onClick={() => open(row.id)}>
          {say("do.open")}
        </Button>
      ),
    },
  ];
}
