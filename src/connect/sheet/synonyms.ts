/**
 * Headers that are recognised, by role; compared after `plainHeader` (case, blanks, `_`, `-` and a unit do
 * not count).
 */
import type { Role } from "./row.ts";

const WORDS: Readonly<Record<Role, string>> = {
  id: `订单号 订单编号 订单id 订单号码 交易单号 交易号 交易编号 商户订单号 商家订单号 商户单号 平台订单号 微信订单号
    微信支付订单号 支付宝交易号 支付宝订单号 流水号 交易流水号 支付流水号 小票号 单号 单据号 单据编号 销售单号 消费单号
    orderid orderno ordernumber order transactionid tradeno outtradeno receiptno receiptnumber`,
  member: `会员 会员号 会员编号 会员id 会员卡号 会员手机 会员手机号 会员账号 手机 手机号 手机号码 买家手机 买家手机号
    顾客手机号 客户手机号 用户 用户id 用户编号 用户标识 用户手机号 客户 客户号 客户编号 客户id 顾客 顾客编号 顾客id
    买家 买家id 买家账号 买家会员名 openid unionid member memberid memberno membernumber customer customerid customerno
    customernumber user userid buyer buyerid phone phonenumber mobile mobilephone mobilenumber`,
  merchant: `门店 门店名称 门店编号 门店id 门店号 店铺 店铺名称 店铺id 店铺编号 商户 商户名称 商户编号 商户id 商家
    商家名称 商家id 店名 网点 分店 消费门店 下单门店 交易门店 所属门店 store storeid storename storeno shop shopid
    shopname merchant merchantid merchantname branch outlet`,
  amount: `金额 实付金额 实付 实付款 实收 实收金额 实收款 消费金额 交易金额 支付金额 付款金额 订单金额 总金额 总额
    订单总额 订单总金额 合计 合计金额 买家实际支付金额 成交金额 销售金额 销售额 amount total totalamount paid paidamount
    payamount amountpaid ordertotal orderamount paymentamount totalprice grandtotal`,
  at: `时间 下单时间 支付时间 付款时间 交易时间 消费时间 成交时间 完成时间 创建时间 订单时间 订单创建时间 订单付款时间
    日期 交易日期 消费日期 下单日期 支付日期 订单日期 销售日期 业务时间 at date time datetime timestamp createdat paidat
    completedat orderdate ordertime purchasedate purchasetime paymentdate paymenttime paytime transactiondate
    transactiontime`,
  sponsor: `推荐人 推荐人id 推荐人编号 推荐人会员号 推荐人手机 推荐人手机号 推荐会员 邀请人 邀请人id 邀请人手机号 上级
    上级id 上级会员 上级会员号 介绍人 引荐人 分享人 推广人 sponsor sponsorid referrer referrerid referredby inviter
    inviterid invitedby upline`,
  status: `状态 订单状态 交易状态 支付状态 付款状态 当前状态 status orderstatus tradestatus paymentstatus
    transactionstatus financialstatus`,
  type: "类型 交易类型 业务类型 单据类型 收/支 type kind transactiontype tradetype recordtype",
  original: `原订单号 原订单编号 原单号 原交易单号 原交易号 原商户订单号 原始订单号 退款原订单号 original
    originalid originalorder originalorderid originalorderno refundof`,
  refunded:
    "退款金额 已退款金额 已退金额 退款额 退货金额 refunded refundedamount refundamount amountrefunded",
  refunded_at: "退款时间 退款成功时间 退款完成时间 退款日期 refundedat refundtime refunddate",
  refund_id: "退款单号 退款编号 商户退款单号 退款流水号 refundid refundno",
  cost: "成本 成本金额 成本合计 总成本 cost costamount totalcost",
  region:
    "地区码 地区代码 区划码 区划代码 行政区划代码 行政区划 区域代码 region regioncode divisioncode adcode",
};

/** Header in plain form → role. */
export const SYNONYMS: ReadonlyMap<string, Role> = new Map(
  (Object.keys(WORDS) as Role[]).flatMap((role) =>
    WORDS[role].split(/\s+/).map((word): [string, Role] => [word, role]),
  ),
);

/**
 * Bills of the payment channels, known by their headers. Several of their columns would claim one role;
 * which one is meant is known here. Refunds are rows of their own in both.
 */
export interface Layout {
  readonly name: string;
  /** Headers, in plain form, that only this bill has together. */
  readonly signature: readonly string[];
  /** Role → headers in plain form, the first that exists; a role not named is not read. */
  readonly columns: Partial<Readonly<Record<Role, readonly string[]>>>;
  /**
   * The first cell of the header of the totals at the end, if the bill has them: that row and the next are
   * no data.
   */
  readonly totals: string | null;
}

export const LAYOUTS: readonly Layout[] = [
  {
    name: "微信支付交易账单 WeChat Pay merchant bill",
    signature: ["交易时间", "公众账号id", "商户号", "微信订单号", "商户订单号", "用户标识", "交易状态"],
    // 应结订单金额 and 退款金额 are on one footing: what the payer paid less the merchant's own coupons.
    columns: {
      id: ["商户订单号"],
      member: ["用户标识"],
      amount: ["应结订单金额", "总金额"],
      at: ["交易时间"],
      status: ["交易状态"],
      refunded: ["退款金额"],
      refunded_at: ["退款成功时间"],
      refund_id: ["商户退款单号"],
    },
    totals: "总交易单数",
  },
  {
    name: "支付宝业务明细 Alipay merchant bill",
    signature: ["支付宝交易号", "商户订单号", "业务类型", "完成时间", "对方账户", "商家实收"],
    columns: {
      id: ["商户订单号"],
      member: ["对方账户"],
      amount: ["商家实收"],
      at: ["完成时间"],
      type: ["业务类型"],
      refund_id: ["退款批次号/请求号"],
    },
    totals: null,
  },
];

/** Words for a unit in a header: yuan, fen, or one that is neither and therefore refused. */
const UNITS: readonly (readonly [unit: string, words: string])[] = [
  ["yuan", "元 人民币 人民币元 yuan cny rmb ¥"],
  ["fen", "分 fen"],
  ["?", "万元 万 千元 角 毛 美元 港元 港币 欧元 日元 usd hkd eur jpy cents cent $ €"],
];
const unitOf = new Map(
  UNITS.flatMap(([unit, words]) => words.split(" ").map((word): [string, string] => [word, unit])),
);

export interface PlainHeader {
  readonly plain: string;
  /** yuan, fen, another unit (`?`), or none given. */
  readonly unit: "yuan" | "fen" | "?" | null;
  /** The unit as written. */
  readonly unitText: string;
}

/** A header without what does not matter, and the unit it carries: `金额（元）`, `amount_fen`, `实付/元`. */
export function plainHeader(header: string): PlainHeader {
  // Longer is no header anybody recognises, and would cost time to look through.
  if (header.length > 200) return { plain: header, unit: null, unitText: "" };
  const text = header
    .normalize("NFKC")
    .replace(/[\s\ufeff\u200b`"'*]/g, "")
    .toLowerCase();
  const found = /^(.+?)(?:[([【]([^)\]】]+)[)\]】]|[/_:-]([^/_:-]+))$/.exec(text);
  const unitText = found?.[2] ?? found?.[3] ?? "";
  const unit = (unitOf.get(unitText) ?? null) as PlainHeader["unit"];
  const named = unit === null ? text : (found?.[1] ?? text);
  return { plain: named.replace(/[_-]/g, ""), unit, unitText };
}
