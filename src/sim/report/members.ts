/** What members got back: distribution, cohorts, and who stands where. */
import type { Sentence } from "../facts/say.ts";
import type { Findings, MemberRow, Standing } from "../findings/index.ts";
import { bucketLabels, cohortChart, spreadChart } from "./charts.ts";
import { type Figures, section } from "./figure.ts";
import { count, day, decimal, percent, yuan } from "./format.ts";
import { type Content, explain, type Html, html, table } from "./html.ts";
import { sharesOf } from "./shares.ts";

const SHARE: Sentence = {
  zh: "（从积分池拿到的钱 + 今天可兑付的钱）÷ 消费额。推荐奖励不算在内。一切先按整数的分计算，最后才相除。",
  en:
    "(Got out of the pool + what could be redeemed today) ÷ spend. Commissions are not " +
    "part of it. All figures are whole fen until this division.",
};

export function members(findings: Findings, figures: Figures): Html {
  const title = { zh: "会员拿回了多少", en: "What members got back" };
  if (findings.counted === 0) {
    const none = {
      zh: "没有一位会员有消费余额，无从计算比例。",
      en: "No member has spend left, so there is no share to take.",
    };
    return section("members", title, html`<p>${none}</p>`);
  }
  return section("members", title, [
    spread(findings, figures),
    cohorts(findings, figures),
    standings(findings),
  ]);
}

function spread(findings: Findings, figures: Figures): Html {
  const { so_far, if_redeemed, edges_ppm, counted } = findings;
  const half = if_redeemed.p50_ppm;
  const shares = [so_far, if_redeemed].map(({ buckets }) => sharesOf(buckets, counted) ?? []);
  const rows = bucketLabels(edges_ppm).map((label, i) => [
    label,
    ...[so_far, if_redeemed].flatMap(({ buckets }, n) => [
      count(buckets[i] ?? 0),
      percent(shares[n]?.[i] ?? null),
    ]),
  ]);
  return figures.show({
    id: "spread",
    title: { zh: "拿回消费额的多大一部分", en: "Share of spend got back" },
    why: SHARE,
    reading: {
      zh:
        `${count(counted)} 名会员：${count(so_far.buckets[0] ?? 0)} 名至今没有赎回过；算上今天可兑付的，中位数是 ` +
        `${percent(half)}，${count(if_redeemed.full)} 名达到 100%。`,
      en:
        `${count(counted)} members: ${count(so_far.buckets[0] ?? 0)} have redeemed nothing so ` +
        `far; with what could be redeemed today, the median is ${percent(half)}, ` +
        `and ${count(if_redeemed.full)} reach 100%.`,
    },
    chart: spreadChart(findings),
    data: table(
      { zh: "拿回比例的分布", en: "Spread of the share got back" },
      [
        { head: { zh: "占消费额", en: "Share of spend" } },
        { head: { zh: "至今：会员数", en: "So far: members" }, numeric: true },
        { head: "%", numeric: true },
        { head: { zh: "若今天赎回：会员数", en: "If redeemed today: members" }, numeric: true },
        { head: "%", numeric: true },
      ],
      rows,
    ),
  });
}

const COHORTS: Readonly<Record<Findings["cohorts_by"], Sentence>> = {
  month: { zh: "按首次消费的月份分组", en: "by month of the first purchase" },
  quarter: { zh: "按首次消费的季度分组", en: "by quarter of the first purchase" },
  year: { zh: "按首次消费的年份分组", en: "by year of the first purchase" },
  arrival: { zh: "按首次消费的先后分成十组", en: "in ten groups by order of the first purchase" },
};

const LATER = "Later members generally get less than earlier ones.";

function cohorts(findings: Findings, figures: Figures): Html {
  const { cohorts, cohorts_by } = findings;
  const by = COHORTS[cohorts_by];
  const first = percent(cohorts[0]?.if_redeemed.p50_ppm ?? null);
  const last = percent(cohorts.at(-1)?.if_redeemed.p50_ppm ?? null);
  return figures.show({
    id: "cohorts",
    title: { zh: "先来的和后来的", en: "Early and late members" },
    why: {
      zh: "色条从第 10 百分位到第 90 百分位（中间八成会员），圆点是中位会员；比例含今天可兑付的。",
      en:
        "The bar reaches from the 10th to the 90th percentile (the middle 80% of members), " +
        "the dot is the member in the middle; shares include what could be redeemed today.",
    },
    reading:
      cohorts.length === 1
        ? {
            zh: `会员${by.zh}：只有一组，中位数 ${first}。后加入者一般少于先加入者。`,
            en: `Members ${by.en}: one group only, its median is ${first}. ${LATER}`,
          }
        : {
            zh: `会员${by.zh}：最早一组的中位数 ${first}，最晚一组 ${last}。后加入者一般少于先加入者。`,
            en: `Members ${by.en}: the median of the first group is ${first}, of the last ${last}. ${LATER}`,
          },
    chart: cohortChart(findings),
    data: table(
      { zh: "各组会员拿回的比例", en: "Share got back by group" },
      [
        { head: { zh: "组", en: "Group" } },
        { head: { zh: "会员", en: "Members" }, numeric: true },
        { head: { zh: "消费额（元）", en: "Spent (yuan)" }, numeric: true },
        { head: { zh: "已拿到（元）", en: "Got (yuan)" }, numeric: true },
        { head: { zh: "可兑付（元）", en: "Redeemable (yuan)" }, numeric: true },
        { head: "p10", numeric: true },
        { head: { zh: "中位数", en: "Median" }, numeric: true },
        { head: "p90", numeric: true },
        { head: "≥100%", numeric: true },
      ],
      cohorts.map(({ name, members, spent_fen, got_fen, redeemable_fen, if_redeemed }) => [
        name,
        count(members),
        yuan(spent_fen),
        yuan(got_fen),
        yuan(redeemable_fen),
        percent(if_redeemed.p10_ppm),
        percent(if_redeemed.p50_ppm),
        percent(if_redeemed.p90_ppm),
        count(if_redeemed.full),
      ]),
    ),
  });
}

