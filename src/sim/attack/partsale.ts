/**
 * Selling in many parts 分批卖出: with a flat load each part lifts the price for the next. Known and disclosed.
 */
import { type Fen, MILLION, type Order, type Price, priceOf, showPrice } from "#engine";
import { amountFor, buyers, openRing, STORE } from "./ring.ts";
import { SENTENCE } from "./sentences.ts";
import { daysToSettle, middleOf, type Played, play, type Setting } from "./stage.ts";
import { exact, judge, type Tried, type Verdict } from "./verdict.ts";
import { percent, tell, texts, yuan } from "./words.ts";

const PARTS = [1, 2, 5, 10, 20, 50];
/** The number of parts the disclosure speaks of. */
const DISCLOSED = 20;
const [SELLER] = buyers(1) as [string];

interface Sale {
  readonly parts: number;
  readonly played: Played;
  readonly got: Fen;
  readonly before: Price;
  readonly after: Price;
}

/**
 * Somebody buys until he holds half of all points, and sells exactly that half in so many parts, one after
 * the other.
 */
function sellIn(setting: Setting, parts: number): Sale {
  const { plan, world } = setting;
  const day = middleOf(world);
  const sellDay = day + daysToSettle(plan);
  const seen = { got: 0n, before: null as Price | null, after: null as Price | null };
  const played = play(setting, {
    *forenoon(moment): Generator<Order, undefined> {
      const { book, clerk } = moment;
      if (moment.day === day) {
        yield* openRing(moment, world, 1);
        // Minted points are as many as those out when pool money times mint equals the pool's cash; a
        // little more, that half of all points are surely his.
        const portion = (book.pool.cash.balance * MILLION * 101n) / (plan.pool.mint * 100n);
        yield clerk.purchase(SELLER, STORE, amountFor(plan, portion), null);
      }
      if (moment.day !== sellDay) return undefined;
      const seller = book.members.get(SELLER);
      if (seller === undefined) return undefined;
      seen.before = priceOf(book);
      const half = -book.pool.issued.balance / 2n;
      const all = half < seller.points.balance ? half : seller.points.balance;
      const wallet = seller.wallet.balance;
      for (let part = 1; part <= parts; part += 1) {
        const upTo = (n: number) => (all * BigInt(n)) / BigInt(parts);
        const points = upTo(part) - upTo(part - 1);
        if (points > 0n) yield clerk.redeem(SELLER, points);
      }
      seen.got = seller.wallet.balance - wallet;
      seen.after = priceOf(book);
      return undefined;
    },
  });
  const { got, before, after } = seen;
  return { parts, played, got, before: before ?? played.price, after: after ?? played.price };
}

const row =
  (one: Fen) =>
  ({ parts, got, after }: Sale): Tried => ({
    name: texts(`分 ${parts} 次卖`, `in ${parts} ${parts === 1 ? "part" : "parts"}`),
    figures: { got_fen: exact(got), more_fen: exact(got - one), price: showPrice(after) },
  });

/** Half of the pool sold at once and in parts, the same world otherwise. */
export function partSale(setting: Setting): Verdict {
  const all = PARTS.map((parts) => sellIn(setting, parts));
  const once = all[0] as Sale;
  const many = all.find(({ parts }) => parts === DISCLOSED) as Sale;
  const more = many.got - once.got;
  return judge(setting, {
    attack: "part_sale",
    name: texts("分批卖出", "Selling in many parts"),
    gained: more > 0n,
    known: true,
    sentence: tell([SENTENCE.partSale], {
      once: yuan(once.got),
      many: yuan(many.got),
      parts: DISCLOSED,
      more: yuan(more),
      part: percent(more, once.got),
    }),
    figures: {
      at_once_fen: exact(once.got),
      in_parts_fen: exact(many.got),
      parts: DISCLOSED,
      more_fen: exact(more),
      more_ppm: once.got === 0n ? null : exact((more * MILLION) / once.got),
    },
    before: many.before,
    after: many.after,
    tried: all.map(row(once.got)),
    played: many.played,
    without: once.played,
    all: all.map(({ played }) => played),
  });
}
