/**
 * The result as a picture: bars of orders a second, each with its figure and its ratio to the usual
 * service.
 */
import type { SizeFigures, Variant } from "./figures.ts";

/** One bar, its name in two languages one below the other; `text` stands behind it. */
export interface Bar {
  readonly label: readonly [string, string];
  readonly value: number;
  readonly text: string;
  readonly isOurs: boolean;
}

const WIDTH = 760;
const LABEL = 230;
const TEXT = 190;
const ROW = 42;
const TOP = 76;
const BOTTOM = 58;

/** The variants that book orders, slowest first, then the bound. */
const SHOWN: readonly Variant[] = ["reference", "naive", "simple_update", "plpgsql", "product", "copy"];

/** Bars of one size, in the words given. */
export function barsOf(size: SizeFigures, name: (variant: Variant) => readonly [string, string]): Bar[] {
  return SHOWN.flatMap((variant) => {
    const figure = size.variants[variant];
    if (figure === undefined) return [];
    const { per_second: value, ratio } = figure;
    const text = `${value.toLocaleString("en")}/s${ratio === null ? "" : `  ×${ratio}`}`;
    return [{ label: name(variant), value, text, isOurs: variant === "product" }];
  });
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A chart of bars with a title in two languages above and notes below; it brings its own ground. */
export function barChart(
  titles: readonly [string, string],
  notes: readonly string[],
  bars: readonly Bar[],
): string {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = TOP + bars.length * ROW + BOTTOM;
  const room = WIDTH - LABEL - TEXT;
  const rows = bars.map(({ label, value, text, isOurs }, i) => {
    const y = TOP + i * ROW;
    const length = Math.max(2, Math.round((value / most) * room));
    return [
      `<text x="${LABEL - 10}" y="${y + 11}" text-anchor="end">${escaped(label[0])}</text>`,
      `<text x="${LABEL - 10}" y="${y + 26}" text-anchor="end" class="note">${escaped(label[1])}</text>`,
      `<rect x="${LABEL}" y="${y + 2}" width="${length}" height="22" rx="3" ` +
        `class="${isOurs ? "ours" : "bar"}"/>`,
      `<text x="${LABEL + length + 8}" y="${y + 17}" class="figure">${escaped(text)}</text>`,
    ].join("\n");
  });
  const below = notes.map((note, i) => {
    const y = TOP + bars.length * ROW + 22 + i * 18;
    return `<text x="16" y="${y}" class="note">${escaped(note)}</text>`;
  });
  const spoken = escaped(titles.join(" · "));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img"
  aria-label="${spoken}">
<style>
text { font: 14px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 16px }
.note { font-size: 12px; fill: #57606a }
.figure { font-variant-numeric: tabular-nums }
.bar { fill: #8c959f }
.ours { fill: #0f7b6c }
</style>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="16" y="30" class="title">${escaped(titles[0])}</text>
<text x="16" y="50" class="note">${escaped(titles[1])}</text>
${[...rows, ...below].join("\n")}
</svg>
`;
}
