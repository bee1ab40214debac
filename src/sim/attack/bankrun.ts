/** The bank run 挤兑: on one day every holder wants all his money, and nobody buys any more. */
import { MILLION, showPrice } from "#engine";
import { everybodySells, extremes, nobody } from "./queue.ts";
import { cutAt, daysToSettle, middleOf, play, type Setting } from "./stage.ts";
import { exact, judge, type Verdict } from "./verdict.ts";
import { percent, shortPrice, texts, yuan } from "./words.ts";

/** Plays the run in the middle of the world. It holds where everyone in the queue is paid and no price falls. */
export function bankRun(setting: Setting): Verdict {
  const last = middleOf(setting.world);
  const wait = daysToSettle(setting.plan);
  const day = last + wait;
  const scene = { ...setting, world: cutAt(setting.world, last, wait) };
  const without = play(scene);
  const result = nobody(without.price);
  const played = play(scene, {
    *forenoon(moment) {
      if (moment.day === day) yield* everybodySells(moment, setting.seed, result);
      return undefined;
    },
  });
  const { served, before, after, poolBefore, refused, paidBefore } = result;
  const shares = extremes(served);
  const { paid } = shares;
  const left = played.positions.remainder - without.positions.remainder;
  return judge(scene, {
    attack: "bank_run",
    name: texts("挤兑", "Bank run"),
    gained: refused > 0,
    known: false,
    sentence: texts(
      `${served.length} 位持有人同日赎回全部积分：一共付出 ${yuan(paid)} 元，无人被拒；价格由 ${shortPrice(before)} ` +
        `一路升到 ${shortPrice(after)}，排在最前的拿到账面的 ${percent(shares.first, MILLION)}，最后的 ${percent(shares.last, MILLION)}，` +
        `留存 ${yuan(left)} 元转入余留。`,
      `${served.length} holders redeem everything on one day: ${yuan(paid)} yuan are paid and nobody is refused; the price ` +
        `rises from ${shortPrice(before)} to ${shortPrice(after)}, the first gets ${percent(shares.first, MILLION)} of what his ` +
        `points were worth, the last ${percent(shares.last, MILLION)}, and ${yuan(left)} yuan stay as remainder.`,
    ),
    figures: {
      holders: served.length,
      refused,
      paid_by_the_house_before_their_turn: paidBefore,
      pool_before_fen: exact(poolBefore),
      paid_fen: exact(paid),
      remainder_fen: exact(left),
      price_first: showPrice(before),
      price_last: showPrice(after),
      first_got_ppm: exact(shares.first),
      last_got_ppm: exact(shares.last),
      least_got_ppm: exact(shares.least),
      most_got_ppm: exact(shares.most),
    },
    before,
    after,
    tried: [],
    played,
    without,
    all: [played],
  });
}
