/** What each problem says to a person: one table of codes, Chinese first. */
import type { TradeRefusalCode } from "#desk";
import type { RefusalCode } from "#engine";
import type { PeopleRefusalCode } from "#people";
import { OF_TRADE, type Sentence } from "./tradewords.ts";

export type { Sentence } from "./tradewords.ts";

/** Codes of the door itself, beside the refusals of the book. */
export type ApiCode = keyof typeof OF_THE_API;

const s = (zh: string, en: string): Sentence => ({ zh, en });

/** What the book refuses (RULES section 7). */
const OF_REFUSALS: Readonly<Record<RefusalCode, Sentence>> = {
  member_exists: s("这个会员已经存在。", "This member exists already."),
  sponsor_unknown: s("没有这个推荐人。", "There is no such sponsor."),
  merchant_exists: s("这个商户已经存在。", "This merchant exists already."),
  member_unknown: s("没有这个会员。", "There is no such member."),
  merchant_unknown: s("没有这个商户。", "There is no such merchant."),
  region_taken: s("这个区划已有代理。", "This region has an agent already."),
  amount_must_be_positive: s("金额必须大于零。", "The amount must be above zero."),
  amount_too_small: s(
    "金额低于章程规定的最低消费。",
    "The amount is below the smallest purchase of the plan.",
  ),
  cost_not_allowed: s("只有自营商品可以写成本。", "Only the operator's own goods carry a cost."),
  cost_out_of_range: s("成本必须在零与金额之间。", "The cost must lie between zero and the amount."),
  margin_too_small: s("差价不够章程规定的各份。", "The margin does not cover the portions of the plan."),
  points_must_be_positive: s("积分必须大于零。", "Points must be above zero."),
  points_insufficient: s("积分不足。", "There are not enough points."),
  remainder_insufficient: s("余留不足。", "The remainder does not cover this."),
  pool_empty: s("没有流通积分，余留不能释放回池。", "No points are out: the remainder cannot be released."),
  purchase_unknown: s("没有这笔消费。", "There is no such purchase."),
  refund_exceeds_purchase: s("退款超过这笔消费的余额。", "The refund exceeds what is left of the purchase."),
  refunds_exhausted: s("这笔消费不能再退。", "This purchase takes no further refund."),
  pool_closed: s("积分池已清算，不再受理指令。", "The pool has been wound up and takes no more orders."),
  purchases_pending: s("还有待结的消费。", "There are purchases pending."),
  time_reversed: s("业务时间早于上一笔指令。", "The time is earlier than that of the order before."),
  at_required: s("按现行章程，指令须写业务时间。", "Under the plan in force an order needs its time."),
  id_conflict: s("同一个编号已用于内容不同的指令。", "The same id was used for an order with another body."),
  feed_unknown: s("没有这条章程线路。", "There is no such feed."),
  version_not_newer: s("章程版本须高于现行版本。", "The plan's version must be above the one in force."),
  pool_terms_differ: s("同一个积分池的条件不能不同。", "Plans of one pool must agree on its terms."),
  exit_load_raised: s("留存比例不能提高。", "The exit load may not be raised."),
  sponsor_fixed: s("这个会员已有推荐人。", "This member has a sponsor already."),
  sponsor_below: s(
    "推荐人不能是会员本人或其下线。",
    "A sponsor may not be the member or stand below the member.",
  ),
  sponsor_same: s("推荐人没有变化。", "The sponsor is the same as before."),
  region_vacant: s("这个区划没有代理。", "This region has no agent."),
  balance_insufficient: s("余额不足。", "The balance does not cover this."),
  withdrawal_unknown: s("没有这笔提现。", "There is no such withdrawal."),
  withdrawal_closed: s("这笔提现已经办结。", "This withdrawal is closed."),
  proceeds_below_minimum: s(
    "此刻的赎回款低于所定的最低数。",
    "The proceeds of the moment are below the minimum asked for.",
  ),
  amount_too_large: s("金额超过一笔指令的上限。", "The amount is above what one order may carry."),
};

