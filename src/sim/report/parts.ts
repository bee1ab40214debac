/**
 * Who got what of the money spent, and where the pool's money is: names, definitions and colours of the
 * parts.
 */

import type { Sentence } from "../facts/say.ts";
import type { Money, PoolMoney } from "../findings/index.ts";
import type { Colour } from "./spec.ts";

export interface Part {
  readonly name: Sentence;
  readonly why: Sentence;
  readonly colour: Colour;
  readonly fen: number;
}

const part = (name: Sentence, why: Sentence, colour: Colour, fen: number): Part => ({
  name,
  why,
  colour,
  fen,
});

/**
 * Every fen spent, once; parts of nothing are left out, but supplier, operator and pool always stand there.
 */
export function partsOf(money: Money): Part[] {
  const always = [
    part(
      { zh: "商户货款", en: "Merchants (for goods)" },
      {
        zh: "消费额减去抽成（或自营商品的成本），归供货的商户。",
        en: "The amount less the take (or the cost of own goods): due to the supplying merchant.",
      },
      "stone",
      money.suppliers_fen,
    ),
    part(
      { zh: "进入积分池", en: "Into the points pool" },
      {
        zh: "抽成里余下的部分，是积分背后的现金。",
        en: "What is left of the take: the cash behind the points.",
      },
      "water",
      money.pool_fen,
    ),
    part(
      { zh: "运营方", en: "Operator" },
      { zh: "章程写明归运营方的份。", en: "The operator's portion by the plan." },
      "sand",
      money.operator_fen,
    ),
  ];
  return [...always, ...commissions(money), ...rest(money)];
}

function commissions(money: Money): Part[] {
  const all = [
    part(
      { zh: "直推奖励", en: "Upline level 1" },
      { zh: "付给消费者的推荐人。", en: "Paid to the buyer's sponsor." },
      "plum",
      money.upline_1_fen,
    ),
    part(
      { zh: "间推奖励", en: "Upline level 2" },
      { zh: "付给推荐人的推荐人；不再往上。", en: "Paid to the sponsor's sponsor; no further up." },
      "lilac",
      money.upline_2_fen,
    ),
    part(
      { zh: "招商奖励", en: "Recruiter of the store" },
      { zh: "付给把这家门店引进来的人。", en: "Paid to whoever brought the store in." },
      "rose",
      money.recruiter_fen,
    ),
    part(
      { zh: "区代", en: "District agent" },
      { zh: "门店所在区的代理。", en: "The agent of the store's district." },
      "deep",
      money.region_district_fen,
    ),
    part(
      { zh: "市代", en: "City agent" },
      { zh: "门店所在市的代理。", en: "The agent of the store's city." },
      "deep",
      money.region_city_fen,
    ),
    part(
      { zh: "省代", en: "Province agent" },
      { zh: "门店所在省的代理。", en: "The agent of the store's province." },
      "deep",
      money.region_province_fen,
    ),
  ];
  return all.filter(({ fen }) => fen !== 0);
}

function rest(money: Money): Part[] {
  const named = Object.entries(money.portions).map(([name, fen]) =>
    part({ zh: name, en: name }, { zh: "章程另列的一份。", en: "Another portion of the plan." }, "sky", fen),
  );
  const all = [
    part(
      { zh: "无人领取的奖励", en: "Commissions nobody earned" },
      {
        zh: "没有推荐人、招商人或代理可付时，这部分留给运营方。",
        en: "Where there is no sponsor, recruiter or agent to pay, the operator keeps it.",
      },
      "straw",
      money.unclaimed_fen,
    ),
    ...named,
    part(
      { zh: "待结", en: "Pending" },
      {
        zh: "已付款，仍在退款期内，尚未分账。",
        en: "Paid, but still within the refund window and not split yet.",
      },
      "sky",
      money.pending_fen,
    ),
  ];
  return all.filter(({ fen }) => fen !== 0);
}

/**
 * Where the pool's money is now. What refunds brought back is taken off what was paid, so that all parts add
 * up.
 */
export function poolPartsOf(pool: PoolMoney): Part[] {
  const paid = [
    part(
      { zh: "会员主动赎回", en: "Redeemed by members" },
      { zh: "会员自己要求赎回的积分。", en: "Points members asked to redeem." },
      "leaf",
      pool.redeemed_fen,
    ),
    part(
      { zh: "封顶强制赎回", en: "Forced exits at the cap" },
      { zh: "到触发价时，由系统赎回。", en: "Points paid out by the house at their trigger." },
      "moss",
      pool.forced_exits_fen,
    ),
    part(
      { zh: "零头清付", en: "Dust paid out" },
      {
        zh: "池中不足一个积分时，全部按市值付清。",
        en: "With less than one point left in the pool, all of it is paid at its worth.",
      },
      "straw",
      pool.dust_fen,
    ),
    part(
      { zh: "清算", en: "Winding up" },
      { zh: "积分池清算时按份额付给会员。", en: "Paid to members by share when the pool closed." },
      "deep",
      pool.wound_up_fen,
    ),
    part(
      { zh: "退款收回的赎回款", en: "Proceeds given back on refunds" },
      {
        zh: "会员退款时，已赎回积分的赎回款须退回；从上面各项中减去。",
        en: "When a purchase is refunded, what its points brought comes back; taken off the figures above.",
      },
      "rose",
      pool.returned_fen === 0 ? 0 : -pool.returned_fen,
    ),
  ].filter(({ fen }) => fen !== 0);
  const here = [
    part(
      { zh: "仍在积分池", en: "Still in the pool" },
      { zh: "流通积分背后的现金。", en: "The cash behind the points that are out." },
      "water",
      pool.in_pool_fen,
    ),
    part(
      { zh: "余留", en: "Remainder" },
      {
        zh: "池空时剩下的、或为防价格跳升而移开的现金；只能由运营方释放回池。",
        en:
          "Cash left when the pool emptied, or set aside so that the price does not leap; it " +
          "can only go back into the pool.",
      },
      "sky",
      pool.remainder_fen,
    ),
    part(
      { zh: "清算尾差", en: "Rest of winding up" },
      { zh: "清算后剩下的几分钱，归运营方。", en: "The few fen left after winding up; the operator's." },
      "sand",
      pool.wound_up_rest_fen,
    ),
  ].filter(({ fen }, i) => i === 0 || fen !== 0);
  return [...here, ...paid];
}
