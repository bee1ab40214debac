/** `bench store`: how many orders a second are booked durably, beside the usual way of doing it. */
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { barChart, barsOf } from "../bench/store/chart.ts";
import { type SizeFigures, VARIANTS, type Variant } from "../bench/store/figures.ts";
import { QUICK_MEMBERS, USUAL_MEMBERS } from "../bench/store/trial.ts";
import { isSound, measureStore, type StoreFigures } from "../bench/store/whole.ts";
import { Fault, systemFault } from "../fault.ts";
import { type Key, type Say, sayIn, type Values } from "../language.ts";
import { planFor } from "../planfile.ts";
import { table } from "../screen.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { commandOf, whole } from "../usage.ts";

interface Options extends EveryOption {
  readonly members?: readonly number[];
  readonly quick?: boolean;
  readonly rounds?: number;
  readonly sustain?: number;
  readonly databaseUrl?: string;
  readonly svg?: string;
}

const PLAN = "local-life";

/** Adds the command. */
export function benchStore(parent: Command, session: Session): void {
  const { say } = session;
  const size = whole("--members", 1_000, 5_000_000);
  const command = commandOf(parent, session, "store", "bench.store.about")
    .option("--members <n,n,…>", say("bench.store.members"), (list) => list.split(",").map(size))
    .option("--quick", say("bench.store.quick"))
    .option("--rounds <n>", say("bench.store.rounds"), whole("--rounds", 1, 100))
    .option("--sustain <seconds>", say("bench.store.sustain"), whole("--sustain", 0, 86_400))
    .option("--database-url <url>", say("bench.store.database"))
    .option("--svg <file>", say("bench.store.svg"));
  act<Options>(command, session, async (_, options) => {
    const { quick = false, rounds, sustain, databaseUrl } = options;
    const sizes = [...new Set(options.members ?? [quick ? QUICK_MEMBERS : USUAL_MEMBERS])];
    if (sizes.length === 0) throw new Fault(STATUS.usage, "bench.store.not_empty");
    const plan = await planFor(PLAN, say);
    const asked = { plan, sizes, quick, rounds, sustain, databaseUrl };
    const figures = await measureStore(asked, session.signal, teller(session, options));
    if (options.svg !== undefined) await draw(options.svg, figures, say);
    if (options.json) await session.json(withHeadline(figures));
    else await print(session, figures);
    return isSound(figures) ? STATUS.ok : STATUS.refused;
  });
}

/** The headline of the largest size first: that is what is asked for. */
const withHeadline = (figures: StoreFigures) => ({ ...figures.sizes.at(-1)?.headline, ...figures });

/** Says what is going on, a line each, where somebody watches. */
function teller(session: Session, options: Options): Parameters<typeof measureStore>[2] {
  const { say, err } = session;
  if (!(options.progress ?? err.isTerminal)) return () => {};
  const start = performance.now();
  let last = "";
  return (members, stage, { done = 0, round = 0, variant, rate = 0 } = {}) => {
    // Filling tells at every few thousand members; a line at its beginning is enough.
    if (stage === last && stage === "fill") return;
    last = stage;
    const name = variant === undefined ? "" : say(`bench.store.variant.${variant}`);
    const values = { done: number(done), round, variant: name, rate: number(Math.round(rate)) };
    const what = say(`bench.store.stage.${stage}`, values);
    const seconds = Math.round((performance.now() - start) / 1_000);
    err.now(`${say("bench.store.at", { seconds, members: number(members), what })}\n`);
  };
}

const number = (value: number) => value.toLocaleString("en");
const orDash = (value: number | null, show: (value: number) => string) =>
  value === null ? "—" : show(value);
const percent = (share: number) => `${(share * 100).toFixed(0)}%`;
const plain = (value: number) => `${value}`;

