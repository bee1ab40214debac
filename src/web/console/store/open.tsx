/** Opening a store: whose it is, where it stands, and what share of a purchase the platform side keeps. */
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Deed } from "../deed.tsx";
import { RegionPick } from "../region.tsx";
import { useSay } from "../say.ts";
import { StoreFields } from "./fields.tsx";

interface Fields {
  readonly name_zh: string;
  readonly name_en?: string;
  readonly address: string;
  readonly phone?: string;
  readonly owner: string;
  readonly region: string;
  readonly take?: string;
  readonly recruiter?: string;
}

const OPENERS = ["owner", "service"];

export function OpenStore() {
  const say = useSay();
  const who = useWho();
  const [isOpen, setOpen] = useState(false);
  if (who === undefined || !hasRole(who, OPENERS)) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say("store.open")}
      </Button>
      {isOpen && <Contract close={() => setOpen(false)} />}
    </>
  );
}

function Contract({ close }: { readonly close: () => void }) {
  const say = useSay();
  const go = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: "store.open",
    send: (body: Fields, key) =>
      client.POST("/v1/stores", {
        params: { header: { "Idempotency-Key": key } },
        body: { goods: false, ...body },
      }),
    refresh: ["stores", "overview"],
    done: (store) => {
      void message.success(say("store.openDone"));
      close();
      void go(`/stores/${store.id}`);
    },
  });
  const needed = [{ required: true, whitespace: true, message: say("do.needed") }];
  const rate = { pattern: /^\s*\d{1,2}(\.\d{1,4})?%\s*$/, message: say("store.takeBad") };
  return (
    <Deed
      title={say("store.open")}
      consequence={say("store.openMeans")}
      ok={say("store.open")}
      action={action}
      form={form}
      close={close}
      submit={(fields) => action.run(filled(fields))}
    >
      <StoreFields>
        <Form.Item name="region" label={say("home.division")} rules={needed}>
          <RegionPick />
        </Form.Item>
      </StoreFields>
      <Form.Item name="owner" label={say("store.ownerId")} rules={needed} extra={say("store.ownerHint")}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="take" label={say("store.takeMay")} rules={[rate]} extra={say("store.takeHint")}>
        <Input placeholder="20%" maxLength={10} />
      </Form.Item>
      <Form.Item name="recruiter" label={say("store.recruiterMay")}>
        <Input maxLength={64} />
      </Form.Item>
    </Deed>
  );
}

/** What was left empty is not sent: then the plan's or the house's own holds. */
function filled(fields: Fields): Fields {
  const pairs = Object.entries(fields).map(([name, value]) => [name, `${value ?? ""}`.trim()] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== "")) as unknown as Fields;
}
