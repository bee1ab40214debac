/** The report: one HTML file that needs nothing but a browser. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Sentence } from "../facts/say.ts";
import type { Findings } from "../findings/index.ts";
import { brought } from "./brought.ts";
import { disclosed, method, notTaken } from "./closing.ts";
import { Figures, section } from "./figure.ts";
import { day } from "./format.ts";
import { type Html, html, json } from "./html.ts";
import { stores } from "./lists.ts";
import { members } from "./members.ts";
import { division } from "./money.ts";
import type { ReportOptions } from "./options.ts";
import { overTime } from "./pool.ts";
import { summary, tiles } from "./summary.ts";

/** Nothing may be fetched, and no script runs that is not in the file. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

interface Assets {
  readonly style: string;
  readonly script: string;
  readonly echarts: string;
}
let assets: Assets | undefined;

/** The scripts of the page, each after those it needs. */
const SCRIPTS = ["words.js", "frame.js", "lines.js", "bars.js", "page.js"];

/** Read once: style and script stand beside this file, the charts' bundle in its package. */
function assetsOf(): Assets {
  assets ??= {
    style: ours("page.css"),
    script: inline(`(() => {\n${SCRIPTS.map(unbound).join("\n")}})();`),
    // The smallest bundle with lines, bars, scatter, tooltips and the SVG renderer.
    echarts: inline(
      readFileSync(createRequire(import.meta.url).resolve("echarts/dist/echarts.common.min.js"), "utf8"),
    ),
  };
  return assets;
}

const ours = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");

/**
 * A module of the page as plain script: they all share one scope, so imports go and exports stay as they
 * are.
 */
const unbound = (name: string) =>
  ours(name)
    .replace(/^import [^;]*;$/gm, "")
    .replace(/^export /gm, "");

/** A script that may stand inside a page: nothing in it may look like the end of its element. */
function inline(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, "\\x3c");
}

/**
 * The findings of a replay or a simulation as a page for a person: Chinese first with an English switch,
 * light and dark, on paper and on a phone. Works from a file without any network.
 */
export function renderReport(findings: Findings, options: ReportOptions): string {
  const { lang, title, source, sections = [] } = options;
  const { style, script, echarts } = assetsOf();
  const figures = new Figures();
  const main = html`${header(findings, options)}
<main>
${section("first", FIRST, html`<div class="card">${summary(findings)}</div>${tiles(findings, options.bad)}`)}
${brought(sections, figures)}
${division(findings, figures)}${members(findings, figures)}${overTime(findings, figures)}${stores(findings)}
${disclosed(findings)}${notTaken(findings, options)}${method(findings, options)}
</main>
<footer>${{
    zh: "由 Wellspring 活水生成；图表用 Apache ECharts（Apache-2.0 许可）绘制。",
    en: "Made by Wellspring 活水; charts drawn by Apache ECharts (Apache-2.0 licence).",
  }}</footer>`;
  const text = (markup: string): Html => ({ html: markup });
  const drawn = { title, source, charts: figures.charts };
  return html`<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${text(POLICY)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title[lang]} · ${typeof source === "string" ? source : source[lang]}</title>
<style>${text(style)}</style>
</head>
<body>
${main}
<script type="application/json" id="charts">${json(drawn)}</script>
<script>${text(echarts)}</script>
<script>${text(script)}</script>
</body>
</html>
`.html;
}

const FIRST: Sentence = { zh: "一分钟看懂", en: "In one minute" };
const PLAN: Sentence = { zh: "章程", en: "Plan" };

function header({ plan, period }: Findings, { title, source }: ReportOptions): Html {
  const [from, to] = [day(period.from), day(period.to)];
  const span = from === null || to === null ? "" : html`<span>${from} – ${to}</span>`;
  const version = { zh: `第 ${plan.version} 版`, en: `version ${plan.version}` };
  return html`<header><div class="bar"><span class="brand">Wellspring 活水</span>
<div class="switch" role="group" aria-label="语言 Language">
<button type="button" data-lang="zh-CN" lang="zh-CN">中文</button>
<button type="button" data-lang="en" lang="en">English</button>
</div></div>
<h1>${title}</h1>
<p class="facts"><span>${PLAN} <b>${plan.name}</b> ${version}</span><span>${source}</span>${span}</p>
</header>`;
}
