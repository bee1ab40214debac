/** Making a member by phone, as for somebody who stands at the service desk. */
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";
import { PersonFields } from "./fields.tsx";

interface Fields {
  readonly phone: string;
  readonly name?: string;
  readonly store?: string;
}

const MAKERS = ["owner", "service"];

export function NewMember() {
  const say = useSay();
  const who = useWho();
  const [isOpen, setOpen] = useState(false);
  if (who === undefined || !hasRole(who, MAKERS)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("member.new")}</Button>
      {isOpen && <Make close={() => setOpen(false)} />}
    </>
  );
}

function Make({ close }: { readonly close: () => void }) {
  const say = useSay();
  const go = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: "member.new",
    send: (body: Fields, key) =>
      client.POST("/v1/members", { params: { header: { "Idempotency-Key": key } }, body }),
    refresh: ["members", "overview"],
    done: (made) => {
      void message.success(say(made.joined ? "member.newDone" : "member.newKnown"));
      close();
      void go(`/members/${made.member}`);
    },
  });
  return (
    <Deed
      title={say("member.new")}
      consequence={say("member.newMeans")}
      ok={say("member.new")}
      action={action}
      form={form}
      close={close}
      submit={({ phone, name = "", store = "" }) =>
        action.run({
          phone: phone.trim(),
          ...(name.trim() === "" ? {} : { name: name.trim() }),
          ...(store.trim() === "" ? {} : { store: store.trim() }),
        })
      }
    >
      <PersonFields />
      <Form.Item name="store" label={say("member.storeMay")}>
        <Input maxLength={64} />
      </Form.Item>
    </Deed>
  );
}
