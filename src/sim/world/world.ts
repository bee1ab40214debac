/**
 * A world 世界: how members arrive, buy, sell and leave, as data. Money is fen, rates and shares are parts
 * per million, counts a day are in millionths; days count from 1. A world says nothing of a plan, and a
 * plan nothing of worlds.
 */
import type { Fen, Instant, Ppm } from "#engine";

/** The same text in both languages, Chinese first. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** New members a day from `fromDay` until the next phase begins. */
export type Phase =
  | { readonly kind: "constant"; readonly fromDay: number; readonly perDay: number }
  | {
      readonly kind: "growing";
      readonly fromDay: number;
      readonly perDay: number;
      /** Growth of the daily number from one day to the next; negative: decline. */
      readonly growth: number;
      readonly mostPerDay: number;
    }
  | {
      /**
       * Word of mouth under a ceiling: each day `perDay` and, of those who joined in this phase, `growth` ·
       * (1 − x/ceiling).
       */
      readonly kind: "s_curve";
      readonly fromDay: number;
      readonly perDay: number;
      readonly growth: number;
      readonly ceiling: number;
    }
  /** Nobody joins and nobody buys. */
  | { readonly kind: "stop"; readonly fromDay: number };

/** What one purchase costs. */
export type Amount =
  | { readonly kind: "fixed"; readonly fen: Fen }
  | {
      readonly kind: "lognormal";
      readonly median: Fen;
      /** Standard deviation of the logarithm, in millionths. */
      readonly sigma: number;
      readonly least: Fen;
      readonly most: Fen;
    };

export interface Stores {
  /** Open on the first day. */
  readonly count: number;
  /** One more opens every so many days up to `most`; 0: none. */
  readonly everyDays: number;
  readonly most: number;
  /** Division codes, given to the stores in turn. */
  readonly regions: readonly string[];
  /** Share of repeat purchases made at the store where the member bought first; the others anywhere. */
  readonly home: number;
  /** Share of the stores opened later whose owner was brought in by a member. */
  readonly recruited: number;
  /** The stores' contract; null: the plan's take. */
  readonly take: Ppm | null;
  /** Self-operated goods with this cost as a share of the amount; null: coalition stores. */
  readonly cost: Ppm | null;
}

/**
 * Whose code a new member brings: anyone's, one of the newest tenth's, or that of those who already brought
 * many.
 */
export type SponsorChoice = "any" | "recent" | "popular";

export interface Referral {
  /** Share of new members who join by a member's code; the others are locked by the first store. */
  readonly share: number;
  readonly choose: SponsorChoice;
}

/** What the members of a group do with their points. Shares of all groups come to 100%. */
export type Behaviour =
  | { readonly kind: "hold"; readonly share: number }
  /**
   * Sells what a purchase brought once it is worth this multiple of what it was worth when bought (1: at
   * once).
   */
  | { readonly kind: "take_profit"; readonly share: number; readonly multiple: Ppm }
  /** Sells everything on a day, or spread over some days from it, and never buys again. */
  | { readonly kind: "panic"; readonly share: number; readonly day: number; readonly days: number }
  /** Each day so many of the group sell this fraction of what they hold. */
  | {
      readonly kind: "sell_part";
      readonly share: number;
      readonly perDay: number;
      readonly fraction: Ppm;
    };

export interface Refunds {
  /** Share of purchases that are refunded, from so many to so many days later. */
  readonly rate: number;
  readonly fromDays: number;
  readonly toDays: number;
  /** Share of the amount that goes back. */
  readonly part: Ppm;
}

/** Outside cash into the pool, in equal parts at the start of so many days. */
export interface Injection {
  readonly day: number;
  readonly amount: Fen;
  readonly overDays: number;
}

/** The operator lets a share of the remainder back into the pool. */
export interface Release {
  readonly day: number;
  readonly share: Ppm;
}

export interface World {
  readonly id: string;
  readonly name: Texts;
  readonly description: Texts;
  /** Midnight of day 1, and the text whose offset its times are written in. */
  readonly start: Instant;
  readonly startText: string;
  readonly days: number;
  /** Daily numbers as expected, to the last one; otherwise they scatter around it. */
  readonly even: boolean;
  readonly arrivals: readonly Phase[];
  readonly amount: Amount;
  /** Chance of a member to buy again on a day. */
  readonly repeat: number;
  readonly stores: Stores;
  /** Districts, cities and provinces that have an agent from the first day. */
  readonly agents: readonly string[];
  readonly referral: Referral;
  readonly behaviours: readonly Behaviour[];
  readonly refunds: Refunds | null;
  readonly injections: readonly Injection[];
  readonly releases: readonly Release[];
}

/** Microseconds of a day, and of a second. */
export const SECOND = 1_000_000;
export const DAY = 86_400 * SECOND;

/** Days a world may last, and members a day it may bring: a limit on everything. */
export const MOST_DAYS = 20_000;
export const MOST_PER_DAY = 1_000_000;
export const MOST_STORES = 10_000;
/** The largest amount of one purchase in a world: a billion yuan. */
export const MOST_AMOUNT = 100_000_000_000;
