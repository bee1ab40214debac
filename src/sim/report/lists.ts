/** Long lists, each bounded in the page and whole in a file beside it: samples of the pool, exits, stores. */
import type { Sentence } from "../facts/say.ts";
import type { ExitRow, Findings, Sample } from "../findings/index.ts";
import { folded } from "./figure.ts";
import { count, day, decimal, yuan } from "./format.ts";
import { type Column, type Content, type Html, html, json, table } from "./html.ts";

/** Exits listed in the page, samples of a series and stores shown; all of them are in the CSV files. */
const MOST_EXITS = 1_000;
const MOST_SAMPLES = 40;
const MOST_STORES = 20;

const n = (zh: string, en: string): Column => ({ head: { zh, en }, numeric: true });

export function samples({ series }: Findings): Html {
  const step = Math.max(1, Math.ceil(series.length / MOST_SAMPLES));
  const shown = series.filter((_, i) => (series.length - 1 - i) % step === 0);
  const timed = series.some(({ at }) => at !== null);
  const row = (sample: Sample): Content[] => [
    count(sample.purchase),
    ...(timed ? [day(sample.at) ?? ""] : []),
    decimal(sample.price, 8),
    yuan(sample.cash_fen),
    decimal(sample.points, 4),
    yuan(sample.remainder_fen),
    yuan(sample.paid_fen),
    count(sample.exits),
    count(sample.holders),
  ];
  const list = table(
    { zh: "积分池的经过", en: "The pool over time" },
    [
      n("消费笔数", "Purchases"),
      ...(timed ? [{ head: { zh: "日期", en: "Date" } }] : []),
      n("每积分（元）", "Price (yuan)"),
      n("余额（元）", "Cash (yuan)"),
      n("流通积分", "Points out"),
      n("余留（元）", "Remainder (yuan)"),
      n("累计付出（元）", "Paid (yuan)"),
      n("强制赎回", "Exits"),
      n("持有人", "Holders"),
    ],
    shown.map(row),
  );
  const note = {
    zh: `这里列出 ${count(series.length)} 个取样中的 ${count(shown.length)} 个，全部见 series.csv。`,
    en: `${count(shown.length)} of ${count(series.length)} samples; all of them are in series.csv.`,
  };
  return html`<p>${note}</p>${list}`;
}

/** The list is data: page.js shows it page by page, and all of it on paper stays one page long. */
export function exitList({ exits, series }: Findings): Html {
  if (exits.length === 0) {
    const none = series.at(-1)?.exits === 0;
    const note: Sentence = none
      ? { zh: "没有强制赎回。", en: "There were no forced exits." }
      : { zh: "没有保留逐次明细。", en: "The single exits were not kept." };
    return html`<p>${note}</p>`;
  }
  const shown = exits.slice(0, MOST_EXITS);
  const timed = exits.some(({ at }) => at !== null);
  const cells = (row: ExitRow) => [
    count(row.purchase),
    ...(timed ? [day(row.at) ?? ""] : []),
    row.member,
    decimal(row.points, 8),
    yuan(row.worth_fen),
    yuan(row.proceeds_fen),
    row.reason,
  ];
  const all = count(exits.length);
  const left = exits.length - shown.length;
  const note: Sentence =
    left === 0
      ? {
          zh: `共 ${all} 次，全部列在这里和 exits.csv 里。`,
          en: `All ${all} are listed here and in exits.csv.`,
        }
      : {
          zh: `共 ${all} 次，这里列出最早的 ${count(shown.length)} 次，另有 ${count(left)} 次只在 exits.csv 里。`,
          en: `The first ${count(shown.length)} of ${all}; ${count(left)} more are in exits.csv only.`,
        };
  const columns: Column[] = [
    n("第几笔消费时", "At purchase"),
    ...(timed ? [{ head: { zh: "日期", en: "Date" } }] : []),
    { head: { zh: "会员", en: "Member" } },
    n("积分", "Points"),
    n("按市值（元）", "Worth (yuan)"),
    n("赎回款（元）", "Proceeds (yuan)"),
    { head: { zh: "原因", en: "Reason" } },
  ];
  const list = table({ zh: "强制赎回", en: "Forced exits" }, columns, []);
  return html`<p>${note}</p><div class="paged" data-rows="exits-rows">${list}</div>
<script type="application/json" id="exits-rows">${json(shown.map(cells))}</script>`;
}

export function stores({ store_rows, stores }: Findings): Html {
  const rows = store_rows.store.map((store, i) => ({
    store,
    owner: store_rows.owner[i] ?? "",
    purchases: store_rows.purchases[i] ?? 0,
    spent: store_rows.spent_fen[i] ?? 0,
    payable: store_rows.payable_fen[i] ?? 0,
  }));
  if (rows.length === 0) return html``;
  const shown = rows.sort((a, b) => b.spent - a.spent).slice(0, MOST_STORES);
  const list = table(
    { zh: "门店", en: "Stores" },
    [
      { head: { zh: "门店", en: "Store" } },
      { head: { zh: "店主", en: "Owner" } },
      n("消费笔数", "Purchases"),
      n("消费额（元）", "Spent (yuan)"),
      n("应付货款（元）", "Due (yuan)"),
    ],
    shown.map(({ store, owner, purchases, spent, payable }) => [
      store,
      owner,
      count(purchases),
      yuan(spent),
      yuan(payable),
    ]),
  );
  const left = stores - shown.length;
  const note: Sentence =
    left === 0
      ? { zh: `共 ${count(stores)} 家。`, en: `${count(stores)} in all.` }
      : {
          zh: `消费额最高的 ${count(shown.length)} 家；另有 ${count(left)} 家未列出，全部见 stores.csv。`,
          en: `The ${count(shown.length)} with the highest spend; ${count(left)} more are in stores.csv.`,
        };
  return folded(
    { zh: `门店明细（${count(stores)} 家）`, en: `Stores (${count(stores)})` },
    html`<p>${note}</p>${list}`,
  );
}
