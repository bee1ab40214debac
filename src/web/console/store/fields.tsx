/** What a store is called and where it is found, as a form asks for it. */
import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { useSay } from "../say.ts";

/** `children` are asked for between the names and the address. */
export function StoreFields({ children }: { readonly children?: ReactNode }) {
  const say = useSay();
  const needed = [{ required: true, whitespace: true, message: say("do.needed") }];
  return (
    <>
      <Form.Item name="name_zh" label={say("store.nameZh")} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="name_en" label={say("store.nameEn")}>
        <Input maxLength={80} />
      </Form.Item>
      {children}
      <Form.Item name="address" label={say("store.address")} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="phone" label={say("store.phoneMay")}>
        <Input maxLength={30} />
      </Form.Item>
    </>
  );
}
