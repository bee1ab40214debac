/**
 * Two rows of figures over days, each with its own axis, as ECharts draws them. Axes begin at zero: cut off
 * below, a price that hardly moved would look steep.
 */
import type { EChartsCoreOption } from "echarts/core";
import type { Paint } from "./chart.tsx";
import { chartFrame } from "./frame.ts";

/**
 * One row of figures; null where a day has none. For the eye: figures told are written from whole
 * numbers.
 */
export interface Row {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly draws: "line" | "area" | "bar";
  /** A value as it is written. */
  readonly show: (value: number) => string;
}

export function overDays(days: readonly string[], rows: readonly Row[]): (paint: Paint) => EChartsCoreOption {
  return (paint) => {
    const colours = [paint.brand, paint.second];
    const axis = { axisLabel: { color: paint.soft }, axisLine: { lineStyle: { color: paint.line } } };
    return {
      color: colours,
      ...chartFrame(paint),
      xAxis: { type: "category", data: [...days], boundaryGap: rows.some(isBar), ...axis },
      yAxis: rows.map(({ show }, at) => ({
        type: "value",
        axisLabel: { color: paint.soft, formatter: show },
        splitLine: { show: at === 0, lineStyle: { color: paint.line } },
      })),
      series: rows.map((row, at) => ({
        name: row.name,
        type: isBar(row) ? "bar" : "line",
        yAxisIndex: at,
        data: [...row.values],
        showSymbol: days.length < 3,
        connectNulls: true,
        tooltip: { valueFormatter: shown(row) },
        ...(row.draws === "area" ? { areaStyle: { opacity: 0.15 }, z: 1 } : { z: 2 }),
      })),
    };
  };
}

function shown({ show }: Row): (value: unknown) => string {
  return (value) => (typeof value === "number" ? show(value) : "—");
}

function isBar({ draws }: Row): boolean {
  return draws === "bar";
}
