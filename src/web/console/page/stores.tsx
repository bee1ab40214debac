/** Merchants 商户: the stores of the coalition, and opening one. */
import { Tag } from "antd";
import { Link } from "react-router";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import type { Column } from "../list/column.ts";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { MemberId } from "../member/link.tsx";
import { named } from "../named.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { OpenStore } from "../store/open.tsx";
import { type Store, TINTS } from "../store/store.ts";

const NAMES: readonly string[] = [];

export default function Stores() {
  const say = useSay();
  const query = useListQuery({ field: "region", names: NAMES });
  const columns: readonly Column<Store>[] = [
    { key: "id", title: say("store.id"), show: (row) => <Link to={`/stores/${row.id}`}>{row.id}</Link> },
    { key: "name", title: say("store.name"), show: (row) => named(row, say.language) },
    { key: "region", title: say("home.division"), show: (row) => row.region_path.join(" ") },
    { key: "code", title: say("agent.code"), isSpare: true, show: (row) => row.region },
    { key: "address", title: say("store.address"), show: (row) => row.address },
    { key: "phone", title: say("store.phone"), isSpare: true, show: (row) => row.phone ?? "—" },
    {
      key: "owner",
      title: say("store.owner"),
      show: (row) => (row.owner === null ? "—" : <MemberId id={row.owner} />),
    },
    { key: "take", title: say("store.take"), show: (row) => row.take ?? say("store.byPlan") },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => <Tag color={TINTS[row.state]}>{say(`store.state.${row.state}`)}</Tag>,
    },
    {
      key: "created_at",
      title: say("store.since"),
      show: (row) => <Time at={row.created_at} detail="day" />,
    },
  ];
  return (
    <div className="ws-stack">
      <PageHead title={say("section.stores")} about={say("store.about")}>
        <OpenStore />
      </PageHead>
      <List
        name="stores"
        query={query}
        exported="stores"
        columns={columns}
        keyOf={({ id }) => id}
        ask={(filter, signal) =>
          client.GET("/v1/stores", { params: { query: asked<"/v1/stores">(filter) }, signal })
        }
        fields={[
          { value: "region", label: say("agent.code"), hint: "440305" },
          { value: "owner", label: say("store.owner"), hint: say("list.whole") },
        ]}
      />
    </div>
  );
}
