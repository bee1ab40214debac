/** Accounts 科目, and the pool 积分池 at rest, whose cash, points and remainder are accounts. */
import type { AccountKind } from "./chart.ts";
import type { CapPer } from "./plan.ts";
import type { Fen, Ppm, Price } from "./unit.ts";

/** An account 科目 with its balance in the unit of its kind. Only post() changes the balance. */
export class Account {
  readonly balance: bigint = 0n;
  /**
   * For whoever keeps the book in a database: the account's number there and its newest journal, 0 where
   * there is none yet. No rule reads them.
   */
  number = 0;
  newest = 0;
  constructor(
    readonly kind: AccountKind,
    /** The member, merchant or portion it belongs to; "" when the book has one such account. */
    readonly owner: string,
  ) {}

  /** Name in files and statements, such as "wallet:m1"; a named portion goes by its own name. */
  get name(): string {
    if (this.kind.per === "portion") return this.owner;
    return this.kind.per === null ? this.kind.name : `${this.kind.name}:${this.owner}`;
  }
}

/** The pool 积分池 at rest. Cash, points and remainder are the balances of its accounts. */
export interface Pool {
  readonly cash: Account;
  readonly remainder: Account;
  readonly issued: Account;
  /** Stands in for (cash, points) while no points are out (RULES section 4). */
  readonly last: Price;
  /** Whether it ever had points. */
  readonly opened: boolean;
  readonly closed: boolean;
  /** Opening sequence of the newest lot. */
  readonly lotSeq: number;
  /** Price at the start of an order whose exits are not all done yet; null when none is waiting. */
  readonly cascade: { readonly start: Price; readonly order: string } | null;
  readonly openingPrice: Fen;
  readonly exitLoad: Ppm;
  readonly maxStep: Ppm;
  readonly per: CapPer;
}
