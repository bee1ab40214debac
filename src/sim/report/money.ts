/** Who got what of each yuan, and where the pool's money is now. */
import type { Sentence } from "../facts/say.ts";
import type { Findings } from "../findings/index.ts";
import { cutChart } from "./charts.ts";
import { type Figures, section } from "./figure.ts";
import { percent, yuan } from "./format.ts";
import { explain, type Html, html, table } from "./html.ts";
import { type Part, partsOf, poolPartsOf } from "./parts.ts";
import { sharesOf } from "./shares.ts";

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
  const list = partsOf(money);
  const shares = sharesOf(list.map(fenOf), money.spent_fen);
  const rows = list.map((part, i) => [named(part), ofHundred(shares?.[i]), yuan(part.fen)]);
  const parts = table(
    { zh: "每 100 元的去向", en: "Parts of each 100 yuan" },
    [
      { head: { zh: "归谁", en: "To whom" } },
      { head: { zh: "每 100 元中", en: "Of each 100 yuan" }, numeric: true },
      { head: { zh: "合计（元）", en: "In all (yuan)" }, numeric: true },
    ],
    [
      ...rows,
      [{ zh: "合计", en: "Sum" }, ofHundred(shares === null ? undefined : 1_000_000), yuan(money.spent_fen)],
    ],
  );
  const title = { zh: "钱去了哪里", en: "Where the money went" };
  return section(
    "money",
    title,
    html`<div class="card joined">${spend}${parts}</div>${poolMoney(findings, figures)}`,
  );
}

const fenOf = ({ fen }: Part) => fen;

/** A share in ppm as yuan of each 100. */
const ofHundred = (ppm: number | undefined): string => (ppm === undefined ? "–" : yuan(ppm / 100));

const named = ({ name, why, colour }: Part): Html =>
  html`<i class="dot" style="background:var(--${colour})"></i><span>${name}</span>${explain(why)}`;

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
  const shares = sharesOf(parts.map(fenOf), into);
  const rows = parts.map((part, i) => [named(part), percent(shares?.[i] ?? null), yuan(part.fen)]);
  const list = table(
    { zh: "进池的钱的去处", en: "Places of the pool's money" },
    [
      { head: { zh: "在哪里", en: "Where" } },
      { head: { zh: "占进池", en: "Share" }, numeric: true },
      { head: { zh: "合计（元）", en: "In all (yuan)" }, numeric: true },
    ],
    [...rows, [{ zh: "合计", en: "Sum" }, percent(shares === null ? null : 1_000_000), yuan(into)]],
  );
  return html`<div class="card joined">${chart}${list}</div>`;
}
