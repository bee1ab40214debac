/** Exports 数据导出: what was asked for, how far each has come, and its file. */
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { ExportState, isOpen } from "../exportstate.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { StaffName } from "../staffname.tsx";

type Export = components["schemas"]["Export"];

const ASK_EVERY_MS = 1_500;

const files = read(["exports"], (signal) =>
  client.GET("/v1/exports", { params: { query: { limit: 100 } }, signal }),
);

export default function Exports() {
  const say = useSay();
  const { data, error, refetch } = useQuery({
    ...files,
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) === true ? ASK_EVERY_MS : false),
  });
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  return (
    <div className="ws-stack">
      <PageHead title={say("exports.title")} about={say("exports.about")}>
        <Button onClick={() => void refetch()}>{say("exports.refresh")}</Button>
      </PageHead>
      <section className="ws-card">
        <Sideways label={say("exports.title")}>
          <Table<Export>
            rowKey="id"
            dataSource={data.items}
            pagination={false}
            locale={{ emptyText: <Empty title={say("exports.empty")} /> }}
            columns={[
              {
                key: "list",
                title: say("exports.list"),
                render: (_, { list }) => say(`exports.list.${list}`),
              },
              { key: "name", title: say("exports.file"), dataIndex: "name" },
              {
                key: "by",
                title: say("exports.by"),
                render: (_, { asked_by }) => <StaffName id={asked_by} />,
              },
              {
                key: "at",
                title: say("exports.at"),
                render: (_, { created_at }) => <Time at={created_at} />,
              },
              { key: "state", title: say("exports.state"), render: (_, one) => <ExportState of={one} /> },
            ]}
          />
        </Sideways>
      </section>
    </div>
  );
}
