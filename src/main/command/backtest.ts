/** `backtest`: a shop's own export through a plan, with report and tables. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import { ROLES, type Role, regionFault, type SheetOptions } from "#connect/sheet";
import { safe } from "#statement";
import { BAD_ROWS, type Backtest, backtestFiles, FILES, runBacktest } from "../backtest.ts";
import { Fault } from "../fault.ts";
import { checkFolder, nameOf, stemOf, writeFiles } from "../files.ts";
import { headlines } from "../headline.ts";
import { planFor } from "../planfile.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { choice, commandOf, whole } from "../usage.ts";
import { watching } from "../watch.ts";

type Columns = NonNullable<SheetOptions["columns"]>;

interface Options extends EveryOption {
  readonly plan?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly format: "csv" | "cdnow";
  readonly column?: Columns;
  readonly unit?: "yuan" | "fen";
  readonly encoding: NonNullable<SheetOptions["encoding"]>;
  readonly delimiter: NonNullable<SheetOptions["delimiter"]>;
  readonly offset?: string;
  readonly store?: string;
  readonly stores?: number;
  readonly storeRegion?: string;
  readonly goods?: boolean;
}

const DELIMITERS = { auto: "auto", comma: ",", semicolon: ";", tab: "\t" } as const;
const ENCODINGS = ["auto", "utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
const names = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[];

/** Adds the command. */
export function backtest(program: Command, session: Session): void {
  const { say } = session;
  const delimiter = choice(session, names);
  const command = commandOf(program, session, "backtest", "backtest.about")
    .argument(`<${say("word.orders_csv")}>`, say("backtest.orders"))
    .option("--plan <plan>", say("option.plan"))
    .option("--out <dir>", say("backtest.out"))
    .option("--force", say("option.force"))
    .option("--format <csv|cdnow>", say("backtest.format"), choice(session, ["csv", "cdnow"]), "csv")
    .option("--column <role=header>", say("backtest.column", { roles: ROLES.join(", ") }), column)
    .option("--unit <yuan|fen>", say("backtest.unit"), choice(session, ["yuan", "fen"]))
    .option(
      `--encoding <${ENCODINGS.join("|")}>`,
      say("backtest.encoding"),
      choice(session, ENCODINGS),
      "auto",
    )
    .option(
      `--delimiter <${names.join("|")}>`,
      say("backtest.delimiter"),
      (word) => DELIMITERS[delimiter(word)],
      "auto",
    )
    .option("--offset <±hh:mm>", say("backtest.offset"))
    .option("--store <name>", say("backtest.store"))
    .option("--stores <n>", say("backtest.stores"), whole("--stores", 1, 10_000))
    .option("--store-region <code>", say("backtest.region"), region)
    .option("--goods", say("backtest.goods"));
  act<Options>(command, session, async ([source = "-"], options) => {
    const plan = await planFor(options.plan, say);
    const folder =
      options.out ?? join("reports", nameOf(`${plan.name}-${source === "-" ? "stdin" : stemOf(source)}`));
    await checkFolder(folder, FILES, options.force, say);
    const done = await runBacktest(watching(session, options, plan.name, source), {
      plan,
      source,
      sheet: sheetOptions(options),
      ...orderOptions(options),
    });
    await writeFiles(folder, backtestFiles(done, source, say.language), session);
    if (options.json) await session.json(machine(done, folder));
    else await session.out.line(summary(session, done, source, folder).join("\n"));
    return done.bad > 0 ? STATUS.badLines : STATUS.ok;
  });
}

function column(value: string, before: Columns | undefined): Columns {
  const at = value.indexOf("=");
  const role = ROLES.find((one) => one === value.slice(0, at));
  if (role === undefined)
    throw new Fault(STATUS.usage, "backtest.bad_column", { value, roles: ROLES.join(", ") });
  const header = value.slice(at + 1);
  return { ...before, [role satisfies Role]: header === "" ? null : header };
}

function region(value: string): string {
  if (regionFault(value) !== null) throw new Fault(STATUS.usage, "explain.bad_region", { value });
  return value;
}

function sheetOptions(options: Options): SheetOptions {
  const { format, column: columns, unit, encoding, delimiter, offset, store: merchant } = options;
  return {
    format,
    encoding,
    delimiter,
    ...(columns === undefined ? {} : { columns }),
    ...(unit === undefined ? {} : { unit }),
    ...(offset === undefined ? {} : { offset }),
    ...(merchant === undefined ? {} : { merchant }),
  };
}

function orderOptions({ stores, storeRegion, goods }: Options): {
  stores?: number;
  region?: string;
  goods?: boolean;
} {
  return {
    ...(stores === undefined ? {} : { stores }),
    ...(storeRegion === undefined ? {} : { region: storeRegion }),
    ...(goods === undefined ? {} : { goods }),
  };
}

/** The result in a screenful: rows, reasons, three facts, where the report is. */
export function summary(session: Session, done: Backtest, source: string, folder: string): string[] {
  const { say, out } = session;
  const { rows, booked, refused, bad, reasons, findings, notes } = done;
  const number = (value: number) => value.toLocaleString("en");
  const { name, version } = findings.plan;
  const lines = [
    out.paint("bold", say("backtest.title", { plan: safe(name), version, source: safe(source) })),
    say("backtest.rows", {
      rows: number(rows),
      booked: number(booked),
      refused: number(refused),
      bad: number(bad),
    }),
  ];
  for (const { reason, count } of reasons.reasons) lines.push(`  ${number(count)} × ${reason[say.language]}`);
  lines.push("", ...headlines(findings, say).map((fact) => `· ${fact}`), "");
  for (const note of notes)
    lines.push(out.paint("dim", `${say("backtest.note")}${safe(note[say.language])}`));
  lines.push("", `${say("backtest.report")}${pathToFileURL(resolve(folder, "report.html")).href}`);
  lines.push(`${say("backtest.tables")}${join(folder, "{members,stores,exits,series}.csv")}, findings.json`);
  if (reasons.total > 0) lines.push(`${say("backtest.bad_rows")}${join(folder, BAD_ROWS)}`);
  return lines;
}

/** The same for a program. */
function machine(done: Backtest, folder: string): object {
  const { rows, booked, refused, bad, reasons, findings, notes } = done;
  const { plan, period, counted, so_far, if_redeemed, money, pool, exits } = findings;
  return {
    folder,
    files: FILES,
    rows: { read: rows, booked, refused, bad },
    reasons: reasons.reasons,
    notes,
    plan,
    period,
    members: counted,
    so_far,
    if_redeemed,
    money,
    pool,
    exits: exits.length,
  };
}
