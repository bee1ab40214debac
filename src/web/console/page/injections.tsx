/** Injections 注资 and releases 余留释放: asked, approved by another officer, announced, booked day by day. */
import { Progress, Tag } from "antd";
import { Link } from "react-router";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { showYuan } from "../../ui/figure.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { AskInjection } from "../injection/ask.tsx";
import type { Column } from "../list/column.ts";
import { WholeTable } from "../list/whole.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";

type Injection = components["schemas"]["Injection"];

const TINTS: Readonly<Record<Injection["state"], string>> = {
  asked: "warning",
  approved: "processing",
  done: "success",
  rejected: "error",
  stopped: "error",
};

export default function Injections() {
  const say = useSay();
  const columns: readonly Column<Injection>[] = [
    { key: "asked", title: say("approval.askedAt"), show: (row) => <Time at={row.asked_at} /> },
    {
      key: "kind",
      title: say("injection.kind"),
      show: (row) => say(row.kind === "inject" ? "injection.inject" : "injection.release"),
    },
    {
      key: "state",
      title: say("list.state"),
      show: (row) =>
        row.state === "asked" ? (
          <Link to="/approvals?state=asked&kind=injection">{say("injection.state.asked")}</Link>
        ) : (
          <Tag color={TINTS[row.state]}>{say(`injection.state.${row.state}`)}</Tag>
        ),
    },
    {
      key: "amount",
      title: say("injection.amount"),
      isFigure: true,
      show: (row) => <Money fen={row.amount_fen} />,
    },
    { key: "course", title: say("injection.course"), show: (row) => <Course of={row} /> },
    {
      key: "starts",
      title: say("injection.starts"),
      show: (row) => <Time at={row.starts_at} detail="day" />,
    },
    {
      key: "announced",
      title: say("injection.announced"),
      show: (row) => (row.announced_at === null ? "—" : <Time at={row.announced_at} />),
    },
    { key: "by", title: say("approval.askedBy"), show: (row) => <StaffName id={row.asked_by} /> },
    { key: "decided", title: say("approval.decidedBy"), show: (row) => <StaffName id={row.decided_by} /> },
    {
      key: "text",
      title: say("injection.announce"),
      show: (row) => (
        <div className="console-long">{say.language === "en" ? row.announce_en : row.announce_zh}</div>
      ),
    },
    { key: "reason", title: say("do.reason"), show: (row) => row.reason ?? "—" },
  ];
  return (
    <div className="ws-stack">
      <PageHead title={say("section.injections")} about={say("injection.about")}>
        <AskInjection />
      </PageHead>
      <section className="ws-card">
        <WholeTable
          name={["injections"]}
          columns={columns}
          keyOf={({ id }) => id}
          ask={(signal) => client.GET("/v1/injections", { params: { query: { limit: 200 } }, signal })}
          nothing={say("injection.none")}
        />
      </section>
    </div>
  );
}

/** How much of it is booked. */
function Course({ of }: { readonly of: Injection }) {
  const say = useSay();
  const text = say("injection.booked", {
    parts: of.parts,
    days: of.days,
    amount: `¥${showYuan(of.booked_fen)}`,
  });
  return (
    <div className="console-way">
      <Progress
        percent={Math.floor((100 * of.parts) / of.days)}
        showInfo={false}
        strokeColor="var(--ws-brand)"
        size="small"
        aria-label={text}
      />
      <span className="ws-soft">{text}</span>
    </div>
  );
}
