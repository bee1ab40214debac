/**
 * What the publish rules are called and say. A sentence goes by the status it explains, or by a name of its
 * own.
 */
import type { Template } from "./say.ts";

interface RuleWords {
  readonly title: Template;
  readonly sentences: Readonly<Record<string, Template>>;
}

const words = <Id extends string>(rules: Readonly<Record<Id, RuleWords>>): Readonly<Record<Id, RuleWords>> =>
  rules;

export const RULES = words({
  funded: {
    title: ["承诺有资金来源", "every promise is funded"],
    sentences: {
      ok: ["{count} 项承诺都有出资科目。", "All {count} promises have an account that funds them."],
      refused: ["没有账户为这些承诺出资：{list}。", "No account funds these promises: {list}."],
    },
  },
  promise_keys: {
    title: [
      "积分不挂钩股份、利息、回购、保证",
      "points are tied to no shares, interest, buying back or guarantee",
    ],
    sentences: {
      ok: ["没有这样的项。", "No such key."],
      refused: [
        "这些项把积分与股份、收益、利息、回购或保证挂钩：{list}。请删去。",
        "These keys tie points to shares, yield, interest, buying back or a guarantee: {list}. Remove them.",
      ],
    },
  },
  words: {
    title: ["用词", "wording"],
    sentences: {
      ok: ["章程文字里没有禁用的词。", "The plan's texts hold no forbidden word."],
      refused: [
        "章程文字里有禁用的词：{list}。请改写。",
        "The plan's texts hold forbidden words: {list}. Rewrite them.",
      ],
    },
  },
  upline_levels: {
    title: ["推荐奖励的层级", "levels of uplines"],
    sentences: {
      none: ["不给上线发奖励。", "No upline is paid."],
      one: ["只奖励一级推荐人。", "Only the first-level sponsor is paid."],
      condition: [
        "第二级推荐奖励（{rate}）须先签署风险确认书，记下谁签、何时签、文本的哈希，存入审计日志。",
        "The second level ({rate}) needs a signed risk acknowledgement first: who, when and the " +
          "hash of its text, kept in the audit log.",
      ],
      refused: ["列了 {count} 级推荐，最多 {most} 级。", "{count} levels are listed; at most {most} may be."],
    },
  },
  pay_per_order: {
    title: ["每笔订单最多发出的奖励", "most paid out on one order"],
    sentences: {
      none: ["不发推荐奖励。", "No commissions are paid."],
      ok: [
        "每笔最多实发 {largest}，不超过售价的 {limit}。",
        "At most {largest} of the price is paid out on one order, within {limit}.",
      ],
      budget_at_limit: [
        "每笔最多实发 {largest}，不超过售价的 {limit}。分销预算 {budget} 已达上限：按可能实发之数判定，提高费率前请重新检查。",
        "At most {largest} of the price is paid out on one order, within {limit}. The commissions " +
          "portion of {budget} reaches the limit: what can be paid out decides, so check again " +
          "before raising any rate.",
      ],
      refused: [
        "每笔最多可实发 {largest}，超过售价的 {limit}。",
        "Up to {largest} of the price could be paid out on one order, above {limit}.",
      ],
    },
  },
  mint_backed: {
    title: ["申购率", "mint"],
    sentences: {
      ok: [
        "入池资金的 {mint} 换成积分，在 0 与 100% 之间：每个积分背后都有现金。",
        "{mint} of pool money turns into points, strictly between 0 and 100%: cash stands behind " +
          "every point.",
      ],
      refused: ["申购率须大于 0 且小于 100%。", "The mint must lie strictly between 0 and 100%."],
    },
  },
  exit_load: {
    title: ["赎回留存", "exit load"],
    sentences: {
      ok: [
        "赎回实付市值的 {keeps}，{load} 留在池内；会员下单前须看到。",
        "Redeeming pays {keeps} of the worth and {load} stays in the pool; members see this before " +
          "they order.",
      ],
      refused: ["留存须不小于 0 且小于 100%。", "The exit load must be at least 0 and below 100%."],
    },
  },
  cap_is_ceiling: {
    title: ["封顶是上限", "the cap is a ceiling"],
    sentences: {
      ok: [
        "{multiple} 倍封顶（实付至多 {net}）是上限，不是目标，不可当作回报来宣传。",
        "The cap of {multiple}× (at most {net} in cash) is a ceiling, not a goal, and is never " +
          "advertised as a return.",
      ],
    },
  },
  region_agents: {
    title: ["区域代理", "region agents"],
    sentences: {
      ok: ["没有区域代理奖励。", "No region agents are paid."],
      condition: [
        "各地区须先登记备案号、书面披露日（满 {days} 天才签约）和冷静期结束日，该地区代理才开放。",
        "Each region opens only once its filing number, the date of written disclosure ({days} " +
          "days before the contract) and the end of the cooling-off period are recorded.",
      ],
    },
  },
  refund_window: {
    title: ["退货期", "return window"],
    sentences: {
      ok: [
        "消费满 {has} 天才结算，不短于 {days} 天退货期；网购从签收起算。",
        "Purchases settle after {has} days, not less than the {days} days for returns; for " +
          "deliveries from receipt.",
      ],
      condition: [
        '只可用于到店消费（当场结算）。网上等远程销售请另设章程："settle_after": "P{days}D"，自签收起算。',
        "For purchases in the store only, which settle at once. Distance selling needs " +
          '"settle_after": "P{days}D" from receipt, in a plan of its own.',
      ],
      too_short: [
        '消费满 {has} 天就结算，短于 {days} 天退货期：只可用于到店消费；远程销售须设 "settle_after": "P{days}D"。',
        "Purchases settle after {has} days, less than the {days} days for returns: for purchases " +
          "in the store only. " +
          'Distance selling needs "settle_after": "P{days}D".',
      ],
    },
  },
  commission_freeze: {
    title: ["奖励冻结期", "freeze of commissions"],
    sentences: {
      none: ["不发推荐奖励。", "No commissions are paid."],
      ok: ["推荐奖励满 {days} 天后才可提取。", "Commissions can be drawn after {days} days at the earliest."],
      condition: [
        '推荐奖励须冻结 {days} 天后才可提取：请加 "commission_freeze": "P{days}D"。',
        'Commissions must stay frozen for {days} days: add "commission_freeze": "P{days}D".',
      ],
    },
  },
  channel_split: {
    title: ["渠道分账比例", "channel's split limit"],
    sentences: {
      ok: [
        "抽成 {take} 在渠道默认的最大分账比例 {limit} 之内。",
        "The take of {take} is within the channel's default split limit of {limit}.",
      ],
      condition: [
        "抽成 {take} 超过渠道默认的最大分账比例 {limit}：只可用于运营方自己出售的商品，或先向渠道申请更高比例。",
        "The take of {take} exceeds the channel's default split limit of {limit}: only for goods " +
          "the operator sells itself, unless the channel grants a higher one.",
      ],
    },
  },
  lock: {
    title: ["锁客", "lock"],
    sentences: {
      ok: [
        "推荐关系锁定后长期有效（本软件的默认）；只有裁决过的更正可以改变。",
        "A lock holds for good (the default here); only a decided correction changes it.",
      ],
    },
  },
  notice: {
    title: ["变更公示", "notice of change"],
    sentences: {
      ok: ["首个版本。", "The first version."],
      condition: [
        "第 {version} 版须提前 {days} 天公示，不利的变更须重新取得同意；已付款的消费仍按旧版。",
        "Version {version} must be announced {days} days ahead, with consent anew where terms get " +
          "worse; purchases already paid keep theirs.",
      ],
    },
  },
});

export type RuleId = keyof typeof RULES;
