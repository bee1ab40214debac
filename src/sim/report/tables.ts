/**
 * The findings as files: three or four tables for a spreadsheet, and everything as JSON. Who writes them is
 * main.
 */
import type { Columns, ExitRow, Findings, MemberRow, Sample, StoreRow } from "../findings/index.ts";

export interface TableFile {
  readonly name: string;
  /**
   * The text of the file in pieces, made while it is walked; UTF-8, and for the tables with a byte order
   * mark.
   */
  readonly content: Iterable<string>;
}

/** Each field with the heading of its column: what a person reads, then the name it has in findings.json. */
type Headings<Row> = { readonly [field in keyof Row]: string };

const MEMBERS: Headings<MemberRow> = {
  member: "会员",
  sponsor: "推荐人",
  first_purchase: "首次消费（第几笔）",
  first_at: "首次消费时间",
  cohort: "分组",
  purchases: "消费笔数",
  spent_fen: "消费额（分，已减退款）",
  points: "积分",
  worth_fen: "市值（分）",
  redeemable_fen: "今天可兑付（分）",
  got_fen: "已拿到（分）",
  commission_fen: "推荐奖励（分）",
  so_far_ppm: "已拿到占消费额（百万分比）",
  if_redeemed_ppm: "若今天赎回占消费额（百万分比）",
};
const STORES: Headings<StoreRow> = {
  store: "门店",
  owner: "店主",
  region: "区划代码",
  purchases: "消费笔数",
  spent_fen: "消费额（分，已减退款）",
  payable_fen: "应付货款（分）",
};
const EXITS: Headings<ExitRow> = {
  order: "指令",
  purchase: "第几笔消费时",
  at: "时间",
  member: "会员",
  points: "积分",
  worth_fen: "按市值（分）",
  proceeds_fen: "赎回款（分）",
  reason: "原因",
};
const SERIES: Headings<Sample> = {
  purchase: "第几笔消费",
  at: "时间",
  cash_fen: "积分池余额（分）",
  points: "流通积分",
  price: "每积分可兑付金额（元）",
  remainder_fen: "余留（分）",
  exits: "累计强制赎回",
  paid_fen: "累计付给会员（分）",
  holders: "持有人",
};

/** members.csv, stores.csv, exits.csv, series.csv and findings.json. */
export function writeTables(findings: Findings): TableFile[] {
  const { member_rows, store_rows, exits, series } = findings;
  return [
    { name: "members.csv", content: walked(() => csv(MEMBERS, rowsOf(MEMBERS, member_rows))) },
    { name: "stores.csv", content: walked(() => csv(STORES, rowsOf(STORES, store_rows))) },
    { name: "exits.csv", content: walked(() => csv(EXITS, exits)) },
    { name: "series.csv", content: walked(() => csv(SERIES, series)) },
    { name: "findings.json", content: walked(() => jsonOf(findings)) },
  ];
}

/** Lets a generator be walked again. */
const walked = (walk: () => Iterator<string>): Iterable<string> => ({ [Symbol.iterator]: walk });

type Cell = string | number | null;

function* rowsOf<Row>(headings: Headings<Row>, columns: Columns<Row>): Generator<Row> {
  const fields = Object.keys(headings) as (keyof Row)[];
  const length = columns[fields[0] as keyof Row].length;
  for (let i = 0; i < length; i++) {
    yield Object.fromEntries(fields.map((field) => [field, columns[field][i]])) as Row;
  }
}

/** RFC 4180 with a byte order mark, which makes Excel read Chinese right. */
function* csv<Row extends object>(headings: Headings<Row>, rows: Iterable<Row>): Generator<string> {
  const fields = Object.keys(headings) as (keyof Row)[];
  yield `\uFEFF${fields.map((field) => cell(`${headings[field]} ${String(field)}`)).join(",")}\r\n`;
  for (const row of rows) yield `${fields.map((field) => cell(row[field] as Cell)).join(",")}\r\n`;
}

/** A spreadsheet takes text that begins like a formula for one: an apostrophe in front keeps it text. */
function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Top-level fields one by one, tables by column: no piece holds more than one value for each member. */
function* jsonOf(findings: Findings): Generator<string> {
  let before = "{\n";
  for (const [name, value] of Object.entries(findings)) {
    yield `${before}${JSON.stringify(name)}:`;
    if (name === "member_rows" || name === "store_rows") yield* object(value as object);
    else yield JSON.stringify(value);
    before = ",\n";
  }
  yield "\n}\n";
}

function* object(value: object): Generator<string> {
  let before = "{";
  for (const [name, column] of Object.entries(value)) {
    yield `${before}${JSON.stringify(name)}:${JSON.stringify(column)}`;
    before = ",";
  }
  yield "}";
}
