/** The findings in plain words, for an operator in a hurry, and the handful of figures that say most. */
import type { Sentence } from "../facts/say.ts";
import type { Findings } from "../findings/index.ts";
import { count, decimal, many, percent, percentUp, ppmOf, yuan } from "./format.ts";
import { type Content, explain, type Html, html, inBoth } from "./html.ts";
import type { BadRows } from "./options.ts";
import { type Hundred, hundredOf, paidByPool, paidShareOf } from "./shares.ts";

/** A sentence whose figures stand out: `{…}` in both texts is filled by the figure of the same place. */
function said(zh: string, en: string, ...figures: readonly string[]): Html {
  const fill = (text: string): Content[] =>
    text
      .split(/\{(\d)\}/)
      .map((piece, i) => (i % 2 === 0 ? piece : html`<b>${figures[Number(piece)] ?? ""}</b>`));
  return html`<li>${inBoth(html`${fill(zh)}`, html`${fill(en)}`)}</li>`;
}

export function summary(findings: Findings): Html {
  const hundred = hundredOf(findings.money);
  const first = hundred === null ? [] : [hundredWords(hundred)];
  return html`<ul class="words">${[...first, ...memberWords(findings), ...poolWords(findings)]}</ul>`;
}

function hundredWords({ merchants, pool, operator, commissions, others }: Hundred): Html {
  const tail = others === 0 ? ["", ""] : [`，其他 ${yuan(others)} 元`, `, ${yuan(others)} to others`];
  return said(
    `每花 100 元：商户得 {0} 元，{1} 元进入积分池，运营方得 {2} 元，推荐奖励 {3} 元${tail[0]}。`,
    `Of every 100 yuan spent, merchants get {0}, {1} goes into the points pool, the operator ` +
      `gets {2}, commissions come to {3}${tail[1]}.`,
    ...[merchants, pool, operator, commissions].map(yuan),
  );
}

function memberWords({ counted, so_far, if_redeemed, plan }: Findings): Html[] {
  if (counted === 0) return [said("没有一位会员有消费余额。", "No member has spent anything.")];
  // A cap above the spend is not worth a word here: it would read like a goal.
  const low = plan.most_at_cap_ppm < 1_000_000;
  const [zh, en] = low
    ? [`：到封顶时一笔消费的赎回款最多为其金额的 {3}`, `: a purchase at its cap pays {3} of its amount`]
    : ["", ""];
  return [
    said(
      "会员至今从积分池拿到消费额的 {0}（中位数）；如果今天把手里的积分全部赎回，中位数是 {1}，十个人里有九个不超过 {2}。",
      "So far the member in the middle has got {0} of the spend out of the pool; redeeming " +
        "all points today would make it {1}, and for nine in ten it is {2} at most.",
      percent(so_far.p50_ppm),
      percent(if_redeemed.p50_ppm),
      percentUp(if_redeemed.p90_ppm),
    ),
    said(
      `有消费的 {0} 名会员里，算上今天可兑付的，{1} 名（{2}）拿到的不少于消费额。封顶额是上限，不是目标${zh}。`,
      `Of {0} members with spend, {1} ({2}) would have no less than they spent, today's ` +
        `redemption included. The cap is a ceiling, not a goal${en}.`,
      count(counted),
      count(if_redeemed.full),
      percent(ppmOf(if_redeemed.full, counted)),
      percent(plan.most_at_cap_ppm),
    ),
  ];
}

function poolWords({ money, series, pool, plan }: Findings): Html[] {
  const { in_pool_fen, remainder_fen, from_purchases_fen, injected_fen } = money.pool;
  const into = from_purchases_fen + injected_fen;
  const exits = series.at(-1)?.exits ?? 0;
  const all = series.at(-1)?.purchase ?? 0;
  const middle = series.find(({ purchase }) => purchase * 2 >= all);
  const price = said(
    "每积分可兑付金额从 {0} 元到 {1} 元；前一半消费之后是 {2} 元。",
    "The price of a point went from {0} to {1} yuan; after the first half of the purchases it stood at {2}.",
    decimal(plan.opening_price, 2),
    decimal(pool.price, 2),
    decimal(middle?.price ?? pool.price, 2),
  );
  return [
    price,
    said(
      "进入积分池的 {0} 元里，{1} 元（{2}）付给了会员，{3} 元还在池中和余留里；强制赎回 {4} 次。",
      "Of {0} yuan that entered the pool, {1} ({2}) was paid to members, {3} is still in " +
        `the pool and its remainder; {4} forced ${exits === 1 ? "exit" : "exits"}.`,
      yuan(into),
      yuan(paidByPool(money.pool)),
      percent(paidShareOf(money.pool)),
      yuan(in_pool_fen + remainder_fen),
      count(exits),
    ),
  ];
}

