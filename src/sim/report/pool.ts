/** The pool over time: price, cash and points, what it paid. */
import type { Findings } from "../findings/index.ts";
import { exitChart, poolChart, priceChart } from "./charts.ts";
import { type Figures, section } from "./figure.ts";
import { count, decimal, yuan } from "./format.ts";
import type { Html } from "./html.ts";
import { exitList, samples } from "./lists.ts";

export function overTime(findings: Findings, figures: Figures): Html {
  const { series, plan, pool } = findings;
  const end = series.at(-1);
  const peak = Math.max(...series.map(({ cash_fen }) => cash_fen));
  const price = figures.show({
    id: "price",
    title: { zh: "每积分可兑付金额", en: "Price of a point" },
    why: {
      zh: "积分池余额 ÷ 流通积分（元）。按章程它不会下降，但可能长期几乎不变。",
      en:
        "Pool cash ÷ points out, in yuan. By the plan it does not fall, but it may hardly " +
        "move for a long time.",
    },
    reading: {
      zh: `从 ${decimal(plan.opening_price, 4)} 元到 ${decimal(pool.price, 4)} 元。`,
      en: `From ${decimal(plan.opening_price, 4)} to ${decimal(pool.price, 4)} yuan.`,
    },
    chart: priceChart(findings),
    data: samples(findings),
  });
  const cash = figures.show({
    id: "pool",
    title: { zh: "积分池余额与流通积分", en: "Pool cash and points out" },
    why: {
      zh: "余额是池里的现金，流通积分是会员手里的全部积分；两者之比就是每积分可兑付金额。",
      en: "The cash in the pool and all points members hold; the price is one over the other.",
    },
    reading: {
      zh: `余额最高 ${yuan(peak)} 元，现在 ${yuan(pool.cash_fen)} 元；流通 ${decimal(pool.points, 2)} 积分。`,
      en:
        `Cash peaked at ${yuan(peak)} yuan and stands at ${yuan(pool.cash_fen)}; ` +
        `${decimal(pool.points, 2)} points are out.`,
    },
    chart: poolChart(findings),
  });
  const exits = figures.show({
    id: "exits",
    title: { zh: "付给会员的钱与强制赎回", en: "Paid to members, and forced exits" },
    why: {
      zh: "积分池至今付给会员的钱（赎回、强制赎回、清算，减去退款收回的），和由系统赎回的批次数。",
      en:
        "What the pool has paid to members so far (less what refunds brought back), and lots " +
        "paid out by the house.",
    },
    reading: {
      zh: `共付 ${yuan(end?.paid_fen ?? 0)} 元，强制赎回 ${count(end?.exits ?? 0)} 次。`,
      en: `${yuan(end?.paid_fen ?? 0)} yuan paid in all, ${count(end?.exits ?? 0)} forced exits.`,
    },
    chart: exitChart(findings),
    data: exitList(findings),
  });
  return section("pool-over-time", { zh: "积分池的经过", en: "The pool over time" }, [price, cash, exits]);
}
