/** One's own account: the password, and where one is signed in. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Table } from "antd";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { showAgent } from "../admin/agent.ts";
import { RoleTags } from "../admin/roles.tsx";
import { Facts } from "../facts.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Device = components["schemas"]["Device"];

const devices = read(["devices"], (signal) => client.GET("/v1/session/devices", { signal }));

export default function Me() {
  const say = useSay();
  const who = useWho();
  return (
    <div className="ws-stack">
      <PageHead title={say("me.title")} />
      <SubPages of="settings" />
      <section className="ws-card">
        <Facts
          rows={[
            [say("me.who"), who?.name],
            [say("me.roles"), <RoleTags key="1" roles={who?.roles ?? []} />],
          ]}
        />
      </section>
      <div className="console-cards">
        <Password />
        <Devices />
      </div>
    </div>
  );
}

interface Fields {
  readonly old: string;
  readonly next: string;
  readonly again: string;
}

function Password() {
  const say = useSay();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: "me.password",
    send: ({ old, next }: Fields, key) =>
      client.POST("/v1/session/password", {
        params: { header: { "Idempotency-Key": key } },
        body: { old, new: next },
      }),
    refresh: ["devices"],
    done: () => form.resetFields(),
  });
  const rules = [{ required: true, message: say("signin.needed") }];
  return (
    <section className="ws-card ws-stack">
      <h2>{say("me.password")}</h2>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={action.run}>
        <Form.Item name="old" label={say("me.old")} rules={rules}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={say("me.new")} rules={rules}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={say("me.again")}
          dependencies={["next"]}
          rules={[
            ...rules,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue("next")
                  ? Promise.resolve()
                  : Promise.reject(new Error(say("me.differs"))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={action.isBusy}>
          {say("me.change")}
        </Button>
      </Form>
      {action.state.phase === "done" && <p role="status">{say("me.changed")}</p>}
      <ActionNote action={action} />
    </section>
  );
}

function Devices() {
  const say = useSay();
  const { data, error, refetch } = useQuery(devices);
  const out = useAction({
    name: "me.out",
    send: (_body: null, key) =>
      client.DELETE("/v1/session/devices", { params: { header: { "Idempotency-Key": key } } }),
    refresh: ["devices"],
  });
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={4} />;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("me.devices")}</h2>
      <Sideways label={say("me.devices")}>
        <Table<Device>
          size="small"
          rowKey="created_at"
          dataSource={data.items}
          pagination={false}
          columns={[
            { key: "since", title: say("me.since"), render: (_, { created_at }) => <Time at={created_at} /> },
            {
              key: "seen",
              title: say("me.seen"),
              render: (_, { last_seen_at }) => <Time at={last_seen_at} />,
            },
            { key: "ip", title: say("log.ip"), dataIndex: "ip" },
            {
              key: "agent",
              title: say("log.agent"),
              render: (_, { agent }) => <span title={agent ?? ""}>{showAgent(agent)}</span>,
            },
          ]}
        />
      </Sideways>
      <div className="ws-row">
        <Button loading={out.isBusy} onClick={() => out.run(null)}>
          {say("me.outElsewhere")}
        </Button>
        {out.state.phase === "done" && (
          <span role="status">{say("me.closed", { count: out.state.answer.closed })}</span>
        )}
      </div>
      <ActionNote action={out} />
    </section>
  );
}
