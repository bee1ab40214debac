/** What a stretch of journals adds to the views. Sums are added to what stands there; purchases are whole. */

/** A row of `purchase_view`; what its settlement found out is null while it waits. */
export interface PurchaseFacts {
  readonly seq: bigint;
  readonly id: string;
  readonly member_no: bigint;
  readonly merchant_no: bigint;
  readonly at: Date;
  state: "pending" | "settled" | "refunded";
  readonly amount: bigint;
  refunded: bigint;
  refunds: bigint;
  refund_seqs: bigint[];
  readonly settles: string | Date | null;
  settled_seq: bigint | null;
  settled: bigint | null;
  due: bigint | null;
  points: bigint | null;
  lot_seq: bigint | null;
  level1_no: bigint | null;
  level2_no: bigint | null;
  readonly taken_by: string | null;
  readonly channel: string | null;
}

/** A row of `refund_view`. */
export interface RefundFacts {
  readonly seq: bigint;
  readonly id: string;
  readonly purchase_seq: bigint;
  readonly member_no: bigint;
  readonly merchant_no: bigint;
  readonly at: Date;
  readonly amount: bigint;
}

const storeSums = () => ({
  purchases: 0n,
  paid: 0n,
  refunds: 0n,
  refunded: 0n,
  settled: 0n,
  due: 0n,
  settled_back: 0n,
  due_back: 0n,
  shortfall: 0n,
  commissions: 0n,
  points: 0n,
  locked: 0n,
});

const memberSums = () => ({
  purchases: 0n,
  paid: 0n,
  refunded: 0n,
  proceeds: 0n,
  commissions: 0n,
  first_at: null as Date | null,
  last_at: null as Date | null,
  joined_at: null as Date | null,
  points: 0n,
  wallet: 0n,
  commission: 0n,
  frozen: 0n,
});

const uplineSums = () => ({ spend1: 0n, earned1: 0n, spend2: 0n, earned2: 0n });

const daySums = () => ({
  journals: 0n,
  first_seq: 0n,
  last_seq: 0n,
  joined: 0n,
  purchases: 0n,
  paid: 0n,
  refunds: 0n,
  refunded: 0n,
  redemptions: 0n,
  redeemed: 0n,
  exits: 0n,
  exit_proceeds: 0n,
  commissions: 0n,
  issued: 0n,
  // Not sums: the pool after the last journal.
  cash: "0",
  points: "0",
  remainder: "0",
});

/** Sums by a key of several parts. */
export class Sums<Key extends readonly (bigint | string)[], Row> {
  private readonly byText = new Map<string, { readonly key: Key; readonly row: Row }>();

  constructor(private readonly fresh: () => Row) {}

  at(...key: Key): Row {
    const text = key.join(" ");
    let found = this.byText.get(text);
    if (found === undefined) {
      found = { key, row: this.fresh() };
      this.byText.set(text, found);
    }
    return found.row;
  }

  /** All rows in the order of their keys, so that whoever writes them takes them in the same order. */
  all(): { readonly key: Key; readonly row: Row }[] {
    return [...this.byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  }
}

export class Tally {
  readonly bought: PurchaseFacts[] = [];
  readonly changed = new Set<PurchaseFacts>();
  readonly refunds: RefundFacts[] = [];
  /** The store that locked a member; null where that lock was put right. */
  readonly locks = new Map<bigint, bigint | null>();
  readonly stores = new Sums<[merchant: bigint, day: string], ReturnType<typeof storeSums>>(storeSums);
  readonly members = new Sums<[member: bigint], ReturnType<typeof memberSums>>(memberSums);
  readonly uplines = new Sums<[member: bigint, merchant: bigint, day: string], ReturnType<typeof uplineSums>>(
    uplineSums,
  );
  readonly days = new Sums<[day: string], ReturnType<typeof daySums>>(daySums);
}
