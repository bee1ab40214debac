/** Region agents 区域代理: who holds which division, appointed by filing, one to a division. */
import { Tabs } from "antd";
import { useSearchParams } from "react-router";
import { Appoint } from "../agent/appoint.tsx";
import { AgentList } from "../agent/list.tsx";
import { AgentTree } from "../agent/tree.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";

export default function Agents() {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  return (
    <div className="ws-stack">
      <PageHead title={say("section.agents")} about={say("agent.about")}>
        <Appoint />
      </PageHead>
      <section className="ws-card">
        <Tabs
          className="console-tabs"
          activeKey={params.get("tab") ?? "list"}
          onChange={(tab) => setParams({ tab })}
          destroyOnHidden
          items={[
            { key: "list", label: say("agent.list"), children: <AgentList /> },
            { key: "tree", label: say("agent.tree"), children: <AgentTree /> },
          ]}
        />
      </section>
    </div>
  );
}
