/** A simulation told: its section of the report, its table on the screen, and its own files. */
import {
  type AttackVerdict,
  renderReport,
  type Section,
  type SimulationFindings,
  simulationBands,
  writeTables,
} from "#sim";
import { yuan } from "#statement";
import type { OutFile } from "./files.ts";
import { type Key, type Language, type Say, sayIn } from "./language.ts";
import { verdictSection } from "./verdicts.ts";

/** Everything a simulation writes; a directory that holds no more than these is its own. */
export const FILES = [
  "report.html",
  "simulation.json",
  "verdicts.json",
  "runs.csv",
  "findings.json",
  "members.csv",
  "stores.csv",
  "exits.csv",
  "series.csv",
];

export const CUTS = ["p10", "p25", "p50", "p75", "p90"] as const;
type Figure = string | number | null;

const [zh, en] = [sayIn("zh"), sayIn("en")];
const both = (key: Key, values = {}) => ({ zh: zh(key, values), en: en(key, values) });

const money = (fen: Figure) => (fen === null ? "—" : yuan(BigInt(fen)));
const plain = (figure: Figure) =>
  typeof figure === "number" ? figure.toLocaleString("en") : (figure ?? "—");
const percent = (ppm: Figure) =>
  ppm === null ? "—" : `${(Math.floor(Number(ppm) / 100) / 100).toFixed(2)}%`;

interface Row {
  readonly name: Key;
  readonly cells: readonly string[];
}

/** What the runs came to at the end: one row a figure, the percentiles over the runs beside each other. */
export function endRows({ bands, so_far, if_redeemed }: SimulationFindings): Row[] {
  const series = (name: Key, of: keyof typeof bands, show: (figure: Figure) => string): Row => {
    return { name, cells: CUTS.map((cut) => show(bands[of][cut].at(-1) ?? null)) };
  };
  const share = (name: Key, of: Readonly<Record<(typeof CUTS)[number], number | null>>): Row => {
    return { name, cells: CUTS.map((cut) => percent(of[cut])) };
  };
  return [
    series("simulate.price", "price", plain),
    series("simulate.spent", "spent_fen", money),
    series("simulate.pool", "pool_fen", money),
    series("simulate.paid", "paid_fen", money),
    series("simulate.members", "members", plain),
    series("simulate.purchases", "purchases", plain),
    series("simulate.exits", "exits", plain),
    share("simulate.got", so_far.p50_ppm),
    share("simulate.now", if_redeemed.p50_ppm),
    share("simulate.full", if_redeemed.full_ppm),
  ];
}

function section(found: SimulationFindings): Section {
  const { runs, seed, median_run, world } = found;
  return {
    title: both("simulate.section"),
    text: [
      world.description,
      both("simulate.runs", { runs, seed, median: median_run, days: world.days }),
      both("simulate.range"),
    ],
    table: {
      head: [both("simulate.figure"), ...CUTS.map((cut) => ({ zh: cut, en: cut }))],
      rows: endRows(found).map(({ name, cells }) => [both(name), ...cells]),
    },
    bands: simulationBands(found),
  };
}

/** Everything a simulation writes, by name; the tables are those of the run in the middle. */
export function simulationFiles(
  found: SimulationFindings,
  verdicts: readonly AttackVerdict[],
  lang: Language,
): OutFile[] {
  const { findings, rows, ...rest } = found;
  const report = renderReport(findings, {
    lang,
    title: both("simulate.title_report"),
    source: found.world.name,
    sections: [...(verdicts.length === 0 ? [] : [verdictSection(verdicts)]), section(found)],
  });
  return [
    ...writeTables(findings),
    { name: "runs.csv", content: runsCsv(rows) },
    { name: "simulation.json", content: [`${JSON.stringify({ ...rest, rows })}\n`] },
    { name: "verdicts.json", content: [`${JSON.stringify(verdicts)}\n`] },
    { name: "report.html", content: [report] },
  ];
}

function* runsCsv(rows: SimulationFindings["rows"]): Generator<string, undefined> {
  const names = Object.keys(rows[0] ?? {}) as (keyof SimulationFindings["rows"][number])[];
  yield `\ufeff${names.join(",")}\r\n`;
  for (const row of rows) yield `${names.map((name) => row[name] ?? "").join(",")}\r\n`;
  return undefined;
}

/** The rows for a screen, in one language. */
export function endTable(found: SimulationFindings, say: Say): string[][] {
  const head = [say("simulate.figure"), ...CUTS];
  return [head, ...endRows(found).map(({ name, cells }) => [say(name), ...cells])];
}
