/** The login log 登录记录 of one's own account. */
import { Tag } from "antd";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { showAgent } from "../admin/agent.ts";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Login = components["schemas"]["Login"];

export default function Logins() {
  const say = useSay();
  const query = useListQuery({ field: "" });
  return (
    <div className="ws-stack">
      <PageHead title={say("log.logins")} about={say("log.loginsAbout")} />
      <SubPages of="log" />
      <List<Login, { readonly items: Login[]; readonly next_cursor: string | null }>
        name="logins"
        query={query}
        keyOf={({ at, outcome }) => `${at} ${outcome}`}
        ask={(filter, signal) =>
          client.GET("/v1/session/logins", { params: { query: asked(filter) }, signal })
        }
        columns={[
          { key: "at", title: say("log.at"), show: ({ at }) => <Time at={at} detail="second" /> },
          { key: "way", title: say("log.way"), show: ({ way }) => say(`log.way.${way}`) },
          {
            key: "outcome",
            title: say("log.outcome"),
            show: ({ outcome }) => (
              <Tag color={outcome === "in" ? "success" : "error"}>{say(`log.outcome.${outcome}`)}</Tag>
            ),
          },
          { key: "ip", title: say("log.ip"), show: ({ ip }) => ip ?? "—" },
          {
            key: "agent",
            title: say("log.agent"),
            show: ({ agent }) => <span title={agent ?? ""}>{showAgent(agent)}</span>,
          },
        ]}
      />
    </div>
  );
}
