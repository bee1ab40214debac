/** The rows of a list as a table that scrolls sideways by itself, also by the keyboard; or what stands in its place. */
import { Table, type TableProps } from "antd";
import type { ReactNode } from "react";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { useSay } from "../say.ts";
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
  if (items === undefined) return <Loading lines={6} />;
  if (items.length === 0 && !isBusy) return <Empty title={nothing} />;
  return (
    <Scroll>
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
    </Scroll>
  );
}

/** Room for a wide table: it scrolls inside it, and the keyboard reaches it. */
export function Scroll({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard through it
    <section className="console-scroll" tabIndex={0} aria-label={say("list.rows")}>
      {children}
    </section>
  );
}
