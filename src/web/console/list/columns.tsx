/** Which columns of a list are shown, chosen by whoever reads it and remembered for him. */
import { Button, Checkbox, Popover } from "antd";
import { usePreference } from "../preferences.ts";
import { useSay } from "../say.ts";
import type { Column } from "./column.ts";

/** The columns to show, in their order, and their choice. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const standard = columns.filter(({ isSpare }) => isSpare !== true).map(({ key }) => key);
  const [kept, keep] = usePreference<readonly string[]>(`columns.${name}`, standard);
  const chosen = columns.filter(({ key }) => kept.includes(key));
  return { shown: chosen.length === 0 ? columns : chosen, kept, keep };
}

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly kept: readonly string[];
  readonly keep: (keys: readonly string[]) => void;
}

export function ColumnChoice<Row>({ columns, kept, keep }: Props<Row>) {
  const say = useSay();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={say("list.columns")}
      content={
        <Checkbox.Group
          className="console-columns"
          value={[...kept]}
          options={columns.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={(keys) => keep(keys)}
        />
      }
    >
      <Button>{say("list.columns")}</Button>
    </Popover>
  );
}
