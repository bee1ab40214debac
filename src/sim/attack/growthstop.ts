/** The growth stop 增长停止: purchases cease for good. What do those who hold points get, and how? */
import {
  type Fen,
  type Lot,
  type MemoryBook,
  MILLION,
  type Plan,
  type Price,
  priceOf,
  STEP,
  showPrice,
} from "#engine";
import { everybodySells, extremes, nobody } from "./queue.ts";
import { SENTENCE } from "./sentences.ts";
import { cutAt, daysToSettle, middleOf, type Played, play, type Setting } from "./stage.ts";
import { exact, judge, type Tried, type Verdict } from "./verdict.ts";
import { percent, shortPrice, tell, texts, yuan } from "./words.ts";

/** Days before the stop whose inflow stands for the pace of the business. */
const PACE_DAYS = 10;

/** What had been spent, net of refunds. */
function spentIn(book: MemoryBook): Fen {
  let spent = 0n;
  for (const { amount, refunded } of book.purchases.values()) spent += amount - refunded;
  return spent;
}

const walletsOf = (book: MemoryBook): Fen =>
  [...book.members.values()].reduce((sum, { wallet }) => sum + wallet.balance, 0n);

/**
 * Days at the former pace until the lot's trigger, had the growth gone on: without sales the price goes
 * with inflow to the power of the part that is not minted. An estimate for the eye, and the only place here
 * that is no integer.
 */
function daysToTrigger(plan: Plan, lot: Lot, book: MemoryBook, inflowPerDay: Fen): number | null {
  const { cap0, points0 } = lot.state;
  const { cash, points } = priceOf(book);
  if (inflowPerDay <= 0n || points0 === 0n) return null;
  const rise = Number((cap0 * points * MILLION) / (points0 * cash)) / 1e6;
  const inflow = rise ** (1e6 / Number(MILLION - plan.pool.mint));
  const days = Math.ceil(((inflow - 1) * Number(book.pool.cash.balance)) / Number(inflowPerDay));
  return Number.isSafeInteger(days) ? Math.max(0, days) : null;
}

/** The lot in the middle, by the price at which it must leave. */
function middleLot(book: MemoryBook): Lot | null {
  let left = Math.ceil(book.lots.all().length / 2);
  for (const lot of book.lots.ascending()) {
    left -= 1;
    if (left === 0) return lot;
  }
  return null;
}

/**
 * Everybody waits: what the pool took in on the last days, and how things stand when nothing comes any
 * more.
 */
function waiting(scene: Setting, last: number): { readonly played: Played; readonly inflow: Fen } {
  const from = Math.max(1, last - PACE_DAYS);
  let taken = 0n;
  const played = play(scene, {
    see({ postings }, day) {
      if (day < from || day >= last) return;
      for (const { step, amount } of postings) {
        if (step === STEP.subscribe || step === STEP.aside) taken += amount;
      }
    },
  });
  return { played, inflow: last > from ? taken / BigInt(last - from) : 0n };
}

/** The pool is wound up on the day after the last refund window. */
function woundUp(scene: Setting, day: number): { readonly played: Played; readonly paid: Fen } {
  let before = 0n;
  const played = play(scene, {
    *forenoon(moment) {
      if (moment.day !== day) return undefined;
      before = walletsOf(moment.book);
      yield moment.clerk.windUp();
      return undefined;
    },
  });
  return { played, paid: walletsOf(played.replay.book) - before };
}

const tenths = (path: readonly Price[]): Tried[] =>
  path.map((price, i) => ({
    name: texts(`已有 ${i * 10}% 的积分卖出`, `${i * 10}% of the points sold`),
    figures: { price: showPrice(price) },
  }));

/**
 * Plays what follows when purchases cease in the middle of the world: waiting, everyone selling, winding
 * up.
 */
export function growthStop(setting: Setting): Verdict {
  const last = middleOf(setting.world);
  const wait = daysToSettle(setting.plan);
  const day = last + wait;
  const scene = { ...setting, world: cutAt(setting.world, last, wait) };
  const { played: without, inflow } = waiting(scene, last);
  const { book } = without.replay;
  const result = nobody(without.price);
  const played = play(scene, {
    *forenoon(moment) {
      if (moment.day === day) yield* everybodySells(moment, setting.seed, result);
      return undefined;
    },
  });
  const closing = woundUp(scene, day);
  const spent = spentIn(book);
  const shares = extremes(result.served);
  const lot = middleLot(book);
  const days = lot === null ? null : daysToTrigger(setting.plan, lot, book, inflow);
  const waiters = book.lots.all().length;
  const { paid } = shares;
  return judge(scene, {
    attack: "growth_stop",
    name: texts("增长停止", "Growth stop"),
    gained: result.refused > 0,
    known: false,
    sentence: tell([SENTENCE.growthStop, days === null ? SENTENCE.noPace : SENTENCE.pace], {
      before: shortPrice(result.before),
      lots: waiters,
      sold: yuan(paid),
      part: percent(paid, spent),
      closed: yuan(closing.paid),
      days: days ?? 0,
    }),
    figures: {
      spent_fen: exact(spent),
      pool_before_fen: exact(result.poolBefore),
      lots_waiting: waiters,
      holders: result.served.length,
      refused: result.refused,
      sold_paid_fen: exact(paid),
      sold_paid_of_spend_ppm: ratio(paid, spent),
      wound_up_paid_fen: exact(closing.paid),
      wound_up_of_spend_ppm: ratio(closing.paid, spent),
      first_got_ppm: exact(shares.first),
      median_got_ppm: exact(shares.median),
      last_got_ppm: exact(shares.last),
      inflow_before_fen_per_day: exact(inflow),
      median_lot_days_to_cap_at_former_pace: days,
      median_lot_days_to_cap_after_the_stop: null,
    },
    before: result.before,
    after: result.after,
    tried: tenths(result.path),
    played,
    without,
    all: [without, played, closing.played],
  });
}

const ratio = (part: Fen, whole: Fen): number | null =>
  whole === 0n ? null : Number((part * MILLION) / whole);
