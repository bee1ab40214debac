/** A plain list inside a page: a table that brings the next rows when asked; its filter is the page's. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { dataOf, type Reply } from "../../ui/api/client.ts";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";
import type { Column } from "./column.ts";
import { Grid } from "./grid.tsx";
import type { Page } from "./rows.ts";

interface Props<Row> {
  /** Key of its reads. */
  readonly name: readonly unknown[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly ask: (cursor: { readonly cursor?: string }, signal: AbortSignal) => Reply<Page<Row>>;
  readonly nothing?: string;
}

export function MoreTable<Row extends object>({ name, columns, keyOf, ask, nothing }: Props<Row>) {
  const say = useSay();
  const pages = useInfiniteQuery({
    queryKey: [...name, "more"],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => dataOf(ask(pageParam === "" ? {} : { cursor: pageParam }, signal)),
    getNextPageParam: ({ next_cursor: next }) => next,
  });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching, isFetchNextPageError } = pages;
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  return (
    <div className="ws-stack">
      <Grid
        columns={columns}
        keyOf={keyOf}
        items={data?.pages.flatMap(({ items }) => items)}
        nothing={nothing ?? say("list.nothing")}
        isDense
      />
      {isFetchNextPageError && <ProblemView thrown={error} retry={() => void fetchNextPage()} />}
      {hasNextPage && (
        <div>
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {say("list.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
