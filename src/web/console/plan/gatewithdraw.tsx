/** Taking a plan back that is not in force yet, with a reason that goes into the log. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";
import type { PlanShown } from "./reads.ts";

interface Fields {
  readonly reason: string;
}

export function Withdraw({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const who = useWho();
  const [isOpen, setOpen] = useState(false);
  const isOnItsWay = plan.state === "draft" || plan.state === "checked" || plan.state === "signed";
  if (!isOnItsWay || who === undefined || !hasRole(who, ["owner", "finance", "risk"])) return null;
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say("plan.withdraw")}
      </Button>
      {isOpen && <Dialog plan={plan} close={() => setOpen(false)} />}
    </>
  );
}

function Dialog({
  plan: { name, version },
  close,
}: {
  readonly plan: PlanShown;
  readonly close: () => void;
}) {
  const say = useSay();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: `plan.withdraw.${name}@${version}`,
    send: ({ reason }: Fields, key) =>
      client.POST("/v1/plans/{name}/{version}/withdraw", {
        params: { path: { name, version: `${version}` }, header: { "Idempotency-Key": key } },
        body: { reason },
      }),
    refresh: ["plans"],
    done: close,
  });
  return (
    <Deed
      title={say("plan.withdrawTitle")}
      ok={say("plan.withdraw")}
      isDanger
      action={action}
      form={form}
      close={close}
      submit={action.run}
    >
      <Form.Item
        name="reason"
        label={say("plan.reason")}
        rules={[{ required: true, whitespace: true, message: say("signin.needed") }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </Deed>
  );
}
