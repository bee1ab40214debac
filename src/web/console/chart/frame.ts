/** What every chart over an axis has around it: letters, names of rows, room, and what a touch tells. */
import type { Paint } from "./chart.tsx";

export function chartFrame({ font, text, surface, line }: Paint) {
  return {
    textStyle: { fontFamily: font },
    legend: { textStyle: { color: text }, top: 0 },
    grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: text },
    },
  };
}
