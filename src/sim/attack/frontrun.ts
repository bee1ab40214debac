/**
 * Front-running an injection 抢跑注资: buying just before outside money comes into the pool, selling after it.
 */
import { type Fen, MILLION, mulDivDown, type Order, type Price, priceOf, showPrice } from "#engine";
import type { Injection } from "../world/index.ts";
import { amountFor, buyers, openRing, STORE, sellAll } from "./ring.ts";
import { SENTENCE } from "./sentences.ts";
import { daysToSettle, type Played, play, type Setting } from "./stage.ts";
import { exact, judge, type Tried, type Verdict } from "./verdict.ts";
import { gain, percent, tell, texts, yuan } from "./words.ts";

/**
 * In a world without injections of its own: a quarter of the pool in the middle of it, streamed over a
 * month.
 */
const QUARTER = 4n;
const STREAM_DAYS = 30;
const SIZES = [MILLION / 10n, MILLION, 10n * MILLION];
const BEFORE = [1, 7];
/** Larger injections that are tried for where a front-runner begins to gain, as multiples of this one. */
const LARGER = [2n, 4n, 8n, 16n, 32n];

/** One front-runner: what he buys against the pool, so many days before the injection, and when he sells. */
interface Way {
  readonly overDays: number;
  readonly amount: Fen;
  readonly size: bigint;
  readonly buyDay: number;
  readonly sellDay: number;
}

interface Run extends Way {
  readonly played: Played;
  readonly net: Fen;
  readonly before: Price;
  readonly after: Price;
}

/** The injection of a scene: on its day, streamed or at once. */
const withInjection = (setting: Setting, day: number, amount: Fen, overDays: number): Setting => ({
  ...setting,
  world: { ...setting.world, injections: [{ day, amount, overDays }] },
});

function frontRunner(setting: Setting, day: number, way: Way): Run {
  const scene = withInjection(setting, day, way.amount, way.overDays);
  const { plan, world } = scene;
  const seen = { before: null as Price | null, after: null as Price | null };
  const played = play(scene, {
    *dawn(moment): Generator<Order, undefined> {
      if (moment.day !== way.buyDay) return undefined;
      const { book, clerk } = moment;
      seen.before = priceOf(book);
      yield* openRing(moment, world, 1);
      const amount = amountFor(plan, mulDivDown(book.pool.cash.balance, way.size, MILLION));
      for (const buyer of buyers(1)) yield clerk.purchase(buyer, STORE, amount, null);
      return undefined;
    },
    *forenoon(moment): Generator<Order, undefined> {
      if (moment.day !== way.sellDay) return undefined;
      yield* sellAll(moment, 1);
      seen.after = priceOf(moment.book);
      return undefined;
    },
  });
  const net = played.positions.attacker + played.held;
  return { ...way, played, net, before: seen.before ?? played.price, after: seen.after ?? played.price };
}

/** The pool's cash on the morning of a day, before anybody from outside has come. */
function poolOn(setting: Setting, day: number): Fen {
  let cash = 0n;
  play(setting, {
    dawn(moment) {
      if (moment.day === day) cash = moment.book.pool.cash.balance;
      return [];
    },
  });
  return cash;
}

/**
 * All ways for one injection: the front-runner leaves right after the first money, halfway, and with the
 * last.
 */
function waysFor(setting: Setting, day: number, amount: Fen, overDays: number): Way[] {
  const wait = daysToSettle(setting.plan);
  const leaves = [...new Set([0, Math.floor(overDays / 2), overDays - 1])].map((after) => day + after);
  return SIZES.flatMap((size) =>
    BEFORE.flatMap((days) => {
      const buyDay = Math.max(1, day - wait - days);
      return leaves.map((sellDay) => ({ overDays, amount, size, buyDay, sellDay }));
    }),
  );
}

const best = (runs: readonly Run[]): Run => runs.reduce((a, b) => (b.net > a.net ? b : a));

function row(day: number, run: Run): Tried {
  const { overDays, size, buyDay, sellDay, played, net, after } = run;
  const [zh, en] = overDays === 1 ? ["一次到账", "one lump"] : [`分 ${overDays} 天`, `over ${overDays} days`];
  return {
    name: tell([SENTENCE.frontRunWay], {
      how: { zh, en },
      size: percent(size, MILLION),
      early: day - buyDay,
      late: sellDay - day,
    }),
    figures: { paid_fen: exact(played.paid), net_fen: exact(net), price: showPrice(after) },
  };
}

/**
 * The smallest multiple of the injection by which a front-runner with the best timing gains; null where
 * none does.
 */
function paysFrom(
  setting: Setting,
  day: number,
  top: Run,
): { readonly times: bigint | null; readonly runs: Run[] } {
  const runs: Run[] = [top];
  if (top.net > 0n) return { times: 1n, runs };
  for (const times of LARGER) {
    for (const size of SIZES) {
      const run = frontRunner(setting, day, { ...top, size, amount: top.amount * times });
      runs.push(run);
      if (run.net > 0n) return { times, runs };
    }
  }
  return { times: null, runs };
}

/** The injection that is run against: the world's own first one, or one made up. */
function injectionOf(setting: Setting): Injection {
  const { days, injections } = setting.world;
  const own = injections.find(({ day }) => day > 1);
  if (own !== undefined) return own;
  const day = Math.max(2, Math.floor(days / 2));
  const overDays = Math.max(1, Math.min(STREAM_DAYS, days - day));
  const amount = poolOn(setting, day) / QUARTER;
  return { day, amount: amount > 0n ? amount : 1n, overDays };
}

/**
 * Plays front-runners of all sizes and timings against an injection, streamed as live operation does it
 * and, for comparison, in one lump. It holds where none gains against the stream.
 */
export function frontRun(setting: Setting): Verdict {
  const { day, amount, overDays } = injectionOf(setting);
  const pool = poolOn(setting, day);
  const streamed = waysFor(setting, day, amount, overDays).map((way) => frontRunner(setting, day, way));
  const lumps = waysFor(setting, day, amount, 1).map((way) => frontRunner(setting, day, way));
  const [top, lump] = [best(streamed), best(lumps)];
  const larger = paysFrom(setting, day, top);
  const { times } = larger;
  const most = LARGER.at(-1) as bigint;
  return judge(setting, {
    attack: "front_run",
    name: texts("抢跑注资", "Injection front-run"),
    gained: top.net > 0n,
    known: false,
    sentence: tell([SENTENCE.frontRun, times === null ? SENTENCE.paysNever : SENTENCE.paysFrom], {
      amount: yuan(amount),
      part: percent(amount, pool),
      days: overDays,
      paid: yuan(top.played.paid),
      net: gain(top.net),
      lump: gain(lump.net),
      step: percent(setting.plan.pool.maxStep, MILLION),
      reach: percent(amount * (times ?? most), pool),
    }),
    figures: {
      injected_fen: exact(amount),
      over_days: overDays,
      best_paid_fen: exact(top.played.paid),
      best_net_fen: exact(top.net),
      best_bought_day: top.buyDay,
      best_sold_day: top.sellDay,
      lump_best_paid_fen: exact(lump.played.paid),
      lump_best_net_fen: exact(lump.net),
      pool_before_fen: exact(pool),
      pays_from_injection_fen: times === null ? null : exact(amount * times),
    },
    before: top.before,
    after: top.after,
    tried: [...streamed, ...lumps].map((run) => row(day, run)),
    played: top.played,
    without: play(withInjection(setting, day, amount, overDays)),
    all: [...streamed, ...lumps, ...larger.runs].map(({ played }) => played),
  });
}
