/** The bank run 挤兑: on one day every holder wants all his money, and nobody buys any more. */
import { MILLION, showPrice } from "#engine";
import { everybodySells, extremes, nobody } from "./queue.ts";
import { SENTENCE } from "./sentences.ts";
import { cutAt, daysToSettle, middleOf, play, type Setting } from "./stage.ts";
import { exact, judge, type Verdict } from "./verdict.ts";
import { percent, shortPrice, tell, texts, yuan } from "./words.ts";

/**
 * Plays the run in the middle of the world. It holds where everyone in the queue is paid and no price
 * falls.
 */
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
    sentence: tell([SENTENCE.bankRun], {
      holders: served.length,
      paid: yuan(paid),
      refused,
      before: shortPrice(before),
      after: shortPrice(after),
      first: percent(shares.first, MILLION),
      last: percent(shares.last, MILLION),
      left: yuan(left),
    }),
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
