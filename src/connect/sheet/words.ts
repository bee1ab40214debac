/** The words shops use for the state and the kind of an order. A word that is not here is not interpreted. */

/**
 * paid: the money came. unpaid: it did not, or the order was closed. refunded: it came and went back (how
 * much, an amount column may say); wholly and partly say so themselves.
 */
export type Status = "paid" | "unpaid" | "refunded" | "wholly" | "partly";
export type Type = "purchase" | "refund";

const STATUS: Readonly<Record<Status, string>> = {
  paid: `已完成 完成 成功 交易成功 交易完成 订单完成 已支付 支付成功 已付款 付款成功 买家已付款 已收款 收款成功 已收钱
    已存入零钱 已核销 已消费 待发货 已发货 卖家已发货 待收货 已收货 已签收 待评价 已结算
    success succeeded successful paid completed complete finished settled shipped delivered fulfilled
    trade_success trade_finished`,
  unpaid: `已取消 取消 交易取消 订单取消 未支付 未付款 待支付 待付款 等待买家付款 支付失败 付款失败 交易关闭 已关闭 关闭
    已作废 作废 cancelled canceled unpaid not_paid notpay pending failed closed expired payerror userpaying
    trade_closed wait_buyer_pay void voided`,
  refunded:
    "已退款 退款 退款成功 退款完成 转入退款 已退货 退货 已撤销 已冲正 refunded refund returned revoked reversed",
  wholly: "全额退款 已全额退款 全部退款 fully_refunded full_refund",
  partly: "部分退款 已部分退款 partially_refunded partial_refund partly_refunded",
};

const TYPE: Readonly<Record<Type, string>> = {
  purchase: `消费 购买 销售 零售 交易 收款 收入 支付 付款 订单 普通订单 消费单 销售单
    purchase sale sales payment pay order charge`,
  refund: "退款 退货 退单 退货单 退款单 冲正 refund return reversal",
};

function index<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const meaning of Object.keys(words) as Meaning[])
    for (const word of words[meaning].split(/\s+/)) found.set(word, meaning);
  return found;
}

const statuses = index(STATUS);
const types = index(TYPE);
const plain = (text: string) => text.toLowerCase().replace(/[\s-]+/g, "_");

/** What a status cell means; null when it is not known. */
export function readStatus(text: string): Status | null {
  return statuses.get(text) ?? statuses.get(plain(text)) ?? null;
}

/** What a type cell means; null when it is not known. */
export function readType(text: string): Type | null {
  return types.get(text) ?? types.get(plain(text)) ?? null;
}
