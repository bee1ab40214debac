/** The end of the report: rows and orders not taken, how the source was read, what was counted how. */
import type { Sentence } from "../facts/say.ts";
import type { Findings } from "../findings/index.ts";
import { disclosure } from "./disclosure.ts";
import { section } from "./figure.ts";
import { count } from "./format.ts";
import { type Content, type Html, html, table } from "./html.ts";
import type { ReportOptions } from "./options.ts";

export function disclosed(findings: Findings): Html {
  return section(
    "disclosure",
    { zh: "会员须知（下单前须展示）", en: "Disclosure (to be shown before the first order)" },
    html`<blockquote class="card">${disclosure(findings)}</blockquote>`,
  );
}

export function notTaken({ refused }: Findings, { bad, refusalWords }: ReportOptions): Html {
  const parts: Content[] = [];
  if (bad !== undefined && bad.total > 0) {
    const where: Sentence =
      bad.file === null
        ? { zh: "", en: "" }
        : { zh: `，逐行见 ${bad.file}`, en: `; each is listed in ${bad.file}` };
    parts.push(
      html`<p>${{
        zh: `源文件里有 ${count(bad.total)} 行没有读入${where.zh}：`,
        en: `${count(bad.total)} rows of the source were not taken${where.en}:`,
      }}</p>`,
      table(
        { zh: "没有读入的行", en: "Rows not taken" },
        [{ head: { zh: "原因", en: "Reason" } }, { head: { zh: "行数", en: "Rows" }, numeric: true }],
        bad.reasons.map(({ reason, count: rows }) => [reason, count(rows)]),
      ),
    );
  }
  if (refused.total > 0) {
    parts.push(
      html`<p>${{
        zh: `账簿按规则拒绝了 ${count(refused.total)} 条指令，它们什么也没有留下：`,
        en: `The book refused ${count(refused.total)} orders by its rules; they left nothing behind:`,
      }}</p>`,
      table(
        { zh: "被拒绝的指令", en: "Orders refused" },
        [{ head: { zh: "代码", en: "Code" } }, { head: { zh: "条数", en: "Orders" }, numeric: true }],
        Object.entries(refused.codes).map(([code, n]) => [refusalReason(code, refusalWords), count(n)]),
      ),
    );
  }
  if (parts.length === 0)
    parts.push(
      html`<p>${{ zh: "每一行都已读入，没有指令被拒绝。", en: "Every row was taken and no order refused." }}</p>`,
    );
  return section(
    "not-taken",
    { zh: "没有计入的", en: "What was not counted" },
    html`<div class="card">${parts}</div>`,
  );
}

function refusalReason(code: string, words: ReportOptions["refusalWords"]): Content {
  const sentence = words?.(code);
  return sentence === undefined ? html`<code>${code}</code>` : html`${sentence} <code>${code}</code>`;
}

const METHOD: readonly Sentence[] = [
  {
    zh: "所有金额以分为单位的整数、所有积分以亿分之一为单位的整数计算，没有一处用浮点数；每一分都有去处，生成本报告前已逐分核对。",
    en:
      "All money is whole fen and all points whole hundred-millionths; nothing near them is " +
      "a float. Before this report was written every fen was checked to have exactly one " +
      "place.",
  },
  {
    zh: "回放用的是账簿本身的规则：同样的指令在运营中会得到同样的结果。过去的消费不代表将来。",
    en:
      "The replay runs the rules of the book itself: the same orders would come to the same " +
      "in operation. Past purchases say nothing about future ones.",
  },
  {
    zh: "理论值按等额消费、无人提前赎回的封闭公式计算，只供对照。",
    en:
      "Theoretical values come from closed forms for equal purchases with nobody redeeming " +
      "early; for comparison only.",
  },
];

/** Kinds of orders, and what time brings by itself; the words are those of the journals. */
const KINDS: Readonly<Record<string, string>> = {
  join: "入会",
  open_store: "开店",
  appoint: "委任代理",
  purchase: "消费",
  refund: "退款",
  redeem: "赎回",
  inject: "注资",
  release: "释放余留",
  wind_up: "清算关闭",
  publish: "发布章程",
  settle: "到期结算",
  thaw: "到期解冻",
  exits: "强制赎回（续）",
};

export function method({ orders, automatic }: Findings, { notes = [], source }: ReportOptions): Html {
  const kinds = Object.entries({ ...orders, ...automatic });
  const zh = kinds.map(([kind, n]) => `${KINDS[kind] ?? kind} ${count(n)}`).join("，");
  const en = kinds.map(([kind, n]) => `${kind} ${count(n)}`).join(", ");
  const from = typeof source === "string" ? { zh: source, en: source } : source;
  const items = [
    { zh: `来源：${from.zh}`, en: `Source: ${from.en}` },
    ...notes,
    { zh: `已入账：${zh}`, en: `Booked: ${en}` },
    ...METHOD,
  ];
  return section(
    "method",
    { zh: "怎么算的", en: "How it was counted" },
    html`<ul class="card plain">${items.map((item) => html`<li>${item}</li>`)}</ul>`,
  );
}
