/** Simulations 推演: those done and under way; two that are done can be seen side by side. */
import { Button, Tag } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import type { SimulationLine } from "../simulate/reads.ts";
import { StaffName } from "../staffname.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

const COLOURS = {
  queued: "default",
  running: "processing",
  done: "success",
  refused: "warning",
  failed: "error",
  cancelled: "default",
} as const;
const TWO = 2;

export default function Simulations() {
  const say = useSay();
  const go = useNavigate();
  const who = useWho();
  const query = useListQuery({ field: "" });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const mayAsk = who !== undefined && !hasRole(who, ["auditor"]);
  return (
    <div className="ws-stack">
      <PageHead title={say("sim.title")} about={say("sim.about")}>
        {mayAsk && (
          <Button type="primary" onClick={() => void go("/simulation/backtest")}>
            {say("sim.new")}
          </Button>
        )}
      </PageHead>
      <SubPages of="simulation" />
      <List<SimulationLine, { readonly items: SimulationLine[]; readonly next_cursor: string | null }>
        name="simulations"
        query={query}
        keyOf={({ id }) => id}
        ask={(filter, signal) => client.GET("/v1/simulations", { params: { query: asked(filter) }, signal })}
        tools={
          <>
            <span className="ws-soft">{say("sim.compareHint")}</span>
            <Button
              disabled={chosen.length !== TWO}
              onClick={() => void go(`/simulation/compare?a=${chosen[0]}&b=${chosen[1]}`)}
            >
              {say("sim.compare")}
            </Button>
          </>
        }
        selection={{
          keys: chosen,
          change: (rows) => setChosen(rows.map(({ id }) => id).slice(-TWO)),
          may: ({ state }) => state === "done",
        }}
        columns={[
          {
            key: "title",
            title: say("sim.titleColumn"),
            show: ({ id, title }) => <Link to={`/simulation/${id}`}>{title}</Link>,
          },
          { key: "kind", title: say("sim.kind"), show: ({ kind }) => say(`sim.kind.${kind}`) },
          { key: "plan", title: say("sim.plan"), show: ({ plan }) => say("plan.title", plan) },
          {
            key: "state",
            title: say("sim.state"),
            show: ({ state }) => <Tag color={COLOURS[state]}>{say(`sim.state.${state}`)}</Tag>,
          },
          { key: "by", title: say("sim.by"), show: ({ created_by }) => <StaffName id={created_by} /> },
          { key: "at", title: say("sim.at"), show: ({ created_at }) => <Time at={created_at} /> },
        ]}
      />
    </div>
  );
}
