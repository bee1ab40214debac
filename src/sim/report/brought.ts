/** Parts of the report that its caller brings: verdicts, spreads over many runs. */
import { bandsChart } from "./charts.ts";
import { type Figures, section } from "./figure.ts";
import { count, decimal } from "./format.ts";
import { type Html, html, table } from "./html.ts";
import type { Bands, Section, Unit } from "./options.ts";

export function brought(sections: readonly Section[], figures: Figures): Html[] {
  return sections.map(({ title, text, table: rows, bands = [] }, i) => {
    const words = text.map((sentence) => html`<p>${sentence}</p>`);
    const list =
      rows === undefined
        ? ""
        : table(
            title,
            rows.head.map((head) => ({ head })),
            rows.rows,
          );
    const charts = bands.map((band, n) => bandFigure(band, `brought-${i}-${n}`, figures));
    return section(`brought-${i}`, title, html`<div class="card">${words}${list}</div>${charts}`);
  });
}

const PLACES: Readonly<Record<Unit, number>> = { yuan: 2, price: 4, points: 4, count: 0, share: 2 };

/** A statistic over runs, with the places of its unit; more places of a price are cut off, as everywhere. */
const written = (value: number | undefined, unit: Unit): string =>
  value === undefined ? "–" : decimal(value.toFixed(unit === "price" ? 8 : PLACES[unit]), PLACES[unit]);

function bandFigure(band: Bands, id: string, figures: Figures): Html {
  const end = band.x.length - 1;
  const at = (values: readonly number[]) => written(values[end], band.unit);
  const [low, middle, high] = [at(band.p10), at(band.p50), at(band.p90)];
  return figures.show({
    id,
    title: band.name,
    why: {
      zh: "线是每一处居中的值；阴影从第 10 百分位到第 90 百分位：十次推演中有八次在里面。",
      en:
        "The line is the value in the middle at each point; the shade reaches from the 10th to the 90th " +
        "percentile, so 8 of 10 runs lie in it.",
    },
    reading: {
      zh: `最后：居中 ${middle}，第 10 至第 90 百分位 ${low} – ${high}。`,
      en: `At the end: ${middle} in the middle, ${low} – ${high} from the 10th to the 90th percentile.`,
    },
    chart: bandsChart(band),
    data: table(
      band.name,
      [
        { head: band.x_name, numeric: true },
        { head: "p10", numeric: true },
        { head: "p50", numeric: true },
        { head: "p90", numeric: true },
      ],
      band.x.map((x, i) => [
        count(x),
        ...[band.p10[i], band.p50[i], band.p90[i]].map((value) => written(value, band.unit)),
      ]),
    ),
  });
}
