/** Plans 章程: what is in force, what is on its way, and what each one waits for. */
import { useQuery } from "@tanstack/react-query";
import { Button, Segmented, Table, Tag } from "antd";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PageHead } from "../pagehead.tsx";
import { VerdictTag } from "../plan/facts.tsx";
import { type PlanLine, planList, stateOf } from "../plan/reads.ts";
import { StateTag } from "../plan/statetag.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import "../part.css";

const STATES = ["all", "draft", "checked", "signed", "announced", "effective", "withdrawn"] as const;

export default function Plans() {
  const say = useSay();
  const go = useNavigate();
  const who = useWho();
  const { data, error, refetch } = useQuery(planList);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  const mayDraft = who !== undefined && hasRole(who, ["owner", "finance"]);
  return (
    <div className="ws-stack">
      <PageHead title={say("plans.title")} about={say("plans.intro")}>
        {mayDraft && (
          <Button type="primary" onClick={() => void go("/plans/new")}>
            {say("plans.new")}
          </Button>
        )}
      </PageHead>
      <section className="ws-card ws-row" aria-label={say("plans.inForce")}>
        <Tag color="success">{say("plans.inForce")}</Tag>
        {data.in_force.map(({ feed, name, version }) => (
          <Link key={feed} to={`/plans/${encodeURIComponent(name)}/${version}`}>
            {say("plan.title", { name, version })}
            {data.in_force.length > 1 && ` · ${feed}`}
          </Link>
        ))}
      </section>
      <Drafts lines={data.items} />
    </div>
  );
}

function Drafts({ lines }: { readonly lines: readonly PlanLine[] }) {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const chosen = STATES.find((one) => one === params.get("state")) ?? "all";
  const count = (state: string) => lines.filter((line) => state === "all" || stateOf(line) === state).length;
  const options = STATES.filter((state) => state === "all" || count(state) > 0).map((state) => ({
    value: state,
    label: `${say(state === "all" ? "plans.all" : `plans.state.${state}`)} ${count(state)}`,
  }));
  const shown = lines.filter((line) => chosen === "all" || stateOf(line) === chosen);
  return (
    <section className="ws-card ws-stack">
      {lines.length > 0 && (
        <Segmented
          aria-label={say("plans.state")}
          options={options}
          value={chosen}
          onChange={(state) => setParams(state === "all" ? {} : { state })}
        />
      )}
      <Sideways label={say("plans.title")}>
        <Table<PlanLine>
          rowKey={({ name, version }) => `${name}@${version}`}
          dataSource={shown}
          pagination={false}
          locale={{ emptyText: <Empty title={say("plans.empty")} /> }}
          columns={[
            {
              key: "name",
              title: say("plans.name"),
              render: (_, { name, version }) => (
                <Link to={`/plans/${encodeURIComponent(name)}/${version}`}>
                  {say("plan.title", { name, version })}
                </Link>
              ),
            },
            {
              key: "state",
              title: say("plans.state"),
              render: (_, line) => <StateTag state={stateOf(line)} />,
            },
            {
              key: "verdict",
              title: say("plans.verdict"),
              render: (_, { verdict }) => (verdict === null ? "—" : <VerdictTag verdict={verdict} />),
            },
            {
              key: "signatures",
              title: say("plans.signatures"),
              render: (_, { signatures }) => `${signatures.length} / 2`,
            },
            {
              key: "effective",
              title: say("plans.effective"),
              render: (_, { effective_from }) =>
                effective_from === null ? "—" : <Time at={effective_from} />,
            },
            {
              key: "created",
              title: say("plans.created"),
              render: (_, { created_at }) => (created_at === null ? "—" : <Time at={created_at} />),
            },
          ]}
        />
      </Sideways>
    </section>
  );
}
