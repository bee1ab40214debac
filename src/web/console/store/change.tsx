/** Changing what a store is called and where it is found. What the book knows of it stays. */
import { App, Button, Form } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Deed } from "../deed.tsx";
import { useSay } from "../say.ts";
import { StoreFields } from "./fields.tsx";
import type { Store } from "./store.ts";

interface Fields {
  readonly name_zh: string;
  readonly name_en: string;
  readonly address: string;
  readonly phone: string;
}

interface Body {
  readonly name_zh: string;
  readonly name_en: string | null;
  readonly address: string;
  readonly phone: string | null;
}

const CHANGERS = ["owner", "service"];

export function ChangeStore({ of }: { readonly of: Store }) {
  const say = useSay();
  const who = useWho();
  const [isOpen, setOpen] = useState(false);
  if (who === undefined || !hasRole(who, CHANGERS)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("store.change")}</Button>
      {isOpen && <Change of={of} close={() => setOpen(false)} />}
    </>
  );
}

function Change({ of, close }: { readonly of: Store; readonly close: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const action = useAction({
    name: `store.change.${of.id}`,
    send: (body: Body, key) =>
      client.PATCH("/v1/stores/{id}", {
        params: { path: { id: of.id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["stores"],
    done: () => {
      void message.success(say("do.done"));
      close();
    },
  });
  return (
    <Deed
      title={say("store.change")}
      ok={say("do.save")}
      action={action}
      form={form}
      initial={{
        name_zh: of.name_zh,
        name_en: of.name_en ?? "",
        address: of.address,
        phone: of.phone ?? "",
      }}
      close={close}
      submit={({ name_zh, name_en, address, phone }) =>
        action.run({
          name_zh: name_zh.trim(),
          name_en: name_en.trim() || null,
          address: address.trim(),
          phone: phone.trim() || null,
        })
      }
    >
      <StoreFields />
    </Deed>
  );
}
