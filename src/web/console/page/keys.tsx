/** API keys 机器密钥: what programs get in by; each is shown once. */
import { Button, Checkbox, Form, Input, Tag } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ShownOnce } from "../admin/once.tsx";
import { Deed } from "../deed.tsx";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { StoreLink } from "../store/link.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Key = components["schemas"]["Key"];

const SCOPES = [
  ...["purchases:write", "refunds:write", "members:read", "members:write", "books:read"],
  ...["webhooks:manage", "orders:write"],
] as const;
type Scope = (typeof SCOPES)[number];
const isScope = (scope: string): scope is Scope => SCOPES.some((one) => one === scope);

export default function Keys() {
  const say = useSay();
  const who = useWho();
  const query = useListQuery({ field: "" });
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const [revoked, setRevoked] = useState<Key | null>(null);
  const isOwner = who !== undefined && hasRole(who, ["owner"]);
  return (
    <div className="ws-stack">
      <PageHead title={say("keys.title")} about={say("keys.about")}>
        {isOwner && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say("keys.add")}
          </Button>
        )}
      </PageHead>
      <SubPages of="settings" />
      <List<Key, { readonly items: Key[]; readonly next_cursor: string | null }>
        name="keys"
        query={query}
        keyOf={({ id }) => id}
        ask={(filter, signal) => client.GET("/v1/keys", { params: { query: asked(filter) }, signal })}
        columns={[
          { key: "name", title: say("keys.name"), show: ({ name }) => name },
          { key: "hint", title: say("keys.hint"), show: ({ hint }) => <code>…{hint}</code> },
          {
            key: "scopes",
            title: say("keys.scopes"),
            show: ({ scopes }) =>
              scopes.map((scope) => (
                <Tag key={scope}>{isScope(scope) ? say(`keys.scope.${scope}`) : scope}</Tag>
              )),
          },
          {
            key: "store",
            title: say("keys.store"),
            show: ({ store }) => (store === null ? say("keys.everywhere") : <StoreLink id={store} />),
          },
          {
            key: "created",
            title: say("keys.created"),
            show: ({ created_by, created_at }) => (
              <>
                <StaffName id={created_by} /> <Time at={created_at} />
              </>
            ),
          },
          {
            key: "used",
            title: say("keys.used"),
            show: ({ last_used_at: at }) => (at === null ? say("keys.never") : <Time at={at} />),
          },
          {
            key: "do",
            title: say("staff.state"),
            show: (key) => {
              if (key.revoked_at !== null) return <Tag>{say("keys.revoked")}</Tag>;
              return isOwner ? (
                <Button danger onClick={() => setRevoked(key)}>
                  {say("keys.revoke")}
                </Button>
              ) : (
                <Tag color="success">{say("staff.active")}</Tag>
              );
            },
          },
        ]}
      />
      {isAdding && (
        <Add
          close={() => setAdding(false)}
          done={(key) => {
            setAdding(false);
            setShown(key);
          }}
        />
      )}
      {shown !== null && <ShownOnce title={say("keys.shown")} text={shown} close={() => setShown(null)} />}
      {revoked !== null && <Revoke of={revoked} close={() => setRevoked(null)} />}
    </div>
  );
}

interface Fields {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly store?: string;
}

function Add({ close, done }: { readonly close: () => void; readonly done: (key: string) => void }) {
  const say = useSay();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: "key.add",
    send: ({ name, scopes, store }: Fields, key) =>
      client.POST("/v1/keys", {
        params: { header: { "Idempotency-Key": key } },
        body: {
          name,
          scopes: [...scopes],
          store: store === undefined || store.trim() === "" ? null : store.trim(),
        },
      }),
    refresh: ["keys"],
    done: ({ key }) => done(key),
  });
  const rules = [{ required: true, message: say("signin.needed") }];
  return (
    <Deed
      title={say("keys.add")}
      ok={say("staff.save")}
      action={action}
      form={form}
      close={close}
      submit={action.run}
    >
      <Form.Item name="name" label={say("keys.name")} extra={say("keys.nameHint")} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name="scopes" label={say("keys.scopes")} rules={rules}>
        <Checkbox.Group
          className="console-columns"
          options={SCOPES.map((value) => ({
            value,
            label: say(`keys.scope.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="store" label={say("keys.store")} extra={say("keys.storeHint")}>
        <Input />
      </Form.Item>
    </Deed>
  );
}

function Revoke({ of: { id, name }, close }: { readonly of: Key; readonly close: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<object>();
  const action = useAction({
    name: `key.revoke.${id}`,
    send: (_body: null, key) =>
      client.DELETE("/v1/keys/{id}", { params: { path: { id }, header: { "Idempotency-Key": key } } }),
    refresh: ["keys"],
    done: close,
  });
  return (
    <Deed
      title={`${say("keys.revokeTitle")} · ${name}`}
      consequence={say("keys.revokeHint")}
      ok={say("keys.revoke")}
      isDanger
      action={action}
      form={form}
      close={close}
      submit={() => action.run(null)}
    />
  );
}
