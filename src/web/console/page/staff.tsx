/** Roles and staff: who works for the operator and what each may; letting in, changing, shutting out. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Table, Tag } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { ShownOnce } from "../admin/once.tsx";
import { ROLES, RoleChoice, RoleTags, type StaffRole } from "../admin/roles.tsx";
import { Deed } from "../deed.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import "../part.css";

type Line = components["schemas"]["StaffLine"];
type Totp = { readonly secret: string; readonly uri: string } | null;

const staff = read(["staff", "list"], (signal) =>
  client.GET("/v1/staff", { params: { query: { limit: 100 } }, signal }),
);

/** What is being done to whom. */
type Doing =
  | { readonly what: "add" }
  | { readonly what: "roles" | "reset" | "disable" | "enable"; readonly line: Line };

export default function Staff() {
  const say = useSay();
  const who = useWho();
  const { data, error, refetch } = useQuery(staff);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [made, setMade] = useState<{ readonly totp: Totp } | null>(null);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  const isOwner = who !== undefined && hasRole(who, ["owner"]);
  const done = (totp: Totp) => {
    setDoing(null);
    setMade({ totp });
  };
  return (
    <div className="ws-stack">
      <PageHead title={say("staff.title")} about={say("staff.about")}>
        {isOwner && (
          <Button type="primary" onClick={() => setDoing({ what: "add" })}>
            {say("staff.add")}
          </Button>
        )}
      </PageHead>
      <Lines lines={data.items} isOwner={isOwner} start={setDoing} />
      {doing?.what === "add" && <Add close={() => setDoing(null)} done={done} />}
      {doing !== null && doing.what !== "add" && (
        <Change what={doing.what} line={doing.line} close={() => setDoing(null)} done={done} />
      )}
      {made !== null && <Made totp={made.totp} close={() => setMade(null)} />}
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly isOwner: boolean;
  readonly start: (doing: Doing) => void;
}

function Lines({ lines, isOwner, start }: LinesProps) {
  const say = useSay();
  return (
    <section className="ws-card">
      <Sideways label={say("staff.title")}>
        <Table<Line>
          rowKey="id"
          dataSource={[...lines]}
          pagination={false}
          columns={[
            { key: "login", title: say("staff.login"), dataIndex: "login" },
            { key: "name", title: say("staff.name"), dataIndex: "name" },
            { key: "roles", title: say("staff.roles"), render: (_, { roles }) => <RoleTags roles={roles} /> },
            {
              key: "state",
              title: say("staff.state"),
              render: (_, { active }) => (
                <Tag color={active ? "success" : "default"}>
                  {say(active ? "staff.active" : "staff.closed")}
                </Tag>
              ),
            },
            ...(isOwner
              ? [
                  {
                    key: "do",
                    render: (_: unknown, line: Line) => (
                      <div className="ws-row">
                        <Button onClick={() => start({ what: "roles", line })}>{say("staff.change")}</Button>
                        <Button onClick={() => start({ what: "reset", line })}>{say("staff.reset")}</Button>
                        <Button
                          danger={line.active}
                          onClick={() => start({ what: line.active ? "disable" : "enable", line })}
                        >
                          {say(line.active ? "staff.disable" : "staff.enable")}
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

interface AddFields {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly StaffRole[];
}

interface DoneProps {
  readonly close: () => void;
  readonly done: (totp: Totp) => void;
}

function Add({ close, done }: DoneProps) {
  const say = useSay();
  const [form] = Form.useForm<AddFields>();
  const action = useAction({
    name: "staff.add",
    send: (fields: AddFields, key) =>
      client.POST("/v1/staff", {
        params: { header: { "Idempotency-Key": key } },
        body: { ...fields, roles: [...fields.roles] },
      }),
    refresh: ["staff"],
    done: ({ totp }) => done(totp),
  });
  const rules = [{ required: true, message: say("signin.needed") }];
  return (
    <Deed
      title={say("staff.add")}
      ok={say("staff.save")}
      action={action}
      form={form}
      close={close}
      submit={action.run}
    >
      <Form.Item name="login" label={say("staff.login")} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={say("staff.name")} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label={say("staff.password")}
        extra={say("staff.passwordHint")}
        rules={rules}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="roles" label={say("staff.roles")} rules={rules}>
        <RoleChoice />
      </Form.Item>
    </Deed>
  );
}

interface ChangeFields {
  readonly roles?: readonly StaffRole[];
  readonly password?: string;
}

interface ChangeProps extends DoneProps {
  readonly what: "roles" | "reset" | "disable" | "enable";
  readonly line: Line;
}

function Change({ what, line, close, done }: ChangeProps) {
  const say = useSay();
  const [form] = Form.useForm<ChangeFields>();
  const { id } = line;
  const action = useAction({
    name: `staff.${what}.${id}`,
    send: ({ roles, password }: ChangeFields, key) =>
      client.PATCH("/v1/staff/{id}", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body: {
          ...(what === "roles" ? { roles: [...(roles ?? [])] } : {}),
          ...(what === "reset" && password !== undefined ? { password } : {}),
          ...(what === "disable" || what === "enable" ? { active: what === "enable" } : {}),
        },
      }),
    refresh: ["staff"],
    done: ({ totp }) => (what === "reset" ? done(totp) : close()),
  });
  const title = { roles: "change", reset: "reset", disable: "disable", enable: "enable" } as const;
  const rules = [{ required: true, message: say("signin.needed") }];
  return (
    <Deed<ChangeFields, ChangeFields, { readonly id: string; readonly totp: Totp }>
      title={`${say(`staff.${title[what]}`)} · ${line.name ?? line.login ?? id}`}
      {...(what === "reset" ? { consequence: say("staff.resetHint") } : {})}
      {...(what === "disable" ? { consequence: say("staff.disableHint") } : {})}
      ok={say("staff.save")}
      isDanger={what === "disable"}
      action={action}
      form={form}
      initial={{ roles: ROLES.filter((role) => line.roles.includes(role)) }}
      close={close}
      submit={action.run}
    >
      {what === "roles" && (
        <Form.Item name="roles" label={say("staff.roles")} rules={rules}>
          <RoleChoice />
        </Form.Item>
      )}
      {what === "reset" && (
        <Form.Item
          name="password"
          label={say("staff.newPassword")}
          extra={say("staff.passwordHint")}
          rules={rules}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
    </Deed>
  );
}

function Made({ totp, close }: { readonly totp: Totp; readonly close: () => void }) {
  const say = useSay();
  if (totp !== null) {
    return <ShownOnce title={say("staff.totp")} text={totp.secret} uri={totp.uri} close={close} />;
  }
  return (
    <Modal open title={say("staff.done")} onOk={close} onCancel={close} cancelButtonProps={{ hidden: true }}>
      <p>{say("staff.noTotp")}</p>
    </Modal>
  );
}