interface Tile {
  readonly name: Sentence;
  readonly figure: string;
  readonly unit?: Sentence;
  readonly note?: Sentence;
  readonly why: Sentence;
}

const YUAN: Sentence = { zh: "元", en: "yuan" };

export function tiles(findings: Findings, bad?: BadRows): Html {
  const shown = tilesOf(findings, bad?.total ?? 0).map(
    ({ name, figure, unit, note, why }) =>
      html`<div class="tile"><dt>${name}${explain(why)}</dt><dd><b>${figure}</b>${
        unit === undefined ? "" : html` <small>${unit}</small>`
      }${note === undefined ? "" : html`<p>${note}</p>`}</dd></div>`,
  );
  return html`<dl class="tiles">${shown}</dl>`;
}

function tilesOf(findings: Findings, badRows: number): Tile[] {
  const { money, orders, refused, pool, plan } = findings;
  const purchases = orders["purchase"] ?? 0;
  const exits = findings.series.at(-1)?.exits ?? 0;
  const unread =
    badRows === 0
      ? { zh: "", en: "" }
      : {
          zh: `；源文件有 ${count(badRows)} 行没有读入，见文末`,
          en: `; ${many(badRows, "row")} of the source not taken, see the end`,
        };
  return [
    {
      name: { zh: "消费额", en: "Spent" },
      figure: yuan(money.spent_fen),
      unit: YUAN,
      note: {
        zh: `${count(purchases)} 笔消费，退款 ${yuan(money.refunds_fen)} 元`,
        en: `${many(purchases, "purchase")}, ${yuan(money.refunds_fen)} refunded`,
      },
      why: { zh: "所有消费减去退款。", en: "All purchases less refunds." },
    },
    {
      name: { zh: "会员", en: "Members" },
      figure: count(findings.members),
      note: {
        zh: `${count(findings.buyers)} 名消费过，${count(findings.holders)} 名持有积分；${count(findings.stores)} 家门店`,
        en:
          `${count(findings.buyers)} bought, ${count(findings.holders)} hold points; ` +
          many(findings.stores, "store"),
      },
      why: {
        zh: "账簿里登记的人，包括门店的店主；比例只按有消费余额的会员计算。",
        en: "Everyone on the register, store owners included; shares are taken over members with spend only.",
      },
    },
    {
      name: { zh: "积分池余额", en: "Pool cash" },
      figure: yuan(pool.cash_fen),
      unit: YUAN,
      note: {
        zh: `流通积分 ${decimal(pool.points, 2)}；余留 ${yuan(pool.remainder_fen)} 元`,
        en: `${decimal(pool.points, 2)} points out; remainder ${yuan(pool.remainder_fen)}`,
      },
      why: {
        zh: "全部流通积分背后的现金；每一分都在。",
        en: "The cash behind all points that are out; every fen is there.",
      },
    },
    {
      name: { zh: "每积分可兑付金额", en: "Price of a point" },
      figure: decimal(pool.price, 4),
      unit: YUAN,
      note: {
        zh: `起始 ${decimal(plan.opening_price, 2)} 元；赎回时留存 ${plan.exit_load}`,
        en: `opened at ${decimal(plan.opening_price, 2)}; ${plan.exit_load} stays in the pool on redeeming`,
      },
      why: {
        zh: "积分池余额 ÷ 流通积分，向下取整；赎回按它计算市值，再减去留存。",
        en:
          "Pool cash ÷ points out, rounded down. Redeeming takes the worth at this price, less " +
          "the exit load.",
      },
    },
    {
      name: { zh: "强制赎回", en: "Forced exits" },
      figure: count(exits),
      unit: { zh: "次", en: exits === 1 ? "time" : "times" },
      note: {
        zh: `封顶 ${plan.cap_multiple} 倍，付出 ${yuan(money.pool.forced_exits_fen)} 元`,
        en: `cap ${plan.cap_multiple}×, ${yuan(money.pool.forced_exits_fen)} paid`,
      },
      why: {
        zh: "一批积分的市值到达封顶额（消费额 × 倍数）时由系统赎回，也包括零头清付。",
        en:
          "A lot whose worth reaches its cap (spend × multiple) is paid out by the house; dust " +
          "counts too.",
      },
    },
    {
      name: { zh: "未成功的指令", en: "Orders refused" },
      figure: count(refused.total),
      note: {
        zh: `已入账 ${count(findings.booked)} 条${unread.zh}`,
        en: `${count(findings.booked)} booked${unread.en}`,
      },
      why: {
        zh: "账簿按规则拒绝的指令，什么也没有留下；原因见文末。",
        en: "Orders the book refused by its rules; they left nothing behind. The reasons are at the end.",
      },
    },
  ];
}
