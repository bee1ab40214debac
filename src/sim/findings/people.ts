/** What each member and store came to, from the book at the end. */
import {
  type Fen,
  type Instant,
  jsonFen,
  type Member,
  type MemoryBook,
  type Merchant,
  MILLION,
  mulDivDown,
  type Price,
  rateDown,
  showInstant,
  showPoints,
} from "#engine";
import type { Columns, MemberRow, Standing, StoreRow } from "./findings.ts";

/** First purchase of a member: its number among all purchases, and time. */
export interface First {
  readonly purchase: number;
  readonly at: Instant | null;
}

/** A member as the findings see him; amounts still exact. */
export interface Person {
  readonly member: Member;
  readonly first: First | null;
  readonly purchases: number;
  readonly spent: Fen;
  readonly worth: Fen;
  readonly redeemable: Fen;
  readonly got: Fen;
  /** Shares of spend in ppm, towards zero; null where nothing is spent. */
  readonly soFar: number | null;
  readonly ifRedeemed: number | null;
}

interface Tally {
  purchases: number;
  spent: Fen;
}

/** Members with spend left after refunds: those a share can be taken of. */
export type Counted = Person & { readonly soFar: number; readonly ifRedeemed: number };
export const isCounted = (person: Person): person is Counted => person.soFar !== null;

/** Everybody, in the order of joining. Price: of the book now. */
export function peopleOf(book: MemoryBook, price: Price, firsts: ReadonlyMap<string, First>): Person[] {
  const tallies = tally(book, ({ member }) => member);
  const keeps = MILLION - book.pool.exitLoad;
  return [...book.members.values()].map((member) => {
    const { purchases, spent } = tallies.get(member) ?? { purchases: 0, spent: 0n };
    const worth = mulDivDown(member.points.balance, price.cash, price.points);
    const redeemable = rateDown(worth, keeps);
    const got = member.wallet.balance;
    const share = (part: Fen) => (spent > 0n ? Number((part * MILLION) / spent) : null);
    return {
      member,
      first: firsts.get(member.id) ?? null,
      purchases,
      spent,
      worth,
      redeemable,
      got,
      soFar: share(got),
      ifRedeemed: share(got + redeemable),
    };
  });
}

function tally<Key>(book: MemoryBook, keyOf: (of: { member: Member; merchant: Merchant }) => Key) {
  const tallies = new Map<Key, Tally>();
  for (const purchase of book.purchases.values()) {
    const key = keyOf(purchase);
    const known = tallies.get(key);
    const spent = purchase.amount - purchase.refunded;
    if (known === undefined) tallies.set(key, { purchases: 1, spent });
    else {
      known.purchases += 1;
      known.spent += spent;
    }
  }
  return tallies;
}

/** How times are written; null stays null. */
export type ShowTime = (at: Instant | null) => string | null;
export const timesIn =
  (zone: string): ShowTime =>
  (at) =>
    at === null ? null : showInstant(at, zone);

/** Cohort names come from outside: they depend on everybody's first purchase. */
export function rowOf(person: Person, cohort: string | null, time: ShowTime): MemberRow {
  const { member, first } = person;
  return {
    member: member.id,
    sponsor: member.sponsor?.id ?? null,
    first_purchase: first?.purchase ?? null,
    first_at: time(first?.at ?? null),
    cohort,
    purchases: person.purchases,
    spent_fen: jsonFen(person.spent),
    points: showPoints(member.points.balance),
    worth_fen: jsonFen(person.worth),
    redeemable_fen: jsonFen(person.redeemable),
    got_fen: jsonFen(person.got),
    commission_fen: jsonFen(member.commission.balance + member.frozen.balance),
    so_far_ppm: person.soFar,
    if_redeemed_ppm: person.ifRedeemed,
  };
}

export function storeRows(book: MemoryBook): StoreRow[] {
  const tallies = tally(book, ({ merchant }) => merchant);
  return [...book.merchants.values()].map((merchant) => {
    const { purchases, spent } = tallies.get(merchant) ?? { purchases: 0, spent: 0n };
    return {
      store: merchant.id,
      owner: merchant.owner.id,
      region: merchant.region,
      purchases,
      spent_fen: jsonFen(spent),
      payable_fen: jsonFen(merchant.payable.balance),
    };
  });
}

export const MEMBER_FIELDS: readonly (keyof MemberRow)[] = [
  "member",
  "sponsor",
  "first_purchase",
  "first_at",
  "cohort",
  "purchases",
  "spent_fen",
  "points",
  "worth_fen",
  "redeemable_fen",
  "got_fen",
  "commission_fen",
  "so_far_ppm",
  "if_redeemed_ppm",
];
export const STORE_FIELDS: readonly (keyof StoreRow)[] = [
  "store",
  "owner",
  "region",
  "purchases",
  "spent_fen",
  "payable_fen",
];

/** Rows by column, which keeps a million of them small. The fields are given because there may be no row. */
export function columns<Row>(fields: readonly (keyof Row)[], rows: Iterable<Row>): Columns<Row> {
  const table = {} as { [field in keyof Row]: Row[field][] };
  for (const field of fields) table[field] = [];
  for (const row of rows) for (const field of fields) table[field].push(row[field]);
  return table;
}

/**
 * The best, the median, the worst and the ones a tenth from either end, by what they have and could have
 * got.
 */
export function standingsOf(counted: readonly Counted[], row: (person: Person) => MemberRow): Standing[] {
  const sorted = counted.toSorted((a, b) => a.ifRedeemed - b.ifRedeemed);
  const places = [
    ["best", 1],
    ["p90", 0.9],
    ["median", 0.5],
    ["p10", 0.1],
    ["worst", 0],
  ] as const;
  return places.flatMap(([rank, q]) => {
    const person = sorted[nearestRank(sorted.length, q)];
    return person === undefined ? [] : [{ rank, row: row(person) }];
  });
}

/** Index of the q-quantile among n sorted values, by nearest rank. */
export function nearestRank(n: number, q: number): number {
  return Math.max(0, Math.ceil(n * q) - 1);
}
