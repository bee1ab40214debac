/**
 * A treemap: areas within areas by their figures; a click steps into one, the path above it steps out
 * again.
 */
import type { EChartsCoreOption } from "echarts/core";
import { grouped } from "../../ui/figure.ts";
import type { Paint } from "./chart.tsx";

export interface Area {
  readonly name: string;
  readonly value: number;
  readonly children?: readonly Area[];
}

/** Dark enough for white words on them. */
const COLOURS = ["#0f6a68", "#2f6f9f", "#8a5300", "#5b4a8a", "#17663a", "#9a3b52", "#4b5f66"];
const LEVELS = 4;

const yuan = (value: number) => `¥${grouped(value.toFixed(0))}`;

export function areas(data: readonly Area[], name: string): (paint: Paint) => EChartsCoreOption {
  return (paint) => ({
    textStyle: { fontFamily: paint.font },
    tooltip: {
      confine: true,
      backgroundColor: paint.surface,
      borderColor: paint.line,
      textStyle: { color: paint.text },
      valueFormatter: (value: unknown) => (typeof value === "number" ? yuan(value) : "—"),
    },
    series: [
      {
        name,
        type: "treemap",
        data: [...data],
        leafDepth: 1,
        roam: false,
        left: 0,
        right: 0,
        top: 0,
        bottom: 32,
        // One for the root and each level below it.
        levels: Array.from({ length: LEVELS }, () => ({ color: COLOURS, colorMappingBy: "index" })),
        breadcrumb: {
          bottom: 0,
          itemStyle: { color: paint.line, textStyle: { color: paint.text } },
          emphasis: { itemStyle: { color: paint.line } },
        },
        label: {
          color: "#ffffff",
          formatter: ({ name: area, value }: { readonly name: string; readonly value: number }) =>
            `${area}\n${yuan(value)}`,
        },
        itemStyle: { borderColor: paint.surface, borderWidth: 1, gapWidth: 2 },
      },
    ],
  });
}