/** What people refuse. */
const OF_PEOPLE: Readonly<Record<PeopleRefusalCode, Sentence>> = {
  phone_malformed: s("手机号写法不对。", "The phone number is wrongly written."),
  code_wrong: s("验证码不对或已过期。", "The code is wrong or has run out."),
  sign_in_refused: s("登录信息不对，或暂时不能登录。", "The sign-in is wrong, or not possible just now."),
  too_often: s("尝试过于频繁，请稍后再试。", "Too many tries; try again a little later."),
  sms_unavailable: s(
    "短信暂时发不出，请稍后再试。",
    "No message can be sent just now; try again a little later.",
  ),
  password_weak: s("密码太简单。", "The password is too weak."),
  login_taken: s("登录名不可用。", "This login cannot be had."),
  phone_taken: s("手机号已属于另一人。", "This phone number is another person's."),
  principal_unknown: s("没有这个人。", "There is no such person."),
  principal_closed: s("此人已停用。", "This person has been closed."),
  last_owner: s("至少要留一位负责人。", "One owner at least must remain."),
  role_not_allowed: s("不能授予这个角色。", "This role cannot be given."),
  scope_not_allowed: s("不能授予这个范围。", "This scope cannot be given."),
  key_unknown: s("没有这个密钥。", "There is no such key."),
  id_number_malformed: s("身份证号写法不对。", "The identity number is wrongly written."),
  bank_card_malformed: s("银行卡号写法不对。", "The bank card is wrongly written."),
  real_name_malformed: s("姓名写法不对。", "The name is wrongly written."),
  approval_unknown: s("没有这个复核事项。", "There is no such approval."),
  approval_own: s("不能复核自己提出的事项。", "Nobody approves what he asked for himself."),
  approval_closed: s("这个复核事项已经办结。", "This approval is closed."),
  approval_differs: s("内容与复核时所见不同。", "The content is not what was shown for approval."),
  approver_not_allowed: s("您无权复核这个事项。", "You may not approve this."),
  risk_not_acknowledged: s("请先阅读并确认会员须知。", "The disclosure must be read and acknowledged first."),
};

