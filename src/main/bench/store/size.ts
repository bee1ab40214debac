/** One size of the benchmark, from the empty database to the figures. */
import type { Plan } from "#engine";
import { projectTo } from "#statement";
import { type Database, migrate } from "#store";
import { check, productBooks, usualBooks } from "./check.ts";
import { type Crash, crash } from "./crash.ts";
import { closedLoop, openLoop } from "./drive.ts";
import {
  figuresOf,
  headlineOf,
  type OpenFigure,
  rateOf,
  type SizeFigures,
  type Sustained,
  times,
  type Variant,
  type Views,
} from "./figures.ts";
import { CELL, fill } from "./fill.ts";
import { Meter } from "./meter.ts";
import { Called } from "./plpgsql.ts";
import { deskSubmit, openDesk, PRODUCT_CALLERS } from "./product.ts";
import { type Ground, type Lengths, Rounds } from "./rounds.ts";
import { Usual } from "./usual.ts";
import { World } from "./world.ts";
import { SimpleUpdate } from "./yardstick.ts";

/** What of a size is measured, and how long. Seconds. */
export interface Trial {
  readonly plan: Plan;
  readonly members: number;
  readonly seed: number;
  readonly rounds: number;
  readonly warm: number;
  readonly lengths: Lengths;
  readonly open: readonly { readonly rate: number; readonly seconds: number }[];
  /** One long run, through checkpoints; 0: none. */
  readonly sustain: number;
  /** Load before the kill and after it; 0: no kill. */
  readonly crash: number;
}

/** The database a size is measured on. */
export interface Place {
  readonly database: Database;
  readonly postmaster: () => number | null;
  /** Kills the database; null where it is not ours to kill. */
  readonly kill: (() => void) | null;
}

/** What is going on, for whoever watches. */
export type Tell = (
  stage: "fill" | "usual" | "load" | "round" | "open" | "sustain" | "crash" | "check",
  values?: {
    readonly done?: number;
    readonly round?: number;
    readonly variant?: Variant;
    readonly rate?: number;
  },
) => void;

const TABLES =
  "journal, account, lot, member, merchant, usual.account, usual.lot, called.account, called.lot";

/** Journals the views are brought up by, to see what one costs. */
const MOST_VIEWED = 10_000;

/** Measures one size on an empty database. */
export async function measureSize(
  trial: Trial,
  place: Place,
  signal: AbortSignal,
  tell: Tell,
): Promise<SizeFigures> {
  const { plan, members, seed } = trial;
  const { database } = place;
  const world = new World(plan, members, seed);
  await migrate(database);
  const fillStart = performance.now();
  await fill(database, world, (done) => {
    signal.throwIfAborted();
    tell("fill", { done });
  });
  tell("usual");
  const usual = await Usual.open(database, "usual", plan);
  const called = await Called.open(database, "called", plan);
  const simple = await SimpleUpdate.open(database);
  for (const table of TABLES.split(", ")) await database.query(`VACUUM (ANALYZE) ${table}`);
  await database.query("CHECKPOINT");
  const filled = performance.now();
  tell("load");
  // Faults of the desk are no secret: the run fails by them, except while the database is being killed.
  const desk = openDesk(database, () => {});
  await desk.take(CELL);
  const loaded = performance.now();
  const meter = new Meter(database, place.postmaster);
  const ground: Ground = { world, database, meter, desk, usual, called, simple, signal };
  try {
    const measured = await measureAll(trial, place, ground, tell);
    return {
      members,
      stores: world.stores,
      rounds: trial.rounds,
      ...measured,
      fill_seconds: Math.round(filled - fillStart) / 1_000,
      load_seconds: Math.round(loaded - filled) / 1_000,
    };
  } finally {
    await Promise.all([usual, called, simple, desk].map((each) => each.close().catch(() => {})));
  }
}

type Measured = Omit<SizeFigures, "members" | "stores" | "rounds" | "fill_seconds" | "load_seconds">;

