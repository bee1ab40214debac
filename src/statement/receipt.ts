/**
 * The distribution receipt 分账单 of a purchase: each fen to whom and by which rate, each zero with its reason
 * (RULES section 2). Amounts are read from the postings of the journal; rates and reasons come from the plan
 * and from what the purchase found when it was settled.
 */
import type { Account, Book, Fen, Instant, Journal, Lot, Pending, Posting, Price, Purchase } from "#engine";
import {
  BrokenLaw,
  jsonFen,
  MILLION,
  rateDown,
  showInstant,
  showPercent,
  showPoints,
  showPrice,
} from "#engine";
import { type LineCode, type Note, partLines, type Reason, type Share } from "./parts.ts";

export type { LineCode, Note, Reason } from "./parts.ts";

/** A price as its two integers and as it is shown. */
export interface PriceFacts {
  readonly cash_fen: number;
  readonly points: string;
  readonly shown: string;
}

export interface ReceiptLine {
  readonly code: LineCode;
  /** Account that got it, by name; null where nobody did. */
  readonly to: string | null;
  /** The account's kind, and whose it is; owner null where the book has one such account. */
  readonly kind: string | null;
  readonly owner: string | null;
  /** The rate applied, a percent string; null where the line is a rest or a given amount. */
  readonly rate: string | null;
  /** What the rate was applied to; null where there is no rate. */
  readonly base_fen: number | null;
  readonly amount_fen: number;
  /** Why the amount is zero; null where it is not. */
  readonly reason: Reason | null;
  readonly notes: readonly Note[];
}

/** What the purchase did to the pool and to its buyer. */
export interface ReceiptPoints {
  readonly issued: string;
  /** Why none were issued; null where some were. */
  readonly reason: Reason | null;
  readonly price_before: PriceFacts;
  readonly price_after: PriceFacts;
  /** The lot they went to; null where there are none. */
  readonly lot: {
    readonly seq: number;
    /** What this purchase added to the lot's cap. */
    readonly cap_added_fen: number;
    readonly cap_fen: number;
    readonly points: string;
    /** The price at which the lot must leave. */
    readonly trigger: PriceFacts;
  } | null;
  /** Forced exits in the same journal, of any member. */
  readonly exits: number;
}

/** What the purchase's points would bring at this moment. A fact of the book as it stands, not a promise. */
export interface ReceiptNow {
  readonly points_left: string;
  readonly points_sold: string;
  /** What the sold ones brought. */
  readonly got_fen: number;
  readonly price: PriceFacts;
  readonly worth_fen: number;
  readonly exit_load: string;
  readonly receive_fen: number;
  readonly refunded_fen: number;
}

interface Head {
  readonly purchase: string;
  readonly at: string | null;
  readonly member: string;
  readonly merchant: string;
  readonly plan: { readonly name: string; readonly version: number };
  /** What the buyer paid. */
  readonly paid_fen: number;
  /** A receipt states what was booked; it promises nothing. */
  readonly notice: "statement_not_promise";
}

/** Paid and waiting for its refund window to close: nothing has been split yet. */
export interface PendingReceipt extends Head {
  readonly status: "pending";
  readonly settles: string;
  readonly refunded_fen: number;
}

export interface SettledReceipt extends Head {
  readonly status: "settled";
  /** What went back while it was pending. */
  readonly refunded_before_fen: number;
  /** What was split: paid less what went back before. The lines sum to it. */
  readonly amount_fen: number;
  readonly take: string;
  /** Who became the buyer's sponsor by this purchase; null where nobody did. */
  readonly locked_to: string | null;
  readonly lines: readonly ReceiptLine[];
  /** What became of the pool portion: minting, unminted and aside sum to it. The step limit stands beside. */
  readonly pool: readonly ReceiptLine[];
  readonly points: ReceiptPoints;
  readonly now: ReceiptNow;
}

export type Receipt = PendingReceipt | SettledReceipt;

/** What of a journal a receipt is made of: one that was read back from its record serves as well. */
export type Booked = Omit<Journal, "lots" | "purchases"> & {
  readonly lots: { get(lot: Lot): Lot["state"] | undefined };
};

/**
 * The receipt of a purchase from the journal that booked it. `book` is read for "now" only: give it as it is.
 * `cost` is what the order gave as the cost of its goods, null where it gave none. Left out, a due at a store
 * of goods that does not follow from the take is taken for a cost. Null for a journal that is no purchase.
 * Throws BrokenLaw where the lines do not sum to the amount.
 */
export function receiptOf(journal: Booked, book: Book, cost?: Fen | null): Receipt | null {
  const { entry } = journal;
  if (entry.type === "pended") return pendingReceipt(journal, entry.pending);
  if (entry.type !== "purchased") return null;
  const { purchase, pending, locked } = entry;
  const payer = pending === null ? book.outside : book.pending;
  const split = journal.postings.filter((posting) => posting.from === payer);
  const costGiven = cost === undefined ? seemsGiven(purchase, pending) : cost !== null;
  const shares = partLines(split, purchase, book, { lockedNow: locked !== null, costGiven });
  const poolIn = amountOf(split, "subscribe") + amountOf(split, "aside");
  const lines = shares.map(lineOf);
  const whole = shares.reduce((sum, share) => sum + share.amount, 0n);
  const paid = split.reduce((sum, posting) => sum + posting.amount, 0n);
  if (whole !== purchase.amount || paid !== purchase.amount) {
    throw new BrokenLaw(
      "receipt_sum",
      `${purchase.id}: lines ${whole}, postings ${paid} of ${purchase.amount}`,
    );
  }
  return {
    ...head(journal, pending ?? purchase),
    status: "settled",
    refunded_before_fen: jsonFen(pending === null ? 0n : pending.refunded),
    amount_fen: jsonFen(purchase.amount),
    take: showPercent(purchase.merchant.take ?? purchase.plan.take),
    locked_to: locked?.id ?? null,
    lines,
    pool: poolLines(journal, split, purchase, poolIn, book).map(lineOf),
    points: pointsFacts(journal, purchase, poolIn),
    now: nowFacts(book, book.purchase(purchase.id) as Purchase),
  };
}

