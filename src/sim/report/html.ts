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
  return `<span class="zh" lang="zh-CN">${escapeHtml(zh)}</span><span class="en" lang="en">${escapeHtml(en)}</span>`;
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
  return html`<details class="why"><summary title="${plain(definition)}"><span aria-hidden="true">i</span>${hidden(
    {
      zh: "说明",
      en: "What is this?",
    },
  )}</summary><div>${definition}</div></details>`;
}

/** Both languages in one attribute: a title cannot be switched by style. */
const plain = ({ zh, en }: Sentence): string => (zh === en ? zh : `${zh}\n${en}`);

function hidden(text: Sentence): Html {
  return html`<span class="hidden">${text}</span>`;
}

export interface Column {
  readonly head: Sentence | string;
  readonly why?: Sentence;
  readonly numeric?: boolean;
}

/** A table; `stacked` turns each row into a card on a narrow screen. */
export function table(
  caption: Sentence,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  stacked = false,
): Html {
  const heads = columns.map(({ head, why, numeric }) => {
    const sign = why === undefined ? "" : explain(why);
    return html`<th scope="col"${numeric ? { html: ' class="n"' } : ""}>${head}${sign}</th>`;
  });
  const body = rows.map(
    (row) => html`<tr>${row.map((cell, i) => cellOf(columns[i], cell, i === 0, stacked))}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${plain(caption)}"><table${
    stacked ? { html: ' class="stacked"' } : ""
  }><caption class="hidden">${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function cellOf(column: Column | undefined, cell: Content, first: boolean, stacked: boolean): Html {
  const label =
    stacked && column !== undefined ? html`<span class="label" aria-hidden="true">${column.head}</span>` : "";
  const kind = column?.numeric ? { html: ' class="n"' } : "";
  return first
    ? html`<th scope="row"${kind}>${label}<span>${cell}</span></th>`
    : html`<td${kind}>${label}<span>${cell}</span></td>`;
}
