/** Narrowing a list to amounts from one to another. */
import { Button, Form, Input, Popover } from "antd";
import { fenOfYuan, showYuan } from "../../ui/figure.ts";
import type { ListQuery } from "../list/query.ts";
import { useSay } from "../say.ts";

interface Fields {
  readonly least?: string;
  readonly most?: string;
}

export function AmountRange({ query }: { readonly query: ListQuery }) {
  const say = useSay();
  const least = query.get("least_fen");
  const most = query.get("most_fen");
  const isSet = least !== "" || most !== "";
  const set = (fields: Fields) =>
    query.set({
      least_fen: `${fenOfYuan(fields.least ?? "") ?? ""}`,
      most_fen: `${fenOfYuan(fields.most ?? "") ?? ""}`,
    });
  const form = (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ least: yuanOf(least), most: yuanOf(most) }}
      onFinish={set}
    >
      <Form.Item name="least" label={say("amount.least")}>
        <Input inputMode="decimal" prefix="¥" />
      </Form.Item>
      <Form.Item name="most" label={say("amount.most")}>
        <Input inputMode="decimal" prefix="¥" />
      </Form.Item>
      <div className="ws-row">
        <Button type="primary" htmlType="submit">
          {say("list.find")}
        </Button>
        <Button onClick={() => set({})}>{say("list.clear")}</Button>
      </div>
    </Form>
  );
  const text = `¥${yuanOf(least) || "0.00"} – ${most === "" ? "" : `¥${yuanOf(most)}`}`;
  return (
    <Popover trigger="click" placement="bottom" content={form} destroyOnHidden>
      <Button type={isSet ? "primary" : "default"} ghost={isSet}>
        {isSet ? text : say("amount.range")}
      </Button>
    </Popover>
  );
}

function yuanOf(fen: string): string {
  return /^\d{1,15}$/.test(fen) ? showYuan(Number(fen)).replaceAll(",", "") : "";
}
