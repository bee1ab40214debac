/** HTML that carries both languages. Everything that is not ours is escaped here and nowhere else. */
import type { Sentence } from "../facts/say.ts";

/** Markup that may go into a page as it is. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

/** What may stand in a place of a page: text of one language or both, or markup. */
export type Content = string | number | Sentence | Html | readonly Content[];

export function render(content: Content): string {
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return String(content);
  if (isList(content)) return content.map(render).join("");
  if ("html" in content) return content.html;
  if (content.zh === content.en) return escapeHtml(content.zh);
  const { zh, en } = content;
  return inBoth(html`${zh}`, html`${en}`).html;
}

/** Markup in both languages, of which a page shows one. */
export function inBoth(zh: Html, en: Html): Html {
  return html`<span class="zh" lang="zh-CN">${zh}</span><span class="en" lang="en">${en}</span>`;
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

/** A template whose holes are contents: markup stays, text is escaped. */
export function html(parts: TemplateStringsArray, ...holes: readonly Content[]): Html {
  return { html: parts.reduce((whole, part, i) => whole + render(holes[i - 1] as Content) + part) };
}

/** JSON that may stand inside a script element. */
export function json(value: unknown): Html {
  const text = JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return { html: text };
}

/** A sign that explains the figure it stands by, on tap or click, without any script. */
export function explain(definition: Sentence): Html {
  const name = { zh: "说明", en: "What is this?" };
  return html`<details class="why"><summary title="${plain(definition)}">
<span aria-hidden="true">i</span><span class="hidden">${name}</span></summary>
<div>${definition}</div></details>`;
}

/** Both languages in one attribute: a title cannot be switched by style. */
const plain = ({ zh, en }: Sentence): string => (zh === en ? zh : `${zh}\n${en}`);

export interface Column {
  readonly head: Sentence | string;
  readonly why?: Sentence;
  readonly numeric?: boolean;
  /** Left out on a narrow screen. */
  readonly wide?: boolean;
}

export function table(
  caption: Sentence,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Html {
  const heads = columns.map((column) => {
    const sign = column.why === undefined ? "" : explain(column.why);
    return html`<th scope="col"${kind(column)}>${column.head}${sign}</th>`;
  });
  const body = rows.map((row) => html`<tr>${row.map((cell, i) => cellOf(columns[i], cell, i === 0))}</tr>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${plain(caption)}">
<table><caption class="hidden">${caption}</caption>
<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function kind(column: Column | undefined): Html {
  const names = [column?.numeric ? "n" : "", column?.wide ? "wide" : ""].filter((name) => name !== "");
  return { html: names.length === 0 ? "" : ` class="${names.join(" ")}"` };
}

function cellOf(column: Column | undefined, cell: Content, first: boolean): Html {
  return first ? html`<th scope="row"${kind(column)}>${cell}</th>` : html`<td${kind(column)}>${cell}</td>`;
}
