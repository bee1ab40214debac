/**
 * The charts as data for page.js, which draws them. Here, and only here, exact figures become floats: a
 * chart has no use for fen beyond what a pixel shows; the tables beside it keep them.
 */

import type { Sentence } from "../facts/say.ts";
import type { Findings, Spread } from "../findings/index.ts";
import { percent } from "./format.ts";
import type { Bands } from "./options.ts";
import { partsOf, poolPartsOf } from "./parts.ts";
import { sharesOf } from "./shares.ts";
import type { Bars, Cut, Lines, Ranges } from "./spec.ts";

const yuanOf = (fen: number) => fen / 100;
const percentOf = (ppm: number | null) => (ppm ?? 0) / 10_000;

/** Where the series stands on the x axis: time where there is any, else purchases. */
function placed({ series }: Findings): Pick<Lines, "x" | "time" | "x_name"> {
  const times = series.map(({ at }) => (at === null ? Number.NaN : Date.parse(`${at.slice(0, 19)}Z`)));
  if (times.every((time) => !Number.isNaN(time)) && times.length > 1)
    return { x: times, time: true, x_name: { zh: "时间", en: "time" } };
  return {
    x: series.map(({ purchase }) => purchase),
    time: false,
    x_name: { zh: "第几笔消费", en: "purchases so far" },
  };
}

export function priceChart(findings: Findings): Lines {
  return {
    kind: "lines",
    ...placed(findings),
    axes: ["price"],
    lines: [
      {
        name: { zh: "每积分可兑付金额", en: "price of a point" },
        axis: 0,
        colour: "water",
        values: findings.series.map(({ price }) => Number(price)),
        filled: true,
      },
    ],
  };
}

export function poolChart(findings: Findings): Lines {
  const { series } = findings;
  return {
    kind: "lines",
    ...placed(findings),
    axes: ["yuan", "points"],
    lines: [
      {
        name: { zh: "积分池余额（左）", en: "pool cash (left)" },
        axis: 0,
        colour: "water",
        values: series.map(({ cash_fen }) => yuanOf(cash_fen)),
        filled: true,
      },
      {
        name: { zh: "流通积分（右）", en: "points out (right)" },
        axis: 1,
        colour: "sand",
        values: series.map(({ points }) => Number(points)),
      },
    ],
  };
}

export function exitChart(findings: Findings): Lines {
  const { series } = findings;
  return {
    kind: "lines",
    ...placed(findings),
    axes: ["yuan", "count"],
    lines: [
      {
        name: { zh: "累计付出（左）", en: "paid so far (left)" },
        axis: 0,
        colour: "leaf",
        values: series.map(({ paid_fen }) => yuanOf(paid_fen)),
        filled: true,
        stepped: true,
      },
      {
        name: { zh: "强制赎回次数（右）", en: "forced exits (right)" },
        axis: 1,
        colour: "rose",
        values: series.map(({ exits }) => exits),
        stepped: true,
      },
    ],
  };
}

/** Labels of the buckets of a spread, from "nothing" to "100% and more". */
export function bucketLabels(edges: readonly number[]): Sentence[] {
  const text = (ppm: number) => String(ppm / 10_000);
  const same = (label: string): Sentence => ({ zh: label, en: label });
  return [
    { zh: "0", en: "0" },
    ...edges.map((edge, i) =>
      i === 0 ? same(`<${text(edge)}%`) : same(`${text(edges[i - 1] as number)}–${text(edge)}%`),
    ),
    same(`≥${text(edges.at(-1) as number)}%`),
  ];
}

/**
 * Without the empty buckets at the upper end, but always up to the first that is empty and the last of all.
 */
export function shownBuckets({ so_far, if_redeemed, edges_ppm }: Findings): number[] {
  const used = (spread: Spread, i: number) => (spread.buckets[i] ?? 0) > 0;
  const all = edges_ppm.map((_, i) => i + 1);
  const last = Math.max(...all.filter((i) => used(so_far, i) || used(if_redeemed, i)), 1);
  return [0, ...all.filter((i) => i <= last + 1), edges_ppm.length + 1];
}

export function spreadChart(findings: Findings): Bars {
  const shown = shownBuckets(findings);
  const labels = bucketLabels(findings.edges_ppm);
  const pick = <T>(values: readonly T[]) => shown.map((i) => values[i] as T);
  return {
    kind: "bars",
    labels: pick(labels),
    unit: "count",
    bars: [
      {
        name: { zh: "至今已拿回", en: "so far" },
        colour: "leaf",
        values: pick(findings.so_far.buckets),
      },
      {
        name: { zh: "若今天赎回", en: "if redeemed today" },
        colour: "water",
        values: pick(findings.if_redeemed.buckets),
      },
    ],
  };
}

export function cohortChart({ cohorts, cohorts_by }: Findings): Ranges {
  const label = (name: string): Sentence =>
    cohorts_by === "arrival" ? { zh: `第 ${name} 组`, en: `group ${name}` } : { zh: name, en: name };
  const at = (quantile: "p10_ppm" | "p50_ppm" | "p90_ppm") =>
    cohorts.map(({ if_redeemed }) => percentOf(if_redeemed[quantile]));
  return {
    kind: "ranges",
    labels: cohorts.map(({ name }) => label(name)),
    members: cohorts.map(({ members }) => members),
    low: at("p10_ppm"),
    middle: at("p50_ppm"),
    high: at("p90_ppm"),
    names: {
      range: { zh: "中间八成会员", en: "middle 80%" },
      middle: { zh: "中位会员", en: "median member" },
      members: { zh: "会员", en: "members" },
    },
  };
}

export function cutChart(findings: Findings, which: "spend" | "pool"): Cut {
  const parts = which === "spend" ? partsOf(findings.money) : poolPartsOf(findings.money.pool);
  const all = parts.map(({ fen }) => fen);
  const shares = sharesOf(
    all,
    all.reduce((sum, fen) => sum + fen, 0),
  );
  const drawn = parts
    .map((part, i) => ({ ...part, said: percent(shares?.[i] ?? null) }))
    .filter(({ fen }) => fen > 0);
  const whole = drawn.reduce((sum, { fen }) => sum + fen, 0);
  return {
    kind: "cut",
    parts: drawn.map(({ name, colour, fen, said }) => ({
      name,
      colour,
      share: (fen / whole) * 100,
      said,
      yuan: yuanOf(fen),
    })),
  };
}

export function bandsChart({ name, x, x_name, unit, p10, p50, p90 }: Bands): Lines {
  return {
    kind: "lines",
    x,
    time: false,
    x_name,
    axes: [unit],
    lines: [{ name, axis: 0, colour: "water", values: p50 }],
    band: { name: { zh: "十次推演中有八次在此之间", en: "8 of 10 runs lie in here" }, low: p10, high: p90 },
  };
}
