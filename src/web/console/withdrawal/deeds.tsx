/** What an officer does to a withdrawal: approve it, reject it and say why, or pay it. */
import { App, Form, Input } from "antd";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { showYuan } from "../../ui/figure.ts";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";
import type { WithdrawalLine } from "./withdrawal.ts";

export type DeedName = "approve" | "reject" | "pay";

interface Props {
  readonly of: WithdrawalLine;
  readonly close: () => void;
}

const REFRESH = ["withdrawals", "overview", "member"];

export function WithdrawalDeed({ name, of, close }: Props & { readonly name: DeedName }) {
  if (name === "approve") return <Approve of={of} close={close} />;
  return name === "reject" ? <Reject of={of} close={close} /> : <Pay of={of} close={close} />;
}

function useDone(close: () => void, text: string) {
  const { message } = App.useApp();
  return () => {
    void message.success(text);
    close();
  };
}

function Approve({ of, close }: Props) {
  const say = useSay();
  const [form] = Form.useForm();
  const isFirstOfTwo = of.officers === 2 && of.state === "applied";
  const action = useAction({
    name: `withdrawal.approve.${of.id}`,
    send: (_body: null, key) =>
      client.POST("/v1/withdrawals/{id}/approve", {
        params: { path: { id: of.id }, header: { "Idempotency-Key": key } },
      }),
    refresh: REFRESH,
    done: useDone(close, say(isFirstOfTwo ? "withdrawal.firstDone" : "withdrawal.approveDone")),
  });
  const amount = `¥${showYuan(of.amount_fen)}`;
  return (
    <Deed
      title={say("withdrawal.approveTitle", { amount, member: of.member_name ?? of.member })}
      consequence={say(isFirstOfTwo ? "withdrawal.approveFirst" : "withdrawal.approveMeans", { amount })}
      ok={say("withdrawal.approve")}
      action={action}
      form={form}
      close={close}
      submit={() => action.run(null)}
    />
  );
}

function Reject({ of, close }: Props) {
  const say = useSay();
  const [form] = Form.useForm<{ reason: string }>();
  const action = useAction({
    name: `withdrawal.reject.${of.id}`,
    send: (body: { reason: string }, key) =>
      client.POST("/v1/withdrawals/{id}/reject", {
        params: { path: { id: of.id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: REFRESH,
    done: useDone(close, say("withdrawal.rejectDone")),
  });
  return (
    <Deed
      title={say("withdrawal.rejectTitle", {
        amount: `¥${showYuan(of.amount_fen)}`,
        member: of.member_name ?? of.member,
      })}
      consequence={say("withdrawal.rejectMeans")}
      ok={say("withdrawal.reject")}
      isDanger
      action={action}
      form={form}
      close={close}
      submit={({ reason }) => action.run({ reason: reason.trim() })}
    >
      <Form.Item
        name="reason"
        label={say("withdrawal.reason")}
        rules={[{ required: true, whitespace: true, message: say("do.reasonNeeded") }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount placeholder={say("withdrawal.reasonHint")} />
      </Form.Item>
    </Deed>
  );
}

function Pay({ of, close }: Props) {
  const say = useSay();
  const [form] = Form.useForm<{ voucher?: string }>();
  const isByHand = of.way === "bank_card";
  const action = useAction({
    name: `withdrawal.pay.${of.id}`,
    send: (body: { voucher?: string }, key) =>
      client.POST("/v1/withdrawals/{id}/pay", {
        params: { path: { id: of.id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: REFRESH,
    done: useDone(close, say("withdrawal.payDone")),
  });
  return (
    <Deed
      title={say("withdrawal.payTitle", {
        amount: `¥${showYuan(of.net_fen ?? of.amount_fen)}`,
        payee: of.payee,
      })}
      consequence={say(isByHand ? "withdrawal.payByHand" : "withdrawal.payByChannel")}
      ok={say("withdrawal.pay")}
      action={action}
      form={form}
      close={close}
      submit={({ voucher = "" }) => action.run(voucher.trim() === "" ? {} : { voucher: voucher.trim() })}
    >
      <Form.Item
        name="voucher"
        label={say("withdrawal.voucher")}
        rules={[{ required: isByHand, whitespace: isByHand, message: say("do.needed") }]}
      >
        <Input maxLength={100} placeholder="ICBC-20261102-0007" />
      </Form.Item>
    </Deed>
  );
}
