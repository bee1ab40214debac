/**
 * The sentences of the plain-text sheet. They describe and promise nothing; a test runs the word guard over
 * them.
 */
import type { Template } from "./say.ts";

const words = <Key extends string>(table: Readonly<Record<Key, Template>>): Readonly<Record<Key, Template>> =>
  table;

export const SHEET = words({
  title: ["章程检查：{name} 第 {version} 版", "Plan check: {name}, version {version}"],
  title_unread: ["章程检查", "Plan check"],
  profile: [
    "合规档案 {id} 第 {version} 版，{dated}；不是法律意见",
    "profile {id} version {version}, {dated}; not legal advice",
  ],
  publishable: ["结论：可以发布。", "Verdict: may be published."],
  publishable_with_conditions: [
    "结论：满足以下 {count} 项条件后可以发布。",
    "Verdict: may be published once {count} conditions are met.",
  ],
  refused: ["结论：不可发布（{count} 处）。", "Verdict: may not be published ({count} reasons)."],
  reasons: ["不可发布的原因", "Why it may not be published"],
  conditions: ["发布前的条件", "Conditions before publishing"],
  facts: [
    "一笔 {amount} 元的消费意味着什么（推算：每笔等额，各项奖励都发出，无人提前赎回）",
    "What a purchase of {amount} yuan comes to (reckoned with equal purchases, every commission paid, " +
      "nobody redeeming early)",
  ],
  no_facts: [
    "按这份章程没有钱进入积分池：这样的消费不产生积分，或会被拒绝。",
    "Nothing enters the pool under this plan: such a purchase brings no points, or is refused.",
  ],
  due: [
    "货款按售价的 {rate} 计算；成本或门店合同不同，以下各数随之不同。",
    "Reckoned with {rate} of the price due to the supplier; with another cost or store contract " +
      "the figures differ.",
  ],
  pool: [
    "{fen} 元（{rate}）进入积分池：{minted} 元换成买家的积分，{unminted} 元归全体积分共有，含买家。",
    "{fen} yuan ({rate}) enter the pool: {minted} become points of the buyer, {unminted} belong to " +
      "all points alike, the buyer's included.",
  ],
  pool_most: [
    "没人领取的推荐奖励也入池，最多共 {fen} 元（{rate}）。",
    "Commissions nobody earned enter the pool too, up to {fen} yuan ({rate}) in all.",
  ],
  average: [
    "会员平均最多拿到消费额的 {rate}，即 {fen} 元：除运营方注资外，池里没有别的钱。",
    "On average members can get at most {rate} of their spending, {fen} yuan: apart from " +
      "injections by the operator there is no other money in the pool.",
  ],
  at_once: [
    "刚买完就赎回，约得 {fen} 元（{share}）。",
    "Redeemed right after buying, the points pay about {fen} yuan ({share}).",
  ],
  median: [
    "居中的会员，积分约可兑付 {fen} 元（{share}）。后加入者一般少于先加入者。",
    "The points of a member in the middle would pay about {fen} yuan ({share}). Later members get " +
      "less than earlier ones as a rule.",
  ],
  cap_below: [
    "封顶 {multiple} 倍是上限，不是目标：到顶时积分被强制赎回，实付 {net} 元（{net_rate}），因此没有人能拿回全部消费额。",
    "The cap of {multiple}× is a ceiling, not a goal: at the cap points must be redeemed and pay " +
      "{net} yuan ({net_rate}), so nobody gets back all he spent.",
  ],
  cap_above: [
    "封顶 {multiple} 倍是上限，不是目标：到顶时积分被强制赎回，实付 {net} 元（{net_rate}）。能拿回全部消费额的会员约占 {full}。",
    "The cap of {multiple}× is a ceiling, not a goal: at the cap points must be redeemed and pay " +
      "{net} yuan ({net_rate}). About {full} of members ever get back all they spent.",
  ],
  reach: [
    "第 1 位会员要到{first}才到顶，第 2 位要到{second}；全体会员中到顶的约占 {share}{one_in}。",
    "The first member reaches the cap {first}, the second {second}; about {share} of all members " +
      "ever do{one_in}.",
  ],
  at_purchase: ["第 {n} 笔消费", "at purchase {n}"],
  beyond: ["第 {n} 笔消费之后", "after purchase {n}"],
  one_in: ["（每 {n} 人 1 人）", " (one in {n})"],
  waits: [
    "每天 1,000 笔消费时，从购买到封顶，第 {k1} 位会员约等 {t1}，第 {k2} 位约等 {t2}。",
    "At 1,000 purchases a day, member {k1} waits about {t1} from his purchase to the cap, member " +
      "{k2} about {t2}.",
  ],
  days: ["{n} 天", "{n} days"],
  years: ["{n} 年", "{n} years"],
  ages: ["一百万年以上", "more than a million years"],
  ceilings: [
    "就算其他人分文不取，到顶的会员也不超过 {hard}；若其他人都在最低时赎回，不超过 {rest}。",
    "Even if everybody else took nothing, no more than {hard} of members could reach the cap; if " +
      "all others redeemed at the least, no more than {rest}.",
  ],
  price: [
    "首笔消费后，每积分可兑付金额为起始的 {first} 倍（单笔至多 +{step}），此后按消费笔数的 {exponent} 次方放慢：",
    "After the first purchase a point pays {first} times the opening price (at most +{step} an " +
      "order), from then on ever more slowly, as the number of purchases to the power of {exponent}: ",
  ],
  double: [
    "翻一倍要池内资金增到 {times} 倍{or_left}。",
    "doubling takes {times} times the pool money{or_left}.",
  ],
  or_left: ["，或被赎回到只剩 {left}", ", or a pool redeemed down to {left}"],
  funded: ["每项承诺的资金来源（元）", "What funds each promise (yuan)"],
  head_what: ["承诺", "promise"],
  head_rate: ["费率", "rate"],
  head_most: ["最多", "most"],
  head_total: ["累计", "total"],
  head_set_aside: ["备付", "set aside"],
  head_account: ["科目", "account"],
  head_class: ["类别", "class"],
  shared: ["按份", "pro rata"],
  F0: ["F0 承诺时已全额备付", "F0 set aside in full when promised"],
  F1: ["F1 发生时从同一笔消费中全额备付", "F1 set aside in full from the same purchase"],
  F2: ["F2 按份分享积分池，不承诺金额", "F2 a share of the pool, no amount promised"],
  UNFUNDED: ["UNFUNDED 没有资金来源", "UNFUNDED nothing funds it"],
  budget: [
    "推荐奖励合计最多 {largest} 元，分销预算 {budget} 元。",
    "Commissions come to at most {largest} yuan of their portion of {budget} yuan.",
  ],
  passed: ["已通过：{list}。", "Passed: {list}."],
});

export type SheetKey = keyof typeof SHEET;
