/** Ending an agent's term. */
import { App, Form, Input } from "antd";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";
import type { Agent } from "./agent.ts";

export function Dismiss({ of, close }: { readonly of: Agent; readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const action = useAction({
    name: `agent.dismiss.${of.region}`,
    send: (reason: string, key) =>
      client.DELETE("/v1/agents/{region}", {
        params: { path: { region: of.region }, query: { reason }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["agents", "overview"],
    done: () => {
      void message.success(say("agent.dismissDone"));
      close();
    },
  });
  return (
    <Deed
      title={say("agent.dismissTitle", { member: of.member, region: of.region })}
      consequence={say("agent.dismissMeans")}
      ok={say("agent.dismiss")}
      isDanger
      action={action}
      form={form}
      close={close}
      submit={({ reason }) => action.run(reason.trim())}
    >
      <Form.Item
        name="reason"
        label={say("do.reason")}
        rules={[{ required: true, whitespace: true, message: say("do.reasonNeeded") }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Deed>
  );
}