const OF_THE_API = {
  malformed: s(
    "不合格式：所指字段缺失或写法不对。",
    "Malformed: the named field is missing or wrongly written.",
  ),
  malformed_json: s("内容不是合格的 JSON。", "The body is no proper JSON."),
  malformed_url: s("地址写法不对。", "The address is wrongly written."),
  malformed_request: s("请求不合 HTTP 格式。", "The request is no proper HTTP."),
  validation: s("所指字段不合要求。", "The named field does not meet what is required."),
  unauthenticated: s("请先登录，或带上有效的密钥。", "Sign in first, or bring a valid key."),
  forbidden: s("您无权这样做。", "You may not do this."),
  cross_site: s("请求来自别的网站，不予受理。", "The request comes from another site and is not taken."),
  not_found: s("没有所找的内容。", "There is nothing here."),
  method_not_allowed: s("此地址不接受这种方法。", "This address does not take that method."),
  request_timeout: s("请求没有在限时内送完。", "The request did not arrive in time."),
  plan_faulty: s("章程有误，所指之处不合规则。", "The plan is faulty; the named place breaks a rule."),
  conflict: s("与当前情形冲突。", "This conflicts with what stands now."),
  clerk_limit: s(
    "超过店员可退的金额，请店主办理。",
    "This is above what a clerk may refund; ask the store's owner.",
  ),
  not_booked_yet: s(
    "已受理，尚未入账，请稍后用同一请求再查。",
    "It has been taken and is not booked yet; ask again with the same request.",
  ),
  idempotency_conflict: s(
    "同一个 Idempotency-Key 已用于内容不同的请求。",
    "This Idempotency-Key was used with another body.",
  ),
  in_progress: s(
    "带同一个 Idempotency-Key 的请求正在办理，请稍后再问。",
    "The request with this Idempotency-Key is under way; ask again a little later.",
  ),
  balance_left: s(
    "账户里还有积分或余额，不能注销。",
    "Points or money are left: the account cannot be erased.",
  ),
  withdrawals_open: s("还有未办结的提现，不能注销。", "A withdrawal is open: the account cannot be erased."),
  duties_left: s(
    "名下还有门店或代理，不能注销。",
    "Stores or divisions still belong to this person, who cannot be erased.",
  ),
  disclosure_unseen: s(
    "下单前请先阅读会员须知并确认“我已阅读”，然后再付款。",
    "Read the disclosure and confirm that you have, then pay.",
  ),
  text_unknown: s(
    "这不是运营方给出的须知原文，请刷新页面后重新阅读。",
    "This is no disclosure that was given here; load the page again and read it there.",
  ),
  payee_by_channel: s(
    "这笔提现由支付渠道打款，没有银行卡可看。",
    "This withdrawal is paid by its channel; there is no bank card to see.",
  ),
  payee_changed: s(
    "会员在申请后改了收款信息，与所批准的不同；请驳回，让会员重新申请。",
    "The member's card is not the one that was approved; reject this and let the member ask again.",
  ),
  member_erased: s("这个会员已注销。", "This member has been erased."),
  webhook_refused: s("回调地址或事件不可用。", "The webhook's address or events cannot be used."),
  approval_stale: s("所批准的事项如今已不能办理。", "What was approved can no longer be done."),
  idempotency_key_required: s("请带上 Idempotency-Key 请求头。", "Send the Idempotency-Key header."),
  upload_empty: s("文件是空的，或没有随请求送来。", "The file is empty, or did not come with the request."),
  too_large: s("内容太大。", "The body is too large."),
  url_too_long: s("地址太长。", "The address is too long."),
  unsupported_media_type: s("内容类型须为 application/json。", "The content type must be application/json."),
  rate_limited: s("请求过于频繁，请稍后再试。", "Too many requests; ask again a little later."),
  busy: s("柜台正忙，请稍后再试。", "The desk is busy; ask again a little later."),
  simulations_too_many: s(
    "您有 10 个推演在等待或进行，请等其中一个完成，或先取消。",
    "Ten of your simulations are waiting or under way; wait for one to end, or cancel one.",
  ),
  headers_too_large: s("请求头太大。", "The request's headers are too large."),
  internal: s("我们出了问题，已记录。", "Something went wrong on our side; it has been recorded."),
  elsewhere: s(
    "这个单元由另一台服务器记账，请稍后再试。",
    "Another server keeps this cell; ask again a little later.",
  ),
  closing: s("服务器正在停止，请稍后再试。", "This server is stopping; ask again a little later."),
  unavailable: s(
    "账库暂时不可用，请稍后再试。",
    "The store does not answer just now; ask again a little later.",
  ),
};

export const WORDS: Readonly<Record<RefusalCode | PeopleRefusalCode | TradeRefusalCode | ApiCode, Sentence>> =
  {
    ...OF_REFUSALS,
    ...OF_PEOPLE,
    ...OF_TRADE,
    ...OF_THE_API,
  };

/** What is wrong with a field, by zod's word for it. */
const OF_ISSUES: Readonly<Record<string, Sentence>> = {
  invalid_type: s("缺失或类型不对", "is missing or of the wrong type"),
  too_big: s("太大或太长", "is too large or too long"),
  too_small: s("太小或太短", "is too small or too short"),
  invalid_format: s("写法不对", "is wrongly written"),
  not_multiple_of: s("写法不对", "is wrongly written"),
  unrecognized_keys: s("有不认识的字段", "has unknown fields"),
  invalid_value: s("不是可取的值", "is none of the values it may have"),
  invalid_union: s("不合任何一种写法", "fits none of its forms"),
  unprintable: s("含有不可用的字符", "has characters that cannot be kept"),
};

/** The sentence on a field that failed its schema. */
export function issueSentence(field: string, issue: string): Sentence {
  const { zh, en } = OF_ISSUES[issue] ?? s("不合要求", "does not meet what is required");
  return { zh: `${field}：${zh}。`, en: `${field} ${en}.` };
}
