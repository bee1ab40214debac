/** Region agents 区域代理: who holds which division, appointed by filing, one to a division. */
import { useSearchParams } from "react-router";
import { Appoint } from "../agent/appoint.tsx";
import { AgentList } from "../agent/list.tsx";
import { AgentTree } from "../agent/tree.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Tabbed } from "../tabbed.tsx";

export default function Agents() {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  return (
    <div className="ws-stack">
      <PageHead title={say("section.agents")} about={say("agent.about")}>
        <Appoint />
      </PageHead>
      <section className="ws-card">
        <Tabbed
          label={say("section.agents")}
          chosen={params.get("tab") ?? "list"}
          onChoose={(tab) => setParams({ tab })}
          tabs={[
            { key: "list", label: say("agent.list"), children: <AgentList /> },
            { key: "tree", label: say("agent.tree"), children: <AgentTree /> },
          ]}
        />
      </section>
    </div>
  );
}
