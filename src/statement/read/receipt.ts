/** The receipt 分账单 of a purchase out of its stored journal, and what its refunds took back. */
import type { Fen } from "#engine";
import { MemoryBook, type Purchase, readPlan, reopen } from "#engine";
import { type JournalRecord, type Queryable, settledId } from "#store";
import { type Receipt, receiptOf } from "../receipt.ts";
import { receiptText } from "../receipttext.ts";
import { type Lang, stepWord } from "../words.ts";
import { type PoolNow, poolNow } from "./pool.ts";
import { type PurchaseRow, purchaseOf } from "./purchases.ts";
import { Rebuilt } from "./rebuilt.ts";
import type { Reads } from "./span.ts";

/** One move that a refund made; fen, or grains where points were burned. */
export interface RefundLine {
  readonly step: string;
  readonly word: string;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

export interface RefundTaken {
  readonly seq: bigint;
  readonly order: string;
  readonly at: Date;
  /** What the payer got back. */
  readonly amount: Fen;
  readonly lines: readonly RefundLine[];
}

export interface PurchaseReceipt {
  readonly receipt: Receipt;
  /** The same as a plain text. */
  readonly text: string;
  /** What refunds took back, in their order, those while it waited included. */
  readonly refunds: readonly RefundTaken[];
}

interface Row {
  readonly id: string;
  readonly record: string;
  readonly asked: string | null;
}

/** The receipt of a purchase in one language; null where no purchase was booked under that id. */
export async function purchaseReceipt(
  db: Reads,
  cell: bigint,
  id: string,
  lang: Lang,
): Promise<PurchaseReceipt | null> {
  const bought = await purchaseOf(db, cell, id);
  const pool = await poolNow(db, cell);
  if (bought === null || pool === null) return null;
  const { rows } = await db.query<Row>(
    "SELECT id, record, asked FROM journal WHERE cell_id = $1 AND id = ANY($2::text[])",
    [cell, [id, settledId(id)]],
  );
  const paid = rows.find((row) => row.id === id);
  const settled = rows.find((row) => row.id !== id) ?? paid;
  if (paid === undefined || settled === undefined) return null;
  const receipt = await rebuild(db, cell, bought, pool, paid, settled);
  if (receipt === null) return null;
  const refunds = await refundsOf(db, cell, bought.refundSeqs, lang);
  return { receipt, text: receiptText(receipt, lang), refunds };
}

/** The journal read back into the objects of the engine, and its receipt as of now. */
async function rebuild(
  db: Queryable,
  cell: bigint,
  bought: PurchaseRow,
  pool: PoolNow,
  paid: Row,
  settled: Row,
): Promise<Receipt | null> {
  const first = JSON.parse(paid.record) as JournalRecord;
  const record = JSON.parse(settled.record) as JournalRecord;
  const { entry } = record;
  const named =
    entry.type === "purchased" ? entry.purchase.plan : entry.type === "pended" ? entry.plan : null;
  const plan = named === null ? null : await planOf(db, cell, named.name, named.version);
  if (plan === null) return null;
  const book = new BookNow(plan, pool);
  const rebuilt = new Rebuilt(book, plan, await storeOf(db, cell, bought.merchant));
  const waiting = first.entry.type === "pended" ? rebuilt.pending(first.entry) : null;
  if (waiting !== null) {
    const before = bought.settled === null ? bought.refunded : bought.amount - bought.settled;
    waiting.refunded = before;
  }
  const journal = rebuilt.journal(record, waiting);
  const asked = paid.asked === null ? {} : (JSON.parse(paid.asked) as { cost_fen?: number });
  if (journal.entry.type === "purchased") {
    book.stand(journal.entry.purchase, bought);
  }
  const cost = waiting === null ? (asked.cost_fen ?? null) : waiting.cost;
  return receiptOf(journal, book, cost === null ? null : BigInt(cost));
}

/** The book as far as a receipt reads it for "now": the pool, and the purchase as it stands. */
class BookNow extends MemoryBook {
  constructor(plan: Purchase["plan"], pool: PoolNow) {
    super(plan);
    reopen(this.pool.cash, pool.cash);
    reopen(this.pool.remainder, pool.remainder);
    reopen(this.pool.issued, -pool.points);
    this.state.last = pool.price;
    this.state.exitLoad = pool.exitLoad;
  }

  stand(purchase: Purchase, { left, sold, got, refunded, refunds, amount, settled }: PurchaseRow): void {
    const before = amount - (settled ?? amount);
    purchase.state = { left: left ?? 0n, sold, got, refunded: refunded - before, refunds };
    this.purchases.set(purchase.id, purchase);
  }
}

async function planOf(db: Queryable, cell: bigint, name: string, version: number) {
  const { rows } = await db.query<{ body: string }>(
    "SELECT body FROM plan WHERE cell_id = $1 AND name = $2 AND version = $3",
    [cell, name, version],
  );
  if (rows[0] === undefined) return null;
  const read = readPlan(JSON.parse(rows[0].body));
  return "plan" in read ? read.plan : null;
}

async function storeOf(db: Queryable, cell: bigint, id: string) {
  const { rows } = await db.query<{
    id: string;
    owner: string;
    region: string;
    take_ppm: bigint | null;
    recruiter: string | null;
    goods: boolean;
    feed: string;
  }>(
    `SELECT s.id, o.id AS owner, s.region, s.take_ppm, r.id AS recruiter, s.goods, s.feed FROM merchant s
     JOIN member o ON o.cell_id = s.cell_id AND o.no = s.owner_no
     LEFT JOIN member r ON r.cell_id = s.cell_id AND r.no = s.recruiter_no
     WHERE s.cell_id = $1 AND s.id = $2`,
    [cell, id],
  );
  if (rows[0] === undefined) throw new Error(`store ${id} of a purchase is not on the register`);
  return rows[0];
}

async function refundsOf(
  db: Queryable,
  cell: bigint,
  seqs: readonly bigint[],
  lang: Lang,
): Promise<RefundTaken[]> {
  const { rows } = await db.query<{ seq: bigint; at: Date; record: string }>(
    `SELECT seq, COALESCE(at, recorded_at) AS at, record FROM journal
     WHERE cell_id = $1 AND seq = ANY($2::bigint[]) ORDER BY seq`,
    [cell, seqs],
  );
  return rows.map(({ seq, at, record }) => {
    const { order, postings } = JSON.parse(record) as JournalRecord;
    const out = (key: "from" | "to") =>
      postings.reduce((all, one) => (one[key] === "outside" ? all + BigInt(one.amount) : all), 0n);
    const lines = postings.map(({ step, from, to, amount }) => ({
      step,
      word: stepWord(step, lang),
      from,
      to,
      amount: BigInt(amount),
    }));
    return { seq, order, at, amount: out("to") - out("from"), lines };
  });
}
