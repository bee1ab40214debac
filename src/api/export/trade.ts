/** Purchases, withdrawals and commissions as exported lists. */
import { z } from "zod";
import type { Withdrawal } from "#desk";
import {
  countRewards,
  type PurchaseRow,
  purchases as purchasesOf,
  purchaseTotals,
  type RewardRow,
  rewardsAfter,
  stepWord,
} from "#statement";
import { purchaseFilter, purchaseFilterAsked } from "../frame/bought.ts";
import type { Lens } from "../frame/lens.ts";
import { between, bookId, spanOf } from "../schema/money.ts";
import { WITHDRAWAL_STATES } from "../schema/trade.ts";
import { type Column, number, type Phrase, points, said, text, time, word, yuan } from "./column.ts";
import { everyPage, list } from "./list.ts";

const PAGE = 200;

const PURCHASE_STATES = {
  pending: ["待结", "pending"],
  settled: ["已分账", "settled"],
  refunded: ["已全退", "refunded"],
} as const;

const CHANNELS = { till: ["门店收款", "till"], demo: ["演示渠道", "demo"] } as const;

const PURCHASE: readonly Column<PurchaseRow>[] = [
  text(["id", "消费编号", "purchase"], ({ id }) => id, 44),
  number(["seq", "凭证号", "journal"], ({ seq }) => Number(seq)),
  time(["at", "时间", "time"], ({ at }) => at),
  text(["member", "会员", "member"], ({ member }) => member, 38),
  text(["merchant", "门店", "store"], ({ merchant }) => merchant),
  word(["state", "状态", "state"], PURCHASE_STATES, ({ state }) => state),
  yuan(["amount", "消费额（元）", "amount, yuan"], ({ amount }) => amount),
  yuan(["refunded", "已退（元）", "refunded, yuan"], ({ refunded }) => refunded),
  number(["refunds", "退款笔数", "refunds"], ({ refunds }) => refunds),
  yuan(["settled", "分账金额（元）", "split, yuan"], ({ settled }) => settled),
  yuan(["due", "货款（元）", "due to the store, yuan"], ({ due }) => due),
  yuan(["take", "抽成（元）", "take, yuan"], ({ settled, due }) =>
    settled === null || due === null ? null : settled - due,
  ),
  points(["points", "积分", "points"], (row) => row.points),
  word(["channel", "渠道", "channel"], CHANNELS, ({ channel }) => channel),
  text(["taken_by", "经手人", "taken by"], ({ takenBy }) => takenBy, 38),
];

const purchaseQuery = z.strictObject(purchaseFilter);

/** What is asked for, at the stores within reach. */
function boughtOf(asked: z.output<typeof purchaseQuery>, { stores }: Lens) {
  return { ...purchaseFilterAsked(asked), ...(stores === null ? {} : { merchants: stores }) };
}

export const purchases = list({
  title: ["消费", "purchases"],
  path: "/v1/purchases",
  forStores: true,
  filter: purchaseQuery,
  columns: () => PURCHASE,
  total: async ({ desk, cell }, asked, lens) =>
    (await purchaseTotals(desk.database, cell, boughtOf(asked, lens))).count,
  pages: ({ desk, cell }, asked, lens) => {
    const filter = boughtOf(asked, lens);
    return everyPage((cursor) => purchasesOf(desk.database, cell, { ...filter, cursor, limit: PAGE }));
  },
});

const WITHDRAWAL_WORDS: Readonly<Record<(typeof WITHDRAWAL_STATES)[number], Phrase>> = {
  requested: ["申请中", "requested"],
  refused: ["未获受理", "refused"],
  applied: ["待审核", "applied"],
  first_approved: ["待二审", "first approval"],
  approved: ["待打款", "approved"],
  rejected: ["已驳回", "rejected"],
  cancelled: ["已撤回", "cancelled"],
  sent: ["打款中", "sent"],
  awaiting_member: ["待会员确认", "awaiting the member"],
  paid: ["已到账", "paid"],
  failed: ["打款失败", "failed"],
  expired: ["已过期", "expired"],
};

const SOURCES = { wallet: ["钱包", "wallet"], commission: ["推荐奖励", "commission"] } as const;