const RANKS: Readonly<Record<Standing["rank"], Sentence>> = {
  best: { zh: "最多", en: "Best" },
  p90: { zh: "高于九成会员", en: "Above 90% of members" },
  median: { zh: "中位", en: "Median" },
  p10: { zh: "低于九成会员", en: "Below 90% of members" },
  worst: { zh: "最少", en: "Worst" },
};

function standings({ standings, counted }: Findings): Html {
  const line = (name: Sentence, of: (row: MemberRow) => Content, why?: Sentence): Content[] => [
    why === undefined ? name : [name, explain(why)],
    ...standings.map(({ row }) => of(row)),
  ];
  const rows = [
    line({ zh: "会员", en: "Member" }, ({ member }) => member),
    line({ zh: "首次消费", en: "First purchase" }, firstWords),
    line({ zh: "消费（元）", en: "Spent (yuan)" }, ({ spent_fen }) => yuan(spent_fen)),
    line({ zh: "已拿到（元）", en: "Got (yuan)" }, ({ got_fen }) => yuan(got_fen), GOT),
    line({ zh: "持有积分", en: "Points held" }, ({ points }) => decimal(points, 4)),
    line({ zh: "市值（元）", en: "Worth (yuan)" }, ({ worth_fen }) => yuan(worth_fen), WORTH),
    line(
      { zh: "今天可兑付（元）", en: "Redeemable today (yuan)" },
      ({ redeemable_fen }) => yuan(redeemable_fen),
      REDEEMABLE,
    ),
    line({ zh: "已拿回", en: "Got back" }, ({ so_far_ppm }) => percent(so_far_ppm)),
    line(
      { zh: "若今天赎回", en: "If redeemed today" },
      ({ if_redeemed_ppm }) => html`<b>${percent(if_redeemed_ppm)}</b>`,
      SHARE,
    ),
    line(
      { zh: "另有推荐奖励（元）", en: "Commissions beside (yuan)" },
      ({ commission_fen }) => yuan(commission_fen),
      COMMISSIONS,
    ),
  ];
  const title = { zh: "最多、中位和最少的会员", en: "Best, median and worst member" };
  const heads = standings.map(({ rank }) => ({
    head: RANKS[rank],
    numeric: true,
    wide: rank === "p90" || rank === "p10",
  }));
  return html`<div class="card who"><h3>${title}</h3>
<p>${{
    zh: `${count(counted)} 名有消费的会员按“若今天赎回”的比例排队，各处站着谁。全部会员见 members.csv。`,
    en:
      `Who stands where among ${count(counted)} members with spend, ordered by their share ` +
      `if redeemed today. All of them are in members.csv.`,
  }}</p>
${table(title, [{ head: { zh: "位置", en: "Place" } }, ...heads], rows)}</div>`;
}

const GOT: Sentence = {
  zh: "积分池已付给这位会员的，减去退款时收回的。",
  en: "What the pool has paid, less what refunds took back.",
};
const WORTH: Sentence = {
  zh: "积分 × 每积分可兑付金额，向下取整到分。",
  en: "Points × price, rounded down to the fen.",
};
const REDEEMABLE: Sentence = {
  zh: "市值减去留存；留存留在池中。",
  en: "The worth less the exit load, which stays in the pool.",
};
const COMMISSIONS: Sentence = {
  zh: "推荐、招商和代理奖励；不算在比例里。",
  en: "Commissions for sponsoring, recruiting and agency; not part of the share.",
};

function firstWords(row: MemberRow): Content {
  const number = count(row.first_purchase ?? 0);
  return day(row.first_at) ?? { zh: `第 ${number} 笔`, en: `no. ${number}` };
}
