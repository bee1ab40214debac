/** The result of a replay as JSON (RULES section 7). */
import type { Account } from "./book.ts";
import type { Exit } from "./draft.ts";
import { priceOf } from "./invariant.ts";
import { BrokenLaw } from "./post.ts";
import type { Listed, Replay } from "./replay.ts";
import { type Fen, showPoints, showPrice } from "./unit.ts";

export interface MemberResult {
  readonly points: string;
  readonly wallet_fen: number;
  readonly commission_fen: number;
  readonly commission_frozen_fen?: number;
  readonly sponsor: string | null;
}

export interface ReplayResult {
  readonly pool: {
    readonly cash_fen: number;
    readonly points: string;
    readonly price: string;
    readonly remainder_fen: number;
  };
  readonly operator_fen: number;
  readonly unclaimed_fen: number;
  readonly merchants: Readonly<Record<string, { readonly payable_fen: number }>>;
  readonly members: Readonly<Record<string, MemberResult>>;
  readonly exits: readonly {
    readonly order: string;
    readonly member: string;
    readonly points: string;
    readonly worth_fen: number;
    readonly proceeds_fen: number;
  }[];
  readonly refused: readonly Listed[];
  readonly pending?: readonly { readonly id: string; readonly due: string }[];
}

/** Fen as a JSON number; throws rather than lose a fen beyond 2^53 − 1. */
export function jsonFen(fen: Fen): number {
  const number = Number(fen);
  if (!Number.isSafeInteger(number))
    throw new BrokenLaw("safe_range", `${fen} fen cannot be written in JSON`);
  return number;
}

const balance = (account: Account) => jsonFen(account.balance);

/** What a result is made of: a replay is such a thing. */
export interface Played extends Pick<Replay, "book" | "refused" | "waits" | "freezes"> {
  readonly exits: readonly (Pick<Exit, "order" | "points" | "worth" | "proceeds"> & {
    readonly member: { readonly id: string };
  })[];
}

/** Everything in the book now, and what has been refused on the way. */
export function resultOf(replay: Played): ReplayResult {
  const { book } = replay;
  const { pool } = book;
  const out = -pool.issued.balance;
  const frozenShown = replay.freezes;
  return {
    pool: {
      cash_fen: balance(pool.cash),
      points: showPoints(out),
      price: showPrice(priceOf(book)),
      remainder_fen: balance(pool.remainder),
    },
    operator_fen: balance(book.operator),
    unclaimed_fen: balance(book.unclaimed),
    merchants: record(book.merchants, ({ payable }) => ({ payable_fen: balance(payable) })),
    members: record(book.members, ({ points, wallet, commission, frozen, sponsor }) => ({
      points: showPoints(points.balance),
      wallet_fen: balance(wallet),
      commission_fen: jsonFen(commission.balance + frozen.balance),
      ...(frozenShown ? { commission_frozen_fen: balance(frozen) } : {}),
      sponsor: sponsor?.id ?? null,
    })),
    exits: replay.exits.map(({ order, member, points, worth, proceeds }) => ({
      order,
      member: member.id,
      points: showPoints(points),
      worth_fen: jsonFen(worth),
      proceeds_fen: jsonFen(proceeds),
    })),
    refused: replay.refused,
    ...(!replay.waits
      ? {}
      : { pending: [...book.pendings()].map(({ id, settlesText }) => ({ id, due: settlesText })) }),
  };
}

/** A plain object of a map, keys such as "__proto__" included. */
function record<T, R>(map: ReadonlyMap<string, T>, show: (value: T) => R): Record<string, R> {
  return Object.fromEntries([...map].map(([id, value]) => [id, show(value)]));
}
