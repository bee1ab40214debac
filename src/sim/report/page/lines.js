/** Lines over purchases or time. */
import { axis, frame, line } from "./frame.js";
import { escaped, exact, said, short } from "./words.js";

/** @typedef {import("./frame.js").Of} Of */
/** @typedef {import("./frame.js").Hover} Hover */

/** @param {import("../spec.ts").Lines} chart @param {Of} of */
export function lines(chart, of) {
  const { x, time, x_name, axes, band } = chart;
  /** @param {number} value */
  const place = (value) =>
    time ? new Date(value).toISOString().slice(0, 10) : `${said(x_name)} ${value.toLocaleString("en-US")}`;
  /** @param {readonly number[]} values */
  const points = (values) => values.map((value, i) => [x[i], value]);
  const bands =
    band === undefined
      ? []
      : [
          { data: points(band.low), areaStyle: undefined },
          {
            data: points(band.high.map((high, i) => high - (band.low[i] ?? 0))),
            areaStyle: { color: of("water"), opacity: 0.18 },
          },
        ].map((more) => ({
          type: "line",
          stack: "band",
          stackStrategy: "all",
          symbol: "none",
          lineStyle: { opacity: 0 },
          silent: true,
          ...more,
        }));
  return {
    ...frame(of),
    useUTC: true,
    legend: {
      ...frame(of).legend,
      show: chart.lines.length > 1,
      data: chart.lines.map(({ name }) => said(name)),
    },
    grid: {
      left: 4,
      right: axes.length > 1 ? 4 : 12,
      top: chart.lines.length > 1 ? 38 : 12,
      bottom: time ? 4 : 26,
    },
    tooltip: {
      ...frame(of).tooltip,
      trigger: "axis",
      /** @param {Hover[]} hovers */
      formatter: (hovers) => {
        const i = hovers[0]?.dataIndex ?? 0;
        const rows = chart.lines.map(({ name, colour, values, axis: side }) =>
          line(of(colour), said(name), exact(values[i] ?? 0, axes[side] ?? "count")),
        );
        const unit = axes[0] ?? "count";
        if (band !== undefined)
          rows.push(
            line(
              of("sky"),
              said(band.name),
              `${exact(band.low[i] ?? 0, unit)} – ${exact(band.high[i] ?? 0, unit)}`,
            ),
          );
        return `<div>${escaped(place(x[i] ?? 0))}</div>${rows.join("")}`;
      },
    },
    xAxis: {
      ...axis(of),
      type: time ? "time" : "value",
      min: "dataMin",
      max: "dataMax",
      splitLine: { show: false },
      name: time ? "" : said(x_name),
      nameLocation: "middle",
      nameGap: 26,
      splitNumber: 5,
      axisLabel: {
        ...axis(of).axisLabel,
        ...(time
          ? { formatter: monthly }
          : { formatter: (/** @type {number} */ value) => short(value, "count") }),
      },
    },
    yAxis: axes.map((unit, i) => ({
      ...axis(of),
      type: "value",
      splitLine: i === 0 ? axis(of).splitLine : { show: false },
      minInterval: unit === "count" ? 1 : 0,
      axisLabel: {
        ...axis(of).axisLabel,
        formatter: (/** @type {number} */ value) => short(value, unit),
      },
    })),
    series: [
      ...chart.lines.map(({ name, axis: side, colour, values, filled, stepped, dashed }) => ({
        type: "line",
        name: said(name),
        yAxisIndex: side,
        data: points(values),
        symbol: "none",
        step: stepped ? "end" : false,
        color: of(colour),
        lineStyle: { width: 2.4, type: dashed ? "dashed" : "solid" },
        ...(filled ? { areaStyle: { opacity: 0.12 } } : {}),
      })),
      ...bands,
    ],
  };
}

/** Months on a time axis: the year where it begins or where days are too many to name. @param {number} value */
function monthly(value) {
  const day = new Date(value).toISOString();
  if (day.slice(11, 19) !== "00:00:00") return day.slice(11, 16);
  return day.slice(8, 10) === "01" ? day.slice(0, 7) : day.slice(5, 10);
}
