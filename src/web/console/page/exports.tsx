/** Exports 数据导出: what was asked for, how far each has come, and its file. */
import { useQuery } from "@tanstack/react-query";
import { Progress as Bar, Button, Table } from "antd";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import "../part.css";

type Export = components["schemas"]["Export"];

const ASK_EVERY_MS = 1_500;
const isOpen = ({ state }: Export) => state === "queued" || state === "running";

const files = read(["exports"], (signal) =>
  client.GET("/v1/exports", { params: { query: { limit: 100 } }, signal }),
);

export default function Exports() {
  const say = useSay();
  const { data, error, refetch } = useQuery({
    ...files,
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) === true ? ASK_EVERY_MS : false),
  });
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  return (
    <div className="ws-stack">
      <PageHead title={say("exports.title")} about={say("exports.about")}>
        <Button onClick={() => void refetch()}>{say("exports.refresh")}</Button>
      </PageHead>
      <section className="ws-card">
        <Table<Export>
          rowKey="id"
          dataSource={data.items}
          pagination={false}
          scroll={{ x: "max-content" }}
          locale={{ emptyText: <Empty title={say("exports.empty")} /> }}
          columns={[
            { key: "list", title: say("exports.list"), render: (_, { list }) => say(`exports.list.${list}`) },
            { key: "name", title: say("exports.file"), dataIndex: "name" },
            { key: "by", title: say("exports.by"), render: (_, { asked_by }) => <StaffName id={asked_by} /> },
            { key: "at", title: say("exports.at"), render: (_, { created_at }) => <Time at={created_at} /> },
            { key: "state", title: say("exports.state"), render: (_, one) => <State of={one} /> },
          ]}
        />
      </section>
    </div>
  );
}

function State({ of }: { readonly of: Export }) {
  const say = useSay();
  const { id, state, done, total, seconds_left: left, error } = of;
  const cancel = useAction({
    name: `export.cancel.${id}`,
    send: (_body: null, key) =>
      client.POST("/v1/exports/{id}/cancel", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["exports"],
  });
  if (state === "done") {
    const isGone = of.expires_at !== null && Date.parse(of.expires_at) < Date.now();
    return isGone ? (
      <span className="ws-soft">{say("exports.gone")}</span>
    ) : (
      <Button type="link" href={`/v1/exports/${id}/file`} download={of.name}>
        {say("exports.download")}
      </Button>
    );
  }
  if (state === "failed" || state === "cancelled") {
    return (
      <span>
        {say(`job.${state}`)} {error}
      </span>
    );
  }
  const percent = total === null || total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <div className="ws-row">
      <Bar className="console-narrow" percent={percent} aria-label={say("exports.state")} />
      {left !== null && <span className="ws-soft">{say("job.left", { seconds: left })}</span>}
      <Button loading={cancel.isBusy} onClick={() => cancel.run(null)}>
        {say("job.cancel")}
      </Button>
      <ActionNote action={cancel} />
    </div>
  );
}
