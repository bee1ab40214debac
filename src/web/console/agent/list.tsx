/** The terms of agents, with their dismissal. */
import { Button, Tag } from "antd";
import { useState } from "react";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import type { Column } from "../list/column.ts";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { States } from "../list/states.tsx";
import { MemberId } from "../member/link.tsx";
import { useSay } from "../say.ts";
import { type Agent, STATES, TINTS } from "./agent.ts";
import { Dismiss } from "./dismiss.tsx";

const DISMISSERS = ["owner"];

const NAMES = ["state"];

export function AgentList() {
  const say = useSay();
  const who = useWho();
  const query = useListQuery({ field: "region", names: NAMES });
  const [dismissed, setDismissed] = useState<Agent | null>(null);
  const may = who !== undefined && hasRole(who, DISMISSERS);
  const columns: readonly Column<Agent>[] = [
    { key: "region", title: say("agent.code"), show: (row) => row.region },
    {
      key: "member",
      title: say("agent.member"),
      show: (row) => <MemberId id={row.member} />,
    },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => <Tag color={TINTS[row.state]}>{say(`agent.state.${row.state}`)}</Tag>,
    },
    { key: "filing", title: say("agent.filing"), show: (row) => row.filing_number },
    { key: "disclosed", title: say("agent.disclosed"), show: (row) => row.disclosed_on },
    { key: "cooling", title: say("agent.cooling"), show: (row) => row.cooling_off_until },
    { key: "created", title: say("agent.asked"), isSpare: true, show: (row) => <Time at={row.created_at} /> },
    {
      key: "ended",
      title: say("agent.ended"),
      show: (row) => (row.ended_at === null ? "—" : <Time at={row.ended_at} detail="day" />),
    },
    { key: "reason", title: say("do.reason"), show: (row) => row.reason ?? "—" },
    {
      key: "dismiss",
      title: say("list.deal"),
      show: (row) =>
        may && row.state === "appointed" ? (
          <Button size="small" danger onClick={() => setDismissed(row)}>
            {say("agent.dismiss")}
          </Button>
        ) : (
          "—"
        ),
    },
  ];
  return (
    <>
      <List
        name="agents"
        query={query}
        columns={columns}
        keyOf={({ id }) => id}
        ask={(filter, signal) =>
          client.GET("/v1/agents", { params: { query: asked<"/v1/agents">(filter) }, signal })
        }
        fields={[{ value: "region", label: say("agent.code"), hint: "440305" }]}
        filters={
          <States
            query={query}
            choices={STATES.map((value) => ({ value, label: say(`agent.state.${value}`) }))}
          />
        }
      />
      {dismissed !== null && <Dismiss of={dismissed} close={() => setDismissed(null)} />}
    </>
  );
}
