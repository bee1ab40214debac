/** What all charts have in common. */
import { colours, escaped } from "./words.js";

/** @typedef {ReturnType<typeof colours>} Of */
/** @typedef {{ seriesIndex: number, dataIndex: number, axisValue: number | string, value: number | [number, number] }} Hover */

/** @param {Of} of */
export const frame = (of) => ({
  animation: false,
  aria: { enabled: false },
  textStyle: {
    fontFamily: "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
  tooltip: {
    confine: true,
    backgroundColor: of("card"),
    borderColor: of("line"),
    textStyle: { color: of("ink"), fontSize: 14 },
    axisPointer: { lineStyle: { color: of("faint") }, shadowStyle: { color: of("line"), opacity: 0.4 } },
  },
  legend: {
    top: 0,
    left: 0,
    textStyle: { color: of("ink"), fontSize: 14 },
    icon: "roundRect",
    itemWidth: 16,
    itemHeight: 10,
  },
});
/** @param {Of} of */
export const axis = (of) => ({
  axisLine: { lineStyle: { color: of("line") } },
  axisTick: { show: false },
  axisLabel: { color: of("faint"), fontSize: 13, hideOverlap: true },
  splitLine: { lineStyle: { color: of("line") } },
  nameTextStyle: { color: of("faint"), fontSize: 13 },
});

/** @param {string} colour @param {string} name @param {string} figure */
export const line = (colour, name, figure) =>
  `<div><i class="dot" style="background:${colour}"></i>${escaped(name)} <b>${figure}</b></div>`;
