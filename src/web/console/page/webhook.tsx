/** The deliveries 投递 of one webhook: what was told, what came back, and sending it again. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, InputNumber, Tag } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { isEvent, webhooks } from "../admin/hooks.ts";
import { Deed } from "../deed.tsx";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { States } from "../list/states.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Delivery = components["schemas"]["Delivery"];

const STATES = ["queued", "sending", "delivered", "dead"] as const;
const COLOURS = { queued: "default", sending: "processing", delivered: "success", dead: "error" } as const;

export default function WebhookPage() {
  const say = useSay();
  const who = useWho();
  const { id = "" } = useParams();
  const query = useListQuery({ field: "" });
  const hook = useQuery(webhooks).data?.items.find((one) => one.id === id);
  const [isTelling, setTelling] = useState(false);
  const mayReplay = who !== undefined && hasRole(who, ["owner"]);
  return (
    <div className="ws-stack">
      <PageHead title={say("hooks.log")} {...(hook === undefined ? {} : { about: hook.url })}>
        {mayReplay && <Button onClick={() => setTelling(true)}>{say("hooks.from")}</Button>}
      </PageHead>
      {isTelling && <TellFrom id={id} close={() => setTelling(false)} />}
      <SubPages of="settings" />
      <List<Delivery, { readonly items: Delivery[]; readonly next_cursor: string | null }>
        name="deliveries"
        query={query}
        keyOf={(one) => one.id}
        ask={(filter, signal) =>
          client.GET("/v1/webhooks/{id}/deliveries", {
            params: { path: { id }, query: asked(filter) },
            signal,
          })
        }
        filters={
          <States
            query={query}
            choices={STATES.map((value) => ({ value, label: say(`hooks.delivery.${value}`) }))}
          />
        }
        columns={[
          {
            key: "seq",
            title: say("books.seq"),
            show: ({ seq }) => <Link to={`/books/journals/${seq}`}>{seq}</Link>,
          },
          {
            key: "event",
            title: say("hooks.event"),
            show: ({ event }) => (isEvent(event) ? say(`hooks.told.${event}`) : event),
          },
          {
            key: "state",
            title: say("hooks.state"),
            show: ({ state }) => <Tag color={COLOURS[state]}>{say(`hooks.delivery.${state}`)}</Tag>,
          },
          { key: "tries", title: say("hooks.tries"), show: ({ tries }) => tries, isFigure: true },
          {
            key: "result",
            title: say("hooks.result"),
            show: ({ last_status: status, last_error: error }) => error ?? status ?? "—",
          },
          {
            key: "at",
            title: say("hooks.at"),
            show: ({ created_at, delivered_at }) => <Time at={delivered_at ?? created_at} detail="second" />,
          },
          {
            key: "body",
            title: say("hooks.body"),
            show: ({ body }) => (
              <code className="console-value" title={body} data-ellipsis>
                {body}
              </code>
            ),
          },
          ...(mayReplay
            ? [{ key: "do", title: say("hooks.replay"), show: (one: Delivery) => <Replay id={one.id} /> }]
            : []),
        ]}
      />
    </div>
  );
}

function Replay({ id }: { readonly id: string }) {
  const say = useSay();
  const action = useAction({
    name: `delivery.replay.${id}`,
    send: (_body: null, key) =>
      client.POST("/v1/deliveries/{id}/replay", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["deliveries"],
  });
  return (
    <>
      <Button loading={action.isBusy} onClick={() => action.run(null)}>
        {say(action.state.phase === "done" ? "hooks.replayed" : "hooks.replay")}
      </Button>
      <ActionNote action={action} />
    </>
  );
}

interface FromFields {
  readonly from: number;
}

/** Tells the webhook everything again from a journal on. */
function TellFrom({ id, close }: { readonly id: string; readonly close: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<FromFields>();
  const action = useAction({
    name: `webhook.replay.${id}`,
    send: ({ from }: FromFields, key) =>
      client.POST("/v1/webhooks/{id}/replay", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body: { from_seq: from },
      }),
    refresh: ["deliveries", "webhooks"],
    done: close,
  });
  return (
    <Deed
      title={say("hooks.from")}
      consequence={say("hooks.fromHint")}
      ok={say("hooks.replay")}
      action={action}
      form={form}
      close={close}
      submit={action.run}
    >
      <Form.Item
        name="from"
        label={say("books.seq")}
        rules={[{ required: true, message: say("signin.needed") }]}
      >
        <InputNumber min={1} precision={0} />
      </Form.Item>
    </Deed>
  );
}
