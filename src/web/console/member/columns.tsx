/** The columns of a list of members. */
import { Tag } from "antd";
import type { components } from "#client";
import { Money, Points, Time } from "../../ui/figures.tsx";
import type { Column } from "../list/column.ts";
import { useSay } from "../say.ts";
import { StoreLink } from "../store/link.tsx";
import { MemberId } from "./link.tsx";

type Line = components["schemas"]["MemberLine"];

export function useMemberColumns(): readonly Column<Line>[] {
  const say = useSay();
  const money = (fen: number | null) => (fen === null ? "—" : <Money fen={fen} />);
  return [
    { key: "id", title: say("member.id"), show: (row) => <MemberId id={row.id} /> },
    {
      key: "name",
      title: say("member.name"),
      show: (row) => (
        <>
          {row.name ?? "—"} {row.erased && <Tag>{say("member.erased")}</Tag>}
        </>
      ),
    },
    { key: "phone", title: say("member.phone"), show: (row) => row.phone ?? "—" },
    {
      key: "sponsor",
      title: say("member.sponsor"),
      show: ({ sponsor }) => (sponsor === null ? "—" : <MemberId id={sponsor} />),
    },
    {
      key: "store",
      title: say("member.store"),
      show: ({ store }) => (store === null ? "—" : <StoreLink id={store} />),
    },
    {
      key: "points",
      title: say("member.points"),
      isFigure: true,
      show: (row) => (row.points === null ? "—" : <Points points={row.points} />),
    },
    { key: "worth", title: say("member.worth"), isFigure: true, show: (row) => money(row.worth_fen) },
    { key: "spend", title: say("member.spend"), isFigure: true, show: (row) => money(row.spend_fen) },
    { key: "purchases", title: say("home.purchases"), isFigure: true, show: (row) => row.purchases ?? "—" },
    { key: "wallet", title: say("member.wallet"), isFigure: true, show: (row) => money(row.wallet_fen) },
    {
      key: "commission",
      title: say("member.commission"),
      isFigure: true,
      isSpare: true,
      show: (row) => money(row.commission_fen),
    },
    {
      key: "joined_at",
      title: say("member.joined"),
      show: (row) => <Time at={row.joined_at} detail="day" />,
    },
    {
      key: "last_at",
      title: say("member.last"),
      show: (row) => (row.last_at === null ? "—" : <Time at={row.last_at} detail="day" />),
    },
  ];
}