const WITHDRAWAL: readonly Column<Withdrawal>[] = [
  text(["id", "提现编号", "withdrawal"], ({ id }) => id, 38),
  time(["created_at", "申请时间", "asked for"], ({ createdAt }) => createdAt),
  text(["member", "会员", "member"], ({ member }) => member, 38),
  word(["state", "状态", "state"], WITHDRAWAL_WORDS, ({ state }) => state),
  word(["source", "来源", "source"], SOURCES, ({ source }) => source),
  yuan(["amount", "申请金额（元）", "amount, yuan"], ({ grossFen }) => grossFen),
  yuan(["tax", "代扣（元）", "withheld, yuan"], ({ taxFen }) => taxFen),
  yuan(["net", "实付（元）", "net, yuan"], ({ netFen }) => netFen),
  text(["way", "方式", "way"], ({ payeeWay }) => payeeWay, 12),
  text(["payee", "收款人（打码）", "payee, masked"], ({ payeeHint }) => payeeHint, 30),
  text(["first_by", "初审", "first approval"], ({ firstBy }) => firstBy, 38),
  text(["approved_by", "审核", "approved by"], ({ approvedBy }) => approvedBy, 38),
  text(["reason", "理由", "reason"], ({ state, reason }) => (state === "refused" ? null : reason), 30),
  time(["paid_at", "到账时间", "paid"], ({ paidAt }) => paidAt),
  text(["voucher", "打款凭证号", "voucher"], ({ voucher }) => voucher, 24),
];

const withdrawalFilter = z.strictObject({
  ...between,
  member: bookId.optional(),
  state: z.enum(WITHDRAWAL_STATES).optional(),
});

function withdrawalsOf({ from, to, member, state }: z.output<typeof withdrawalFilter>) {
  return {
    ...spanOf({ from, to }),
    members: member === undefined ? undefined : [member],
    states: state === undefined ? undefined : [state],
  };
}

export const withdrawals = list({
  title: ["提现", "withdrawals"],
  path: "/v1/withdrawals",
  forStores: false,
  filter: withdrawalFilter,
  columns: () => WITHDRAWAL,
  total: async ({ trade, cell }, asked) =>
    (await trade.withdrawals.counts(cell, withdrawalsOf(asked))).reduce((all, { count }) => all + count, 0),
  async *pages({ trade, cell }, asked) {
    for (let before: string | undefined; ; ) {
      const rows = await trade.withdrawals.list(cell, { ...withdrawalsOf(asked), before, limit: PAGE });
      yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      before = last.id;
    }
  },
});

const COMMISSION: readonly Column<RewardRow>[] = [
  time(["at", "时间", "time"], ({ at }) => at),
  number(["seq", "凭证号", "journal"], ({ seq }) => Number(seq)),
  text(["purchase", "消费编号", "purchase"], ({ purchase }) => purchase, 44),
  text(["buyer", "消费会员", "buyer"], ({ buyer }) => buyer, 38),
  text(["merchant", "门店", "store"], ({ merchant }) => merchant),
  yuan(["spend", "消费额（元）", "spend, yuan"], ({ spend }) => spend),
  text(["member", "受领会员", "member"], ({ member }) => member, 38),
  said(["step", "名目", "step"], 16, ({ step }, language) => stepWord(step, language)),
  yuan(["amount", "推荐奖励（元）", "commission, yuan"], ({ amount }) => amount),
  yuan(["back", "已追回（元）", "taken back, yuan"], ({ back }) => back),
  time(["thaws", "解冻时间", "thaws"], ({ thaws }) => thaws),
];

const rewardFilter = z.strictObject({ ...between, member: bookId.optional(), merchant: bookId.optional() });

export const commissions = list({
  title: ["推荐奖励", "commissions"],
  path: "/v1/journals",
  forStores: false,
  filter: rewardFilter,
  columns: () => COMMISSION,
  total: async ({ desk, cell }, { from, to, ...asked }) =>
    await countRewards(desk.database, cell, { ...asked, ...spanOf({ from, to }) }),
  async *pages({ desk, cell }, { from, to, ...asked }) {
    const filter = { ...asked, ...spanOf({ from, to }) };
    for (let after: RewardRow | null = null; ; ) {
      const rows: RewardRow[] = await rewardsAfter(desk.database, cell, filter, after, PAGE);
      yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = last;
    }
  },
});
