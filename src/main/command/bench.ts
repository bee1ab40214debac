/** `bench engine`: how fast this machine books, and how cost grows with the number of lots; `bench store`. */
import { cpus, freemem } from "node:os";
import type { Command } from "commander";
import { MIXES, type Mix } from "../bench/crowd.ts";
import { type Figures, measure, memoryFor, type Trial } from "../bench/engine.ts";
import { Fault } from "../fault.ts";
import { planFor } from "../planfile.ts";
import { table } from "../screen.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { choice, commandOf, whole } from "../usage.ts";
import { benchStore } from "./benchstore.ts";

interface Options extends EveryOption {
  readonly plan: string;
  readonly lots?: readonly number[];
  readonly mix: Mix;
  readonly orders?: number;
  readonly rounds?: number;
  readonly quick?: boolean;
}

const MOST_LOTS = 5_000_000;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const QUICK = { sizes: [1_000, 10_000, 100_000], orders: 20_000, rounds: 3 };
const USUAL = { sizes: SIZES, orders: 50_000, rounds: 7 };
const SEED = 20_260_101;

/** Adds the command. */
export function bench(program: Command, session: Session): void {
  const { say } = session;
  const parent = commandOf(program, session, "bench", "bench.about");
  const size = whole("--lots", 1, MOST_LOTS);
  const command = commandOf(parent, session, "engine", "bench.engine.about")
    .option("--plan <plan>", say("option.plan"), "local-life")
    .option("--lots <n,n,…>", say("bench.lots"), (list) => list.split(",").map(size))
    .option(`--mix <${MIXES.join("|")}>`, say("bench.mix"), choice(session, MIXES), "purchase")
    .option("--orders <n>", say("bench.orders"), whole("--orders", 100, 10_000_000))
    .option("--rounds <n>", say("bench.rounds"), whole("--rounds", 1, 1_000))
    .option("--quick", say("bench.quick"));
  act<Options>(command, session, async (_, options) => {
    const plan = await planFor(options.plan, say);
    if ((plan.settleAfter ?? plan.commissionFreeze) !== null)
      throw new Fault(STATUS.usage, "bench.timed", { plan: plan.name });
    const usual = options.quick ? QUICK : USUAL;
    const { mix, orders = usual.orders, rounds = usual.rounds } = options;
    const sizes = [...new Set(options.lots ?? usual.sizes)];
    checkMemory(sizes);
    const trial: Trial = { plan, sizes, mix, orders, rounds, seed: SEED };
    const figures = await measured(session, options, trial);
    await print(session, options, trial, figures);
    return STATUS.ok;
  });
  benchStore(parent, session);
}

function checkMemory(sizes: readonly number[]): void {
  const need = memoryFor(sizes) * 1_048_576;
  const free = Math.min(freemem(), process.constrainedMemory?.() || Number.POSITIVE_INFINITY);
  const gb = (bytes: number) => (bytes / 1e9).toFixed(1);
  if (need > free) throw new Fault(STATUS.refused, "bench.memory", { need: gb(need), free: gb(free) });
}

async function measured(session: Session, options: EveryOption, trial: Trial): Promise<Figures> {
  const total = trial.sizes.reduce((sum, lots) => sum + lots, 0);
  const runs = (trial.rounds + 1) * trial.sizes.length * trial.orders;
  const goal = { title: "bench engine", total: total + runs, unit: "steps" as const };
  const progress = session.progress(options, goal);
  try {
    return await measure(trial, session.signal, (done) => progress.at(done, done));
  } finally {
    progress.stop();
  }
}

async function print(session: Session, options: Options, trial: Trial, figures: Figures): Promise<void> {
  const { say, out } = session;
  const { plan, mix, orders, rounds } = trial;
  const machine = { node: process.versions.node, cpu: cpus()[0]?.model.trim() ?? process.arch };
  if (options.json) {
    await session.json({ ...machine, plan: plan.name, mix, orders, rounds, ...figures });
    return;
  }
  const number = (value: number) => value.toLocaleString("en");
  const fixed = (value: number) => value.toFixed(2);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const rows = figures.sizes.map((size) => [
    number(size.lots),
    number(size.orders_per_second),
    size.orders_per_cpu_second === null ? "—" : number(size.orders_per_cpu_second),
    size.core === null ? "—" : percent(size.core),
    fixed(size.us_per_order),
    fixed(size.ratio),
    fixed(size.log_ratio),
    fixed(size.postings_per_order),
    percent(size.collecting),
    number(size.exits),
    number(size.refused),
    number(size.heap_mb),
    size.fill_seconds.toFixed(1),
  ]);
  const head = say("bench.columns").split("|");
  await out.line(say("bench.head", { plan: plan.name, mix, orders: number(orders), rounds, ...machine }));
  await out.line();
  await out.line(
    table(
      [head, ...rows],
      head.map((_, i) => i),
    ),
  );
  await out.line();
  const within = figures.within_log;
  await out.line(out.paint(within ? "green" : "yellow", say(within ? "bench.within" : "bench.beyond")));
}
