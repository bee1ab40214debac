/** The clerks of a store: who may take payments for it. */
import { App, Button, Form, Popconfirm } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Deed } from "../deed.tsx";
import type { Column } from "../list/column.ts";
import { WholeTable } from "../list/whole.tsx";
import { PersonFields } from "../member/fields.tsx";
import { useSay } from "../say.ts";

type Clerk = components["schemas"]["Clerk"];

const HIRERS = ["owner", "service"];

export function Clerks({ id }: { readonly id: string }) {
  const say = useSay();
  const who = useWho();
  const [isAdding, setAdding] = useState(false);
  const may = who !== undefined && hasRole(who, HIRERS);
  const remove = useAction({
    name: `store.clerk.remove.${id}`,
    send: (clerk: string, key) =>
      client.DELETE("/v1/stores/{id}/clerks/{clerk}", {
        params: { path: { id, clerk }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["clerks"],
  });
  const columns: readonly Column<Clerk>[] = [
    { key: "name", title: say("member.name"), show: (row) => row.name ?? "—" },
    { key: "phone", title: say("member.phone"), show: (row) => row.phone ?? "—" },
    { key: "id", title: say("clerk.id"), show: (row) => row.id },
    ...(may
      ? [
          {
            key: "remove",
            title: say("list.deal"),
            show: (row: Clerk) => (
              <Popconfirm
                title={say("clerk.removeSure")}
                okText={say("clerk.remove")}
                cancelText={say("do.cancel")}
                onConfirm={() => remove.run(row.id)}
              >
                <Button size="small" danger>
                  {say("clerk.remove")}
                </Button>
              </Popconfirm>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="ws-stack">
      <p className="ws-soft">{say("clerk.about")}</p>
      {may && (
        <div>
          <Button onClick={() => setAdding(true)}>{say("clerk.add")}</Button>
        </div>
      )}
      <ActionNote action={remove} />
      <WholeTable
        name={["clerks", id]}
        columns={columns}
        keyOf={(row) => row.id}
        ask={(signal) => client.GET("/v1/stores/{id}/clerks", { params: { path: { id } }, signal })}
        nothing={say("clerk.none")}
      />
      {isAdding && <Add id={id} close={() => setAdding(false)} />}
    </div>
  );
}

interface Fields {
  readonly phone: string;
  readonly name?: string;
}

function Add({ id, close }: { readonly id: string; readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: `store.clerk.add.${id}`,
    send: (body: Fields, key) =>
      client.POST("/v1/stores/{id}/clerks", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["clerks"],
    done: () => {
      void message.success(say("do.done"));
      close();
    },
  });
  return (
    <Deed
      title={say("clerk.add")}
      consequence={say("clerk.addMeans")}
      ok={say("clerk.add")}
      action={action}
      form={form}
      close={close}
      submit={({ phone, name = "" }) =>
        action.run({ phone: phone.trim(), ...(name.trim() === "" ? {} : { name: name.trim() }) })
      }
    >
      <PersonFields />
    </Deed>
  );
}
