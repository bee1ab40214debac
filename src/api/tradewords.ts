/** What everyday trade refuses, as it is said to a person. */
import type { TradeRefusalCode } from "#desk";

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const s = (zh: string, en: string): Sentence => ({ zh, en });

const OF_PAYMENTS = {
  payment_unknown: s("没有这笔付款。", "There is no such payment."),
  payment_state: s("这笔付款现在的状态不能这样做。", "The payment's state does not allow this."),
  payment_unclear: s(
    "渠道还没有说明这笔付款是否已付，请稍后再试。",
    "The channel has not said yet whether this was paid; try again a little later.",
  ),
  channel_unknown: s("没有这个支付渠道。", "There is no such channel."),
  channel_unavailable: s(
    "支付渠道暂时没有回应，请稍后再试。",
    "The channel does not answer just now; try again a little later.",
  ),
  pay_code_unknown: s(
    "付款码不对、已过期或已用过，请会员出示新的付款码。",
    "This payment code is wrong, has run out or was used; ask the member for a new one.",
  ),
  pay_code_limit: s(
    "超过付款码单笔上限，请改用收款码由会员本人确认。",
    "This is above what one payment code may pay; show a code and let the member confirm it himself.",
  ),
  payment_request_unknown: s(
    "没有这个收款码，或已过期。",
    "There is no such code to pay by, or it has run out.",
  ),
  payment_request_state: s(
    "这个收款码已由他人付款、已撤销或已过期。",
    "This code has been taken by another payer, was given up or has run out.",
  ),
  notice_malformed: s("通知的格式不对。", "The message is wrongly written."),
  notice_signature_wrong: s("通知的签名不对。", "The message's signature is wrong."),
  notice_stale: s("通知的时间相差太远。", "The message's time is too far from ours."),
  notice_replayed: s("这条通知已经收到过。", "This message was received before."),
  notice_unknown: s("通知所说的单号不存在。", "The message speaks of a number that is not known."),
  notice_amount_differs: s(
    "通知的金额与单据不符，已记下待人工核对。",
    "The message's amount differs; it has been noted for an officer to look at.",
  ),
} as const;

const OF_WITHDRAWALS = {
  withdrawal_request_unknown: s("没有这笔提现。", "There is no such withdrawal."),
  withdrawal_state: s("这笔提现现在的状态不能这样做。", "The withdrawal's state does not allow this."),
  withdrawal_too_small: s("低于每笔提现的最低金额。", "This is below the smallest withdrawal."),
  withdrawals_too_many: s(
    "今天的提现次数已满，请明天再试。",
    "There have been enough withdrawals today; try again tomorrow.",
  ),
  payee_not_same_name: s("收款人须是会员本人。", "The payee must be the member himself."),
  officer_same: s("须由另一位人员办理。", "Another officer must do this."),
  reason_required: s("请写明理由。", "Say why."),
  voucher_required: s("请写明付款凭证号。", "Give the number of the payout's voucher."),
} as const;

const OF_INJECTIONS = {
  injection_unknown: s("没有这笔注资。", "There is no such injection."),
  injection_state: s("这笔注资现在的状态不能这样做。", "The injection's state does not allow this."),
  injection_too_thin: s("每天不足一分钱，请减少天数。", "This is less than a fen a day; take fewer days."),
  days_out_of_range: s("天数超出范围。", "The number of days is out of range."),
  announcement_required: s(
    "请写明公告（中文与英文）。",
    "An announcement is needed, in Chinese and English.",
  ),
} as const;

const OF_PLANS = {
  plan_unknown: s("没有这份章程。", "There is no such plan."),
  plan_exists: s("这个版本已经签署，不能再改；请用新版本。", "This version has been signed; use a new one."),
  plan_state: s("这份章程现在的状态不能这样做。", "The plan's state does not allow this."),
  plan_malformed: s("章程有误，所指之处不合规则。", "The plan is faulty; the named place breaks a rule."),
  plan_refused: s(
    "检查没有通过，结果已附在章程上。",
    "The check refuses it; its verdict stands with the plan.",
  ),
  plan_hash_differs: s("章程与签署人所读的不同。", "The plan is not the one that was read."),
  condition_unknown: s("检查没有要求记录这一项。", "The check asks nothing to be recorded under this rule."),
  condition_unrecorded: s(
    "检查要求的记录还没有填齐。",
    "Something the check asks for has not been recorded.",
  ),
  effective_too_soon: s("生效日早于公告期满。", "It would take effect before its notice has run out."),
} as const;

const OF_THE_REST = {
  code_unknown: s("没有这个推荐码，或已作废。", "There is no such code, or it is no longer good."),
  target_unknown: s("没有这个会员或商户。", "There is no such member or merchant."),
  store_unknown: s("没有这家门店。", "There is no such store."),
  shift_unknown: s("没有这个班次。", "There is no such shift."),
  shift_open: s("上一班还没有交班。", "The shift before has not been closed."),
  store_exists: s("这家门店已经存在，内容不同。", "This store exists already, with another content."),
  region_unknown: s(
    "没有这个区划，或不是门店所在的一级。",
    "There is no such division, or no store stands in it.",
  ),
  name_required: s("请写明名称。", "A name is needed."),
  setting_unknown: s("没有这项设置。", "There is no such setting."),
  setting_out_of_range: s("这项设置的值超出范围。", "The setting's value is out of range."),
  agent_unknown: s("这个区划没有代理合同。", "There is no agency contract for this division."),
  agent_state: s("这份代理合同现在的状态不能这样做。", "The agency contract's state does not allow this."),
  filing_required: s("请写明特许经营备案号。", "The filing number of the franchise is needed."),
  disclosure_too_recent: s("信息披露未满三十日。", "The disclosure is not thirty days old yet."),
  cooling_off_running: s("冷静期尚未结束。", "The cooling-off time is still running."),
  dates_disordered: s("日期的先后不对。", "The dates do not follow one another."),
  request_conflict: s(
    "同一个 Idempotency-Key 已用于内容不同的请求。",
    "This Idempotency-Key was used with another body.",
  ),
  order_malformed: s("所写内容不能成为一笔指令。", "What was written cannot become an order."),
} as const;

/** Sentences by code. */
export const OF_TRADE: Readonly<Record<TradeRefusalCode, Sentence>> = {
  ...OF_PAYMENTS,
  ...OF_WITHDRAWALS,
  ...OF_INJECTIONS,
  ...OF_PLANS,
  ...OF_THE_REST,
};
