/**
 * The one list of the console: stretch of days, search, states with their counts, sums, columns, pages.
 * What it is asked for stands in the address; finding is the server's, so that a hundred thousand rows cost
 * no more here.
 */
import type { ReactNode } from "react";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";
import type { Column } from "./column.ts";
import { ColumnChoice, useColumns } from "./columns.tsx";
import { type ExportedList, ExportList } from "./export.tsx";
import { Grid } from "./grid.tsx";
import { Pager } from "./pager.tsx";
import type { ListQuery } from "./query.ts";
import { type Ask, type Page, useRows } from "./rows.ts";
import { SavedFilters } from "./saved.tsx";
import { Search, type SearchField } from "./search.tsx";
import { SpanPick } from "./spanpick.tsx";
import { Summary, type Sums } from "./summary.tsx";

type Say = ReturnType<typeof useSay>;

export interface Total {
  readonly count: number;
  /** There are more than that; how many is not counted. */
  readonly isMore?: boolean;
}

interface Props<Row, Answer extends Page<Row>> {
  /** First word of its reads, and the name its columns and filters are remembered by. */
  readonly name: string;
  readonly query: ListQuery;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly ask: Ask<Row, Answer>;
  /** What is asked beside the address's filter. */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly fields?: readonly SearchField[];
  readonly hasSpan?: boolean;
  readonly sums?: Sums;
  /** How many the filter finds, from an answer of the list or known otherwise. */
  readonly total?: (answer: Answer | undefined) => Total | undefined;
  /** States and other filters. */
  readonly filters?: ReactNode;
  /** The list it is exported as. */
  readonly exported?: ExportedList;
  /** Beside the choice of columns. */
  readonly tools?: ReactNode;
  readonly selection?: Selection<Row>;
}

interface Selection<Row> {
  readonly keys: readonly string[];
  readonly change: (rows: readonly Row[]) => void;
  readonly may: (row: Row) => boolean;
}

export function List<Row extends object, Answer extends Page<Row>>(props: Props<Row, Answer>) {
  const say = useSay();
  const { name, query, columns, fields = [], hasSpan = false, sums, filters, tools } = props;
  const rows = useRows(name, { ...query.asked, ...props.fixed }, props.ask);
  const { shown, kept, keep } = useColumns(name, columns);
  const total = props.total?.(rows.data);
  return (
    <section className="ws-card ws-stack console-list">
      {hasSpan && <SpanPick name={query.span} days={query.days} hasAll choose={query.setSpan} />}
      <div className="ws-row ws-between">
        <div className="ws-row">
          {fields.length > 0 && <Search query={query} fields={fields} />}
          {filters}
        </div>
        <div className="ws-row">
          {tools}
          {props.exported !== undefined && (
            <ExportList list={props.exported} filter={{ ...query.asked, ...props.fixed }} />
          )}
          <SavedFilters list={name} query={query} />
          <ColumnChoice columns={columns} kept={kept} keep={keep} />
        </div>
      </div>
      {sums !== undefined && <Summary sums={sums} />}
      {rows.error !== null ? (
        <ProblemView thrown={rows.error} retry={() => void rows.refetch()} />
      ) : (
        <Grid
          columns={shown}
          keyOf={props.keyOf}
          items={rows.data?.items}
          isBusy={rows.isPlaceholderData}
          nothing={say(Object.keys(query.asked).length > 0 ? "list.nothingFound" : "list.nothing")}
          {...(props.selection === undefined
            ? {}
            : { selection: selectionOf(props.selection, props.keyOf, say) })}
        />
      )}
      <Pager
        page={rows.page}
        size={rows.size}
        count={rows.data?.items.length ?? 0}
        total={total?.count}
        hasMoreThanTotal={total?.isMore === true}
        hasNext={rows.hasNext}
        go={rows.go}
        resize={rows.setSize}
      />
    </section>
  );
}

/** Rows chosen, as the table takes them; each box says whose it is. */
function selectionOf<Row>(selection: Selection<Row>, keyOf: (row: Row) => string, say: Say) {
  return {
    selectedRowKeys: [...selection.keys],
    onChange: (_: unknown, rows: Row[]) => selection.change(rows),
    getCheckboxProps: (row: Row) => ({
      disabled: !selection.may(row),
      "aria-label": say("list.choose", { id: keyOf(row) }),
    }),
    getTitleCheckboxProps: () => ({ "aria-label": say("list.chooseAll") }),
  };
}
