/**
 * Every sentence the reader of sheets can say: one table of codes for bad rows, one for whole files, one
 * for notes; Chinese first. `{name}` stands for a value of the case at hand.
 */

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const table = <T extends Record<string, readonly [zh: string, en: string]>>(rows: T): T => rows;

/** Why one row was not taken. */
export const BAD = table({
  line_too_long: [
    "这一行超过 {limit} 个字符，未读入",
    "the line has more than {limit} characters and was not read",
  ],
  nul_byte: ["行内有空字节（NUL），文件可能已损坏", "the line holds a NUL byte; the file may be damaged"],
  cut_character: [
    "文件在一个字符中间断开，最后一行不完整",
    "the file ends in the middle of a character; its last line is cut",
  ],
  unterminated_quote: [
    "引号没有闭合（{limit} 行之内或文件结束前）",
    "a quote is opened and not closed within {limit} lines or before the end of the file",
  ],
  bad_quote: ["引号的位置不合规范", "a quote stands where none may stand"],
  line_break: ["单元格内有换行，可能少了一个引号", "a value holds a line break; a quote may be missing"],
  too_few_columns: [
    "只有 {found} 列，表头有 {expected} 列：可能是半行",
    "{found} columns where the header has {expected}: perhaps half a line",
  ],
  too_many_columns: [
    "有 {found} 列，表头只有 {expected} 列",
    "{found} columns where the header has {expected}",
  ],
  before_header: ["在表头之前，不知道各列是什么", "stands before the header, so its columns have no meaning"],
  cdnow_malformed: ["不是 CDNOW 格式的一行", "is no line of the CDNOW files"],

  member_missing: ["没有会员", "no member is named"],
  member_anonymous: ["“{value}”不是某一位会员", "“{value}” is nobody in particular"],
  merchant_missing: ["没有门店，也没有给出默认门店", "no store is named, and no default store was given"],
  invisible_character: [
    "含有看不见的字符，可能与另一个值只是看起来相同",
    "holds invisible characters, so it may only look like another value",
  ],
  garbled_text: [
    "含有乱码替换符“�”，原文已丢失",
    "holds the replacement character “�”: the original text is lost",
  ],
  scientific_id: [
    "编号被表格软件改成了科学计数法，原号已丢失",
    "a spreadsheet turned this number into scientific notation; the original is lost",
  ],
  value_too_long: ["编号超过 {limit} 个字符", "is longer than {limit} characters"],
  reserved_name: ["以“{prefix}”开头的名字由本软件保留", "names beginning with “{prefix}” are reserved"],

  amount_missing: ["没有金额", "no amount is given"],
  amount_malformed: ["不是金额", "is no amount"],
  amount_scientific: ["科学计数法不能作为金额", "scientific notation is not taken as an amount"],
  amount_full_width: ["金额含全角数字或符号", "the amount holds full-width digits or signs"],
  amount_chinese_numerals: ["金额用中文数字书写", "the amount is written in Chinese numerals"],
  amount_grouping: ["千位分隔符的位置不对", "the thousands separators are misplaced"],
  amount_too_precise: ["金额的小数位太多", "the amount has too many decimals"],
  amount_too_large: ["金额超出可精确表示的范围", "the amount is beyond the range kept exactly"],
  amount_negative_zero: ["“-0”没有意义", "“-0” has no meaning"],
  amount_unit_conflict: [
    "金额带元的符号，而单位是分",
    "the amount carries a sign of yuan while the unit is fen",
  ],
  amount_must_be_positive: ["金额为 0", "the amount is 0"],
  amount_negative: ["这一列不能为负", "this column cannot be negative"],
  cost_out_of_range: ["成本大于金额", "the cost is above the amount"],

  time_missing: ["没有时间", "no time is given"],
  time_malformed: ["不是认得的时间写法", "is no time in a known form"],
  time_impossible: ["不存在的日期或时刻", "is a date or an hour that does not exist"],
  time_excel_serial: [
    "是表格软件的日期序号，请按“2024-03-01 12:00:00”导出",
    "is a spreadsheet's date serial; export it as 2024-03-01 12:00:00",
  ],
  time_ambiguous: [
    "分不清月和日，请把年份写在前面",
    "day and month cannot be told apart; write the year first",
  ],

  not_paid: ["没有付款或已取消，不计入", "not paid or cancelled; does not count"],
  unknown_status: ["不认得的状态", "is a status not known"],
  unknown_type: ["不认得的类型", "is a type not known"],
  sign_contradicts_type: ["类型是消费，金额却为负", "the type says purchase, the amount is negative"],
  partial_refund_unknown: ["部分退款，却没有退款金额", "partly refunded, but how much is not said"],
  original_on_purchase: [
    "有原订单号，却没有说是退款",
    "names an original order but does not say that it is a refund",
  ],
  refund_figures_differ: ["退款的几处数字互相矛盾", "what is said about the refund contradicts itself"],
  refund_exceeds_purchase: ["退款合计超过第 {other} 行的消费", "refunds exceed the purchase of line {other}"],
  refund_without_original: [
    "没有说明退的是哪一笔消费，或文件里没有那一笔",
    "which purchase is refunded is not said, or it is not in the file",
  ],
  original_not_read: [
    "所退的消费（第 {other} 行）未读入",
    "the purchase refunded (line {other}) was not taken",
  ],
  refund_before_purchase: [
    "退款在第 {other} 行的消费之前",
    "the refund comes before its purchase of line {other}",
  ],
  refund_of_other_member: [
    "会员与第 {other} 行的消费不同",
    "the member is not that of the purchase of line {other}",
  ],

  duplicate_row: ["与第 {other} 行完全相同", "says the same as line {other}"],
  id_conflict: [
    "订单号与第 {other} 行相同而内容不同；一单多行请按订单导出",
    "has the id of line {other} but says otherwise; export one row an order",
  ],
  sponsor_self: ["自己推荐自己", "is his own sponsor"],
  sponsor_cycle: [
    "推荐关系成环：推荐人已在此会员之下",
    "closes a circle: the sponsor already stands below the member",
  ],
  sponsor_conflict: ["此会员在第 {other} 行另有推荐人", "line {other} names another sponsor of this member"],
  region_malformed: ["区划代码须为 6 位数字", "a division code has 6 digits"],
  region_unknown: ["没有这样的区划代码", "there is no such division code"],
  region_conflict: [
    "此门店在第 {other} 行另有区划代码",
    "line {other} names another division code of this store",
  ],
});
export type BadCode = keyof typeof BAD;

