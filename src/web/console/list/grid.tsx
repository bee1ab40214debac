/** The rows of a list as a table that scrolls within its place, or what stands there while it has none. */
import { Table, type TableProps } from "antd";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import type { Column } from "./column.ts";

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Undefined while they are on their way. */
  readonly items: readonly Row[] | undefined;
  readonly nothing: string;
  /** Others are on their way. */
  readonly isBusy?: boolean;
  readonly isDense?: boolean;
  readonly selection?: TableProps<Row>["rowSelection"];
}

export function Grid<Row extends object>(props: Props<Row>) {
  const { columns, keyOf, items, nothing, isBusy = false, isDense = false, selection } = props;
  const say = useSay();
  if (items === undefined) return <Loading lines={6} />;
  if (items.length === 0 && !isBusy) return <Empty title={nothing} />;
  return (
    <Sideways label={say("list.rows")}>
      <Table<Row>
        size={isDense ? "small" : "middle"}
        rowKey={keyOf}
        dataSource={[...items]}
        loading={isBusy}
        pagination={false}
        columns={columns.map(({ key, title, show, isFigure }) => ({
          key,
          title,
          ...(isFigure === true ? { align: "right" as const } : {}),
          render: (_: unknown, row: Row) => show(row),
        }))}
        {...(selection === undefined ? {} : { rowSelection: selection })}
      />
    </Sideways>
  );
}
