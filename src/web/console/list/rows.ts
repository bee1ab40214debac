/** The rows of a list, a page at a time. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Reply } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import type { Filter } from "./query.ts";

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next_cursor: string | null;
}

/** Asks the server for one page. */
export type Ask<Row, Answer extends Page<Row> = Page<Row>> = (
  filter: Filter,
  signal: AbortSignal,
) => Reply<Answer>;

const SIZE = 20;

export function useRows<Row, Answer extends Page<Row>>(name: string, asked: Filter, ask: Ask<Row, Answer>) {
  const filter = JSON.stringify(asked);
  const [size, setSize] = useState(SIZE);
  // Cursors belong to one filter and one size: with another the first page is shown.
  const [place, setPlace] = useState<{ readonly of: string; readonly cursors: readonly string[] }>();
  const of = `${filter} ${size}`;
  const cursors = place?.of === of ? place.cursors : [];
  const cursor = cursors[cursors.length - 1];
  const query = useQuery({
    ...read([name, "list", filter, size, cursor ?? ""], (signal) =>
      ask({ ...asked, limit: `${size}`, ...(cursor === undefined ? {} : { cursor }) }, signal),
    ),
    placeholderData: keepPreviousData,
  });
  const next = query.data?.next_cursor ?? null;
  const go = (page: number) => {
    if (page < cursors.length) setPlace({ of, cursors: cursors.slice(0, page) });
    else if (next !== null && !query.isPlaceholderData) setPlace({ of, cursors: [...cursors, next] });
  };
  return { ...query, size, setSize, page: cursors.length, hasNext: next !== null, go };
}
