/**
 * Numbers of parties and accounts. Members, merchants and named portions of a cell take party numbers from
 * one counter; the cell itself is party 1. An account's number is that of its party times 16 plus its
 * kind.
 */
import { type AccountKind, KIND } from "#engine";

/** The party whose accounts the book has once: pool, operator, outside … */
export const CELL_PARTY = 1;
const KINDS = 16;

const kindIndex = (kind: AccountKind) => 31 - Math.clz32(kind.bit);

const KIND_AT: ReadonlyMap<number, AccountKind> = new Map(
  Object.values(KIND).map((kind) => [kindIndex(kind), kind]),
);

/** The number of a party's account of a kind. */
export function accountNumber(party: number, kind: AccountKind): number {
  return party * KINDS + kindIndex(kind);
}

/** The party an account number belongs to. */
export function partyOf(number: number): number {
  return Math.floor(number / KINDS);
}

/** The kind of account a number names. */
export function kindOf(number: number): AccountKind {
  const kind = KIND_AT.get(number % KINDS);
  if (kind === undefined) throw new RangeError(`${number} is no account number`);
  return kind;
}
