/**
 * The compliance profile `cn`: its thresholds, dated and versioned in one table, and the sources they come
 * from. A profile is code with tests, not a setting that an operator can switch off. Not legal advice;
 * several of these figures changed in recent years, so whoever changes one here raises its version and its
 * date.
 */
import type { Sentence } from "./say.ts";

/**
 * One threshold: its figure, the rows of the profile it rests on, and since when this version of it is
 * ours.
 */
export interface Threshold<T = number> {
  readonly value: T;
  readonly rows: readonly Row[];
  readonly version: number;
  readonly dated: string;
}

/** The sources by their row in the profile. Names only: articles are for a lawyer to look up. */
export const SOURCES = {
  0: { zh: "本软件的决定", en: "decision of this software" },
  1: { zh: "禁止传销条例", en: "Regulation on Prohibition of Pyramid Selling" },
  2: { zh: "刑法及两高一部意见", en: "Criminal Law and opinions on pyramid schemes" },
  3: { zh: "二级推荐的处罚实例", en: "decided cases on two levels" },
  6: { zh: "防范和处置非法集资条例", en: "Regulation on Illegal Fund-raising" },
  7: { zh: "非法集资司法解释", en: "judicial interpretation on illegal fund-raising" },
  8: { zh: "消费返利风险提示", en: "official warnings on consumption rebates" },
  10: { zh: "微信支付分账限额", en: "limits of WeChat Pay profit sharing" },
  14: { zh: "消费者权益保护法与七日无理由退货", en: "Consumer Protection Law, seven-day returns" },
  19: { zh: "电子商务法", en: "E-Commerce Law" },
  20: { zh: "商业特许经营管理条例", en: "Regulation on Commercial Franchise" },
  21: { zh: "直销管理条例", en: "Regulation on Direct Selling" },
  22: { zh: "证券法", en: "Securities Law" },
  23: { zh: "广告法", en: "Advertising Law" },
} as const satisfies Readonly<Record<number, Sentence>>;
export type Row = keyof typeof SOURCES;

const DATED = "2026-11-22";
const first = <T>(value: T, ...rows: readonly Row[]): Threshold<T> => ({
  value,
  rows,
  version: 1,
  dated: DATED,
});

/** Thresholds of the profile. Rates are parts per million, spans whole days. */
export const CN = {
  id: "cn",
  version: 1,
  dated: DATED,
  /** Upline levels a plan may list at most. */
  mostLevels: first(2, 0, 1, 2),
  /** Upline levels that need no signed acknowledgement. */
  levelsUnsigned: first(1, 0, 1, 3),
  /** The most that one order may pay out to people, of its price. */
  mostPay: first(300_000n, 21),
  /** The most a channel lets be split off a merchant's order unless more has been applied for. */
  channelSplit: first(300_000n, 10),
  /** Days from receipt within which a distance purchase may be returned without a reason. */
  returnDays: first(7, 14),
  /** Days for which commissions stay frozen. */
  freezeDays: first(7, 0, 14),
  /** Days between the written disclosure to a region agent and the contract. */
  disclosureDays: first(30, 0, 20),
  /** Days for which a changed rule is announced before it holds. */
  noticeDays: first(7, 19),
} as const;
