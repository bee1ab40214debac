/** The wash ring 刷单团伙: members buy from themselves at a colluding store for the rewards and the points. */
import { type Fen, MILLION, mulDivDown, type Order, type Plan, poolRate, type Price, priceOf } from "#engine";
import { amountFor, buyers, openRing, sellAll, STORE } from "./ring.ts";
import { type Played, play, type Setting } from "./stage.ts";
import { judge, type Tried, type Verdict } from "./verdict.ts";
import { gainEn, gainZh, percent, texts, yuan } from "./words.ts";

const RING = 5;
const DAY = 86_400_000_000;

/** How the ring goes about it: its money against the pool's, when, and how long it keeps the points. */
interface Way {
  /** Pool portion of all its purchases over the pool's cash, in ppm. */
  readonly size: bigint;
  readonly day: number;
  readonly patient: boolean;
}

/** Days from a purchase to its points: the refund window, counted up. */
export const daysToSettle = (plan: Plan): number => Math.ceil((plan.settleAfter ?? 0) / DAY);

interface Wash extends Way {
  readonly played: Played;
  readonly net: Fen;
  readonly before: Price;
  readonly after: Price;
}

function wash(setting: Setting, way: Way): Wash {
  const { plan, world } = setting;
  const sellDay = way.patient ? world.days : way.day + daysToSettle(plan);
  let before: Price | null = null;
  let after: Price | null = null;
  const played = play(setting, {
    *forenoon(moment): Generator<Order, undefined> {
      const { book, clerk, day } = moment;
      if (day === way.day) {
        before = priceOf(book);
        const portion = mulDivDown(book.pool.cash.balance, way.size, MILLION * BigInt(RING));
        yield* openRing(moment, world, RING);
        for (const buyer of buyers(RING)) yield clerk.purchase(buyer, STORE, amountFor(plan, portion), null);
      }
      if (day === sellDay) {
        yield* sellAll(moment, RING);
        after = priceOf(book);
      }
      return undefined;
    },
  });
  const net = played.positions.attacker + played.held;
  return { ...way, played, net, before: before ?? played.price, after: after ?? played.price };
}

/** How far the price must rise after a ring's purchase until its points pay for the take it lost, in ppm: what a fen
 * paid in costs after all rewards, over what its points bring at the price they were bought at. */
function breakEven(plan: Plan, best: Fen, paid: Fen): number {
  const { mint, exitLoad } = plan.pool;
  const brings = mulDivDown(mulDivDown(poolRate(plan), mint, MILLION), MILLION - exitLoad, MILLION);
  return brings === 0n || paid === 0n ? 0 : Number(mulDivDown(-best, MILLION * MILLION, paid * brings));
}
