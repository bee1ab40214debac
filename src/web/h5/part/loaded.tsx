/** A read on a page: its bones while it comes, what went wrong with "try again", then what it holds. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was read before stays on the page when a later asking fails. */
export function Loaded<Data>({ query, lines = 3, children }: Props<Data>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  return <Loading lines={lines} />;
}