async function print({ say, out }: Session, figures: StoreFigures): Promise<void> {
  for (const size of figures.sizes) {
    const { members, stores, rounds } = size;
    const { machine } = figures;
    const { cpu, cores, node, postgresql, load_before: load } = machine;
    const head = {
      members: number(members),
      stores: number(stores),
      rounds,
      cpu,
      cores,
      node,
      postgresql,
      load,
    };
    await out.line(say("bench.store.head", head));
    await out.line();
    const columns = say("bench.store.columns").split("|");
    const right = columns.map((_, i) => i).slice(1);
    await out.line(table([columns, ...rowsOf(size, say)], right));
    await out.line();
    for (const line of sentences(size, say)) await out.line(line);
    await out.line();
  }
  const { growth, sizes } = figures;
  if (growth !== null) {
    const [from, to] = [sizes[0], sizes.at(-1)].map((size) => number(size?.members ?? 0)) as [string, string];
    await out.line(say("bench.store.growth", { from, to, growth }));
  }
  const good = isSound(figures);
  await out.line(out.paint(good ? "green" : "red", say(good ? "bench.store.good" : "bench.store.bad")));
}

function rowsOf({ variants }: SizeFigures, say: Say): string[][] {
  return VARIANTS.flatMap((variant) => {
    const figure = variants[variant];
    if (figure === undefined) return [];
    const isTimed = variant !== "copy";
    return [
      [
        say(`bench.store.variant.${variant}`),
        number(figure.per_second),
        number(figure.slowest),
        number(figure.fastest),
        orDash(figure.ratio, plain),
        ...[figure.p50_ms, figure.p99_ms, figure.p999_ms].map((ms) => (isTimed ? ms.toFixed(1) : "—")),
        orDash(figure.pg_us, plain),
        plain(figure.node_us),
        number(figure.wal_bytes),
        orDash(figure.others, percent),
      ],
    ];
  });
}

function sentences(size: SizeFigures, say: Say): string[] {
  const { open_loop, history, views, sustained, crash, headline, checks } = size;
  const times = (of: { p50_ms: number; p99_ms: number; p999_ms: number }) => ({
    p50: of.p50_ms,
    p99: of.p99_ms,
    p999: of.p999_ms,
  });
  const lines = open_loop.map((open) =>
    say("bench.store.open", { rate: number(open.rate), answered: number(open.per_second), ...times(open) }),
  );
  lines.push(say("bench.store.history", times(history)));
  lines.push(say("bench.store.views", { pg: orDash(views.pg_us, plain), us: views.node_us }));
  if (sustained !== null) {
    const { seconds, per_second, p99_ms } = sustained;
    lines.push(say("bench.store.sustained", { seconds, rate: number(per_second), p99: p99_ms }));
  }
  if (crash !== null) {
    const { recovery_seconds, answered, lost, doubled } = crash;
    const recovery = recovery_seconds.toFixed(1);
    lines.push(say("bench.store.crash", { recovery, answered: number(answered), lost, doubled }));
  }
  for (const [variant, verdict] of Object.entries(checks)) {
    const { orders, lost, conservation_fen: fen, conservation_grains: grains } = verdict;
    const name = say(`bench.store.variant.${variant as keyof typeof checks}`);
    const same = say(verdict.same_pool ? "bench.store.same" : "bench.store.differs");
    lines.push(say("bench.store.check", { variant: name, orders: number(orders), lost, same, fen, grains }));
  }
  lines.push(
    say("bench.store.headline", {
      ratio: headline.ratio_to_naive,
      share: percent(headline.share_of_copy),
      rate: number(headline.orders_per_second),
      p99: headline.p99_ms,
      pg: orDash(headline.pg_us_per_order, plain),
      us: headline.node_us_per_order,
    }),
  );
  return lines;
}

/** The chart of the largest size, in both languages. */
async function draw(file: string, figures: StoreFigures, say: Say): Promise<void> {
  const size = figures.sizes.at(-1) as SizeFigures;
  const both = (key: Key, values: Values = {}) =>
    [sayIn("zh")(key, values), sayIn("en")(key, values)] as const;
  const name = (variant: Variant) => both(`bench.store.variant.${variant}`);
  const title = both("bench.store.chart", { members: number(size.members) });
  const { cpu, cores, node, postgresql } = figures.machine;
  const notes = [
    `${cpu} × ${cores}, Node ${node}, PostgreSQL ${postgresql}, fsync on, synchronous_commit on`,
  ];
  try {
    await writeFile(file, barChart(title, notes, barsOf(size, name)));
  } catch (error) {
    throw systemFault("fault.unwritable", file, error, say);
  }
}
