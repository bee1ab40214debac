/** A list that can be exported: what it may be narrowed by, its columns, and its rows page by page. */
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { type Lens, lensOf } from "../frame/lens.ts";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import { type Column, type Language, type Phrase, say, type Value } from "./column.ts";
import type { Heading } from "./sheet.ts";

export interface ListParts<Filter extends z.ZodObject, Row> {
  readonly title: Phrase;
  /** The route that shows the same list: whoever may not read it may not export it. */
  readonly path: string;
  /** Whether stores may export what is theirs of it. */
  readonly forStores: boolean;
  readonly filter: Filter;
  readonly columns: (lens: Lens) => readonly Column<Row>[];
  /** Throws where the filter would tell what the asker's columns do not show. */
  readonly refuse?: (asked: z.output<Filter>, lens: Lens) => void;
  /** Rows known beforehand; for the progress. */
  readonly total: (services: Services, asked: z.output<Filter>, lens: Lens) => Promise<number>;
  readonly pages: (services: Services, asked: z.output<Filter>, lens: Lens) => AsyncGenerator<readonly Row[]>;
}

export interface Sheet {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly total: number;
  readonly pages: AsyncGenerator<readonly (readonly Value[])[]>;
}

/** The same with the kind of its rows forgotten. */
export interface ExportedList {
  readonly title: Phrase;
  readonly forStores: boolean;
  readonly path: string;
  /** The filter read and the columns known, or a problem. */
  check(asked: unknown, columns: readonly string[] | undefined, lens: Lens): void;
  open(services: Services, wanted: Wanted): Promise<Sheet>;
}

export interface Wanted {
  readonly filter: unknown;
  readonly columns: readonly string[] | undefined;
  readonly lens: Lens;
  readonly language: Language;
}

export function list<Filter extends z.ZodObject, Row>(parts: ListParts<Filter, Row>): ExportedList {
  const { title, path, forStores } = parts;
  const columnsOf = ({ columns, lens }: Pick<Wanted, "columns" | "lens">) => {
    const all = parts.columns(lens);
    const wanted: readonly (Column<Row> | undefined)[] | undefined = columns?.map((key) =>
      all.find((one) => one.key === key),
    );
    return wanted ?? all;
  };
  return {
    title,
    path,
    forStores,
    check(asked, columns, lens) {
      const read = parts.filter.safeParse(asked);
      if (!read.success) {
        throw new Problem("validation", {
          field: ["filter", ...(read.error.issues[0]?.path ?? [])].join("."),
        });
      }
      parts.refuse?.(read.data, lens);
      if (columnsOf({ columns, lens }).includes(undefined)) {
        throw new Problem("validation", { field: "columns" });
      }
    },
    async open(services, wanted) {
      const { lens, language } = wanted;
      const filter = parts.filter.parse(wanted.filter);
      const columns = columnsOf(wanted).filter((one) => one !== undefined);
      const pages = parts.pages(services, filter, lens);
      return {
        title: say(title, language),
        headings: columns.map((one) => ({
          title: say(one.title, language),
          kind: one.kind,
          width: one.width,
        })),
        total: await parts.total(services, filter, lens),
        pages: valuesOf(pages, columns, language),
      };
    },
  };
}

async function* valuesOf<Row>(
  pages: AsyncGenerator<readonly Row[]>,
  columns: readonly Column<Row>[],
  language: Language,
): AsyncGenerator<readonly (readonly Value[])[]> {
  for await (const rows of pages) yield rows.map((row) => columns.map(({ of }) => of(row, language)));
}

/** Every page of a list that goes on by a cursor. */
export async function* everyPage<Row>(
  read: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Row[]; readonly next: string | null }>,
): AsyncGenerator<readonly Row[]> {
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await read(cursor);
    yield items;
    if (next === null) return;
    cursor = next;
  }
}

/** What the asker may export of a list, or a problem. */
export async function admitted(
  services: Services,
  request: FastifyRequest,
  { path, forStores }: ExportedList,
): Promise<Lens> {
  const access = services.people.access(request.actor, "GET", path);
  if (access.reach === "no") throw new Problem("forbidden", { field: "list" });
  const lens = await lensOf(services, request);
  if (lens.stores !== null && !forStores) throw new Problem("forbidden", { field: "list" });
  return lens;
}
