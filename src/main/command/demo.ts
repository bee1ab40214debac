/** `demo`: what `npm start` shows: what there is, a backtest of real purchases, and what to try next. */
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Command } from "commander";
import { type Backtest, backtestFiles, FILES, runBacktest } from "../backtest.ts";
import { checkFolder, writeFiles } from "../files.ts";
import { headlines } from "../headline.ts";
import { type Key, type Say, sayIn } from "../language.ts";
import { planFor } from "../planfile.ts";
import { table } from "../screen.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { commandOf } from "../usage.ts";
import { watching } from "../watch.ts";

interface Options extends EveryOption {
  readonly out?: string;
}

const SAMPLE = fileURLToPath(new URL("../../../examples/cdnow-sample.txt", import.meta.url));
const FOLDER = join("reports", "demo");
const PLAN = "local-life";

/** Adds the command. */
export function demo(program: Command, session: Session): void {
  const { say } = session;
  const command = commandOf(program, session, "demo", "demo.about").option("--out <dir>", say("option.out"));
  act<Options>(command, session, async (_, options) => {
    const folder = options.out ?? FOLDER;
    // Somebody at the door has said nothing about his language yet: both, Chinese first.
    const voices = options.lang === undefined ? [sayIn("zh"), sayIn("en")] : [say];
    await checkFolder(folder, FILES, false, say);
    const tell = async (block: (voice: Say) => string[]) => {
      for (const voice of voices) await session.out.line(`${block(voice).join("\n")}\n`);
    };
    if (!options.json) await tell((voice) => opening(session, voice));
    const plan = await planFor(PLAN, say);
    const asked = { plan, source: SAMPLE, sheet: { format: "cdnow" as const } };
    const started = performance.now();
    const done = await runBacktest(watching(session, options, plan.name, SAMPLE), asked);
    await writeFiles(folder, backtestFiles(done, "cdnow-sample.txt", say.language), session);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const report = pathToFileURL(resolve(folder, "report.html")).href;
    const { rows, booked, bad, refused } = done;
    if (options.json) {
      await session.json({ folder, report, rows: { read: rows, booked, refused, bad } });
      return STATUS.ok;
    }
    await tell((voice) => figures(session, voice, done, seconds));
    await tell((voice) => [session.out.paint("bold", voice("demo.next")), nextSteps(session, voice)]);
    await session.out.line(`${voices.map((voice) => voice("demo.report")).join(" ")} ${report}`);
    return STATUS.ok;
  });
}

function figures(
  { out }: Session,
  voice: Say,
  { rows, bad, refused, findings }: Backtest,
  seconds: string,
): string[] {
  const number = (value: number) => value.toLocaleString("en");
  const values = { rows: number(rows), left: bad + refused, members: number(findings.counted), seconds };
  return [
    out.paint("bold", voice("demo.result", values)),
    ...headlines(findings, voice).map((fact) => `  · ${fact}`),
    voice("demo.disclosed"),
  ];
}

const STEPS: readonly Key[] = ["demo.check", "demo.explain", "demo.backtest", "demo.simulate", "demo.help"];

/** Commands to be copied as they stand: a checkout run by npm has no command of its own. */
function nextSteps({ env }: Session, voice: Say): string {
  const own = env["npm_lifecycle_event"] === "start" ? "node bin/wellspring.mjs" : "wellspring";
  const rows = STEPS.map((key) => voice(key).split("|"));
  return table(rows.map(([command = "", what = ""]) => [`  ${own} ${command}`, what]));
}

const OFFERS: readonly (readonly [command: string, about: Key])[] = [
  ["check", "check.about"],
  ["explain", "explain.about"],
  ["backtest", "backtest.about"],
  ["simulate", "simulate.about"],
  ["replay", "replay.about"],
  ["bench", "bench.about"],
];

function opening(session: Session, voice: Say): string[] {
  return [
    session.out.paint("bold", voice("program.about")),
    ...OFFERS.map(([command, about]) => `  ${command.padEnd(10)}${voice(about)}`),
  ];
}