/** At a store of goods, a due that does not follow from the take is a cost. */
function seemsGiven({ merchant, amount, due, plan }: Purchase, pending: Pending | null): boolean {
  if (pending !== null) return pending.cost !== null;
  return merchant.goods && due !== amount - rateDown(amount, merchant.take ?? plan.take);
}

function head(journal: Booked, bought: Purchase | Pending): Head {
  const { plan } = bought;
  return {
    purchase: bought.id,
    at: time(journal.at),
    member: bought.member.id,
    merchant: bought.merchant.id,
    plan: { name: plan.name, version: plan.version },
    paid_fen: jsonFen(bought.amount),
    notice: "statement_not_promise",
  };
}

function pendingReceipt(journal: Booked, pending: Pending): PendingReceipt {
  const refunded_fen = jsonFen(pending.refunded);
  return { ...head(journal, pending), status: "pending", settles: pending.settlesText, refunded_fen };
}

const time = (at: Instant | null) => (at === null ? null : showInstant(at, "Z"));

function amountOf(postings: readonly Posting[], code: string): bigint {
  return postings.reduce((sum, { step, amount }) => (step.code === code ? sum + amount : sum), 0n);
}

function lineOf(share: Share): ReceiptLine {
  const { code, to, rate, base, amount, reason, notes } = share;
  return {
    code,
    to: to?.name ?? null,
    kind: to?.kind.name ?? null,
    owner: to === null || to.kind.per === null ? null : to.owner,
    rate: rate === null ? null : showPercent(rate),
    base_fen: base === null ? null : jsonFen(base),
    amount_fen: jsonFen(amount),
    reason,
    notes,
  };
}

/** The pool portion followed on: what minted, what lifts the price, what stands aside; and the step limit. */
function poolLines(
  journal: Booked,
  split: readonly Posting[],
  bought: Purchase,
  poolIn: Fen,
  book: Book,
): Share[] {
  const { pool } = book;
  const entered = amountOf(split, "subscribe");
  const aside = amountOf(split, "aside");
  const issued = amountOf(journal.postings, "issue");
  const { mint } = bought.plan.pool;
  const minting = issued > 0n ? rateDown(poolIn, mint) : 0n;
  const unminted = entered - minting;
  const limited = amountOf(journal.postings, "step_limit");
  const nothing: Reason = poolIn === 0n ? "nothing_left" : "rounds_to_zero";
  const line = (code: LineCode, to: Account, amount: Fen, reason: Reason, notes: Note[] = []): Share => {
    const zero = amount === 0n;
    return {
      code,
      to,
      rate: null,
      base: null,
      amount,
      reason: zero ? reason : null,
      notes: zero ? [] : notes,
    };
  };
  const asideNote: Note = issued === 0n ? "no_points" : "pool_was_empty";
  return [
    { ...line("minting", pool.cash, minting, nothing), rate: mint, base: poolIn },
    line("unminted", pool.cash, unminted, aside > 0n ? "goes_aside" : nothing, ["lifts_price"]),
    line("aside", pool.remainder, aside, poolIn === 0n ? "nothing_left" : "pool_took_all", [asideNote]),
    line("step_limit", pool.remainder, limited, "within_limit", ["step_limited"]),
  ];
}

function pointsFacts(journal: Booked, bought: Purchase, poolIn: Fen): ReceiptPoints {
  const issued = amountOf(journal.postings, "issue");
  const { lot } = bought;
  const state = lot === null ? undefined : journal.lots.get(lot);
  const after: Price = journal.points > 0n ? { cash: journal.cash, points: journal.points } : journal.last;
  return {
    issued: showPoints(issued),
    reason: issued > 0n ? null : poolIn === 0n ? "nothing_left" : "rounds_to_zero",
    price_before: priceFacts(journal.start),
    price_after: priceFacts(after),
    lot:
      lot === null || state === undefined
        ? null
        : {
            seq: lot.seq,
            cap_added_fen: jsonFen(bought.cap),
            cap_fen: jsonFen(state.cap0),
            points: showPoints(state.points),
            trigger: priceFacts({ cash: state.cap0, points: state.points0 }),
          },
    exits: journal.exits.length,
  };
}

function nowFacts(book: Book, bought: Purchase): ReceiptNow {
  const { pool } = book;
  const out = -pool.issued.balance;
  const price: Price = out > 0n ? { cash: pool.cash.balance, points: out } : pool.last;
  const worth = (bought.left * price.cash) / price.points;
  return {
    points_left: showPoints(bought.left),
    points_sold: showPoints(bought.sold),
    got_fen: jsonFen(bought.got),
    price: priceFacts(price),
    worth_fen: jsonFen(worth),
    exit_load: showPercent(pool.exitLoad),
    receive_fen: jsonFen(rateDown(worth, MILLION - pool.exitLoad)),
    refunded_fen: jsonFen(bought.refunded),
  };
}

function priceFacts(price: Price): PriceFacts {
  return { cash_fen: jsonFen(price.cash), points: showPoints(price.points), shown: showPrice(price) };
}
