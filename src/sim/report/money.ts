/** Who got what of each yuan, and the pool over time: price, cash, points, exits. */
import type { Sentence } from "../facts/say.ts";
import type { ExitRow, Findings, Sample } from "../findings/index.ts";
import { cutChart, exitChart, poolChart, priceChart } from "./charts.ts";
import { type Figures, folded, section } from "./figure.ts";
import { count, day, decimal, percent, ppmOf, yuan } from "./format.ts";
import { type Column, type Content, explain, type Html, html, json, table } from "./html.ts";
import { type Part, partsOf, poolPartsOf } from "./parts.ts";
import { ofHundred } from "./summary.ts";

/** Exits listed in the page; all of them are in exits.csv. */
const MOST_EXITS = 1_000;
/** Rows of a series shown as a table; all samples are in series.csv. */
const MOST_SAMPLES = 40;

export function division(findings: Findings, figures: Figures): Html {
  const { money } = findings;
  const spend = figures.show({
    id: "division",
    title: { zh: "每 100 元去了哪里", en: "Where each 100 yuan went" },
    why: {
      zh: "消费额（已减退款）的每一分只归一处，合计分毫不差。",
      en: "Every fen of the money spent (less refunds) has one place; the parts add up exactly.",
    },
    reading: {
      zh: `消费 ${yuan(money.spent_fen)} 元，逐项如下。`,
      en: `${yuan(money.spent_fen)} yuan were spent; the parts are listed below.`,
    },
    chart: cutChart(findings, "spend"),
    size: "low",
  });
  const rows = partsOf(money).map((part) => [named(part), ofHundred(part.fen, money), yuan(part.fen)]);
  const parts = table(
    { zh: "每 100 元的去向", en: "Parts of each 100 yuan" },
    [
      { head: { zh: "归谁", en: "To whom" } },
      { head: { zh: "每 100 元中", en: "Of each 100 yuan" }, numeric: true },
      { head: { zh: "合计（元）", en: "In all (yuan)" }, numeric: true },
    ],
    [...rows, [{ zh: "合计", en: "Sum" }, ofHundred(money.spent_fen, money), yuan(money.spent_fen)]],
  );
  const title = { zh: "钱去了哪里", en: "Where the money went" };
  return section(
    "money",
    title,
    html`<div class="card joined">${spend}${parts}</div>${poolMoney(findings, figures)}`,
  );
}

const named = ({ name, why, colour }: Part): Html =>
  html`<i class="dot ${colour}"></i><span>${name}</span>${explain(why)}`;

function poolMoney(findings: Findings, figures: Figures): Html {
  const { pool } = findings.money;
  const into = pool.from_purchases_fen + pool.injected_fen;
  const parts = poolPartsOf(pool);
  const injected: Sentence =
    pool.injected_fen === 0
      ? { zh: "", en: "" }
      : {
          zh: `，其中注资 ${yuan(pool.injected_fen)} 元`,
          en: `, of it ${yuan(pool.injected_fen)} injected from outside`,
        };
  const chart = figures.show({
    id: "pool-money",
    title: { zh: "进池的钱现在在哪里", en: "Where the pool's money is now" },
    why: {
      zh: "进入积分池的每一分：还在池里、在余留里，或已经付给会员。",
      en: "Every fen that entered the pool: still there, in its remainder, or paid to members.",
    },
    reading: {
      zh: `进池 ${yuan(into)} 元${injected.zh}。`,
      en: `${yuan(into)} yuan entered the pool${injected.en}.`,
    },
    chart: cutChart(findings, "pool"),
    size: "low",
  });
  const rows = parts.map((part) => [named(part), percent(ppmOf(part.fen, into)), yuan(part.fen)]);
  const list = table(
    { zh: "进池的钱的去处", en: "Places of the pool's money" },
    [
      { head: { zh: "在哪里", en: "Where" } },
      { head: { zh: "占进池", en: "Share" }, numeric: true },
      { head: { zh: "合计（元）", en: "In all (yuan)" }, numeric: true },
    ],
    [...rows, [{ zh: "合计", en: "Sum" }, percent(ppmOf(into, into)), yuan(into)]],
  );
  return html`<div class="card joined">${chart}${list}</div>`;
}

