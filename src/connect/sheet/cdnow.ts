/**
 * The CDNOW data set (Fader & Hardie): columns between blanks. The master file has a header and customer,
 * date, number of CDs, value; the sample has no header and customer, id in the sample, date, number, value.
 * Values are read as yuan.
 */
import type { Intake, Reading } from "./csv.ts";
import type { Line } from "./lines.ts";
import { badRow } from "./report.ts";
import type { BadRow, SheetRow } from "./row.ts";
import type { BadCode } from "./sentences.ts";
import { parseTime } from "./time.ts";
import type { Defaults } from "./translate.ts";
import { parseAmount } from "./value.ts";

const HEADERS = { member: "customer_id", at: "date", amount: "dollar_value" } as const;
const FIELD = /^\d{1,9}$/;

export class CdnowIntake implements Intake {
  private readonly defaults: Defaults;
  private readonly rows: SheetRow[] = [];
  private readonly bad: BadRow[] = [];
  private skipped = 0;
  /** Columns of this file, 4 or 5, by its first line of data. */
  private columns: number | null = null;

  constructor(defaults: Defaults) {
    this.defaults = defaults;
  }

  push(lines: readonly Line[]): void {
    for (const line of lines) {
      if (line.fault !== null) this.bad.push(badRow(line.number, null, line.text, line.fault));
      else this.read(line);
    }
  }

  private read(line: Line): void {
    const text = line.text.trim();
    const isHeader = this.columns === null && this.bad.length === 0 && text.startsWith(HEADERS.member);
    if (text === "" || isHeader) {
      this.skipped += 1;
      return;
    }
    const fields = text.split(/\s+/);
    const refuse = (column: string | null, value: string, code: BadCode) =>
      this.bad.push(badRow(line.number, column, value, code));
    const width = fields.length;
    const member = fields[0] as string;
    const whole = (width === 4 || width === 5) && (this.columns ?? width) === width;
    const numbers = [member, fields[width - 2], width === 5 ? fields[1] : member];
    if (!whole || !numbers.every((field) => FIELD.test(field ?? ""))) {
      refuse(null, text, "cdnow_malformed");
      return;
    }
    this.columns = width;
    const date = fields[width - 3] as string;
    const value = fields[width - 1] as string;
    const moment = /^\d{8}$/.test(date) ? parseTime(date, this.defaults.offset) : "time_malformed";
    const amount = parseAmount(value, "yuan");
    if (typeof moment === "string") refuse(HEADERS.at, date, moment);
    else if (typeof amount === "string") refuse(HEADERS.amount, value, amount);
    else if (amount === 0n) refuse(HEADERS.amount, value, "amount_must_be_positive");
    else if (amount < 0n) refuse(HEADERS.amount, value, "refund_without_original");
    else {
      this.rows.push({
        line: line.number,
        id: null,
        member,
        merchant: this.defaults.merchant,
        amount_fen: amount,
        kind: "purchase",
        at: moment.text,
        sortKey: moment.key,
        sortLine: line.number,
        sponsor: null,
        original: null,
        originalLine: null,
        cost_fen: null,
        region: null,
      });
    }
  }

  reading(): Reading {
    return {
      rows: this.rows,
      bad: this.bad,
      recognised: (["member", "amount", "at"] as const).map((role) => ({ role, header: HEADERS[role] })),
      ignored: ["number_of_cds"],
      delimiter: " ",
      records: this.rows.length + this.bad.length,
      skipped: this.skipped,
    };
  }
}
