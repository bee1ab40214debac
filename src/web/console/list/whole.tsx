/** A plain list that is short enough to come whole. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import type { Reply } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Empty } from "../../ui/state/empty.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import type { Column } from "./column.ts";

interface Props<Row> {
  /** Key of its read. */
  readonly name: readonly unknown[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly ask: (signal: AbortSignal) => Reply<{ readonly items: readonly Row[] }>;
  readonly nothing: string;
}

export function WholeTable<Row extends object>({ name, columns, keyOf, ask, nothing }: Props<Row>) {
  const { data, error, refetch } = useQuery(read(name, ask));
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  return (
    <Table<Row>
      size="small"
      rowKey={keyOf}
      loading={data === undefined}
      dataSource={[...(data?.items ?? [])]}
      pagination={false}
      scroll={{ x: "max-content" }}
      columns={columns.map(({ key, title, show }) => ({
        key,
        title,
        render: (_: unknown, row: Row) => show(row),
      }))}
      locale={{ emptyText: <Empty title={nothing} /> }}
    />
  );
}
