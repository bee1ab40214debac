/** Filters somebody uses again and again, kept under a name of his own. */
import { Button, Form, Input, Popover } from "antd";
import { usePreference } from "../preferences.ts";
import { useSay } from "../say.ts";
import type { ListQuery } from "./query.ts";

interface Saved {
  readonly name: string;
  /** As it stands in the address. */
  readonly text: string;
}

const MOST = 10;
const NONE: readonly Saved[] = [];

export function SavedFilters({ list, query }: { readonly list: string; readonly query: ListQuery }) {
  const say = useSay();
  const [saved, keep] = usePreference(`filters.${list}`, NONE);
  const [form] = Form.useForm<{ name: string }>();
  const save = ({ name }: { readonly name: string }) => {
    const others = saved.filter((one) => one.name !== name.trim());
    keep([...others, { name: name.trim(), text: query.text }].slice(-MOST));
    form.resetFields();
  };
  const content = (
    <div className="ws-stack console-saved">
      {saved.length === 0 && <p className="ws-soft">{say("saved.none")}</p>}
      {saved.map(({ name, text }) => (
        <div key={name} className="ws-row ws-between">
          <Button type="link" onClick={() => query.replace(text)}>
            {name}
          </Button>
          <Button
            size="small"
            aria-label={say("saved.removeOne", { name })}
            onClick={() => keep(saved.filter((one) => one.name !== name))}
          >
            {say("saved.remove")}
          </Button>
        </div>
      ))}
      <Form<{ name: string }> form={form} onFinish={save} layout="inline">
        <Form.Item name="name" rules={[{ required: true, whitespace: true, message: say("do.needed") }]}>
          <Input aria-label={say("saved.name")} placeholder={say("saved.name")} maxLength={20} />
        </Form.Item>
        <Button htmlType="submit">{say("saved.save")}</Button>
      </Form>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={say("saved.title")} content={content}>
      <Button>{say("saved.title")}</Button>
    </Popover>
  );
}
