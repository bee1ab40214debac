/** What the staff may do for a member: correct his sponsor, hand him his data, close his account. */
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { save } from "../../ui/save.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";

interface Props {
  readonly id: string;
  readonly sponsor: string | null;
}

const CORRECTORS = ["owner", "risk", "service"];
const KEEPERS = ["owner", "service"];

export function Acts({ id, sponsor }: Props) {
  const say = useSay();
  const who = useWho();
  const [deed, setDeed] = useState<"correct" | "close" | null>(null);
  const may = (roles: readonly string[]) => who !== undefined && hasRole(who, roles);
  const close = () => setDeed(null);
  return (
    <>
      {may(CORRECTORS) && <Button onClick={() => setDeed("correct")}>{say("correct.title")}</Button>}
      {may([...KEEPERS, "auditor"]) && <ExportData id={id} />}
      {may(KEEPERS) && (
        <Button danger onClick={() => setDeed("close")}>
          {say("member.close")}
        </Button>
      )}
      {deed === "correct" && <Correct id={id} sponsor={sponsor} close={close} />}
      {deed === "close" && <Close id={id} close={close} />}
    </>
  );
}

function ExportData({ id }: { readonly id: string }) {
  const say = useSay();
  const action = useAction({
    name: `member.export.${id}`,
    send: (_body: null) => client.GET("/v1/members/{id}/export", { params: { path: { id } } }),
    done: (data) =>
      save(`${id}.json`, new Blob([JSON.stringify(data, null, 2)], { type: "application/json" })),
  });
  return (
    <>
      <Button loading={action.isBusy} onClick={() => action.run(null)}>
        {say("member.export")}
      </Button>
      <ActionNote action={action} />
    </>
  );
}

interface CorrectFields {
  readonly sponsor?: string;
  readonly case: string;
  readonly reason: string;
}

function Correct({ id, sponsor, close }: Props & { readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<CorrectFields>();
  const action = useAction({
    name: `member.correct.${id}`,
    send: (body: { sponsor: string | null; case: string; reason: string }, key) =>
      client.POST("/v1/members/{id}/sponsor-corrections", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["approvals", "overview"],
    done: () => {
      void message.success(say("correct.done"));
      close();
    },
  });
  const needed = [{ required: true, whitespace: true, message: say("do.needed") }];
  return (
    <Deed
      title={say("correct.title")}
      consequence={say("correct.means", { sponsor: sponsor ?? say("member.noSponsor") })}
      ok={say("correct.ask")}
      action={action}
      form={form}
      close={close}
      submit={(fields) =>
        action.run({
          sponsor: fields.sponsor?.trim() || null,
          case: fields.case.trim(),
          reason: fields.reason.trim(),
        })
      }
    >
      <Form.Item name="sponsor" label={say("correct.to")} extra={say("correct.empty")}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="case" label={say("correct.case")} rules={needed}>
        <Input maxLength={64} placeholder="2026-0042" />
      </Form.Item>
      <Form.Item name="reason" label={say("do.reason")} rules={needed}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Deed>
  );
}

function Close({ id, close }: { readonly id: string; readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ id: string }>();
  const action = useAction({
    name: `member.close.${id}`,
    send: (_body: null, key) =>
      client.DELETE("/v1/members/{id}", { params: { path: { id }, header: { "Idempotency-Key": key } } }),
    refresh: ["member", "members", "overview"],
    done: () => {
      void message.success(say("member.closeDone"));
      close();
    },
  });
  return (
    <Deed
      title={say("member.close")}
      consequence={say("member.closeMeans")}
      ok={say("member.close")}
      isDanger
      action={action}
      form={form}
      close={close}
      submit={() => action.run(null)}
    >
      <Form.Item
        name="id"
        label={say("member.closeType", { id })}
        rules={[{ required: true, type: "enum", enum: [id], message: say("member.closeType", { id }) }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </Deed>
  );
}
