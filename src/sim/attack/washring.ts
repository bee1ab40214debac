/**
 * The wash ring 刷单团伙: members buy from themselves at a colluding store for the commissions and the points.
 */
import {
  type Fen,
  largestCommissions,
  MILLION,
  mulDivDown,
  type Order,
  type Plan,
  type Price,
  poolRate,
  priceOf,
  showMultiple,
  showPrice,
} from "#engine";
import { amountFor, buyers, openRing, STORE, sellAll } from "./ring.ts";
import { SENTENCE } from "./sentences.ts";
import { daysToSettle, type Played, play, type Setting } from "./stage.ts";
import { exact, judge, type Tried, type Verdict } from "./verdict.ts";
import { gain, percent, tell, texts, yuan } from "./words.ts";

const RING = 5;
const HUNDREDTH = MILLION / 100n;

/** How the ring goes about it: its money against the pool's, when, and how long it keeps the points. */
interface Way {
  /** Pool portion of all its purchases over the pool's cash, in ppm. */
  readonly size: bigint;
  readonly day: number;
  readonly patient: boolean;
}

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

/**
 * How far the price must rise after a ring's purchase until its points pay for what it lost of the take:
 * the take less all commissions, over what the points bring after the load at the price they were bought
 * at. In ppm.
 */
export function breakEven(plan: Plan): bigint {
  const { mint, exitLoad } = plan.pool;
  const lost = plan.take - largestCommissions(plan);
  return mulDivDown(lost, MILLION * MILLION * MILLION, poolRate(plan) * mint * (MILLION - exitLoad));
}

const best = (all: readonly Wash[]): Wash => all.reduce((a, b) => (b.net > a.net ? b : a));

const waysOf = ({ world }: Setting): Way[] =>
  [1n, 2n, 3n].flatMap((quarter) =>
    [100_000n, MILLION, 10n * MILLION].flatMap((size) =>
      [false, true].map((patient) => {
        const day = Math.max(1, Number((BigInt(world.days) * quarter) / 4n));
        return { size, day, patient };
      }),
    ),
  );

function triedRow({ size, day, patient, played, net }: Wash): Tried {
  const [zh, en] = patient ? ["持有到最后", "held to the end"] : ["到手即卖", "sold at once"];
  const share = percent(size, MILLION);
  return {
    name: texts(`第 ${day} 天，占池 ${share}，${zh}`, `day ${day}, ${share} of the pool, ${en}`),
    figures: { paid_fen: exact(played.paid), net_fen: exact(net), price: showPrice(played.price) },
  };
}

/** Plays the ring in every way of the grid and judges the one that is best for it. */
export function washRing(setting: Setting): Verdict {
  const all = waysOf(setting).map((way) => wash(setting, way));
  const [atOnce, patient] = [false, true].map((waits) =>
    best(all.filter((way) => way.patient === waits)),
  ) as [Wash, Wash];
  const top = best([atOnce, patient]);
  const { played, net } = top;
  const rise = breakEven(setting.plan);
  return judge(setting, {
    attack: "wash_ring",
    name: texts("刷单团伙", "Wash ring"),
    gained: net > 0n,
    known: false,
    sentence: tell([SENTENCE.washRing], {
      ways: all.length,
      once: gain(atOnce.net),
      oncePaid: yuan(atOnce.played.paid),
      onceDay: atOnce.day,
      long: gain(patient.net),
      longPaid: yuan(patient.played.paid),
      longDay: patient.day,
      times: showMultiple(((rise + HUNDREDTH - 1n) / HUNDREDTH) * HUNDREDTH),
    }),
    figures: {
      paid_fen: exact(played.paid),
      net_fen: exact(net),
      held_fen: exact(played.held),
      net_at_once_fen: exact(atOnce.net),
      net_patient_fen: exact(patient.net),
      break_even_rise_ppm: exact(rise),
    },
    before: top.before,
    after: top.after,
    tried: all.map(triedRow),
    played,
    without: play(setting),
    all: all.map((one) => one.played),
  });
}
