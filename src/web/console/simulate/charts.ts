/** The charts of a simulation: two courses over time, bars of members, bands over runs. For the eye alone. */
import type { EChartsCoreOption } from "echarts/core";
import { grouped } from "../../ui/figure.ts";
import type { Paint } from "../chart/chart.tsx";
import { overDays } from "../chart/days.ts";
import { chartFrame } from "../chart/frame.ts";
import type { Findings } from "./figures.ts";

type Option = (paint: Paint) => EChartsCoreOption;

export const showMoney = (yuan: number) => `¥${grouped(yuan.toFixed(0))}`;
export const showPrice = (price: number) => `¥${price.toFixed(2)}`;
/** Where an axis is cut finer than ones nothing stands at the cut. */
const showCount = (count: number) => (Number.isInteger(count) ? grouped(`${count}`) : "");

interface Names {
  readonly price: string;
  readonly cash: string;
  readonly exits: string;
  readonly paid: string;
  readonly purchaseNo: (n: number) => string;
}

function placesOf({ series }: Findings, { purchaseNo }: Names): string[] {
  return series.map(({ at, purchase }) => at?.slice(0, 10) ?? purchaseNo(purchase));
}

export function priceCourse(findings: Findings, names: Names): Option {
  const { series } = findings;
  return overDays(placesOf(findings, names), [
    { name: names.price, values: series.map(({ price }) => Number(price)), draws: "line", show: showPrice },
    {
      name: names.cash,
      values: series.map(({ cash_fen }) => cash_fen / 100),
      draws: "area",
      show: showMoney,
    },
  ]);
}

export function exitCourse(findings: Findings, names: Names): Option {
  const { series } = findings;
  return overDays(placesOf(findings, names), [
    { name: names.exits, values: series.map(({ exits }) => exits), draws: "line", show: showCount },
    {
      name: names.paid,
      values: series.map(({ paid_fen }) => paid_fen / 100),
      draws: "area",
      show: showMoney,
    },
  ]);
}

/** What each bar of a spread stands for: "0", "≤5%" … "≥100%". */
export function bucketNames(edges: readonly number[]): string[] {
  const percent = (ppm: number) => `${ppm / 10_000}%`;
  const inner = edges.map((edge, at) => {
    const before = edges[at - 1];
    return before === undefined ? `≤${percent(edge)}` : `${percent(before)}–${percent(edge)}`;
  });
  return ["0", ...inner, "≥100%"];
}

export interface Bars {
  readonly name: string;
  readonly values: readonly number[];
}

/** Bars side by side on one axis. */
export function bars(places: readonly string[], rows: readonly Bars[]): Option {
  return (paint) => ({
    color: [paint.brand, paint.second],
    ...chartFrame(paint),
    xAxis: { type: "category", data: [...places], axisLabel: { color: paint.soft } },
    yAxis: {
      type: "value",
      axisLabel: { color: paint.soft, formatter: showCount },
      splitLine: { lineStyle: { color: paint.line } },
    },
    series: rows.map(({ name, values }) => ({ name, type: "bar", data: [...values] })),
  });
}

export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Thin and broken: an edge of a band. */
  readonly isEdge?: true;
}

/** Lines on one axis from zero on, over days of a world or the course of two runs. */
export function lines(
  places: readonly string[],
  rows: readonly Line[],
  show: (value: number) => string,
): Option {
  return (paint) => {
    const frame = chartFrame(paint);
    return {
      color: [paint.brand, paint.second, paint.soft],
      ...frame,
      grid: { ...frame.grid, right: 16 },
      tooltip: {
        ...frame.tooltip,
        valueFormatter: (value: unknown) => (typeof value === "number" ? show(value) : "—"),
      },
      xAxis: { type: "category", data: [...places], boundaryGap: false, axisLabel: { color: paint.soft } },
      yAxis: {
        type: "value",
        axisLabel: { color: paint.soft, formatter: show },
        splitLine: { lineStyle: { color: paint.line } },
      },
      series: rows.map(({ name, values, isEdge }) => ({
        name,
        type: "line",
        data: [...values],
        showSymbol: false,
        lineStyle: isEdge === true ? { type: "dashed", width: 1 } : { width: 2 },
      })),
    };
  };
}
