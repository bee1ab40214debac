/** What else is kept of a member: how he was locked, withdrawals, devices, consents. */
import { Tag } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { showAgent } from "../admin/agent.ts";
import type { Column } from "../list/column.ts";
import { MoreTable } from "../list/more.tsx";
import { WholeTable } from "../list/whole.tsx";
import { useSay } from "../say.ts";
import { StoreLink } from "../store/link.tsx";
import { useWithdrawalColumns } from "../withdrawal/columns.tsx";
import { WithdrawalSheet } from "../withdrawal/sheet.tsx";
import { MemberId } from "./link.tsx";

type Lock = components["schemas"]["Lock"];
type Device = components["schemas"]["Device"];
type Consent = components["schemas"]["Consent"];

interface Props {
  readonly id: string;
}

export function Locks({ id }: Props) {
  const say = useSay();
  const member = (of: string | null) => (of === null ? "—" : <MemberId id={of} />);
  const columns: readonly Column<Lock>[] = [
    { key: "at", title: say("history.at"), show: (row) => <Time at={row.at} detail="second" /> },
    { key: "kind", title: say("lock.kind"), show: (row) => say(`lock.kind.${row.kind}`) },
    { key: "from", title: say("lock.from"), show: (row) => member(row.from) },
    { key: "to", title: say("lock.to"), show: (row) => member(row.to) },
    {
      key: "store",
      title: say("store.name"),
      show: (row) => (row.store === null ? "—" : <StoreLink id={row.store} />),
    },
    { key: "purchase", title: say("purchase.id"), show: (row) => row.purchase ?? "—" },
    { key: "case", title: say("correct.case"), show: (row) => row.case ?? "—" },
    { key: "seq", title: say("purchase.seq"), show: (row) => row.seq },
  ];
  return (
    <WholeTable
      name={["member", id, "locks"]}
      columns={columns}
      keyOf={({ seq }) => `${seq}`}
      ask={(signal) => client.GET("/v1/members/{id}/locks", { params: { path: { id } }, signal })}
      nothing={say("lock.none")}
    />
  );
}

export function MemberWithdrawals({ id }: Props) {
  const say = useSay();
  const [opened, setOpened] = useState<string | null>(null);
  const columns = useWithdrawalColumns(setOpened);
  return (
    <>
      <MoreTable
        name={["withdrawals", "of", id]}
        columns={columns.filter(({ key }) => key !== "member")}
        keyOf={(row) => row.id}
        nothing={say("withdrawal.none")}
        ask={(cursor, signal) =>
          client.GET("/v1/withdrawals", { params: { query: { member: id, ...cursor } }, signal })
        }
      />
      {opened !== null && <WithdrawalSheet id={opened} close={() => setOpened(null)} />}
    </>
  );
}

export function Devices({ id }: Props) {
  const say = useSay();
  const columns: readonly Column<Device>[] = [
    { key: "seen", title: say("device.seen"), show: (row) => <Time at={row.last_seen_at} /> },
    { key: "made", title: say("device.made"), show: (row) => <Time at={row.created_at} /> },
    {
      key: "agent",
      title: say("device.agent"),
      show: ({ agent }) => <span title={agent ?? ""}>{showAgent(agent)}</span>,
    },
    { key: "ip", title: say("device.ip"), show: (row) => row.ip ?? "—" },
  ];
  return (
    <WholeTable
      name={["member", id, "devices"]}
      columns={columns}
      keyOf={(row) => `${row.created_at}-${row.last_seen_at}`}
      ask={(signal) => client.GET("/v1/members/{id}/devices", { params: { path: { id } }, signal })}
      nothing={say("device.none")}
    />
  );
}

const PURPOSES = ["disclosure", "agreement", "privacy", "referral", "marketing", "identity"] as const;

export function Consents({ id }: Props) {
  const say = useSay();
  const wordOf = (purpose: string) => {
    const known = PURPOSES.find((one) => one === purpose);
    return known === undefined ? purpose : say(`consent.purpose.${known}`);
  };
  const columns: readonly Column<Consent>[] = [
    { key: "at", title: say("history.at"), show: (row) => <Time at={row.at} detail="second" /> },
    { key: "purpose", title: say("consent.purpose"), show: (row) => wordOf(row.purpose) },
    {
      key: "given",
      title: say("list.state"),
      show: (row) => (
        <Tag color={row.given ? "success" : "error"}>{say(row.given ? "consent.given" : "consent.back")}</Tag>
      ),
    },
    { key: "text", title: say("consent.text"), show: (row) => row.text_id },
    { key: "hash", title: say("consent.hash"), show: (row) => <code>{row.text_hash.slice(0, 16)}</code> },
  ];
  return (
    <WholeTable
      name={["member", id, "consents"]}
      columns={columns}
      keyOf={(row) => row.id}
      ask={(signal) => client.GET("/v1/members/{id}/consents", { params: { path: { id } }, signal })}
      nothing={say("consent.none")}
    />
  );
}
