/**
 * Journals gone through again: each order is decided anew on the book that the journals before it made, and
 * must come to the same record to the byte. The budget of exits is read off the records: where one was cut,
 * the next must carry on at the same place, so that the check does not hang on a setting of the desk.
 */
import {
  canonical,
  carryOn,
  decide,
  type Instant,
  type Journal,
  nextDue,
  type Order,
  type Pending,
  type Plan,
  type Purchase,
  parseInstant,
  readOrder,
  Sequence,
  type Withdrawal,
} from "#engine";
import type { CellClock } from "./cells.ts";
import { genesis, nextHead } from "./chain.ts";
import type { JournalRecord } from "./record.ts";
import { recordText } from "./recordtext.ts";
import { ResidentBook } from "./resident.ts";
import type { Findings } from "./verifyfinding.ts";

/** A journal as it is kept, in the database or in a file. */
export interface Kept {
  readonly seq: number;
  /** Id of the order; null where time brought it. */
  readonly id: string | null;
  readonly asked: string | null;
  readonly record: string;
  readonly head: Buffer;
}

/** A book that has everything at hand and lets go of nothing. */
export class WholeBook extends ResidentBook {
  override purchase(id: string): Purchase | Pending | undefined {
    return this.purchases.get(id);
  }

  override withdrawal(id: string): Withdrawal | undefined {
    return this.withdrawals.get(id);
  }
}

const NOTATION = "+08:00";
const UNCUT = '"pool":{"cascade":null,';
const AT = /^\{"at":(?:null|"([^"]*)"),/;

/** The record as JSON; null where it is none. */
function parsed(record: string): JournalRecord | null {
  try {
    return JSON.parse(record) as JournalRecord;
  } catch {
    return null;
  }
}

const atOf = (record: string): Instant | null => parseInstant(AT.exec(record)?.[1]);

/** After how many exits a record was cut; no limit where it was not. */
function cutOf(record: string): number {
  if (record.includes(UNCUT)) return Number.POSITIVE_INFINITY;
  const exits = parsed(record)?.exits;
  return Array.isArray(exits)
    ? exits.filter(({ reason }) => reason === "cap").length
    : Number.POSITIVE_INFINITY;
}

export class Recheck {
  readonly book: WholeBook;
  /** Purchases asked for and booked, whether they wait or have settled. */
  purchases = 0;
  private readonly sequence: Sequence;
  /** Ids of orders that are no purchases; those the book knows. */
  private readonly ids = new Set<string>();
  /** The head that the next journal is chained to; a second one after a link that did not hold. */
  private heads: readonly Buffer[];

  constructor(
    plan: Plan,
    readonly clock: CellClock,
    readonly findings: Findings,
  ) {
    this.book = new WholeBook(plan);
    this.sequence = new Sequence(this.book, [plan], Number.POSITIVE_INFINITY, clock === "live");
    this.heads = [genesis(plan)];
  }

  /** The head of the chain as the records give it. */
  get head(): Buffer {
    return this.heads[0] as Buffer;
  }

  /** Checks the next journal and applies what it should have been; null where nothing can be applied. */
  take(row: Kept): Journal | null {
    const { book, findings } = this;
    const where = `journal ${row.seq}`;
    if (row.seq !== book.seq + 1) findings.add("gap", where, book.seq + 1, row.seq);
    book.seq = row.seq;
    this.link(row, where);
    try {
      const journal = row.asked === null ? this.brought(row, where) : this.ordered(row, row.asked, where);
      if (journal === null) return null;
      this.apply(journal);
      const text = recordText(journal);
      if (text !== row.record) findings.add("record", where, text, row.record);
      return journal;
    } catch (error) {
      findings.add("failed", where, "", error instanceof Error ? error.message : error);
      return null;
    }
  }

  private link({ record, head }: Kept, where: string): void {
    const computed = this.heads.map((before) => nextHead(before, record));
    if (computed.some((each) => each.equals(head))) {
      this.heads = [head];
      return;
    }
    const [expected] = computed as [Buffer];
    this.findings.add("chain", where, expected.toString("hex"), head.toString("hex"));
    // Either the head or the record is not what it was: the next link holds with one of the two.
    this.heads = [expected, head];
  }

  private apply(journal: Journal): void {
    this.sequence.apply(journal);
    this.book.note(journal, this.book.seq);
    if (journal.kind === "purchase") this.purchases += 1;
  }

  /** What time has brought: exits carried on, a settlement, a thaw. */
  private brought({ record }: Kept, where: string): Journal | null {
    const { book } = this;
    const at = atOf(record);
    const cut = cutOf(record);
    if (at !== null) this.settleOwed(null, where);
    const journal = at === null ? carryOn(book, cut) : nextDue(book, at, cut);
    if (journal === null) this.findings.add("due", where, "", record);
    return journal;
  }

  private ordered(row: Kept, asked: string, where: string): Journal | null {
    const { book, findings, ids } = this;
    const json: unknown = JSON.parse(asked);
    if (canonical(json) !== asked) findings.add("asked", where, canonical(json), asked);
    const read = readOrder(json);
    if ("malformed" in read) {
      findings.add("asked", where, read.malformed, asked);
      return null;
    }
    const { id, kind } = read;
    if (id !== row.id) findings.add("id", where, id, row.id);
    if (ids.has(id) || book.purchases.has(id)) {
      findings.add("id", where, "", id);
      return null;
    }
    if (kind !== "purchase") ids.add(id);
    const order = this.placed(read, row.record);
    this.settleOwed(order.at, where);
    const { at } = order;
    if (at !== null && (book.clock === null || at >= book.clock)) book.passTo(at);
    const decision = decide(book, order, cutOf(row.record));
    if (!("refused" in decision)) return decision;
    findings.add("refused", where, decision.refused, row.record);
    return null;
  }

  /**
   * The order in time as it was booked: its own where it has one, else the one its record has. That may be
   * later than the book's: a refused order lets time pass and leaves no journal.
   */
  private placed(order: Order, record: string): Order {
    const { waits, freezes, book } = this.sequence;
    const isLive = this.clock === "live";
    if (!isLive && !waits && !freezes)
      return order.at === null ? order : { ...order, at: null, atText: null };
    if (order.at !== null) return order;
    const at = atOf(record) ?? book.clock;
    return { ...order, at, atText: at === null ? null : isLive ? NOTATION : notationOf(record) };
  }

  /** Everything that should have stood before: found missing, and applied, so that the rest compares. */
  private settleOwed(until: Instant | null, where: string): void {
    const { book } = this;
    const owed = () => {
      if (book.pool.cascade !== null) return carryOn(book, Number.POSITIVE_INFINITY);
      return until === null ? null : nextDue(book, until);
    };
    for (let journal = owed(); journal !== null; journal = owed()) {
      this.findings.add("due", where, recordText(journal), "");
      this.apply(journal);
    }
  }
}

/** In which notation a purchase that took its time from the order before says when it settles. */
function notationOf(record: string): string {
  if (!record.includes('"type":"pended"')) return "Z";
  const entry = parsed(record)?.entry;
  return entry?.type === "pended" ? String(entry.settles_text) : "Z";
}
