/** Webhooks 网络回调: where events go, how far each has been told, and starting, stopping and changing them. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select, Table, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { EVENTS, type HookEvent, isEvent, webhooks } from "../admin/hooks.ts";
import { ShownOnce } from "../admin/once.tsx";
import { Deed } from "../deed.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Webhook = components["schemas"]["Webhook"];
type Doing = { readonly what: "toggle" | "rotate" | "remove"; readonly hook: Webhook };

export default function Webhooks() {
  const say = useSay();
  const who = useWho();
  const { data, error, refetch } = useQuery(webhooks);
  const [isAdding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  const isOwner = who !== undefined && hasRole(who, ["owner"]);
  const done = (shown: string | undefined) => {
    setAdding(false);
    setDoing(null);
    setSecret(shown ?? null);
  };
  return (
    <div className="ws-stack">
      <PageHead title={say("hooks.title")} about={say("hooks.about")}>
        {isOwner && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say("hooks.add")}
          </Button>
        )}
      </PageHead>
      <SubPages of="settings" />
      <Hooks hooks={data.items} isOwner={isOwner} start={setDoing} />
      {isAdding && <Add close={() => setAdding(false)} done={done} />}
      {doing?.what === "remove" && <Remove hook={doing.hook} close={() => setDoing(null)} />}
      {doing !== null && doing.what !== "remove" && (
        <Change what={doing.what} hook={doing.hook} close={() => setDoing(null)} done={done} />
      )}
      {secret !== null && (
        <ShownOnce title={say("hooks.secret")} text={secret} close={() => setSecret(null)} />
      )}
    </div>
  );
}

interface HooksProps {
  readonly hooks: readonly Webhook[];
  readonly isOwner: boolean;
  readonly start: (doing: Doing) => void;
}

function Hooks({ hooks, isOwner, start }: HooksProps) {
  const say = useSay();
  return (
    <section className="ws-card">
      <Sideways label={say("hooks.title")}>
        <Table<Webhook>
          rowKey="id"
          dataSource={[...hooks]}
          pagination={false}
          locale={{ emptyText: <Empty title={say("hooks.empty")} /> }}
          columns={[
            {
              key: "url",
              title: say("hooks.url"),
              render: (_, { id, url }) => <Link to={`/settings/webhooks/${id}`}>{url}</Link>,
            },
            {
              key: "events",
              title: say("hooks.events"),
              render: (_, { events }) =>
                events.length === 0
                  ? say("hooks.allEvents")
                  : events.map((event) => (
                      <Tag key={event}>{isEvent(event) ? say(`hooks.told.${event}`) : event}</Tag>
                    )),
            },
            {
              key: "state",
              title: say("hooks.state"),
              render: (_, { active, disabled_reason: reason }) => (
                <>
                  <Tag color={active ? "success" : "error"}>{say(active ? "hooks.on" : "hooks.off")}</Tag>
                  {reason}
                </>
              ),
            },
            { key: "told", title: say("hooks.told"), dataIndex: "told_seq", align: "right" },
            { key: "failures", title: say("hooks.failures"), dataIndex: "failures", align: "right" },
            ...(isOwner
              ? [
                  {
                    key: "do",
                    render: (_: unknown, hook: Webhook) => (
                      <div className="ws-row">
                        <Button onClick={() => start({ what: "toggle", hook })}>
                          {say(hook.active ? "hooks.stop" : "hooks.start")}
                        </Button>
                        <Button onClick={() => start({ what: "rotate", hook })}>{say("hooks.rotate")}</Button>
                        <Button danger onClick={() => start({ what: "remove", hook })}>
                          {say("hooks.remove")}
                        </Button>
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Sideways>
    </section>
  );
}

interface Fields {
  readonly url: string;
  readonly events?: readonly HookEvent[];
}

interface DoneProps {
  readonly close: () => void;
  readonly done: (secret: string | undefined) => void;
}

function Add({ close, done }: DoneProps) {
  const say = useSay();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: "webhook.add",
    send: ({ url, events = [] }: Fields, key) =>
      client.POST("/v1/webhooks", {
        params: { header: { "Idempotency-Key": key } },
        body: { url, events: [...events] },
      }),
    refresh: ["webhooks"],
    done: ({ secret }) => done(secret),
  });
  return (
    <Deed
      title={say("hooks.add")}
      ok={say("staff.save")}
      action={action}
      form={form}
      close={close}
      submit={action.run}
    >
      <Form.Item
        name="url"
        label={say("hooks.url")}
        rules={[{ required: true, message: say("signin.needed") }]}
      >
        <Input placeholder="https://example.com/wellspring" />
      </Form.Item>
      <Form.Item name="events" label={say("hooks.events")} extra={say("hooks.eventsHint")}>
        <Select
          mode="multiple"
          options={EVENTS.map((value) => ({ value, label: say(`hooks.told.${value}`) }))}
        />
      </Form.Item>
    </Deed>
  );
}

interface ChangeProps extends DoneProps {
  readonly what: "toggle" | "rotate";
  readonly hook: Webhook;
}

function Change({ what, hook: { id, url, active }, close, done }: ChangeProps) {
  const say = useSay();
  const [form] = Form.useForm<object>();
  const action = useAction({
    name: `webhook.${what}.${id}`,
    send: (body: { readonly active: boolean } | { readonly rotate_secret: true }, key) =>
      client.PATCH("/v1/webhooks/{id}", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["webhooks"],
    done: ({ secret }) => done(secret),
  });
  const verb = what === "rotate" ? "hooks.rotate" : active ? "hooks.stop" : "hooks.start";
  return (
    <Deed
      title={`${say(verb)} · ${url}`}
      {...(what === "rotate" ? { consequence: say("hooks.rotateHint") } : {})}
      ok={say(verb)}
      action={action}
      form={form}
      close={close}
      submit={() => action.run(what === "rotate" ? { rotate_secret: true } : { active: !active })}
    />
  );
}

function Remove({ hook: { id, url }, close }: { readonly hook: Webhook; readonly close: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<object>();
  const action = useAction({
    name: `webhook.remove.${id}`,
    send: (_body: null, key) =>
      client.DELETE("/v1/webhooks/{id}", { params: { path: { id }, header: { "Idempotency-Key": key } } }),
    refresh: ["webhooks"],
    done: close,
  });
  return (
    <Deed
      title={`${say("hooks.remove")} · ${url}`}
      consequence={say("hooks.removeHint")}
      ok={say("hooks.remove")}
      isDanger
      action={action}
      form={form}
      close={close}
      submit={() => action.run(null)}
    />
  );
}
