/**
 * Going through a list page by page: the server's cursors of the pages seen are kept, so that one can
 * go back.
 */
import { Button, Select } from "antd";
import { useSay } from "../say.ts";

export const SIZES = [20, 50, 100] as const;

interface Props {
  /** From 0. */
  readonly page: number;
  readonly size: number;
  readonly count: number;
  /** How many the filter finds, where that is known. */
  readonly total: number | undefined;
  readonly hasMoreThanTotal: boolean;
  readonly hasNext: boolean;
  readonly go: (page: number) => void;
  readonly resize: (size: number) => void;
}

export function Pager({ page, size, count, total, hasMoreThanTotal, hasNext, go, resize }: Props) {
  const say = useSay();
  const first = count === 0 ? 0 : page * size + 1;
  const range = say("list.range", { from: first, to: page * size + count });
  const all = say(hasMoreThanTotal ? "list.ofMore" : "list.of", { total: total ?? 0 });
  return (
    <nav className="ws-row console-pager" aria-label={say("list.pages")}>
      <span className="ws-number" role="status">
        {total === undefined ? range : `${range} · ${all}`}
      </span>
      <Select
        aria-label={say("list.size")}
        value={size}
        options={SIZES.map((value) => ({ value, label: say("list.perPage", { size: value }) }))}
        onChange={resize}
      />
      <Button disabled={page === 0} onClick={() => go(page - 1)}>
        {say("list.previous")}
      </Button>
      <Button disabled={!hasNext} onClick={() => go(page + 1)}>
        {say("list.next")}
      </Button>
    </nav>
  );
}
