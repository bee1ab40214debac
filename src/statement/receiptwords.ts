/** The words of a receipt: its lines, the reasons of its zeros, its notes and its headings. */
import type { LineCode, Note, Reason } from "./parts.ts";
import type { Phrase } from "./words.ts";

export const LINE: Readonly<Record<LineCode, Phrase>> = {
  due: ["货款", "due to the supplier"],
  operator: ["平台利润", "operator"],
  portion: ["专项分账", "named portion"],
  upline_1: ["直推奖励", "upline level 1"],
  upline_2: ["间推奖励", "upline level 2"],
  recruiter: ["招商奖励", "recruiter"],
  region_district: ["区代奖励", "district agent"],
  region_city: ["市代奖励", "city agent"],
  region_province: ["省代奖励", "province agent"],
  unclaimed: ["无人领取的奖励", "unclaimed commissions"],
  pool_in: ["入池款", "into the pool"],
  minting: ["申购（换成积分）", "buys points"],
  unminted: ["不换积分", "buys no points"],
  aside: ["转余留", "set aside"],
  step_limit: ["涨幅上限转余留", "above the step limit"],
};

export const REASON: Readonly<Record<Reason, Phrase>> = {
  not_in_plan: ["章程没有这一级", "the plan has no such level"],
  rate_zero: ["章程费率为零或未设", "the plan's rate is zero or not set"],
  cost_zero: ["所给成本为零", "the cost given is zero"],
  no_sponsor: ["买家没有推荐人", "the buyer has no sponsor"],
  sponsor_has_no_sponsor: ["推荐人没有上级推荐人", "the sponsor has no sponsor"],
  no_recruiter: ["门店没有招商人", "the store has no recruiter"],
  no_agent: ["这一级没有代理", "no agent is appointed here"],
  level_skipped: ["该门店地区没有这一级", "the store's region has no such level"],
  higher_rate_below: ["级差：下级代理的费率不低于本级", "by difference: an agent below has as high a rate"],
  rounds_to_zero: ["不足最小单位，舍去", "below the smallest unit, rounded down"],
  all_earned: ["奖励全部有人领取", "every commission was earned"],
  goes_to_pool: ["按章程并入入池款", "joins the pool portion, as the plan says"],
  nothing_left: ["其他各项分完，没有剩余", "the other lines used everything up"],
  pool_took_all: ["全部进入积分池", "all of it entered the pool"],
  goes_aside: ["转入余留（见下行）", "stands aside (next line)"],
  within_limit: ["涨幅未超上限", "the price stayed within its step"],
};

export const NOTE: Readonly<Record<Note, Phrase>> = {
  amount_less_take: ["消费额减抽成 {take}", "amount less the take of {take}"],
  cost_given: ["按所给成本", "the cost given"],
  rest_of_commissions: ["分销预算所余", "rest of the commissions portion"],
  rest: ["其余全部", "all the rest"],
  with_unclaimed: ["含无人领取的奖励", "with the unclaimed commissions"],
  difference: ["级差", "by difference"],
  frozen: ["冻结，到期解冻", "frozen until due"],
  locked_now: ["本单锁客", "locked by this purchase"],
  lifts_price: ["提升全体持有人的价格", "lifts the price for all holders"],
  no_points: ["不足最小积分单位", "too little for the smallest unit of points"],
  pool_was_empty: [
    "积分池曾清空，只收换成积分的部分",
    "the pool had been emptied: it takes only what buys points",
  ],
  step_limited: ["单笔涨幅超过上限的部分", "what would have lifted the price beyond its step"],
};

export const HEADING = {
  title: ["分账单", "distribution receipt"],
  parties: [
    "会员 {member}  门店 {merchant}  章程 {plan} 第 {version} 版",
    "member {member}  store {merchant}  plan {plan} version {version}",
  ],
  paid: ["付款 {paid} 元", "paid {paid} yuan"],
  refundedBefore: [
    "待结期间已退 {refunded} 元，分账 {amount} 元",
    "{refunded} yuan refunded while pending, {amount} yuan split",
  ],
  locked: ["本单锁客：推荐人定为 {sponsor}", "lock: {sponsor} is the sponsor from this purchase on"],
  pending: [
    "待结：退款期至 {settles}，届时分账；已退 {refunded} 元",
    "pending: the refund window is open until {settles}, then it is split; {refunded} yuan refunded",
  ],
  line: ["项目", "line"],
  to: ["归属", "to"],
  figured: ["算法", "figured"],
  amount: ["金额（元）", "yuan"],
  remark: ["说明", "remark"],
  sum: ["合计", "sum"],
  pool: ["入池款的去向", "what became of the pool portion"],
  points: ["积分", "points"],
  issued: ["得 {points} 积分", "{points} points"],
  priceBefore: ["价格 前", "price before"],
  priceAfter: ["价格 后", "price after"],
  perPoint: ["{cash} 元 / {points} 积分 = {shown} 元", "{cash} yuan / {points} points = {shown} yuan"],
  cap: [
    "封顶额增加 {added} 元；批次 {seq} 持 {points} 积分，每积分 {trigger} 元时强制赎回",
    "cap raised by {added} yuan; lot {seq} of {points} points must leave at {trigger} yuan a point",
  ],
  exits: ["本单引起强制赎回 {exits} 笔", "forced exits with this purchase: {exits}"],
  now: ["现在", "now"],
  left: [
    "本单尚余 {left} 积分，每积分 {price} 元，市值 {worth} 元；留存 {load}，现在赎回可得 {receive} 元",
    "{left} points of it left at {price} yuan, worth {worth} yuan; exit load {load}, redeemed now: {receive}",
  ],
  sold: ["已赎回 {sold} 积分，得 {got} 元", "{sold} points of it were redeemed for {got} yuan"],
  refunded: ["已退款 {refunded} 元", "{refunded} yuan refunded"],
  notice: [
    "本单记载已入账的事实，不是收益承诺。积分价格今后可能长期不变，封顶额是上限，不是目标。",
    "This states what was booked and promises nothing. The price may stay as it is; the cap is no goal.",
  ],
} as const satisfies Readonly<Record<string, Phrase>>;