/** Why a whole file was refused. */
export const REFUSED = table({
  unreadable: ["文件读不了（{zh}）", "the file cannot be read ({en})"],
  empty: ["文件是空的", "the file is empty"],
  not_text: [
    "这不是文本文件（像是 {kind}），请另存为 CSV（UTF-8）",
    "this is no text file (it looks like {kind}); save it as CSV (UTF-8)",
  ],
  encoding_invalid: ["第 {offset} 字节不是有效的 {encoding}", "byte {offset} is not valid {encoding}"],
  encoding_unknown: [
    "既不是 UTF-8（第 {utf8} 字节起）也不是 GB18030（第 {offset} 字节起）",
    "neither UTF-8 (from byte {utf8}) nor GB18030 (from byte {offset})",
  ],
  encoding_mixed: [
    "大部分是 UTF-8，但第 {offset} 字节不是；若确是 GBK，请用 --encoding gb18030",
    "mostly UTF-8, but byte {offset} is not; if it is GBK after all, say --encoding gb18030",
  ],
  encoding_conflict: [
    "文件开头标明是 {found}，选项却说 {said}",
    "the file marks itself as {found}, the option says {said}",
  ],
  too_large_to_hold: [
    "管道输入超过 {limit} MiB，无法先看编码；请存成文件，或用 --encoding 指明",
    "the pipe carries more than {limit} MiB, too much to hold; save it to a file or say --encoding",
  ],
  no_header: [
    "找不到表头：没有一行像订单的列名；CDNOW 的文件请加 --format cdnow",
    "no header was found: no line looks like the columns of orders; for a CDNOW file say --format cdnow",
  ],
  column_missing: [
    "找不到这些列：{roles_zh}。表头有：{headers}。请指明：{flags}",
    "no column for {roles}. The headers are: {headers}. Say which: {flags}",
  ],
  column_conflict: [
    "有几列都像是同一项：{claims}。请指明：{flags}",
    "several columns claim one role: {claims}. Say which: {flags}",
  ],
  column_not_found: [
    "没有名为“{header}”的列。表头有：{headers}",
    "no column is called “{header}”. The headers are: {headers}",
  ],
  column_twice: ["“{header}”这一列被用于两项：{roles}", "column “{header}” is used for two roles: {roles}"],
  header_twice: ["有两列都叫“{header}”", "two columns are called “{header}”"],
  unit_conflict: [
    "列“{header}”写明单位是{found}，选项却说{said}",
    "column “{header}” says {found}, the option says {said}",
  ],
  unit_unknown: [
    "列“{header}”的单位“{found}”不是元也不是分",
    "the unit “{found}” of column “{header}” is neither yuan nor fen",
  ],
  delimiter_unclear: [
    "分不清列是用什么隔开的：{found}；请用 --delimiter 指明",
    "columns could be separated by {found}; say --delimiter",
  ],
  option_invalid: ["选项 {name} 的值“{value}”无效", "option {name} cannot be “{value}”"],
});
export type RefusalCode = keyof typeof REFUSED;

/** What was assumed or noticed, and refuses nothing. */
export const NOTED = table({
  last_line_open: [
    "文件最后一行（第 {line} 行）没有换行符：如果文件被截断过，这一行可能不完整",
    "the last line ({line}) has no line ending: if the file was cut off, that row may be incomplete",
  ],
  no_time_column: [
    "没有时间列：按行的先后为序，指令不带时间",
    "no time column: rows are taken in the order of lines, without times",
  ],
  masked_member: [
    "{count} 行的会员号带星号（如第 {line} 行）：遮住后相同的会员会被当作一个人",
    "{count} rows have a masked member (first line {line}): members alike after masking count as one",
  ],
  refund_time_unknown: [
    "{count} 笔退款没有自己的时间（如第 {line} 行）：当作付款的同时退款",
    "{count} refunds have no time of their own (first line {line}): taken as of the moment of the purchase",
  ],
  store_region_assumed: [
    "{count} 家门店没有区划代码：按 {region} 开店",
    "{count} stores have no division code: opened at {region}",
  ],
  stores_assigned: [
    "文件没有门店：按会员号的散列分到 {count} 家",
    "the file names no stores: members are spread over {count} by a hash of their id",
  ],
  goods_by_cost: [
    "{count} 家门店的订单带成本：按自营商品开店",
    "{count} stores have orders with a cost: opened as self-operated goods",
  ],
});
export type NoteCode = keyof typeof NOTED;
