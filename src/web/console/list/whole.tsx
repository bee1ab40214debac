/** A plain list that is short enough to come whole. */
import { useQuery } from "@tanstack/react-query";
import type { Reply } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { ProblemView } from "../../ui/state/problemview.tsx";
import type { Column } from "./column.ts";
import { Grid } from "./grid.tsx";

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
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  return <Grid columns={columns} keyOf={keyOf} items={data?.items} nothing={nothing} isDense />;
}
