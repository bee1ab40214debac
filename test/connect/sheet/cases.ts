/** Hostile rows: small sheets, and which lines of them are refused by which code. */
import type { BadCode, SheetOptions } from "#connect/sheet";
import { AMOUNTS, TIMES } from "./values.ts";

export interface Case {
  readonly what: string;
  readonly text: string;
  readonly bad: readonly (readonly [line: number, column: string | null, code: BadCode])[];
  /** Rows that are taken all the same. */
  readonly rows?: number;
  readonly options?: SheetOptions;
}

export const HEAD = "订单号,会员,金额";
const FULL = "订单号,会员,门店,金额,时间,推荐人,状态,原订单号,退款金额,退款时间,成本,区划代码";
const full = (row: Partial<Record<string, string>>): string =>
  FULL.split(",")
    .map((name) => row[name] ?? FALLBACK[name] ?? "")
    .join(",");
const FALLBACK: Record<string, string> = {
  订单号: "A1",
  会员: "甲",
  门店: "店",
  金额: "10.00",
  时间: "2024-03-01 12:00:00",
  状态: "已完成",
};
const one = (row: Partial<Record<string, string>>): string => `${FULL}\n${full(row)}\n`;
const two = (a: Partial<Record<string, string>>, b: Partial<Record<string, string>>): string =>
  `${one(a)}${full(b)}\n`;
export const amount = (value: string): string => `${HEAD}\n1,甲,"${value}"\n`;
export const time = (value: string): string => `会员,金额,时间\n甲,1.00,${value}\n`;

