/**
 * What a list is asked for, kept in its address: it can be sent to a colleague, and going back finds
 * it again.
 */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { paths } from "#client";
import { type Days, daysOf, momentsOf, type SpanName, spanIn } from "./span.ts";

/** Texts of a filter by their names. */
export type Filter = Readonly<Record<string, string>>;

/** What a list of the API may be asked for. */
type QueryOf<Path extends keyof paths> = paths[Path] extends {
  readonly get: { readonly parameters: { readonly query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

/**
 * A filter as a route takes it: `asked<"/v1/agents">(filter)`. What of an address is nonsense the
 * server says.
 */
export function asked<Path extends keyof paths>(filter: Filter): QueryOf<Path> {
  return filter as QueryOf<Path>;
}

export interface ListQuery {
  readonly span: SpanName | null;
  /** Null: all of time. */
  readonly days: Days | null;
  /** Which field is searched. */
  readonly field: string;
  readonly q: string;
  /** A filter of the list by its name; "" where it is not set. */
  get(name: string): string;
  /** All of it as the API asks for it. */
  readonly asked: Filter;
  /** As it stands in the address, for saving it. */
  readonly text: string;
  /** Changes some names and keeps the rest; an empty text takes a name out. */
  set(changes: Filter): void;
  setSpan(span: SpanName | null, days: Days | null): void;
  /** Everything as a saved filter has it. */
  replace(text: string): void;
}

/** Names that are no filter of the API's. */
const OWN: ReadonlySet<string> = new Set(["span", "from", "to", "field", "q", "lang", "open", "tab"]);

interface Options {
  /** Field searched where the address names none. */
  readonly field: string;
  /** Stretch where the address names none; without one all of time. */
  readonly span?: SpanName;
  /** Filters it knows beside its search; what else an address says is not asked. All where it is left out. */
  readonly names?: readonly string[];
}

export function useListQuery({ field, span, names }: Options): ListQuery {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (edit: (next: URLSearchParams) => void) => {
      // The address itself, not what was last drawn: of two changes in a row neither is lost.
      const next = new URLSearchParams(window.location.search);
      edit(next);
      setParams(next);
    },
    [setParams],
  );
  return useMemo(() => {
    const found = spanIn(params) ?? (params.get("span") === "all" ? null : standard(span));
    const q = params.get("q")?.trim() ?? "";
    const searched = params.get("field") ?? field;
    return {
      span: found?.name ?? null,
      days: found?.days ?? null,
      field: searched,
      q,
      get: (name) => params.get(name) ?? "",
      asked: {
        ...(found === null ? {} : momentsOf(found.days)),
        ...(q === "" ? {} : { [searched]: q }),
        ...Object.fromEntries(
          [...params].filter(([name, value]) => value !== "" && (names?.includes(name) ?? !OWN.has(name))),
        ),
      },
      text: params.toString(),
      set: (changes) =>
        change((next) => {
          for (const [name, value] of Object.entries(changes)) {
            if (value === "") next.delete(name);
            else next.set(name, value);
          }
        }),
      setSpan: (name, days) =>
        change((next) => {
          for (const one of ["span", "from", "to"]) next.delete(one);
          if (days !== null) {
            next.set("from", days.from);
            next.set("to", days.to);
          } else {
            next.set("span", name ?? "all");
          }
        }),
      replace: (text) => setParams(new URLSearchParams(text)),
    };
  }, [params, field, span, names, change, setParams]);
}

function standard(span: SpanName | undefined): { readonly name: SpanName; readonly days: Days } | null {
  return span === undefined ? null : { name: span, days: daysOf(span) };
}
