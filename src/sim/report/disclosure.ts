/**
 * The disclosure that every member must see before the first order, with live figures, and what stands
 * behind them. Its Chinese wording is fixed by the compliance profile, also where the product's own word
 * for a thing is another (平台, 兑付).
 */
import type { Sentence } from "../facts/say.ts";
import type { Findings } from "../findings/index.ts";
import { count, day, percent, ppmOf, yuan } from "./format.ts";

/** 100% less a percent string of at most 4 decimals, exact: "20%" → "80%". */
export function restOf(percentText: string): string {
  const [whole = "0", places = ""] = percentText.replace("%", "").split(".");
  const left = 1_000_000 - Number(whole) * 10_000 - Number(places.padEnd(4, "0"));
  const tail = String(left % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${Math.trunc(left / 10_000)}${tail === "" ? "" : `.${tail}`}%`;
}

/** What the disclosure tells, whoever counted it. Shares in ppm; null where nobody is counted. */
export interface DisclosureFigures {
  /** Percent string of the plan, such as "20%". */
  readonly exitLoad: string;
  /** Day of the last order counted; null where orders carry no time. */
  readonly until: string | null;
  /** Members who have spent. */
  readonly counted: number;
  /** What the points of the member in the middle can be redeemed for today. */
  readonly todayFen: number;
  /** Share of them whose proceeds, today's redemption included, come to all of their spend. */
  readonly fullPpm: number | null;
  /** Proceeds of the member in the middle over his spend. */
  readonly medianPpm: number | null;
  readonly theory: { readonly full_ppm: number; readonly median_ppm: number };
}

/** The disclosure of what was counted in a run. */
export function disclosure(findings: Findings): Sentence {
  const { plan, period, counted, if_redeemed, theory, standings } = findings;
  const middle = standings.find(({ rank }) => rank === "median")?.row;
  return disclosureText({
    exitLoad: plan.exit_load,
    until: day(period.to),
    counted,
    todayFen: middle?.redeemable_fen ?? 0,
    fullPpm: ppmOf(if_redeemed.full, counted),
    medianPpm: if_redeemed.p50_ppm,
    theory,
  });
}

/** The disclosure with its figures, in both languages. */
export function disclosureText(figures: DisclosureFigures): Sentence {
  const { exitLoad, until, counted, theory } = figures;
  const today = yuan(figures.todayFen);
  const keeps = restOf(exitLoad);
  const full = percent(figures.fullPpm);
  const half = percent(figures.medianPpm);
  const [fullTheory, halfTheory] = [percent(theory.full_ppm), percent(theory.median_ppm)];
  return {
    zh: [
      "积分不是存款、证券或货币，不产生利息，平台不承诺任何收益。",
      "每积分可兑付金额 = 积分池现有余额 ÷ 流通积分；按章程它不会下降，但可能长期几乎不变。",
      `中位会员的积分今天可兑付 ${today} 元：市值的 ${keeps}，其余 ${exitLoad} 留存池内。`,
      `截至${until === null ? "最后一笔指令" : ` ${until}`}，${count(counted)} 名会员中，`,
      `兑付所得（含今天可兑付的）达到消费额 100% 的占 ${full}`,
      `（无人提前兑付时理论值约 ${fullTheory}），中位数为消费额的 ${half}（理论值 ${halfTheory}）。`,
      "封顶额是上限，不是目标。后加入者一般少于先加入者。退款将同步收回积分和奖励。",
      "平台终止时，池内余额按份额全额分配，不扣留存。",
    ].join(""),
    en: [
      "Points are no deposit, security or currency; they bear no interest, and the operator " +
        "promises no gain of any kind.",
      "What a point can be redeemed for = cash in the pool ÷ points out; by the plan it " +
        "does not fall, but it may hardly move for a long time.",
      `The points of the member in the middle can be redeemed for ${today} yuan today: ` +
        `${keeps} of their worth, the other ${exitLoad} stays in the pool.`,
      `As of ${until ?? "the last order"}, of ${count(counted)} members ${full} have ` +
        `proceeds (today's redemption included) of 100% of their spend (in theory about ` +
        `${fullTheory} if nobody redeems early),`,
      `and the median is ${half} of the spend (in theory ${halfTheory}).`,
      "The cap is a ceiling, not a goal. Later members generally get less than earlier " +
        "ones. A refund takes back points and commissions with it.",
      "When the pool is wound up, its cash is given out in full by share, without the exit load.",
    ].join(" "),
  };
}
