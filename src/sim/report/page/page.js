/** Draws the charts, switches the language, turns the pages of lists, closes explanations. */
import { bars, cut, ranges } from "./bars.js";
import { lines } from "./lines.js";
import { colours, data, document, english, given, page, root, said } from "./words.js";

/** @param {import("../spec.ts").Chart} chart @param {ReturnType<typeof colours>} of */
const optionOf = (chart, of) => {
  if (chart.kind === "lines") return lines(chart, of);
  if (chart.kind === "bars") return bars(chart, of);
  return chart.kind === "ranges" ? ranges(chart, of) : cut(chart, of);
};

/** @type {Map<string, { at: import("./words.js").Element, drawing: import("./words.js").Drawing }>} */
const drawn = new Map();
function draw() {
  const of = colours();
  for (const [id, chart] of Object.entries(given.charts)) {
    const at = document.getElementById(id);
    if (at === null) continue;
    const known = drawn.get(id) ?? { at, drawing: page.echarts.init(at, null, { renderer: "svg" }) };
    drawn.set(id, known);
    known.drawing.resize();
    known.drawing.setOption(optionOf(chart, of), true);
    at.setAttribute("aria-label", (english() ? at.dataset["en"] : at.dataset["zh"]) ?? "");
  }
}

/** @param {string} lang */
function speak(lang) {
  root.lang = lang;
  document.title = `${said(given.title)} · ${typeof given.source === "string" ? given.source : said(given.source)}`;
  for (const button of document.querySelectorAll(".switch button"))
    button.setAttribute("aria-pressed", String(button.dataset["lang"] === lang));
  draw();
}

/** Lists page by page. */
const PAGE = 25;
/** @type {Record<string, import("./words.js").Sentence>} */
const REASONS = {
  cap: { zh: "到达触发价", en: "trigger reached" },
  dust: { zh: "零头清付", en: "dust paid out" },
};
/** @param {import("./words.js").Element} list */
function pages(list) {
  /** @type {string[][]} */
  const rows = data(list.dataset["rows"] ?? "") ?? [];
  const body = list.querySelector("tbody");
  if (body === null) return;
  const numeric = [...list.querySelectorAll("thead th")].map(({ className }) => className);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  let now = 0;
  /** @param {string} tag @param {string | import("./words.js").Sentence} content */
  const element = (tag, content) => {
    const made = document.createElement(tag);
    if (typeof content === "string") made.textContent = content;
    else made.innerHTML = `<span class="zh">${content.zh}</span><span class="en">${content.en}</span>`;
    return made;
  };
  const [before, where, after] = [element("button", "‹"), element("span", ""), element("button", "›")];
  before.setAttribute("aria-label", "上一页 previous page");
  after.setAttribute("aria-label", "下一页 next page");
  where.setAttribute("aria-live", "polite");
  const show = () => {
    const shown = rows.slice(now * PAGE, (now + 1) * PAGE).map((row) => {
      const tr = document.createElement("tr");
      row.forEach((cell, i) => {
        const td = element("td", REASONS[cell] !== undefined && i === row.length - 1 ? REASONS[cell] : cell);
        td.className = numeric[i] ?? "";
        tr.append(td);
      });
      return tr;
    });
    body.replaceChildren(...shown);
    where.textContent = `${now + 1} / ${last + 1}`;
    before.disabled = now === 0;
    after.disabled = now === last;
  };
  for (const [button, step] of /** @type {[import("./words.js").Element, number][]} */ ([
    [before, -1],
    [after, 1],
  ])) {
    button.type = "button";
    button.addEventListener("click", () => {
      now = Math.min(last, Math.max(0, now + step));
      show();
    });
  }
  const pager = document.createElement("div");
  pager.className = "pager";
  pager.append(before, where, after);
  if (last > 0) list.append(pager);
  show();
}

/** One explanation at a time; a tap elsewhere or Escape closes it. @param {import("./words.js").Element | null} but */
const closeAll = (but) => {
  for (const open of document.querySelectorAll(".why[open]"))
    if (open !== but && !open.contains(but)) open.open = false;
};
document.addEventListener("click", ({ target }) => closeAll(target));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") closeAll(null);
});
for (const button of document.querySelectorAll(".switch button"))
  button.addEventListener("click", () => speak(button.dataset["lang"] ?? "zh-CN"));
for (const list of document.querySelectorAll(".paged")) pages(list);
page.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
// Colours and widths of paper are those of its style sheet, so charts are drawn once more for it and after it.
page.matchMedia("print").addEventListener("change", draw);
page.addEventListener("resize", draw);
// Whoever leads here may say in which language: "#en".
const ASKED = /** @type {Record<string, string>} */ ({ "#zh": "zh-CN", "#en": "en" });
speak(ASKED[page.location.hash] ?? root.lang);
