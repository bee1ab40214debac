/** Reads: cached, asked again by themselves where that can help, never where the server has said no. */
import { QueryClient, queryOptions } from "@tanstack/react-query";
import { dataOf, type Reply } from "./client.ts";
import { asProblem } from "./problem.ts";

const MOST_TRIES = 3;
const LONGEST_WAIT_MS = 20_000;

/** The one cache of a page. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < MOST_TRIES && isPassing(error),
      retryDelay: (failures, error) => {
        const wait = asProblem(error).retryAfter ?? 1_000 * 2 ** failures;
        return Math.min(wait, LONGEST_WAIT_MS);
      },
    },
  },
});

function isPassing(error: unknown): boolean {
  const { kind } = asProblem(error);
  return kind === "gone" || kind === "server" || kind === "busy";
}

/**
 * A read for `useQuery`: `read(["member", id], (signal) => client.GET("/v1/members/{id}", { …, signal }))`.
 * The first word of the key is what `useAction` refreshes by.
 */
export function read<Data>(key: readonly unknown[], ask: (signal: AbortSignal) => Reply<Data>) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => dataOf(ask(signal)) });
}