export const CASES: readonly Case[] = [
  ...AMOUNTS.map(([value, code]) => ({
    what: `amount ${JSON.stringify(value)}`,
    text: amount(value),
    bad: [[2, "金额", code]] as const,
  })),
  ...TIMES.map(([value, code]) => ({
    what: `time ${JSON.stringify(value)}`,
    text: time(value),
    bad: [[2, "时间", code]] as const,
  })),
  {
    what: "fen with decimals",
    text: "会员,金额(分)\n甲,12.00\n",
    bad: [[2, "金额(分)", "amount_too_precise"]],
  },
  {
    what: "fen with a yuan sign",
    text: "会员,金额(分)\n甲,¥12\n乙,12元\n",
    bad: [
      [2, "金额(分)", "amount_unit_conflict"],
      [3, "金额(分)", "amount_unit_conflict"],
    ],
  },

  {
    what: "half a line at the end: too few columns",
    text: `${HEAD}\n1,甲,5.00\n2,乙`,
    bad: [[3, null, "too_few_columns"]],
    rows: 1,
  },
  {
    what: "half a line at the end: an open quote",
    text: `${HEAD}\n1,甲,5.00\n2,"乙`,
    bad: [[3, null, "unterminated_quote"]],
    rows: 1,
  },
  {
    what: "a stray quote costs its own line, not the rows after it",
    text: `${HEAD}\n1,"甲,5.00\n2,乙,6.00\n3,丙,7.00\n`,
    bad: [[2, null, "unterminated_quote"]],
    rows: 2,
  },
  {
    what: "two stray quotes that close each other cost two lines",
    text: `${HEAD}\n1,"甲,5.00\n2,乙,6.00\n3,"丙,7.00\n4,丁,8.00\n`,
    bad: [
      [2, null, "unterminated_quote"],
      [4, null, "unterminated_quote"],
    ],
    rows: 2,
  },
  {
    what: "a quote within an unquoted cell",
    text: `${HEAD}\n1,甲"乙,5.00\n2,"甲"乙,5.00\n3,丙,7.00\n`,
    bad: [
      [2, null, "bad_quote"],
      [3, null, "bad_quote"],
    ],
    rows: 1,
  },
  {
    what: "two stray quotes with rows between them, and the right number of columns",
    text: `${HEAD}\n1,甲,"5.00\n2,乙,6.00\n3,丙,"\n4,丁,8.00\n`,
    bad: [
      [2, null, "line_break"],
      [4, null, "unterminated_quote"],
    ],
    rows: 2,
  },
  {
    what: "two stray quotes in notes, which may hold line breaks, and a column too many",
    text: '会员,金额,备注\n甲,5,"a\n乙,6,b\n丙,7",c\n丁,8,d\n戊,9,e\n',
    bad: [
      [2, null, "too_many_columns"],
      [4, null, "bad_quote"],
    ],
    rows: 3,
  },
  {
    what: "a row with a column too many",
    text: `${HEAD}\n1,甲,5.00,6.00\n2,乙,5.00,,\n`,
    bad: [[2, null, "too_many_columns"]],
    rows: 1,
  },
  {
    what: "a line above the limit",
    text: `${HEAD}\n1,${"x".repeat(1_100_000)},5.00\n2,乙,5.00\n`,
    bad: [[2, null, "line_too_long"]],
    rows: 1,
  },
  { what: "a NUL byte", text: `${HEAD}\n1,甲\0,5.00\n2,乙,5.00\n`, bad: [[2, null, "nul_byte"]], rows: 1 },
  {
    what: "a row before the header",
    text: `甲,5.00,x\n${HEAD}\n1,甲,5.00\n`,
    bad: [[1, null, "before_header"]],
    rows: 1,
  },

  { what: "no member", text: one({ 会员: " " }), bad: [[2, "会员", "member_missing"]] },
  { what: "a dash for a member", text: one({ 会员: "-" }), bad: [[2, "会员", "member_missing"]] },
  { what: "a walk-in customer", text: one({ 会员: "散客" }), bad: [[2, "会员", "member_anonymous"]] },
  { what: "no store", text: one({ 门店: "" }), bad: [[2, "门店", "merchant_missing"]] },
  {
    what: "an invisible character",
    text: one({ 会员: "甲\u200b乙" }),
    bad: [[2, "会员", "invisible_character"]],
  },
  {
    what: "a replacement character",
    text: one({ 会员: "\ufffd\ufffd" }),
    bad: [[2, "会员", "garbled_text"]],
  },
  {
    what: "a number in scientific notation",
    text: one({ 订单号: "1.38E+10" }),
    bad: [[2, "订单号", "scientific_id"]],
  },
  { what: "a very long id", text: one({ 会员: "甲".repeat(129) }), bad: [[2, "会员", "value_too_long"]] },
  { what: "a reserved name", text: one({ 推荐人: "owner:店" }), bad: [[2, "推荐人", "reserved_name"]] },

  { what: "an order not paid", text: one({ 状态: "待付款", 金额: "x" }), bad: [[2, "状态", "not_paid"]] },
  { what: "an order cancelled", text: one({ 状态: "closed" }), bad: [[2, "状态", "not_paid"]] },
  { what: "an unknown status", text: one({ 状态: "退款中" }), bad: [[2, "状态", "unknown_status"]] },
  { what: "an empty status", text: one({ 状态: "" }), bad: [[2, "状态", "unknown_status"]] },
  {
    what: "an unknown type",
    text: "会员,金额,类型\n甲,1.00,充值\n",
    bad: [[2, "类型", "unknown_type"]],
  },
  {
    what: "a purchase below 0",
    text: "会员,金额,类型\n甲,-1.00,消费\n",
    bad: [[2, "金额", "sign_contradicts_type"]],
  },
  {
    what: "partly refunded, nobody says how much",
    text: one({ 状态: "部分退款" }),
    bad: [[2, "状态", "partial_refund_unknown"]],
  },
  {
    what: "refunded more than paid",
    text: one({ 退款金额: "10.01" }),
    bad: [[2, "退款金额", "refund_figures_differ"]],
  },
  {
    what: "refunded, of which nothing",
    text: one({ 状态: "已退款", 退款金额: "0.00" }),
    bad: [[2, "退款金额", "refund_figures_differ"]],
  },
  {
    what: "a refunded amount below 0",
    text: one({ 退款金额: "-1" }),
    bad: [[2, "退款金额", "amount_negative"]],
  },
  {
    what: "an original order on a purchase",
    text: one({ 原订单号: "A0" }),
    bad: [[2, "原订单号", "original_on_purchase"]],
  },
  {
    what: "a refund of nothing that is named",
    text: one({ 订单号: "", 金额: "-5" }),
    bad: [[2, "订单号", "refund_without_original"]],
  },
  {
    what: "a refund of an order that is not there",
    text: one({ 订单号: "B", 原订单号: "A0", 金额: "-5" }),
    bad: [[2, "原订单号", "refund_without_original"]],
  },
  {
    what: "a refund of an order that was refused",
    text: two({ 金额: "1e3" }, { 金额: "-5", 时间: "2024-03-02" }),
    bad: [
      [2, "金额", "amount_scientific"],
      [3, "订单号", "original_not_read"],
    ],
  },
  {
    what: "a refund of an order whose rows were refused more than once: the first is named",
    text: `${two({ 金额: "1e3" }, { 金额: "1e4" })}${full({ 金额: "-5" })}\n`,
    bad: [
      [2, "金额", "amount_scientific"],
      [3, "金额", "amount_scientific"],
      [4, "订单号", "original_not_read"],
    ],
  },
  {
    what: "a refund before its purchase",
    text: two({}, { 金额: "-5", 时间: "2024-02-29" }),
    bad: [[3, "时间", "refund_before_purchase"]],
    rows: 1,
  },
  {
    what: "a refund that its own row dates before the purchase",
    text: one({ 状态: "已退款", 退款时间: "2024-02-01" }),
    bad: [[2, "退款时间", "refund_before_purchase"]],
  },
  {
    what: "a refund to somebody else",
    text: two({}, { 会员: "乙", 金额: "-5" }),
    bad: [[3, "会员", "refund_of_other_member"]],
    rows: 1,
  },
  {
    what: "refunds above the purchase",
    text: `${two({}, { 金额: "-6" })}${full({ 金额: "-4.01", 时间: "2024-03-03" })}\n`,
    bad: [[4, "订单号", "refund_exceeds_purchase"]],
    rows: 2,
  },
  {
    what: "a refund row that does not agree with the refunded amount",
    text: two({ 退款金额: "5.00" }, { 金额: "-6" }),
    bad: [
      [2, "退款金额", "refund_figures_differ"],
      [3, "订单号", "original_not_read"],
    ],
  },

  { what: "a row said twice", text: two({}, {}), bad: [[3, "订单号", "duplicate_row"]], rows: 1 },
  {
    what: "an id said twice, of two purchases",
    text: two({}, { 金额: "11" }),
    bad: [[3, "订单号", "id_conflict"]],
    rows: 1,
  },
  {
    what: "a refund row said twice",
    text: `${two({}, { 金额: "-5" })}${full({ 金额: "-5" })}\n`,
    bad: [[4, "订单号", "duplicate_row"]],
    rows: 2,
  },
  {
    what: "a refund under the id of another purchase",
    text: `${two({}, { 订单号: "A2" })}${full({ 订单号: "A2", 原订单号: "A1", 金额: "-5" })}\n`,
    bad: [[4, "订单号", "id_conflict"]],
    rows: 2,
  },
  { what: "his own sponsor", text: one({ 推荐人: "甲" }), bad: [[2, "推荐人", "sponsor_self"]] },
  {
    what: "two who sponsor each other",
    text: two({ 推荐人: "乙" }, { 订单号: "A2", 会员: "乙", 推荐人: "甲", 时间: "2024-03-02" }),
    bad: [[3, "推荐人", "sponsor_cycle"]],
    rows: 1,
  },
  {
    what: "a circle of three, in the order of time and not of lines",
    text: `${two(
      { 推荐人: "丙", 时间: "2024-03-09" },
      { 订单号: "A2", 会员: "乙", 推荐人: "甲" },
    )}${full({ 订单号: "A3", 会员: "丙", 推荐人: "乙" })}\n`,
    bad: [[2, "推荐人", "sponsor_cycle"]],
    rows: 2,
  },
  {
    what: "a member with two sponsors",
    text: two({ 推荐人: "乙" }, { 订单号: "A2", 推荐人: "丙" }),
    bad: [[3, "推荐人", "sponsor_conflict"]],
    rows: 1,
  },
  { what: "a cost above the amount", text: one({ 成本: "10.01" }), bad: [[2, "成本", "cost_out_of_range"]] },
  { what: "a cost that is none", text: one({ 成本: "1e1" }), bad: [[2, "成本", "amount_scientific"]] },
  {
    what: "a region of five digits",
    text: one({ 区划代码: "44030" }),
    bad: [[2, "区划代码", "region_malformed"]],
  },
  {
    what: "a region of no province",
    text: one({ 区划代码: "990101" }),
    bad: [[2, "区划代码", "region_unknown"]],
  },
  {
    what: "a district of no city",
    text: one({ 区划代码: "440005" }),
    bad: [[2, "区划代码", "region_unknown"]],
  },
  {
    what: "a store in two districts",
    text: two({ 区划代码: "440305" }, { 订单号: "A2", 区划代码: "440306" }),
    bad: [[3, "区划代码", "region_conflict"]],
    rows: 1,
  },
  {
    what: "a line of CDNOW with a word in it",
    text: " 00001 19970101 1 11.77\n 00002 x 1 12.00\n 00003 0003 19970101 1 5.00\n",
    bad: [
      [2, "date", "time_malformed"],
      [3, null, "cdnow_malformed"],
    ],
    rows: 1,
    options: { format: "cdnow" },
  },
];
