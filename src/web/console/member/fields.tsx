/** Who somebody is, as a form of the console asks for it: telephone, and a name where it is known. */
import { Form, Input } from "antd";
import { useSay } from "../say.ts";

export function PersonFields() {
  const say = useSay();
  return (
    <>
      <Form.Item
        name="phone"
        label={say("member.phone")}
        rules={[{ required: true, pattern: /^\s*1\d{10}\s*$/, message: say("member.phoneBad") }]}
      >
        <Input inputMode="tel" maxLength={13} />
      </Form.Item>
      <Form.Item name="name" label={say("member.nameMay")}>
        <Input maxLength={40} />
      </Form.Item>
    </>
  );
}
