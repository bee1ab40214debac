/** A list that goes on: its pages one below the other, with a button for the next. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { dataOf, type Reply } from "../../ui/api/client.ts";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

/** Asks page after page; `ask` is given the cursor of the next. */
export function usePages<Item, Page extends PageOf<Item>>(
  key: readonly unknown[],
  ask: (cursor: string | undefined, signal: AbortSignal) => Reply<Page>,
) {
  return useInfiniteQuery({
    queryKey: [...key, "pages"],
    queryFn: ({ pageParam, signal }) => dataOf(ask(pageParam, signal)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
}

interface Props<Item> {
  readonly pages: {
    readonly data?: { readonly pages: readonly PageOf<Item>[] } | undefined;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  /** What is said where there is nothing, and what to do then. */
  readonly empty: ReactNode;
  readonly show: (item: Item) => ReactNode;
  /** Whether each is a card of its own. */
  readonly areCards?: boolean;
  /** Narrows what has been loaded. */
  readonly keep?: (item: Item) => boolean;
}

export function Rows<Item>({ pages, empty, show, areCards = false, keep = () => true }: Props<Item>) {
  const say = useSay();
  if (pages.data === undefined) {
    if (pages.error === null) return <Loading lines={5} />;
    return <ProblemView thrown={pages.error} retry={() => void pages.refetch()} />;
  }
  const items = pages.data.pages.flatMap((page) => page.items).filter(keep);
  return (
    <>
      {items.length === 0 ? empty : <ul className={areCards ? "h-list" : "h-rows"}>{items.map(show)}</ul>}
      {pages.error !== null && <ProblemView thrown={pages.error} retry={() => void pages.fetchNextPage()} />}
      {pages.hasNextPage && (
        <button
          type="button"
          className="ws-plain"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {say("list.more")}
        </button>
      )}
    </>
  );
}

/** What stands in the place of rows. */
export function NoRows({ children }: { readonly children: string }) {
  return <Empty title={children} />;
}
