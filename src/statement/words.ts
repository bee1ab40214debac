/** The words of the statements, Chinese first: account kinds, steps, orders. Receipts: receiptwords.ts. */
export type Lang = "zh" | "en";
export type Phrase = readonly [zh: string, en: string];

/** One phrase in one language, its {places} filled in. */
export function say(phrase: Phrase, lang: Lang, values: Readonly<Record<string, string>> = {}): string {
  const text = phrase[lang === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Account kinds of the chart, by their names. */
const ACCOUNT: Readonly<Record<string, Phrase>> = {
  outside: ["外部收付", "outside"],
  pending: ["待结消费款", "pending"],
  payable: ["应付货款", "payable"],
  operator: ["平台利润", "operator"],
  portion: ["专项", "portion"],
  commission: ["推荐奖励", "commission"],
  commission_frozen: ["冻结奖励", "commission frozen"],
  unclaimed: ["未领奖励", "unclaimed"],
  wallet: ["会员钱包", "wallet"],
  pool: ["积分池", "pool"],
  pool_remainder: ["余留", "remainder"],
  points: ["持有积分", "points held"],
  points_issued: ["已发积分", "points issued"],
  withdrawal: ["提现在途", "withdrawal under way"],
};

/** Ways of a purchase; a refund's mirrors are said through these. */
const PARTS: Readonly<Record<string, Phrase>> = {
  due: ["货款", "due to the supplier"],
  operator: ["平台利润", "operator's portion"],
  portion: ["专项分账", "named portion"],
  upline_1: ["直推奖励", "upline level 1"],
  upline_2: ["间推奖励", "upline level 2"],
  recruiter: ["招商奖励", "recruiter"],
  region_district: ["区代奖励", "district agent"],
  region_city: ["市代奖励", "city agent"],
  region_province: ["省代奖励", "province agent"],
  unclaimed: ["无人领取的奖励", "commissions unclaimed"],
};

const STEPS: Readonly<Record<string, Phrase>> = {
  pend: ["收款待结", "held until the refund window closes"],
  refund_pending: ["待结退款", "refund of a pending purchase"],
  subscribe: ["申购入池", "subscription"],
  aside: ["入池款转余留", "pool portion set aside"],
  issue: ["发放积分", "points issued"],
  burn: ["注销积分", "points burned"],
  step_limit: ["超出涨幅上限转余留", "above the step limit, to the remainder"],
  pool_emptied: ["积分池清空转余留", "pool emptied, to the remainder"],
  redeem: ["赎回款", "redemption"],
  forced_exit: ["强制赎回款", "forced exit"],
  dust: ["零头清付", "dust paid out"],
  inject: ["注资", "injection"],
  release: ["余留释放", "release of the remainder"],
  thaw: ["奖励解冻", "commission thawed"],
  refund_operator: ["退款：运营方承担", "refund: operator's part"],
  refund_aside: ["退款：出自余留", "refund: out of what was set aside"],
  refund_pool: ["退款：出自积分池", "refund: out of the pool"],
  refund_proceeds: ["退款：追回赎回款", "refund: out of what the points brought"],
  proceeds_back: ["其余赎回款归还积分池", "rest of what the points brought, back to the pool"],
  refund_shortfall: ["退款：差额由商户承担", "refund: gap borne by the merchant"],
  refund_rounding: ["退款尾差归运营方", "refund: rounding to the operator"],
  wind_up_remainder: ["清算：余留并入", "winding up: remainder joins"],
  wind_up: ["清算付款", "winding up: paid to holders"],
  wind_up_rest: ["清算尾差", "winding up: last fen"],
  withdraw: ["申请提现", "withdrawal asked for"],
  pay_out: ["提现出款", "withdrawal paid out"],
  return_withdrawal: ["提现退回", "withdrawal returned"],
};

/** Kinds of journals: the orders, and what time or a cascade brings. */
const KINDS: Readonly<Record<string, Phrase>> = {
  join: ["入会", "join"],
  open_store: ["开店", "open store"],
  appoint: ["委任代理", "appoint agent"],
  purchase: ["消费", "purchase"],
  redeem: ["赎回", "redeem"],
  inject: ["注资", "inject"],
  release: ["释放余留", "release"],
  refund: ["退款", "refund"],
  wind_up: ["清算关闭", "wind up"],
  publish: ["发布章程", "publish plan"],
  dismiss: ["代理卸任", "dismiss agent"],
  bind: ["凭码锁客", "lock by code"],
  correct_sponsor: ["更正推荐人", "correct sponsor"],
  withdraw: ["申请提现", "withdraw"],
  pay_out: ["提现出款", "pay out"],
  return_withdrawal: ["提现退回", "return withdrawal"],
  settle: ["到期结算", "settle"],
  thaw: ["到期解冻", "thaw"],
  exits: ["强制赎回（续）", "forced exits, carried on"],
};

function known(table: Readonly<Record<string, Phrase>>, code: string): Phrase | undefined {
  return Object.keys(table).includes(code) ? table[code] : undefined;
}

/** What a kind of account is called. */
export function accountWord(kind: string, lang: Lang): string {
  return say(known(ACCOUNT, kind) ?? [kind, kind], lang);
}

/** What a posting's step means. A refund's mirror is said as the refund of its part. */
export function stepWord(code: string, lang: Lang): string {
  const own = known(PARTS, code) ?? known(STEPS, code);
  if (own !== undefined) return say(own, lang);
  const part = code.startsWith("refund_") ? known(PARTS, code.slice("refund_".length)) : undefined;
  if (part === undefined) return code;
  return say(["退款：追回{part}", "refund: {part}"], lang, { part: say(part, lang) });
}

/** What a kind of journal is called. */
export function kindWord(kind: string, lang: Lang): string {
  return say(known(KINDS, kind) ?? [kind, kind], lang);
}

export const TEXT = {
  yuan: ["元", "yuan"],
  point: ["积分", "points"],
  nobody: ["—", "—"],
  exit: [
    "强制赎回 {member}：{points} 积分，市值 {worth} 元，实得 {proceeds} 元（{reason}）",
    "forced exit of {member}: {points} points, worth {worth} yuan, paid {proceeds} yuan ({reason})",
  ],
  exitCap: ["到达触发价", "trigger reached"],
  exitDust: ["零头清付，不留存", "dust, no exit load"],
  lot: [
    "批次 {seq}（{member}）：起始 {points0} 积分，封顶额 {cap0} 元，触发价 {trigger}，剩 {points} 积分",
    "lot {seq} ({member}): opened with {points0} points, cap {cap0} yuan, trigger {trigger}, {points} left",
  ],
  lotCeased: ["批次 {seq}（{member}）：已了结", "lot {seq} ({member}): ceased"],
  purchase: [
    "消费 {id}：剩 {left} 积分，已赎回 {sold} 积分得 {got} 元，已退 {refunded} 元（{refunds} 次）",
    "purchase {id}: {left} points left, {sold} redeemed for {got} yuan, " +
      "refunded {refunded} ({refunds} times)",
  ],
  poolBefore: ["积分池前", "pool before"],
  poolAfter: ["积分池后", "pool after"],
  remainder: ["余留 {remainder} 元", "remainder {remainder} yuan"],
  empty: ["空（最近价 {last}）", "empty (last price {last})"],
  closed: ["已关闭", "closed"],
  cascade: ["强制赎回未完，续于下一凭证", "more forced exits follow in the next journal"],
  joined: ["会员 {member}，推荐人 {sponsor}", "member {member}, sponsor {sponsor}"],
  opened: [
    "门店 {merchant}，店主 {owner}，地区 {region}，招商人 {recruiter}",
    "store {merchant}, owner {owner}, region {region}, recruiter {recruiter}",
  ],
  appointed: ["地区 {region} 的代理：{agent}", "agent of region {region}: {agent}"],
  dismissed: ["地区 {region} 不再由 {agent} 代理", "{agent} is no longer the agent of region {region}"],
  corrected: [
    "{member} 的推荐人由 {before} 更正为 {sponsor}（案号 {case}）",
    "sponsor of {member} corrected from {before} to {sponsor} (case {case})",
  ],
  withdrawn: [
    "提现 {id}：{member} 自{source} {amount} 元，待出款",
    "withdrawal {id}: {amount} yuan of {member} from {source}, waiting to be paid",
  ],
  withdrawalPaid: ["提现 {id} 已出款", "withdrawal {id} has been paid out"],
  withdrawalReturned: ["提现 {id} 已退回", "withdrawal {id} has been returned"],
  published: ["章程 {name} 第 {version} 版", "plan {name}, version {version}"],
  pended: ["消费 {id} 待结至 {due}", "purchase {id} pending until {due}"],
  pendingRefunded: [
    "待结消费 {id} 共退 {refunded} 元",
    "pending purchase {id}, refunded {refunded} yuan in all",
  ],
  locked: ["锁客：{member} 的推荐人定为 {sponsor}", "lock: {sponsor} is now the sponsor of {member}"],
} as const satisfies Readonly<Record<string, Phrase>>;
