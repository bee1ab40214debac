/**
 * What the resident book lets go of, watched from outside: a test of letting go that never met the rare
 * case is none.
 */
import type { Journal, Lot, Pending, Purchase } from "#engine";
import { ResidentBook } from "#store";

type Loose = Parameters<ResidentBook["touch"]>[0];
type Inside = { cool(this: ResidentBook, lot: Lot): void };

/** The marks, and how often each was reached. */
export const MARKS = [
  "lot let go",
  "trace of a lot that had been let go brought back",
  "trace of a lot bought into since it was let go brought back",
  "lot let go while a later group has to do with its purchase",
  "refund of a purchase whose lot had been let go",
  "refund of a purchase in a lot that is closed",
  "second refund of a purchase in the next group",
  "lot closed, and another opened for its member in one group",
  "pending purchase refunded wholly, and asked for again",
  "thaw after a refund",
  "thaw of a purchase whose lot had been let go",
  "settlement after a refund while it waited",
  "exits cut off and carried on",
  "book loaded with purchases waiting",
  "book loaded with commissions frozen",
  "book loaded in the midst of exits",
] as const;
export type Mark = (typeof MARKS)[number];

export class Watch {
  readonly counts = new Map<Mark, number>();
  private readonly gone = new WeakSet<Lot>();
  private readonly partly = new WeakSet<Lot>();
  private readonly refundedIn = new Map<string, number>();
  private readonly original = {
    touch: ResidentBook.prototype.touch,
    reopen: ResidentBook.prototype.reopen,
    note: ResidentBook.prototype.note,
    letGo: ResidentBook.prototype.letGo,
    cool: (ResidentBook.prototype as unknown as Inside).cool,
  };
  private group = 0;
  private letting = 0;
  private closed = new Map<string, number>();

  /** Looks over the shoulder of every book of this process from now on. */
  start(): void {
    const watch = this;
    const { touch, reopen, note, letGo, cool } = this.original;
    const prototype = ResidentBook.prototype;
    prototype.touch = function (entry, group) {
      watch.touched(entry, group);
      touch.call(this, entry, group);
    };
    prototype.reopen = function (facts) {
      reopen.call(this, facts);
      watch.loaded(this);
    };
    prototype.letGo = function (entries, group) {
      watch.letting = group;
      letGo.call(this, entries, group);
    };
    prototype.note = function (journal, seq) {
      watch.noted(this, journal);
      note.call(this, journal, seq);
    };
    (prototype as unknown as Inside).cool = function (this: ResidentBook, lot: Lot) {
      watch.cooled(this, lot);
      cool.call(this, lot);
    };
  }

  stop(): void {
    Object.assign(ResidentBook.prototype, this.original);
  }

  reached(mark: Mark): void {
    this.counts.set(mark, (this.counts.get(mark) ?? 0) + 1);
  }

  private touched(entry: Loose, group: number): void {
    if (group !== this.group) this.group = group;
    if ("settles" in entry && entry.timed === null && entry.refunded === entry.amount)
      this.reached("pending purchase refunded wholly, and asked for again");
    if (!("cold" in entry)) return;
    if (entry.cold && entry.newest !== null) this.partly.add(entry);
    if (entry.cold || !this.gone.has(entry)) return;
    this.gone.delete(entry);
    this.reached("trace of a lot that had been let go brought back");
    if (this.partly.delete(entry))
      this.reached("trace of a lot bought into since it was let go brought back");
  }

  private loaded(book: ResidentBook): void {
    if (book.waiting > 0) this.reached("book loaded with purchases waiting");
    if (book.outstanding.size > book.waiting) this.reached("book loaded with commissions frozen");
    if (book.pool.cascade !== null) this.reached("book loaded in the midst of exits");
    for (const lot of book.lots.all()) this.gone.add(lot);
  }

  private cooled(book: ResidentBook, lot: Lot): void {
    if (lot.slot < 0) return;
    this.reached("lot let go");
    this.gone.add(lot);
    const touches = (book as unknown as { touches: Map<Loose, number> }).touches;
    const own = (each: Purchase | Pending) =>
      "lot" in each && each.lot === lot && (touches.get(each) ?? 0) > this.letting;
    if ([...book.purchases.values()].some(own))
      this.reached("lot let go while a later group has to do with its purchase");
  }

  private noted(book: ResidentBook, journal: Journal): void {
    const { entry, kind } = journal;
    if (kind === "exits") this.reached("exits cut off and carried on");
    for (const [lot, { points }] of journal.lots) {
      const key = lot.member.id;
      if (points === 0n) this.closed.set(key, this.group);
      else if (
        entry.type === "purchased" &&
        entry.purchase.lot === lot &&
        this.closed.get(key) === this.group
      )
        this.reached("lot closed, and another opened for its member in one group");
    }
    if (kind === "refund") this.refunded(book, journal);
    if (entry.type === "thawed") {
      const { refunds, lot } = entry.purchase;
      if (refunds > 0) this.reached("thaw after a refund");
      if (lot !== null && this.gone.has(lot)) this.reached("thaw of a purchase whose lot had been let go");
    }
    if (entry.type === "purchased" && (entry.pending?.refunds ?? 0) > 0)
      this.reached("settlement after a refund while it waited");
  }

  private refunded(_book: ResidentBook, journal: Journal): void {
    for (const [purchase] of journal.purchases) {
      const { lot, id } = purchase;
      if (lot !== null && lot.slot >= 0 && this.gone.has(lot) && lot.cold)
        this.reached("refund of a purchase whose lot had been let go");
      if (purchase.points > 0n && (lot === null || lot.slot < 0))
        this.reached("refund of a purchase in a lot that is closed");
      if (this.refundedIn.get(id) === this.group - 1)
        this.reached("second refund of a purchase in the next group");
      this.refundedIn.set(id, this.group);
    }
  }
}
