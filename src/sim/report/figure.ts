/**
 * A chart with all that belongs to it: title, definition, what it shows in words, and its data as a table.
 */
import type { Sentence } from "../facts/say.ts";
import { type Content, explain, type Html, html } from "./html.ts";
import type { Chart } from "./spec.ts";

export interface Figure {
  readonly id: string;
  readonly title: Sentence;
  readonly why: Sentence;
  /** What is seen, in words: stands under the title, and for the chart where that cannot be seen. */
  readonly reading: Sentence;
  readonly chart: Chart;
  readonly data?: Html;
  readonly size?: "low" | "high";
}

/** Collects charts while the page is written, so that page.js finds them by their id. */
export class Figures {
  readonly charts: Record<string, Chart> = {};

  show({ id, title, why, reading, chart, data, size }: Figure): Html {
    this.charts[id] = chart;
    const style = size === undefined ? "plot" : `plot ${size}`;
    const zh = `${title.zh} – ${reading.zh}`;
    const en = `${title.en} – ${reading.en}`;
    return html`<figure>
<figcaption><div class="head"><h3>${title}</h3>${explain(why)}</div><p>${reading}</p></figcaption>
<div class="${style}" id="${id}" role="img" data-zh="${zh}" data-en="${en}" aria-label="${zh}"></div>
${data === undefined ? "" : folded({ zh: "数据表", en: "Data as a table" }, data)}</figure>
`;
  }
}

export function folded(title: Sentence, content: Content): Html {
  return html`<details class="fold"><summary>${title}</summary>${content}</details>`;
}

export function section(id: string, title: Sentence, content: Content): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}</section>
`;
}
