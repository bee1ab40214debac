/**
 * Single cells: what a spreadsheet hung on them is taken off, and then a value is one or it is refused by
 * name.
 */
import type { Unit } from "./row.ts";
import type { BadCode } from "./sentences.ts";

/** Characters an identifier may have. */
export const MAX_ID = 128;
/** Members with this beginning are the reader's own: owners it makes up for stores (orders.ts). */
export const OWNER_PREFIX = "owner:";
const MAX_FEN = BigInt(Number.MAX_SAFE_INTEGER);

/** Cells that say "nothing here". */
const NOTHING = new Set(["", "-", "--", "/", "\\n", "null", "none", "n/a", "nil", "无"]);
/** Cells in a member column that name nobody in particular. */
const NOBODY = new Set(["散客", "非会员", "游客", "匿名", "匿名用户", "guest", "anonymous"]);
/** Control and other invisible characters, but not the joiners that emoji and some scripts need. */
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
/** Nearly all identifiers: nothing in them can be at fault, so they are not looked at twice. */
const PLAIN = /^[\u4e00-\u9fff\dA-DF-Za-df-z_*-]*$/;

/**
 * A cell as it was meant: without blanks around it, the tab or backtick of payment bills, and the two ways
 * in which spreadsheets are made to keep a number as text (`="00123"`, `'00123`).
 */
export function clean(cell: string): string {
  let text = cell.trim();
  if (text.startsWith("`")) text = text.slice(1).trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2 && !text.slice(2, -1).includes('"'))
    text = text.slice(2, -1).trim();
  return text.startsWith("'") && /^'\d+$/.test(text) ? text.slice(1) : text;
}

export const isNothing = (text: string): boolean => text.length < 5 && NOTHING.has(text.toLowerCase());
export const isNobody = (text: string): boolean => text.length < 10 && NOBODY.has(text.toLowerCase());
/** Masked by the payment channel (138****1234), so that two people may look the same. */
export const isMasked = (text: string): boolean => text.startsWith("*") || text.includes("**");

/** Why a text cannot be an identifier; null when it can. It is compared and kept exactly as written. */
export function identifierFault(text: string): BadCode | null {
  if (text.length > MAX_ID) return "value_too_long";
  if (PLAIN.test(text)) return null;
  if (text.includes("\ufffd") || !text.isWellFormed()) return "garbled_text";
  if (INVISIBLE.test(text)) return "invisible_character";
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text)) return "scientific_id";
  return null;
}

const AMOUNT = /^(-?)[¥￥]?\s?(-?)(\d[\d,]*)(\.\d*)?\s?元?$/;

/**
 * An amount as fen, negative with a leading minus; 0 is for the caller to judge. Yuan take at most two
 * decimals, fen none; thousands separators only where each group is whole. Everything that could be read in
 * two ways is a fault.
 */
export function parseAmount(text: string, unit: Unit): bigint | BadCode {
  const found = AMOUNT.exec(text);
  if (found === null || (found[1] === "-" && found[2] === "-")) return amountFault(text);
  const [digits, fault] = wholeDigits(found[3] as string, unit);
  if (fault !== null) return fault;
  const decimals = found[4] ?? "";
  if (decimals === ".") return "amount_malformed";
  if (decimals.length > 3 || (unit === "fen" && decimals !== "")) return "amount_too_precise";
  if (unit === "fen" && /[¥￥元]/.test(text)) return "amount_unit_conflict";
  // Measured before it is made a number: a megabyte of digits would take its time.
  if (digits.length > 20) return "amount_too_large";
  const fen = BigInt(unit === "fen" ? digits : digits + decimals.slice(1).padEnd(2, "0"));
  if (fen > MAX_FEN) return "amount_too_large";
  const negative = found[1] === "-" || found[2] === "-";
  if (fen === 0n && negative) return "amount_negative_zero";
  return negative ? -fen : fen;
}

/** What a text that is no amount looks like. */
function amountFault(text: string): BadCode {
  if (text === "") return "amount_missing";
  if (/[\uff10-\uff19\uff0b\uff0c\uff0d\uff0e]/.test(text)) return "amount_full_width";
  if (/[〇一二三四五六七八九十百千万亿零壹贰叁肆伍陆柒捌玖拾佰仟圆角整]/.test(text))
    return "amount_chinese_numerals";
  return /^[+-]?[\d.]+e[+-]?\d+$/i.test(text) ? "amount_scientific" : "amount_malformed";
}

function wholeDigits(text: string, unit: Unit): [digits: string, fault: BadCode | null] {
  if (text.includes(",")) {
    const grouped = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(text);
    return [text.replaceAll(",", ""), grouped ? null : "amount_grouping"];
  }
  // 000000001234 is how some terminals write 12.34 yuan in fen: as yuan it is refused.
  if (unit === "yuan" && text.length > 1 && text.startsWith("0")) return [text, "amount_malformed"];
  return [text.replace(/^0+(?=\d)/, ""), null];
}

/** Provinces of GB/T 2260. */
const PROVINCES: ReadonlySet<string> = new Set(
  `11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46
   50 51 52 53 54 61 62 63 64 65 71 81 82`.split(/\s+/),
);

/**
 * Why a text is no division code PPCCDD: its form, or a province that does not exist, or a district of no
 * city.
 */
export function regionFault(text: string): BadCode | null {
  if (!/^\d{6}$/.test(text)) return "region_malformed";
  const cityless = text.slice(2, 4) === "00" && text.slice(4) !== "00";
  return PROVINCES.has(text.slice(0, 2)) && !cityless ? null : "region_unknown";
}
