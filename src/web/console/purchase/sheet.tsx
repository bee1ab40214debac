/** One purchase: how it stands, its receipt, and giving money back. */
import { useQuery } from "@tanstack/react-query";
import { App, Button, Drawer, Form, Input, Radio, Tag } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { fenOfYuan, showYuan } from "../../ui/figure.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { Receipt } from "../../ui/receipt/receipt.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useChannelName } from "../channel.ts";
import { Deed } from "../deed.tsx";
import { Facts } from "../facts.tsx";
import { MemberLink } from "../member/link.tsx";
import { useSay } from "../say.ts";
import { StoreLink, useStoreName } from "../store/link.tsx";

export type Purchase = components["schemas"]["Purchase"];

const REFUNDERS = ["owner", "finance", "service"];

export const TINTS: Readonly<Record<Purchase["state"], string>> = {
  pending: "warning",
  settled: "success",
  refunded: "error",
};

export function PurchaseSheet({ id, close }: { readonly id: string; readonly close: () => void }) {
  const say = useSay();
  const who = useWho();
  const nameOf = useStoreName();
  const [isRefunding, setRefunding] = useState(false);
  const { data, error, refetch } = useQuery(
    read(["purchases", id], (signal) =>
      client.GET("/v1/purchases/{id}", { params: { path: { id } }, signal }),
    ),
  );
  const left = data === undefined ? 0 : data.amount_fen - data.refunded_fen;
  return (
    <Drawer open title={say("purchase.title", { id })} size="large" onClose={close}>
      {error !== null && data === undefined ? (
        <ProblemView thrown={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading lines={8} />
      ) : (
        <div className="ws-stack">
          <div className="ws-row ws-between">
            <Tag color={TINTS[data.state]}>{say(`purchase.state.${data.state}`)}</Tag>
            {left > 0 && who !== undefined && hasRole(who, REFUNDERS) && (
              <Button danger onClick={() => setRefunding(true)}>
                {say("purchase.refund")}
              </Button>
            )}
          </div>
          <Details of={data} />
          <Receipt purchase={id} nameOf={nameOf} />
          {isRefunding && <Refund of={data} close={() => setRefunding(false)} />}
        </div>
      )}
    </Drawer>
  );
}

function Details({ of }: { readonly of: Purchase }) {
  const say = useSay();
  const channelOf = useChannelName();
  return (
    <Facts
      rows={[
        [say("list.member"), <MemberLink key="member" of={of} />],
        [say("store.name"), <StoreLink key="store" id={of.merchant} />],
        [say("purchase.at"), <Time key="at" at={of.at} detail="second" />],
        [say("purchase.amount"), <Money key="amount" fen={of.amount_fen} />],
        [say("purchase.refunded"), <Money key="refunded" fen={of.refunded_fen} />],
        [say("purchase.channel"), channelOf(of.channel)],
        [say("purchase.takenBy"), of.taken_by],
        [say("purchase.seq"), of.seq],
      ]}
    />
  );
}

const REASONS = ["goods", "price", "twice", "other"] as const;

interface Fields {
  readonly yuan: string;
  readonly reason: (typeof REASONS)[number];
}

interface Body {
  readonly amount_fen: number;
  readonly reason: Fields["reason"];
}

function Refund({ of, close }: { readonly of: Purchase; readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const left = of.amount_fen - of.refunded_fen;
  const action = useAction({
    name: `purchase.refund.${of.id}`,
    send: (body: Body, key) =>
      client.POST("/v1/purchases/{id}/refunds", {
        params: { path: { id: of.id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["purchases", "overview", "member"],
    done: () => {
      void message.success(say("purchase.refundDone"));
      close();
    },
  });
  return (
    <Deed
      title={say("purchase.refund")}
      consequence={say("purchase.refundMeans", { left: `¥${showYuan(left)}` })}
      ok={say("purchase.refund")}
      isDanger
      action={action}
      form={form}
      initial={{ yuan: showYuan(left).replaceAll(",", "") }}
      close={close}
      submit={({ yuan, reason }) => action.run({ amount_fen: fenOfYuan(yuan) ?? 0, reason })}
    >
      <Form.Item
        name="yuan"
        label={say("purchase.refundAmount")}
        rules={[
          {
            validator: (_, text: string) => {
              const fen = fenOfYuan(text) ?? 0;
              return fen > 0 && fen <= left
                ? Promise.resolve()
                : Promise.reject(new Error(say("do.amountBad")));
            },
          },
        ]}
      >
        <Input inputMode="decimal" prefix="¥" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say("purchase.refundWhy")}
        rules={[{ required: true, message: say("do.reasonNeeded") }]}
      >
        <Radio.Group options={REASONS.map((value) => ({ value, label: say(`purchase.why.${value}`) }))} />
      </Form.Item>
    </Deed>
  );
}
