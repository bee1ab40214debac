/** The till keys of a store: what its machines sign in with. A key is shown once. */
import { Button, Checkbox, Form, Input, Popconfirm, Typography } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Deed } from "../deed.tsx";
import type { Column } from "../list/column.ts";
import { MoreTable } from "../list/more.tsx";
import { useSay } from "../say.ts";

type Key = components["schemas"]["Key"];

/** What a key of a store may be for. */
const SCOPES = ["purchases:write", "refunds:write", "members:read", "members:write", "books:read"] as const;
const MAKERS = ["owner"];

export function Keys({ id }: { readonly id: string }) {
  const say = useSay();
  const who = useWho();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const may = who !== undefined && hasRole(who, MAKERS);
  const revoke = useAction({
    name: `store.key.revoke.${id}`,
    send: (of: string, key) =>
      client.DELETE("/v1/keys/{id}", { params: { path: { id: of }, header: { "Idempotency-Key": key } } }),
    refresh: ["store-keys"],
  });
  const wordOf = (scope: string) => {
    const known = SCOPES.find((one) => one === scope);
    return known === undefined ? scope : say(`key.scope.${known}`);
  };
  const columns: readonly Column<Key>[] = [
    { key: "name", title: say("key.name"), show: (row) => row.name },
    { key: "hint", title: say("key.hint"), show: (row) => <code>…{row.hint}</code> },
    { key: "scopes", title: say("key.scopes"), show: (row) => row.scopes.map(wordOf).join(" · ") },
    { key: "made", title: say("key.made"), show: (row) => <Time at={row.created_at} /> },
    {
      key: "used",
      title: say("key.used"),
      show: (row) => (row.last_used_at === null ? "—" : <Time at={row.last_used_at} />),
    },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => {
        if (row.revoked_at !== null) return say("key.revoked");
        if (!may) return say("key.live");
        return (
          <Popconfirm
            title={say("key.revokeSure")}
            okText={say("key.revoke")}
            cancelText={say("do.cancel")}
            onConfirm={() => revoke.run(row.id)}
          >
            <Button size="small" danger>
              {say("key.revoke")}
            </Button>
          </Popconfirm>
        );
      },
    },
  ];
  return (
    <div className="ws-stack">
      <p className="ws-soft">{say("key.about")}</p>
      {may && (
        <div>
          <Button onClick={() => setMaking(true)}>{say("key.make")}</Button>
        </div>
      )}
      {made !== null && (
        <div className="ws-note">
          <p>{say("key.once")}</p>
          <Typography.Text copyable code>
            {made}
          </Typography.Text>
        </div>
      )}
      <ActionNote action={revoke} />
      <MoreTable
        name={["store-keys", id]}
        columns={columns}
        keyOf={(row) => row.id}
        nothing={say("key.none")}
        ask={(cursor, signal) =>
          client.GET("/v1/stores/{id}/keys", { params: { path: { id }, query: { ...cursor } }, signal })
        }
      />
      {isMaking && <Make id={id} close={() => setMaking(false)} made={setMade} />}
    </div>
  );
}

interface Fields {
  readonly name: string;
  readonly scopes: (typeof SCOPES)[number][];
}

interface MakeProps {
  readonly id: string;
  readonly close: () => void;
  readonly made: (key: string) => void;
}

function Make({ id, close, made }: MakeProps) {
  const say = useSay();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: `store.key.make.${id}`,
    send: (body: Fields, key) =>
      client.POST("/v1/stores/{id}/keys", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["store-keys"],
    done: (answer) => {
      made(answer.key);
      close();
    },
  });
  return (
    <Deed
      title={say("key.make")}
      consequence={say("key.makeMeans")}
      ok={say("key.make")}
      action={action}
      form={form}
      initial={{ scopes: ["purchases:write"] }}
      close={close}
      submit={({ name, scopes }) => action.run({ name: name.trim(), scopes })}
    >
      <Form.Item
        name="name"
        label={say("key.name")}
        rules={[{ required: true, whitespace: true, message: say("do.needed") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={say("key.scopes")}
        rules={[{ required: true, message: say("do.needed") }]}
      >
        <Checkbox.Group
          className="console-columns"
          options={SCOPES.map((value) => ({ value, label: say(`key.scope.${value}`) }))}
        />
      </Form.Item>
    </Deed>
  );
}
