/** A stretch of journals as the projector reads it: their records, and what they name out of the database. */
import type { EntryRecord, JournalRecord, Queryable } from "#store";
import type { PurchaseFacts } from "./tally.ts";

/** A journal as the projector reads it; `asked` of refunds only. */
export interface JournalText {
  readonly seq: bigint;
  readonly kind: string;
  /** Business time; that of booking where there is none. */
  readonly at: Date;
  readonly record: string;
  readonly asked: string | null;
}

export interface Read extends Omit<JournalText, "record"> {
  readonly record: JournalRecord;
  /** Id of the earlier purchase it is about; null where it is about none. */
  readonly about: string | null;
}

/** Who took a purchase, and the channel it was paid by; both null where an order alone booked it. */
export interface Taken {
  readonly taken_by: string | null;
  readonly channel: string | null;
}

export interface Stretch {
  readonly journals: readonly Read[];
  /** Purchases of earlier stretches that these journals change; those they book are added on the way. */
  readonly known: Map<string, PurchaseFacts>;
  /** The number of a member or merchant on the register. */
  readonly no: (per: "member" | "merchant", id: string) => bigint;
  readonly taken: (purchase: string) => Taken;
}

export async function readStretch(
  db: Queryable,
  cell: bigint,
  rows: readonly JournalText[],
): Promise<Stretch> {
  const journals = rows.map(({ record, ...row }): Read => {
    const parsed = JSON.parse(record) as JournalRecord;
    return { ...row, record: parsed, about: aboutOf(row, parsed.entry) };
  });
  return {
    journals,
    known: await knownPurchases(db, cell, journals),
    no: await partyNumbers(db, cell, journals),
    taken: await takers(db, cell, journals),
  };
}

function aboutOf({ kind, asked }: Omit<JournalText, "record">, entry: EntryRecord): string | null {
  if (entry.type === "pending_refunded" || entry.type === "thawed") return entry.purchase;
  if (entry.type === "purchased") return entry.pending ? entry.purchase.id : null;
  return kind === "refund" && asked !== null ? (JSON.parse(asked) as { purchase: string }).purchase : null;
}

async function knownPurchases(
  db: Queryable,
  cell: bigint,
  read: readonly Read[],
): Promise<Map<string, PurchaseFacts>> {
  const ids = [...new Set(read.flatMap(({ about }) => about ?? []))];
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<PurchaseFacts>(
    `SELECT v.* FROM journal j JOIN purchase_view v ON v.cell_id = j.cell_id AND v.seq = j.seq
     WHERE j.cell_id = $1 AND j.id = ANY($2::text[])`,
    [cell, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A member's account that lists or sums are kept of. */
const OF_MEMBER = /^(?:points|wallet|commission|commission_frozen):/;

/** The party of an account's key. */
export const ownerOf = (key: string) => key.slice(key.indexOf(":") + 1);

function partiesOf(read: readonly Read[]) {
  const members = new Set<string>();
  const merchants = new Set<string>();
  for (const { record } of read) {
    const { entry } = record;
    const bought = entry.type === "purchased" ? entry.purchase : entry.type === "pended" ? entry : null;
    if (bought !== null) {
      members.add(bought.member);
      merchants.add(bought.merchant);
    }
    if (entry.type === "joined" || entry.type === "sponsor_corrected") members.add(entry.member);
    if (entry.type === "purchased") {
      for (const id of [entry.purchase.level1, entry.purchase.level2]) if (id !== null) members.add(id);
    }
    for (const key of record.postings.flatMap(({ from, to }) => [from, to])) {
      if (OF_MEMBER.test(key)) members.add(ownerOf(key));
    }
  }
  return { members, merchants };
}

async function partyNumbers(db: Queryable, cell: bigint, read: readonly Read[]): Promise<Stretch["no"]> {
  const { members, merchants } = partiesOf(read);
  const { rows } = await db.query<{ per: string; id: string; no: bigint }>(
    `SELECT 'member' AS per, id, no FROM member WHERE cell_id = $1 AND id = ANY($2::text[])
     UNION ALL SELECT 'merchant', id, no FROM merchant WHERE cell_id = $1 AND id = ANY($3::text[])`,
    [cell, [...members], [...merchants]],
  );
  const numbers = new Map(rows.map(({ per, id, no }) => [`${per} ${id}`, no]));
  return (per, id) => {
    const number = numbers.get(`${per} ${id}`);
    if (number === undefined) throw new Error(`${per} ${id} of a journal is not on the register`);
    return number;
  };
}

/** The id of a purchase taken at a till names who took it; that of one paid by a channel, its payment. */
const [TILL, PAYMENT] = ["till:", "pay:"] as const;
const NOBODY: Taken = { taken_by: null, channel: null };

async function takers(db: Queryable, cell: bigint, read: readonly Read[]): Promise<Stretch["taken"]> {
  const payments = read.flatMap(({ record: { order } }) =>
    order.startsWith(PAYMENT) ? [order.slice(PAYMENT.length)] : [],
  );
  const { rows } =
    payments.length === 0
      ? { rows: [] }
      : await db.query<Taken & { order_id: string }>(
          `SELECT order_id, created_by AS taken_by, channel FROM payment
           WHERE cell_id = $1 AND payment_id = ANY($2::text[])`,
          [cell, payments],
        );
  const paid = new Map(rows.map(({ order_id, ...taken }) => [order_id, taken]));
  return (purchase) => {
    if (!purchase.startsWith(TILL)) return paid.get(purchase) ?? NOBODY;
    return { taken_by: purchase.slice(TILL.length, purchase.lastIndexOf(":")), channel: "till" };
  };
}
