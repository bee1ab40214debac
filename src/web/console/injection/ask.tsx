/** Asking for an injection or a release: how much, over how many days, and what the public is told. */
import { useQuery } from "@tanstack/react-query";
import { App, Button, DatePicker, Form, Input, InputNumber } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { fenOfYuan, showYuan } from "../../ui/figure.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";

type Kind = "inject" | "release";

interface Fields {
  readonly yuan: string;
  readonly days: number;
  readonly starts?: Dayjs | null;
  readonly zh: string;
  readonly en: string;
}

interface Body {
  readonly amount_fen: number;
  readonly days: number;
  readonly starts_at?: string;
  readonly announce_zh: string;
  readonly announce_en: string;
}

const ASKERS = ["owner", "finance"];

const settings = read(["settings"], (signal) => client.GET("/v1/settings", { signal }));

export function AskInjection() {
  const say = useSay();
  const who = useWho();
  const [kind, setKind] = useState<Kind | null>(null);
  if (who === undefined || !hasRole(who, ASKERS)) return null;
  return (
    <>
      <Button type="primary" onClick={() => setKind("inject")}>
        {say("injection.ask")}
      </Button>
      <Button onClick={() => setKind("release")}>{say("injection.askRelease")}</Button>
      {kind !== null && <Ask kind={kind} close={() => setKind(null)} />}
    </>
  );
}

function Ask({ kind, close }: { readonly kind: Kind; readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const known = useQuery(settings).data?.items;
  const settingOf = (key: string) => known?.find((one) => one.key === key)?.value;
  const action = useAction({
    name: `injection.${kind}`,
    send: (body: Body, key) => {
      const options = { params: { header: { "Idempotency-Key": key } }, body };
      return kind === "inject"
        ? client.POST("/v1/injections", options)
        : client.POST("/v1/releases", options);
    },
    refresh: ["injections", "approvals", "overview"],
    done: () => {
      void message.success(say("injection.asked"));
      close();
    },
  });
  if (known === undefined) return null;
  const needed = [{ required: true, whitespace: true, message: say("do.needed") }];
  return (
    <Deed
      title={say(kind === "inject" ? "injection.ask" : "injection.askRelease")}
      consequence={<Consequences kind={kind} notice={settingOf("injection_notice_days") ?? 1} form={form} />}
      ok={say("injection.send")}
      action={action}
      form={form}
      initial={{ days: settingOf("injection_days") ?? 30 }}
      close={close}
      submit={({ yuan, days, starts, zh, en }) =>
        action.run({
          amount_fen: fenOfYuan(yuan) ?? 0,
          days,
          ...(starts == null ? {} : { starts_at: `${starts.format("YYYY-MM-DD")}T00:00:00+08:00` }),
          announce_zh: zh.trim(),
          announce_en: en.trim(),
        })
      }
    >
      <Form.Item
        name="yuan"
        label={say("injection.amount")}
        rules={[
          {
            validator: (_, text?: string) =>
              (fenOfYuan(text ?? "") ?? 0) > 0
                ? Promise.resolve()
                : Promise.reject(new Error(say("do.amountBad"))),
          },
        ]}
      >
        <Input inputMode="decimal" prefix="¥" />
      </Form.Item>
      <Form.Item
        name="days"
        label={say("injection.daysMany")}
        rules={[{ required: true, message: say("do.needed") }]}
      >
        <InputNumber min={1} max={3650} precision={0} />
      </Form.Item>
      <Form.Item name="starts" label={say("injection.startsMay")}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="zh" label={say("injection.announceZh")} rules={needed}>
        <Input.TextArea rows={2} maxLength={500} placeholder={say("injection.announceHint")} />
      </Form.Item>
      <Form.Item name="en" label={say("injection.announceEn")} rules={needed}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Deed>
  );
}

interface ConsequencesProps {
  readonly kind: Kind;
  readonly notice: number;
  readonly form: ReturnType<typeof Form.useForm<Fields>>[0];
}

/** What follows, said in the figures being typed. */
function Consequences({ kind, notice, form }: ConsequencesProps) {
  const say = useSay();
  const fen = fenOfYuan(Form.useWatch("yuan", form) ?? "") ?? 0;
  const days = Form.useWatch("days", form) ?? 0;
  return (
    <ul className="console-points">
      <li>{say("injection.means.officers")}</li>
      <li>{say("injection.means.notice", { days: notice })}</li>
      {fen > 0 && days > 0 && (
        <li>
          {say("injection.means.daily", {
            days,
            daily: `¥${showYuan(BigInt(fen) / BigInt(days))}`,
            total: `¥${showYuan(fen)}`,
          })}
        </li>
      )}
      <li>{say(`injection.means.${kind}`)}</li>
      <li>{say("injection.means.exits")}</li>
      <li>{say("injection.means.final")}</li>
    </ul>
  );
}
