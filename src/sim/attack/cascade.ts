/** The exit cascade 赎回连锁: one large order lifts the price over many triggers at once. */
import { type Fen, MILLION, mulDivDown, type Order, type Price, priceOf, showPrice } from "#engine";
import { amountFor, buyers, openRing, STORE, sellAll } from "./ring.ts";
import { SENTENCE } from "./sentences.ts";
import { daysToSettle, middleOf, type Played, play, type Setting } from "./stage.ts";
import { exact, judge, type Tried, type Verdict } from "./verdict.ts";
import { gain, percent, shortPrice, tell, texts, yuan } from "./words.ts";

/** What is thrown at the pool: how much against its cash, in how many orders, by whom. */
interface Way {
  readonly by: "purchase" | "injection";
  /** Pool money of all orders together over the pool's cash before, in ppm. */
  readonly size: bigint;
  readonly orders: number;
}

const SIZES = [MILLION, 5n * MILLION, 20n * MILLION];
const WAYS: readonly Way[] = (["purchase", "injection"] as const).flatMap((by) =>
  SIZES.flatMap((size) => [1, 10].map((orders) => ({ by, size, orders }))),
);

interface Cascade extends Way {
  readonly played: Played;
  readonly net: Fen;
  readonly before: Price;
  /** After the largest single order, and what that order did. */
  readonly after: Price;
  readonly exits: number;
  readonly exitsOfOne: number;
  readonly paid: Fen;
  /** The most that one order lifted the price by, in ppm. */
  readonly lift: bigint;
}

const lifted = (from: Price, to: Price): bigint =>
  (to.cash * from.points * MILLION) / (from.cash * to.points) - MILLION;

function throwAt(setting: Setting, way: Way): Cascade {
  const { plan, world } = setting;
  const day = middleOf(world);
  const sellDay = day + daysToSettle(plan);
  const seen = {
    before: null as Price | null,
    after: null as Price | null,
    exits: 0,
    most: 0,
    paid: 0n,
    lift: 0n,
  };
  const played = play(setting, {
    *forenoon(moment): Generator<Order, undefined> {
      const { book, clerk } = moment;
      if (moment.day === day) {
        seen.before = priceOf(book);
        const portion = mulDivDown(book.pool.cash.balance, way.size, MILLION * BigInt(way.orders));
        if (way.by === "purchase") yield* openRing(moment, world, 1);
        const [buyer] = buyers(1) as [string];
        for (let i = 0; i < way.orders; i += 1) {
          if (way.by === "purchase") yield clerk.purchase(buyer, STORE, amountFor(plan, portion), null);
          else if (portion > 0n) yield clerk.inject(portion);
        }
        seen.after = priceOf(book);
      }
      if (moment.day === sellDay && way.by === "purchase") yield* sellAll(moment, 1);
      return undefined;
    },
    see({ order, kind, start, cash, points, last, exits }) {
      if (!order.startsWith("x-") || kind === "redeem") return;
      const rise = lifted(start, points > 0n ? { cash, points } : last);
      if (rise > seen.lift) seen.lift = rise;
      seen.exits += exits.length;
      seen.most = Math.max(seen.most, exits.length);
      seen.paid += exits.reduce((sum, { proceeds }) => sum + proceeds, 0n);
    },
  });
  return {
    ...way,
    played,
    net: played.positions.attacker + played.held,
    before: seen.before ?? played.price,
    after: seen.after ?? played.price,
    exits: seen.exits,
    exitsOfOne: seen.most,
    paid: seen.paid,
    lift: seen.lift,
  };
}

function row({ by, size, orders, played, net, exits, exitsOfOne, paid, lift, after }: Cascade): Tried {
  const [zh, en] = by === "purchase" ? ["消费", "purchase"] : ["注资", "injection"];
  const share = percent(size, MILLION);
  return {
    name: texts(`${zh}，占池 ${share}，分 ${orders} 笔`, `${en}, ${share} of the pool, in ${orders}`),
    figures: {
      paid_in_fen: exact(played.paid),
      net_fen: exact(net),
      exits,
      exits_of_one_order: exitsOfOne,
      exits_paid_fen: exact(paid),
      largest_lift_ppm: exact(lift),
      price: showPrice(after),
    },
  };
}

/**
 * Plays cascades of all sizes. It holds where whoever set one off lost by it and no order lifted the price
 * too far.
 */
export function exitCascade(setting: Setting): Verdict {
  const all = WAYS.map((way) => throwAt(setting, way));
  const most = all.reduce((a, b) => (b.exits > a.exits ? b : a));
  const best = all.reduce((a, b) => (b.net > a.net ? b : a));
  const lift = all.reduce((a, one) => (one.lift > a ? one.lift : a), 0n);
  return judge(setting, {
    attack: "exit_cascade",
    name: texts("赎回连锁", "Exit cascade"),
    gained: best.net > 0n,
    known: false,
    sentence: tell([SENTENCE.cascade], {
      ways: all.length,
      exits: most.exits,
      paid: yuan(most.paid),
      lift: percent(lift, MILLION),
      limit: percent(setting.plan.pool.maxStep, MILLION),
      after: shortPrice(most.after),
      net: gain(best.net),
    }),
    figures: {
      exits: most.exits,
      exits_of_one_order: most.exitsOfOne,
      exits_paid_fen: exact(most.paid),
      paid_in_fen: exact(most.played.paid),
      net_fen: exact(most.net),
      best_net_fen: exact(best.net),
      largest_lift_ppm: exact(lift),
      step_limit_ppm: exact(setting.plan.pool.maxStep),
    },
    before: most.before,
    after: most.after,
    tried: all.map(row),
    played: most.played,
    without: play(setting),
    all: all.map(({ played }) => played),
  });
}
