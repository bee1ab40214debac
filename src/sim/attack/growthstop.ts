/** The growth stop 增长停止: purchases cease for good. What do those who hold points get, and how? */
import {
  comparePrice,
  type Fen,
  jsonFen,
  type Lot,
  MILLION,
  type MemoryBook,
  type Plan,
  Purchase,
  priceOf,
  showPrice,
} from "#engine";
import { everybodySells, extremes, nobody } from "./queue.ts";
import { cutAt, daysToSettle, middleOf, type Played, play, type Setting } from "./stage.ts";
import { type Figures, judge, type Tried, type Verdict } from "./verdict.ts";
import { percent, shortPrice, texts, yuan } from "./words.ts";

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
 * Days at the former pace until the lot's trigger, had the growth gone on: without sales the price goes with inflow to
 * the power of the part that is not minted. An estimate for the eye, and the only place here that is no integer.
 */
function daysToTrigger(plan: Plan, { cap0, points0 }: Lot, book: MemoryBook, inflowPerDay: Fen): number | null {
  const { cash, points } = priceOf(book);
  if (inflowPerDay <= 0n || points0 === 0n) return null;
  const rise = Number((cap0 * points * MILLION) / (points0 * cash)) / 1e6;
  const inflow = rise ** (1e6 / Number(MILLION - plan.pool.mint));
  const days = Math.ceil(((inflow - 1) * Number(book.pool.cash.balance)) / Number(inflowPerDay));
  return Number.isSafeInteger(days) ? Math.max(0, days) : null;
}

/** The lot in the middle, by trigger. */
function middleLot(book: MemoryBook): Lot | null {
  const lots = [...book.lots.all()].sort((a, b) =>
    comparePrice({ cash: a.cap0, points: a.points0 }, { cash: b.cap0, points: b.points0 }),
  );
  return lots[Math.floor((lots.length - 1) / 2)] ?? null;
}

/** The pool's inflow from purchases a day, over the last days before `last`. */
function inflowPerDay(setting: Setting, last: number): Fen {
  const from = Math.max(1, last - PACE_DAYS);
  const pool: Fen[] = [];
  play(setting, {
    *dawn({ day, book }) {
      if (day === from || day === last) {
        let points = 0n;
        for (const purchase of book.purchases.values()) {
          if (purchase instanceof Purchase) points += purchase.amount - purchase.refunded;
        }
        pool.push(points);
      }
      return undefined;
    },
  });
  const [early = 0n, late = 0n] = pool;
  return last > from ? (late - early) / BigInt(last - from) : late;
}
