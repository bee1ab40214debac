/**
 * Appointing an agent for a division. A division has one agent: where one holds it, that is said at
 * once.
 */
import { useQuery } from "@tanstack/react-query";
import { App, Button, DatePicker, Form, Input } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Deed } from "../deed.tsx";
import { RegionPick } from "../region.tsx";
import { useSay } from "../say.ts";

interface Fields {
  readonly member: string;
  readonly region: string;
  readonly filing_number: string;
  readonly disclosed_on: Dayjs;
  readonly cooling_off_until: Dayjs;
}

const APPOINTERS = ["owner"];
const DAY = "YYYY-MM-DD";

export function Appoint() {
  const say = useSay();
  const who = useWho();
  const [isOpen, setOpen] = useState(false);
  if (who === undefined || !hasRole(who, APPOINTERS)) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say("agent.appoint")}
      </Button>
      {isOpen && <Term close={() => setOpen(false)} />}
    </>
  );
}

function Term({ close }: { readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const region = Form.useWatch("region", form);
  const action = useAction({
    name: "agent.appoint",
    send: (body: Record<keyof Fields, string>, key) =>
      client.POST("/v1/agents", { params: { header: { "Idempotency-Key": key } }, body }),
    refresh: ["agents", "overview"],
    done: () => {
      void message.success(say("agent.appointDone"));
      close();
    },
  });
  const needed = [{ required: true, message: say("do.needed") }];
  return (
    <Deed
      title={say("agent.appoint")}
      consequence={say("agent.appointMeans")}
      ok={say("agent.appoint")}
      action={action}
      form={form}
      close={close}
      submit={({ disclosed_on, cooling_off_until, ...texts }) =>
        action.run({
          member: texts.member.trim(),
          region: texts.region,
          filing_number: texts.filing_number.trim(),
          disclosed_on: disclosed_on.format(DAY),
          cooling_off_until: cooling_off_until.format(DAY),
        })
      }
    >
      <Form.Item name="region" label={say("home.division")} rules={needed}>
        <RegionPick isAnyLevel />
      </Form.Item>
      {region !== undefined && <Held region={region} />}
      <Form.Item name="member" label={say("agent.memberId")} rules={needed}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="filing_number" label={say("agent.filing")} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="disclosed_on" label={say("agent.disclosed")} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="cooling_off_until" label={say("agent.cooling")} rules={needed}>
        <DatePicker />
      </Form.Item>
    </Deed>
  );
}

/** Who holds the division now, if anybody. */
function Held({ region }: { readonly region: string }) {
  const say = useSay();
  const { data } = useQuery(
    read(["agents", "holder", region], (signal) =>
      client.GET("/v1/agents", { params: { query: { region, state: "appointed", limit: 1 } }, signal }),
    ),
  );
  const holder = data?.items.find((one) => one.region === region);
  if (holder === undefined) return null;
  return (
    <p className="ws-note ws-note-bad" role="alert">
      {say("agent.held", { region, member: holder.member })}
    </p>
  );
}
