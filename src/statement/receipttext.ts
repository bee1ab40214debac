/** A receipt as an aligned plain text table, for a terminal or a printed slip. */
import { clip, padEnd, padStart, safe, widthOf, wrap, yuan } from "./columns.ts";
import type { PriceFacts, Receipt, ReceiptLine, SettledReceipt } from "./receipt.ts";
import { HEADING, LINE, NOTE, REASON } from "./receiptwords.ts";
import { accountWord, type Lang, type Phrase, say, TEXT } from "./words.ts";

export interface TextOptions {
  /** Columns to stay within; 40 at least. */
  readonly width: number;
}

const NARROWEST = 40;
const GAP = "  ";
const money = (fen: number) => yuan(BigInt(fen));

/** The receipt in one language; wide characters count two columns, long remarks go on below. */
export function receiptText(receipt: Receipt, lang: Lang, options: TextOptions = { width: 100 }): string {
  const width = Math.max(NARROWEST, options.width);
  const h = (phrase: Phrase, values: Record<string, string> = {}) => say(phrase, lang, values);
  const { name, version } = receipt.plan;
  const parties = {
    member: safe(receipt.member),
    merchant: safe(receipt.merchant),
    plan: safe(name),
    version: version.toString(),
  };
  const lines = [
    `${h(HEADING.title)} ${safe(receipt.purchase)}${receipt.at === null ? "" : `  ${receipt.at}`}`,
    h(HEADING.parties, parties),
    h(HEADING.paid, { paid: money(receipt.paid_fen) }),
  ];
  if (receipt.status === "pending") {
    lines.push(h(HEADING.pending, { settles: receipt.settles, refunded: money(receipt.refunded_fen) }));
  } else {
    lines.push(...settledLines(receipt, lang, width));
  }
  lines.push("", h(HEADING.notice));
  return lines.flatMap((line) => (widthOf(line) > width ? wrap(line, width, 4) : [line])).join("\n");
}

function settledLines(receipt: SettledReceipt, lang: Lang, width: number): string[] {
  const h = (phrase: Phrase, values: Record<string, string> = {}) => say(phrase, lang, values);
  const { points, now } = receipt;
  const refunded = money(receipt.refunded_before_fen);
  const lines: string[] = [];
  if (receipt.refunded_before_fen > 0) {
    lines.push(h(HEADING.refundedBefore, { refunded, amount: money(receipt.amount_fen) }));
  }
  if (receipt.locked_to !== null) lines.push(h(HEADING.locked, { sponsor: safe(receipt.locked_to) }));
  lines.push("", ...moneyTable(receipt, lang, width), "");
  lines.push(`${h(HEADING.points)}${GAP}${issuedText(receipt, lang)}`);
  lines.push(`${GAP}${h(HEADING.priceBefore)}${GAP}${priceText(points.price_before, lang)}`);
  lines.push(`${GAP}${h(HEADING.priceAfter)}${GAP}${priceText(points.price_after, lang)}`);
  if (points.lot !== null) {
    const { seq, cap_added_fen, points: held, trigger } = points.lot;
    const values = { added: money(cap_added_fen), seq: seq.toString(), points: held, trigger: trigger.shown };
    lines.push(GAP + h(HEADING.cap, values));
  }
  if (points.exits > 0) lines.push(GAP + h(HEADING.exits, { exits: points.exits.toString() }));
  const left = {
    left: now.points_left,
    price: now.price.shown,
    worth: money(now.worth_fen),
    load: now.exit_load,
    receive: money(now.receive_fen),
  };
  lines.push(`${h(HEADING.now)}${GAP}${h(HEADING.left, left)}`);
  if (now.got_fen > 0) lines.push(GAP + h(HEADING.sold, { sold: now.points_sold, got: money(now.got_fen) }));
  if (now.refunded_fen > 0) lines.push(GAP + h(HEADING.refunded, { refunded: money(now.refunded_fen) }));
  return lines;
}

function issuedText({ points }: SettledReceipt, lang: Lang): string {
  const text = say(HEADING.issued, lang, { points: points.issued });
  return points.reason === null ? text : `${text}${GAP}${say(REASON[points.reason], lang)}`;
}

function priceText({ cash_fen, points, shown }: PriceFacts, lang: Lang): string {
  return say(HEADING.perPoint, lang, { cash: money(cash_fen), points, shown });
}

/** A row of the table. */
type Row = readonly [line: string, to: string, figured: string, amount: string, remark: string];

function moneyTable(receipt: SettledReceipt, lang: Lang, width: number): string[] {
  const h = (phrase: Phrase) => say(phrase, lang);
  const row = (line: ReceiptLine): Row => [
    say(LINE[line.code], lang),
    ownerText(line, lang),
    line.rate === null ? "" : `${line.rate} × ${money(line.base_fen ?? 0)}`,
    money(line.amount_fen),
    remarkText(line, receipt.take, lang),
  ];
  const head: Row = [
    h(HEADING.line),
    h(HEADING.to),
    h(HEADING.figured),
    h(HEADING.amount),
    h(HEADING.remark),
  ];
  const upper = receipt.lines.map(row);
  const sum: Row = [h(HEADING.sum), "", "", money(receipt.amount_fen), ""];
  const lower = receipt.pool.map(row);
  const print = printer([head, ...upper, sum, ...lower], width);
  return [...[head, ...upper, sum].flatMap(print), "", h(HEADING.pool), ...lower.flatMap(print)];
}

const LEAST_REMARK = 14;
const LEAST_OWNER = 8;

/**
 * How a row is printed: remarks in a column of their own where there is room for it, else with the figuring
 * in a line below. Names give way last.
 */
function printer(rows: readonly Row[], width: number): (row: Row) => string[] {
  const widest = (i: number) => Math.max(...rows.map((cells) => widthOf(cells[i] as string)));
  const [label, owner, figures, money] = [widest(0), widest(1), widest(2), widest(3)];
  const remark = width - label - owner - figures - money - 4 * GAP.length;
  if (remark >= Math.min(widest(4), LEAST_REMARK)) {
    return ([line, to, figured, amount, text]) => {
      const front = [
        padEnd(line, label),
        padEnd(to, owner),
        padStart(figured, figures),
        padStart(amount, money),
      ];
      const [first = "", ...more] = wrap(text, remark);
      const indent = " ".repeat(widthOf(front.join(GAP)) + GAP.length);
      return [[...front, first].join(GAP).trimEnd(), ...more.map((part) => indent + part)];
    };
  }
  const room = Math.max(LEAST_OWNER, Math.min(owner, width - label - money - 2 * GAP.length));
  return ([line, to, figured, amount, text]) => {
    const front = [padEnd(line, label), padEnd(clip(to, room), room), padStart(amount, money)].join(GAP);
    const below = [figured, text].filter((part) => part !== "").join(GAP);
    const more = below === "" ? [] : wrap(`${GAP}${GAP}${below}`, width, 2 * GAP.length);
    return [front.trimEnd(), ...more];
  };
}

function ownerText({ kind, owner }: ReceiptLine, lang: Lang): string {
  if (kind === null) return say(TEXT.nobody, lang);
  return owner === null ? accountWord(kind, lang) : safe(owner);
}

function remarkText(line: ReceiptLine, take: string, lang: Lang): string {
  if (line.reason !== null) return say(REASON[line.reason], lang);
  return line.notes.map((note) => say(NOTE[note], lang, { take })).join(lang === "zh" ? "；" : "; ");
}
