/** `simulate`: a plan in a made-up world, many times over, or with an adversary in it. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import type { Plan } from "#engine";
import { type AttackVerdict, simulate as play, type SimulationFindings, type World } from "#sim";
import { checkFolder, nameOf, writeFiles } from "../files.ts";
import { headlines } from "../headline.ts";
import { planFor, worldFor } from "../planfile.ts";
import { table } from "../screen.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { endTable, FILES, simulationFiles } from "../simulation.ts";
import { STATUS } from "../status.ts";
import { choice, commandOf, whole } from "../usage.ts";
import { ADVERSARIES, face, verdictLines } from "../verdicts.ts";

interface Options extends EveryOption {
  readonly plan?: string;
  readonly world: string;
  readonly adversary?: string;
  readonly seed: number;
  readonly runs: number;
  readonly out?: string;
  readonly force?: boolean;
}

const MOST_RUNS = 10_000;

/** Adds the command. */
export function simulate(program: Command, session: Session): void {
  const { say } = session;
  const adversary = choice(session, ADVERSARIES);
  const command = commandOf(program, session, "simulate", "simulate.about")
    .option("--plan <plan>", say("option.plan"))
    .option("--world <world>", say("simulate.world"), "town")
    .option("--adversary <name>", say("simulate.adversary", { names: ADVERSARIES.join(", ") }), adversary)
    .option("--seed <n>", say("simulate.seed"), whole("--seed", 0, Number.MAX_SAFE_INTEGER), 1)
    .option("--runs <n>", say("simulate.runs_option"), whole("--runs", 1, MOST_RUNS), 20)
    .option("--out <dir>", say("simulate.out"))
    .option("--force", say("option.force"));
  act<Options>(command, session, async (_, options) => {
    const plan = await planFor(options.plan, say);
    const world = await worldFor(options.world, say);
    const folder = options.out ?? join("reports", nameOf(`${plan.name}-${world.id}`));
    await checkFolder(folder, FILES, options.force, say);
    const found = await played(session, options, plan, world);
    const setting = { plan, world, seed: BigInt(options.seed) };
    const verdicts =
      options.adversary === undefined ? [] : await face(session, options, setting, options.adversary);
    await writeFiles(folder, simulationFiles(found, verdicts, say.language), session);
    if (options.json) await session.json({ ...machine(found, folder), verdicts });
    else await session.out.line(told(session, found, verdicts, folder).join("\n"));
    return verdicts.some(({ verdict }) => verdict === "pays") ? STATUS.refused : STATUS.ok;
  });
}

/** Progress is told in thousandths of the whole. */
const WHOLE = 1_000;

async function played(
  session: Session,
  options: Options,
  plan: Plan,
  world: World,
): Promise<SimulationFindings> {
  const { seed, runs } = options;
  const title = world.name[session.say.language];
  const progress = session.progress(options, { title, total: WHOLE, unit: "steps" });
  try {
    return await play({
      plan,
      world,
      seed: BigInt(seed),
      runs,
      signal: session.signal,
      progress: ({ done, orders }) => progress.at(Math.floor(done * WHOLE), orders),
    });
  } finally {
    progress.stop();
  }
}

function told(
  session: Session,
  found: SimulationFindings,
  verdicts: readonly AttackVerdict[],
  folder: string,
): string[] {
  const { say, out } = session;
  const { plan, world, runs, seed, median_run, findings } = found;
  const name = world.name[say.language];
  const rows = endTable(found, say);
  return [
    out.paint("bold", say("simulate.title", { plan: plan.name, version: plan.version, world: name })),
    world.description[say.language],
    say("simulate.runs", { runs, seed, median: median_run, days: world.days }),
    "",
    table(rows, [1, 2, 3, 4, 5]),
    "",
    say("simulate.median", { median: median_run }),
    ...headlines(findings, say).map((fact) => `· ${fact}`),
    say("simulate.disclosed"),
    ...(verdicts.length === 0 ? [] : ["", ...verdictLines(session, verdicts)]),
    "",
    `${say("backtest.report")}${pathToFileURL(resolve(folder, "report.html")).href}`,
    `${say("backtest.tables")}${join(folder, "{runs,members,stores,exits,series}.csv")}, *.json`,
  ];
}

function machine({ findings, rows, ...rest }: SimulationFindings, folder: string): object {
  return { folder, files: FILES, ...rest, rows };
}
