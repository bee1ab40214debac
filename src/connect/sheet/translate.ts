/** Cells to a draft: one record by itself, before it is held against the others (settle.ts). Pure. */
import type { Draft } from "./draft.ts";
import type { Header } from "./headers.ts";
import { type Money, readMoney } from "./money.ts";
import type { Values } from "./refusal.ts";
import { badRow, type Notes } from "./report.ts";
import type { BadRow, Role } from "./row.ts";
import type { BadCode } from "./sentences.ts";
import { type Moment, parseTime } from "./time.ts";
import {
  clean,
  identifierFault,
  isMasked,
  isNobody,
  isNothing,
  MAX_ID,
  OWNER_PREFIX,
  parseAmount,
  regionFault,
} from "./value.ts";
import { readStatus, readType } from "./words.ts";

/** A cell that cannot be taken; thrown inside this file only, and turned into a bad row. */
class CellFault {
  readonly role: Role;
  readonly code: BadCode;
  readonly values: Values;

  constructor(role: Role, code: BadCode, values: Values = {}) {
    this.role = role;
    this.code = code;
    this.values = values;
  }
}

export interface Defaults {
  readonly offset: string;
  readonly merchant: string | null;
}

export class Translator {
  private readonly header: Header;
  private readonly defaults: Defaults;
  private readonly notes: Notes;
  private cells: readonly string[] = [];

  constructor(header: Header, defaults: Defaults, notes: Notes) {
    this.header = header;
    this.defaults = defaults;
    this.notes = notes;
  }

  /** The draft of a record, or why it is none. */
  read(line: number, cells: readonly string[]): Draft | BadRow {
    this.cells = cells;
    try {
      return this.draft(line);
    } catch (fault) {
      if (!(fault instanceof CellFault)) throw fault;
      return badRow(line, this.nameOf(fault.role), this.cell(fault.role) ?? "", fault.code, fault.values);
    }
  }

  /** The order number of the record read last, whether or not it was taken. */
  lastId(): string | null {
    const text = this.cell("id");
    return text === null || isNothing(text) ? null : text;
  }

  /** Header of a role's column; null when the file has none. */
  nameOf(role: Role): string | null {
    const index = this.header.index[role];
    return index === undefined ? null : (this.header.names[index] ?? null);
  }

  private draft(line: number): Draft {
    const money = this.money();
    const isRefund = money.kind === "refund";
    const member = this.member(line);
    const refundedAt = this.moment("refunded_at", true);
    const moment = this.moment("at", isRefund && refundedAt !== null);
    const own = (isRefund ? (refundedAt ?? moment) : moment) ?? { text: null, key: line };
    const refundId = this.identifier("refund_id", true);
    const id = this.identifier("id");
    const original = this.identifier("original", true);
    if (!isRefund && original !== null && original !== id)
      throw new CellFault("original", "original_on_purchase");
    return {
      line,
      kind: money.kind,
      id,
      refundId: isRefund ? refundId : null,
      original: isRefund ? original : null,
      member,
      merchant: this.merchant(),
      amount: money.amount,
      announced: money.announced && {
        ...money.announced,
        at: refundedAt?.text ?? null,
        key: refundedAt?.key ?? null,
        refundId,
      },
      at: own.text,
      key: own.key,
      sponsor: this.sponsor(member),
      cost: isRefund ? null : this.cost(money.amount),
      region: this.region(),
    };
  }

  /** A cell, cleaned; null when the file has no such column. */
  private cell(role: Role): string | null {
    const index = this.header.index[role];
    return index === undefined ? null : clean(this.cells[index] ?? "");
  }

  /**
   * An identifier or null for none; with `zero`, a lone 0 is none, as databases and payment bills write it.
   */
  private identifier(role: Role, zero = false): string | null {
    const text = this.cell(role);
    if (text === null || isNothing(text) || (zero && text === "0")) return null;
    const fault = identifierFault(text);
    if (fault !== null) throw new CellFault(role, fault, { limit: MAX_ID });
    return text;
  }

  private member(line: number): string {
    if (isNobody(this.cell("member") ?? "")) throw new CellFault("member", "member_anonymous");
    const member = this.identifier("member");
    if (member === null) throw new CellFault("member", "member_missing");
    if (isMasked(member)) this.notes.add("masked_member", line);
    return this.unreserved("member", member);
  }

  private unreserved(role: Role, name: string): string {
    if (name.startsWith(OWNER_PREFIX)) throw new CellFault(role, "reserved_name", { prefix: OWNER_PREFIX });
    return name;
  }

  private merchant(): string | null {
    const merchant = this.identifier("merchant") ?? this.defaults.merchant;
    if (merchant === null && this.header.index.merchant !== undefined)
      throw new CellFault("merchant", "merchant_missing");
    return merchant;
  }

  private sponsor(member: string): string | null {
    const sponsor = this.identifier("sponsor", true);
    if (sponsor === null || isNobody(sponsor)) return null;
    if (sponsor === member) throw new CellFault("sponsor", "sponsor_self");
    return this.unreserved("sponsor", sponsor);
  }

  private region(): string | null {
    const text = this.cell("region");
    if (text === null || isNothing(text)) return null;
    const fault = regionFault(text);
    if (fault !== null) throw new CellFault("region", fault);
    return text;
  }

  /** A time; null when there is no such column or, where `optional`, nothing is written. */
  private moment(role: "at" | "refunded_at", optional: boolean): Moment | null {
    const text = this.cell(role);
    if (text === null || (optional && isNothing(text))) return null;
    const moment = parseTime(text, this.defaults.offset);
    if (typeof moment === "string") throw new CellFault(role, moment);
    return moment;
  }

  private amount(role: "amount" | "refunded" | "cost"): bigint {
    const amount = parseAmount(this.cell(role) ?? "", this.header.units[role] ?? "yuan");
    if (typeof amount === "string") throw new CellFault(role, amount);
    return amount;
  }

  /** An optional money column: null where nothing is written; refuses a negative. */
  private optionalAmount(role: "refunded" | "cost"): bigint | null {
    const text = this.cell(role);
    if (text === null || isNothing(text)) return null;
    const amount = this.amount(role);
    if (amount < 0n) throw new CellFault(role, "amount_negative");
    return amount;
  }

  private cost(amount: bigint): bigint | null {
    const cost = this.optionalAmount("cost");
    if (cost !== null && cost > amount) throw new CellFault("cost", "cost_out_of_range");
    return cost;
  }

  private money(): Money {
    const statusText = this.cell("status");
    const status = statusText === null ? null : readStatus(statusText);
    if (statusText !== null && status === null) throw new CellFault("status", "unknown_status");
    if (status === "unpaid") throw new CellFault("status", "not_paid");
    const typeText = this.cell("type");
    const type = typeText === null ? null : readType(typeText);
    if (typeText !== null && type === null) throw new CellFault("type", "unknown_type");
    const money = readMoney({
      amount: this.amount("amount"),
      back: this.optionalAmount("refunded"),
      status,
      type,
    });
    if ("code" in money) throw new CellFault(money.role, money.code);
    return money;
  }
}
