/** The job that makes the file of an exported list 导出, and how long such a file is kept. */
import { GiveUp, type JobRun, type Jobs } from "#desk";
import type { Lens } from "../frame/lens.ts";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import * as books from "./books.ts";
import type { Language } from "./column.ts";
import type { ExportedList, Sheet } from "./list.ts";
import * as people from "./people.ts";
import { type Format, MOST_ROWS, sheetWriter } from "./sheet.ts";
import * as trade from "./trade.ts";

export const LISTS = {
  members: people.members,
  stores: people.stores,
  purchases: trade.purchases,
  withdrawals: trade.withdrawals,
  commissions: trade.commissions,
  journals: books.journals,
  "store-statement": books.storeStatement,
  "trial-balance": books.trialBalance,
} as const satisfies Readonly<Record<string, ExportedList>>;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as [ListName, ...ListName[]];

export const EXPORT_JOB = "export.file";
const KEPT_DAYS = 7;
/** Parts are older than the file they make: a day more, so that no file goes before its time. */
const FORGOTTEN_DAYS = KEPT_DAYS + 1;
const DAY = 86_400_000;

/** What the job's row holds. */
export interface ExportAsked {
  readonly by: string;
  readonly list: ListName;
  readonly format: Format;
  readonly language: Language;
  readonly columns: readonly string[] | null;
  readonly filter: unknown;
  readonly lens: Lens;
  /** Name of the file. */
  readonly name: string;
}

export interface ExportMade {
  readonly rows: number;
  readonly bytes: number;
}

/** Until when the file of a finished export can be had. */
export const keptUntil = (finished: Date): Date => new Date(finished.getTime() + KEPT_DAYS * DAY);

export function registerExports(services: Services, jobs: Jobs): void {
  const sweep = "export.sweep";
  jobs.handle(EXPORT_JOB, (run) => makeExport(services, run));
  jobs.handle(sweep, async ({ cell }) => ({
    dropped: await jobs.files.forget(cell, new Date(services.trade.now().getTime() - FORGOTTEN_DAYS * DAY)),
  }));
  jobs.schedule({ name: sweep, cron: "23 * * * *", kind: sweep, missed: "last" });
}

async function makeExport(services: Services, run: JobRun): Promise<ExportMade> {
  const { columns, ...asked } = run.payload as ExportAsked;
  const wanted = { ...asked, columns: columns ?? undefined };
  try {
    return await writeOut(services, run, asked.format, await LISTS[asked.list].open(services, wanted));
  } catch (error) {
    await services.jobs.files.drop(run.cell, run.id);
    // What the list does not give now it will not give the next time.
    throw error instanceof Problem ? new GiveUp(error.code) : error;
  }
}

async function writeOut(
  { jobs, trade: everyday }: Services,
  run: JobRun,
  format: Format,
  { title, headings, total, pages }: Sheet,
): Promise<ExportMade> {
  const file = await jobs.files.write(run, everyday.now());
  // Whoever writes is told of a fault; nobody else waits for it.
  file.on("error", () => {});
  const writer = sheetWriter(format, file, title, headings);
  let rows = 0;
  for await (const page of pages) {
    for (const row of page) await writer.write(row);
    rows += page.length;
    if (rows > MOST_ROWS[format]) throw new GiveUp("too_many_rows");
    await run.progress(rows, Math.max(rows, total));
  }
  await writer.end();
  await run.progress(rows, rows);
  return { rows, bytes: file.bytes };
}
