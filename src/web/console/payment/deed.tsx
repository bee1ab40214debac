/** Money that came in otherwise than asked: it is decided that it goes back, then told how it went. */
import { App, Form, Input } from "antd";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { showYuan } from "../../ui/figure.ts";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";

interface Props {
  readonly id: string;
  readonly amount: number;
  /** Whether it is decided already and waits to be sent. */
  readonly isJudged: boolean;
  readonly close: () => void;
}

export function PaymentDeed({ id, amount, isJudged, close }: Props) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ text: string }>();
  const action = useAction({
    name: `payment.${isJudged ? "refunded" : "judge"}.${id}`,
    send: (text: string, key) => {
      const params = { path: { id }, header: { "Idempotency-Key": key } };
      return isJudged
        ? client.POST("/v1/payments/{id}/refunded", { params, body: { voucher: text } })
        : client.POST("/v1/payments/{id}/judge", { params, body: { reason: text } });
    },
    refresh: ["payments", "overview"],
    done: () => {
      void message.success(say("do.done"));
      close();
    },
  });
  const yuan = `¥${showYuan(amount)}`;
  return (
    <Deed
      title={say(isJudged ? "payment.sentBack" : "payment.judge")}
      consequence={say(isJudged ? "payment.sentBackMeans" : "payment.judgeMeans", { amount: yuan })}
      ok={say(isJudged ? "payment.sentBack" : "payment.judge")}
      isDanger={!isJudged}
      action={action}
      form={form}
      close={close}
      submit={({ text }) => action.run(text.trim())}
    >
      <Form.Item
        name="text"
        label={say(isJudged ? "payment.voucher" : "do.reason")}
        rules={[{ required: true, whitespace: true, message: say("do.needed") }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </Deed>
  );
}