async function measureAll(trial: Trial, place: Place, ground: Ground, tell: Tell): Promise<Measured> {
  let turn = 0;
  const rounds = new Rounds(ground, trial.lengths, (variant, rate) =>
    tell("round", { round: turn, variant, rate }),
  );
  if (trial.warm > 0) await rounds.warm(trial.warm);
  for (turn = 1; turn <= trial.rounds; turn++) await rounds.round(turn);
  await rounds.close();
  const viewed = await views(ground, trial.members);
  const open = await openLoops(trial, ground, tell);
  const sustained = trial.sustain === 0 ? null : await sustain(trial.sustain, ground, tell);
  // Whoever has no part in it gives up his connections before the database goes.
  await Promise.all([ground.usual, ground.called, ground.simple].map((each) => each.close()));
  const crashed = await crashes(trial, place, ground, tell);
  await ground.desk.close();
  tell("check");
  const also = open.booked + (sustained?.booked ?? 0) + (crashed?.answered ?? 0);
  const variants = figuresOf(rounds.runs);
  return {
    headline: headlineOf(rounds.runs, variants),
    variants,
    open_loop: open.figures,
    history: times(rounds.reads.summary),
    views: viewed,
    sustained: sustained?.figure ?? null,
    crash: crashed,
    checks: await checks(trial, ground, { ...rounds.answered, product: rounds.answered.product + also }),
  };
}

/** What the views behind lists and figures cost, which follow the journals while nobody waits for them. */
async function views({ database, meter }: Ground, most: number): Promise<Views> {
  const journals = Math.min(MOST_VIEWED, most);
  await meter.begin();
  await projectTo(database, CELL, journals);
  const { pgUs, nodeUs } = await meter.end();
  const each = (us: number) => Math.round((us / journals) * 10) / 10;
  return { journals, pg_us: pgUs === null ? null : each(pgUs), node_us: each(nodeUs) };
}

async function openLoops(trial: Trial, { world, desk, signal }: Ground, tell: Tell) {
  const figures: OpenFigure[] = [];
  let booked = 0;
  for (const { rate, seconds } of trial.open) {
    tell("open", { rate });
    const orders = world.orders(`open${rate}-`, "uniform", rate);
    const driven = await openLoop({ orders, submit: deskSubmit(desk), rate, seconds, seed: rate, signal });
    booked += driven.booked;
    const perSecond = Math.round((driven.booked + driven.repeated) / driven.seconds);
    figures.push({ rate, per_second: perSecond, ...times(driven.latency) });
  }
  return { figures, booked };
}

/**
 * A long run through a checkpoint that is asked for at a third of it, on top of those that come by
 * themselves.
 */
async function sustain(
  seconds: number,
  { world, desk, database, meter, signal }: Ground,
  tell: Tell,
): Promise<{ readonly figure: Sustained; readonly booked: number }> {
  tell("sustain", { done: seconds });
  const orders = world.orders("sustain-", "uniform", 0);
  await meter.begin();
  const checkpoint = setTimeout(() => void database.query("CHECKPOINT").catch(() => {}), seconds * 333);
  const run = { orders, submit: deskSubmit(desk), callers: PRODUCT_CALLERS, seconds, signal };
  const driven = await closedLoop(run).finally(() => clearTimeout(checkpoint));
  const { pgUs } = await meter.end();
  const { booked } = driven;
  const figure = {
    seconds,
    per_second: Math.round(rateOf(driven)),
    pg_us: pgUs === null ? null : Math.round((pgUs / booked) * 10) / 10,
    ...times(driven.latency),
  };
  return { figure, booked };
}

async function crashes(
  trial: Trial,
  { database, kill }: Place,
  ground: Ground,
  tell: Tell,
): Promise<Crash | null> {
  if (kill === null || trial.crash === 0) return null;
  tell("crash");
  const { world, desk, signal } = ground;
  const orders = world.orders("crash-", "uniform", 1);
  const [submit, callers, seconds] = [deskSubmit(desk), PRODUCT_CALLERS, trial.crash];
  return await crash({ database, orders, submit, callers, seconds, kill, signal });
}

async function checks(
  { lengths }: Trial,
  { database, world }: Ground,
  answered: Rounds["answered"],
): Promise<SizeFigures["checks"]> {
  const product = await check(database, world, productBooks(world), answered.product);
  const naive = "naive" in lengths && (await check(database, world, usualBooks("usual"), answered.usual));
  const plpgsql =
    "plpgsql" in lengths && (await check(database, world, usualBooks("called"), answered.called));
  return { product, ...(naive && { naive }), ...(plpgsql && { plpgsql }) };
}
