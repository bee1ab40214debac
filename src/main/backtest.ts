/** A shop's own orders through a plan: read, put in order of time, booked, and told as report and tables. */
import {
  readSheet,
  type SheetOptions,
  SheetRefusal,
  type SheetResult,
  type SheetRow,
  sortRows,
  toOrders,
} from "#connect/sheet";
import { type Plan, type RefusalCode, Replay, readOrder } from "#engine";
import { type BadRows, Collector, type Findings, renderReport, type Sentence, writeTables } from "#sim";
import { Fault, Misread } from "./fault.ts";
import type { OutFile } from "./files.ts";
import type { Language } from "./language.ts";
import { STATUS } from "./status.ts";
import { reasonsOf, type Untaken, untakenCsv, untakenOf } from "./tally.ts";
import type { Watch } from "./watch.ts";

export const BAD_ROWS = "bad-rows.csv";
/** Everything a backtest writes; a directory that holds no more than these is its own. */
export const FILES = [
  "report.html",
  "findings.json",
  "members.csv",
  "stores.csv",
  "exits.csv",
  "series.csv",
  BAD_ROWS,
];

export interface Asked {
  readonly plan: Plan;
  /** A path, or `-`. */
  readonly source: string;
  /** What its owner calls it, where that is not the path. */
  readonly name?: string;
  readonly sheet: SheetOptions;
  readonly stores?: number;
  readonly region?: string;
  readonly goods?: boolean;
}

export interface Backtest {
  readonly findings: Findings;
  /** Rows of data in the file; of them booked, refused by the book, and bad for the reader. */
  readonly rows: number;
  readonly booked: number;
  readonly refused: number;
  readonly bad: number;
  readonly untaken: readonly Untaken[];
  readonly reasons: BadRows;
  /** How the file was read and what was assumed. */
  readonly notes: readonly Sentence[];
}

/** Orders booked between two looks at Ctrl-C: some tens of milliseconds. */
const BREATH = 4_096;

type Refused = { readonly id: string; readonly code: RefusalCode };

/** Reads and books. Refuses a plan with periods for a file without times. */
export async function runBacktest(watch: Watch, asked: Asked): Promise<Backtest> {
  const { plan, source, name = source } = asked;
  const sheet = await read(watch, asked);
  if (sheet.records === 0) throw new Fault(STATUS.unreadable, "backtest.no_rows", { file: name });
  const timed = plan.settleAfter !== null || plan.commissionFreeze !== null;
  if (timed && sheet.rows.some((row) => row.at === null))
    throw new Fault(STATUS.refused, "backtest.no_time", { plan: plan.name, file: name });
  const rows = sortRows(sheet.rows);
  const { orders, notes } = toOrders(rows, {
    ...(asked.stores === undefined ? {} : { stores: asked.stores }),
    ...(asked.region === undefined ? {} : { region: asked.region }),
    ...(asked.goods === undefined ? {} : { goods: asked.goods }),
  });
  const collector = new Collector(plan, { zone: asked.sheet.offset ?? "+08:00" });
  const replay = new Replay(plan, collector.see);
  const refused: Refused[] = [];
  let taken = 0;
  let booked = 0;
  try {
    for (const json of orders) {
      const order = readOrder(json);
      if ("malformed" in order) throw new Error(`an order of the sheet lacks ${order.malformed}`);
      if (order.at !== null) collector.clock(order.at);
      const outcome = replay.order(order);
      if (outcome.type === "refused") refused.push({ id: outcome.id, code: outcome.code });
      if (order.kind !== "purchase" && order.kind !== "refund") continue;
      taken += 1;
      if (outcome.type === "booked") booked += 1;
      if (taken % BREATH !== 0) continue;
      await watch.booking(taken, rows.length);
    }
  } finally {
    watch.ended();
  }
  const untaken = untakenOf(rows, sheet.bad, refused);
  return {
    findings: collector.finish(replay),
    rows: sheet.records,
    booked,
    refused: taken - booked,
    bad: sheet.bad.length,
    untaken,
    reasons: reasonsOf(untaken, BAD_ROWS),
    notes: [
      ...readingNotes(sheet),
      ...sheet.notes.map(({ sentence }) => sentence),
      ...notes.map(({ sentence }) => sentence),
    ],
  };
}

async function read(watch: Watch, { source, name = source, sheet }: Asked): Promise<SheetResult> {
  const { signal } = watch;
  try {
    return await readSheet(source, {
      ...sheet,
      signal,
      onProgress: (bytes, total) => watch.reading(bytes, total),
    });
  } catch (error) {
    throw error instanceof SheetRefusal ? new Misread(name, error) : error;
  } finally {
    watch.ended();
  }
}

/** Which column was read as what; a person sees at once when it was the wrong one. */
function readingNotes({ recognised, ignored, encoding, rows }: SheetResult): Sentence[] {
  const read = recognised.map(({ role, header }) => `${header} → ${role}`);
  const left = ignored.filter((header) => header !== "");
  const notes = [{ zh: `编码：${encoding}`, en: `Encoding: ${encoding}` }];
  if (read.length > 0) notes.push({ zh: `列：${read.join("，")}`, en: `Columns: ${read.join(", ")}` });
  if (left.length > 0)
    notes.push({ zh: `未用的列：${left.join("，")}`, en: `Columns not used: ${left.join(", ")}` });
  if (isUnordered(rows))
    notes.push({
      zh: "文件不是按时间排列；已按时间、再按行的先后记账",
      en: "The file is not in order of time; orders were taken by time, then by line",
    });
  return notes;
}

function isUnordered(rows: readonly SheetRow[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const { sortKey, kind } of rows) {
    if (kind === "purchase" && sortKey < before) return true;
    if (kind === "purchase") before = sortKey;
  }
  return false;
}

/** Everything a backtest writes, by name. */
export function backtestFiles(done: Backtest, source: string, lang: Language): OutFile[] {
  const { findings, notes, reasons, untaken } = done;
  const report = renderReport(findings, {
    lang,
    title: { zh: "章程回测", en: "Backtest" },
    source,
    notes,
    bad: reasons,
  });
  return [
    ...writeTables(findings),
    { name: BAD_ROWS, content: untakenCsv(untaken) },
    { name: "report.html", content: [report] },
  ];
}