export function overTime(findings: Findings, figures: Figures): Html {
  const { series, plan, pool } = findings;
  const end = series.at(-1);
  const peak = Math.max(...series.map(({ cash_fen }) => cash_fen));
  const price = figures.show({
    id: "price",
    title: { zh: "每积分可兑付金额", en: "Price of a point" },
    why: {
      zh: "积分池余额 ÷ 流通积分（元）。按章程它不会下降，但可能长期几乎不变。",
      en: "Pool cash ÷ points out, in yuan. By the plan it does not fall, but it may hardly move for a long time.",
    },
    reading: {
      zh: `从 ${decimal(plan.opening_price, 4)} 元到 ${decimal(pool.price, 4)} 元。`,
      en: `From ${decimal(plan.opening_price, 4)} to ${decimal(pool.price, 4)} yuan.`,
    },
    chart: priceChart(findings),
    data: samples(findings),
  });
  const cash = figures.show({
    id: "pool",
    title: { zh: "积分池余额与流通积分", en: "Pool cash and points out" },
    why: {
      zh: "余额是池里的现金，流通积分是会员手里的全部积分；两者之比就是每积分可兑付金额。",
      en: "The cash in the pool and all points members hold; the price is one over the other.",
    },
    reading: {
      zh: `余额最高 ${yuan(peak)} 元，现在 ${yuan(pool.cash_fen)} 元；流通 ${decimal(pool.points, 2)} 积分。`,
      en: `Cash peaked at ${yuan(peak)} yuan and stands at ${yuan(pool.cash_fen)}; ${decimal(pool.points, 2)} points are out.`,
    },
    chart: poolChart(findings),
  });
  const exits = figures.show({
    id: "exits",
    title: { zh: "付给会员的钱与强制赎回", en: "Paid to members, and forced exits" },
    why: {
      zh: "积分池至今付给会员的钱（赎回、强制赎回、清算，减去退款收回的），和由系统兑付的批次数。",
      en: "What the pool has paid to members so far (less what refunds brought back), and lots paid out by the house.",
    },
    reading: {
      zh: `共付 ${yuan(end?.paid_fen ?? 0)} 元，强制赎回 ${count(end?.exits ?? 0)} 次。`,
      en: `${yuan(end?.paid_fen ?? 0)} yuan paid in all, ${count(end?.exits ?? 0)} forced exits.`,
    },
    chart: exitChart(findings),
    data: exitList(findings),
  });
  return section("pool-over-time", { zh: "积分池的经过", en: "The pool over time" }, [price, cash, exits]);
}

function samples({ series }: Findings): Html {
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
  const n = (zh: string, en: string): Column => ({ head: { zh, en }, numeric: true });
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
function exitList({ exits }: Findings): Html {
  if (exits.length === 0) return html`<p>${{ zh: "没有强制赎回。", en: "There were no forced exits." }}</p>`;
  const shown = exits.slice(0, MOST_EXITS);
  const cells = (row: ExitRow) => [
    count(row.purchase),
    day(row.at) ?? "",
    row.member,
    decimal(row.points, 8),
    yuan(row.worth_fen),
    yuan(row.proceeds_fen),
    row.reason,
  ];
  const left = exits.length - shown.length;
  const note: Sentence = {
    zh: `共 ${count(exits.length)} 次${left === 0 ? "" : `，这里列出最早的 ${count(shown.length)} 次，另有 ${count(left)} 次未列出`}；全部见 exits.csv。`,
    en: `${count(exits.length)} in all${left === 0 ? "" : `; the first ${count(shown.length)} are listed here, ${count(left)} are not`}; all of them are in exits.csv.`,
  };
  const n = (zh: string, en: string): Column => ({ head: { zh, en }, numeric: true });
  const columns: Column[] = [
    n("第几笔消费时", "At purchase"),
    { head: { zh: "日期", en: "Date" } },
    { head: { zh: "会员", en: "Member" } },
    n("积分", "Points"),
    n("按市值（元）", "Worth (yuan)"),
    n("所得（元）", "Proceeds (yuan)"),
    { head: { zh: "原因", en: "Reason" } },
  ];
  return html`<p>${note}</p><div class="paged" data-rows="exits-rows">${table({ zh: "强制赎回", en: "Forced exits" }, columns, [])}</div><script type="application/json" id="exits-rows">${json(shown.map(cells))}</script>`;
}

const MOST_STORES = 20;

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
  const n = (zh: string, en: string): Column => ({ head: { zh, en }, numeric: true });
  const list = table(
    { zh: "商户", en: "Stores" },
    [
      { head: { zh: "商户", en: "Store" } },
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
          en: `The ${count(shown.length)} with the highest turnover; ${count(left)} more are in stores.csv.`,
        };
  return folded(
    { zh: `商户明细（${count(stores)} 家）`, en: `Stores (${count(stores)})` },
    html`<p>${note}</p>${list}`,
  );
}
