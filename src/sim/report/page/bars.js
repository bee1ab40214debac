/** Charts of categories: bars side by side, ranges, and one bar cut into parts. */
import { axis, frame, line } from "./frame.js";
import { escaped, exact, root, said, short } from "./words.js";

/** @typedef {import("./frame.js").Of} Of */
/** @typedef {import("./frame.js").Hover} Hover */

/** @param {import("../spec.ts").Bars} chart @param {Of} of */
export function bars(chart, of) {
  const whole = chart.bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  return {
    ...frame(of),
    grid: { left: 4, right: 4, top: 38, bottom: 4 },
    tooltip: {
      ...frame(of).tooltip,
      trigger: "axis",
      axisPointer: { ...frame(of).tooltip.axisPointer, type: "shadow" },
      /** @param {Hover[]} hovers */
      formatter: (hovers) => {
        const i = hovers[0]?.dataIndex ?? 0;
        const rows = chart.bars.map(({ name, colour, values }, n) => {
          const value = values[i] ?? 0;
          const share = exact((value / (whole[n] || 1)) * 100, "share");
          return line(of(colour), said(name), `${exact(value, chart.unit)} (${share})`);
        });
        return `<div>${escaped(said(chart.labels[i] ?? { zh: "", en: "" }))}</div>${rows.join("")}`;
      },
    },
    xAxis: { ...axis(of), type: "category", data: chart.labels.map(said), axisLabel: slanted(of) },
    yAxis: {
      ...axis(of),
      type: "value",
      minInterval: 1,
      axisLabel: {
        ...axis(of).axisLabel,
        formatter: (/** @type {number} */ value) => short(value, chart.unit),
      },
    },
    series: chart.bars.map(({ name, colour, values }) => ({
      type: "bar",
      name: said(name),
      data: values,
      color: of(colour),
      barGap: "10%",
      barCategoryGap: "26%",
      itemStyle: { borderRadius: [3, 3, 0, 0] },
    })),
  };
}

/** On a narrow screen labels of categories lean. @param {Of} of */
const slanted = (of) => ({
  ...axis(of).axisLabel,
  hideOverlap: false,
  interval: 0,
  rotate: root.offsetWidth < 700 ? 50 : 0,
  fontSize: root.offsetWidth < 700 ? 12 : 13,
});

/** @param {import("../spec.ts").Ranges} chart @param {Of} of */
export function ranges(chart, of) {
  const { labels, low, middle, high, members, names } = chart;
  const many = labels.length > 12;
  return {
    ...frame(of),
    legend: { ...frame(of).legend, data: [said(names.range), { name: said(names.middle), icon: "circle" }] },
    grid: { left: 4, right: 4, top: 38, bottom: 4 },
    tooltip: {
      ...frame(of).tooltip,
      trigger: "axis",
      axisPointer: { ...frame(of).tooltip.axisPointer, type: "shadow" },
      /** @param {Hover[]} hovers */
      formatter: (hovers) => {
        const i = hovers[0]?.dataIndex ?? 0;
        const range = `${exact(low[i] ?? 0, "share")} – ${exact(high[i] ?? 0, "share")}`;
        return [
          `<div>${escaped(said(labels[i] ?? { zh: "", en: "" }))} · ${exact(members[i] ?? 0, "count")} ${said(names.members)}</div>`,
          line(of("deep"), said(names.middle), exact(middle[i] ?? 0, "share")),
          line(of("sky"), said(names.range), range),
        ].join("");
      },
    },
    xAxis: {
      ...axis(of),
      type: "category",
      data: labels.map(said),
      axisLabel: many ? axis(of).axisLabel : { ...axis(of).axisLabel, interval: 0 },
    },
    yAxis: {
      ...axis(of),
      type: "value",
      min: 0,
      axisLabel: {
        ...axis(of).axisLabel,
        formatter: (/** @type {number} */ value) => short(value, "share"),
      },
    },
    series: [
      { type: "bar", stack: "range", data: low, itemStyle: { opacity: 0 }, silent: true, barMaxWidth: 46 },
      {
        type: "bar",
        stack: "range",
        name: said(names.range),
        data: high.map((value, i) => value - (low[i] ?? 0)),
        color: of("sky"),
        barMaxWidth: 46,
        itemStyle: { borderRadius: 4 },
      },
      { type: "scatter", name: said(names.middle), data: middle, color: of("deep"), symbolSize: 11 },
    ],
  };
}

/** What stands on a part: name without brackets, and share. @param {string} name @param {string} share */
const labelOf = (name, share) => `${name.replace(/\s*[（(].*/, "")} ${share}`;

/** Whether a label is narrower than its part, by the width of its signs. @param {string} label @param {number} share */
function fits(label, share) {
  const wide = [...label].reduce((sum, sign) => sum + (sign > "\u2e80" ? 13 : 7.6), 12);
  return wide < ((Math.min(root.offsetWidth, 1080) - 82) * share) / 100;
}

/** @param {import("../spec.ts").Cut} chart @param {Of} of */
export function cut(chart, of) {
  return {
    ...frame(of),
    legend: { show: false },
    grid: { left: 0, right: 0, top: 6, bottom: 22, outerBoundsMode: "none" },
    tooltip: {
      ...frame(of).tooltip,
      trigger: "item",
      /** @param {Hover} hover */
      formatter: ({ seriesIndex }) => {
        const part = chart.parts[seriesIndex];
        if (part === undefined) return "";
        return line(of(part.colour), said(part.name), `${part.said} · ${exact(part.yuan, "yuan")}`);
      },
    },
    xAxis: {
      ...axis(of),
      type: "value",
      min: 0,
      max: 100,
      splitLine: { show: false },
      interval: 20,
      axisLabel: {
        ...axis(of).axisLabel,
        alignMinLabel: "left",
        alignMaxLabel: "right",
        formatter: "{value}%",
      },
    },
    yAxis: { type: "category", data: [""], show: false },
    series: chart.parts.map(({ name, colour, share, said: figure }) => ({
      type: "bar",
      stack: "whole",
      name: said(name),
      data: [share],
      color: of(colour),
      barWidth: 46,
      itemStyle: { borderColor: of("card"), borderWidth: share > 0.6 ? 1 : 0 },
      label: {
        show: fits(labelOf(said(name), figure), share),
        formatter: () => labelOf(said(name), figure),
        color: "#fff",
        fontSize: 13,
        overflow: "truncate",
        textBorderColor: "rgba(0,0,0,0.35)",
        textBorderWidth: 2,
      },
    })),
  };
}
