/** The trial balance 试算平衡 of a cell out of its account rows. */
import { KIND } from "#engine";
import type { Queryable } from "#store";
import { balanceOf, type TrialBalance } from "../balance.ts";
import { numberOf } from "./account.ts";

/** An account that has a name of its own: those a book has once, and named portions. */
export interface NamedAccount {
  readonly account: string;
  readonly number: bigint;
  readonly unit: "fen" | "grains";
  readonly balance: bigint;
}

export interface TrialBalanceNow extends TrialBalance {
  readonly named: readonly NamedAccount[];
  /** Number of the newest journal it takes in; null where there is no such cell. */
  readonly seq: bigint | null;
}

const KINDS = Object.values(KIND);
const ONCE = KINDS.filter(({ per }) => per === null);
const CELL = 1n;

interface Row {
  readonly kind: bigint;
  readonly accounts: bigint;
  readonly credit: string;
  readonly debit: string;
  /** Balances of the named ones, by number. */
  readonly named: Readonly<Record<string, string>> | null;
  readonly seq: bigint;
}

/** All accounts of a cell by kind, both sides, and those with a name of their own; as of one moment. */
export async function trialBalanceOf(db: Queryable, cell: bigint): Promise<TrialBalanceNow> {
  const portion = numberOf(0n, KIND.portion);
  const { rows } = await db.query<Row>(
    `SELECT a.account_id % 16 AS kind, count(*) AS accounts,
       COALESCE(sum(a.balance) FILTER (WHERE a.balance > 0), 0)::text AS credit,
       COALESCE(sum(-a.balance) FILTER (WHERE a.balance < 0), 0)::text AS debit,
       jsonb_object_agg(a.account_id, a.balance::text)
         FILTER (WHERE a.account_id / 16 = $2 OR a.account_id % 16 = $3) AS named, max(p.seq) AS seq
     FROM account a JOIN pool p ON p.cell_id = a.cell_id WHERE a.cell_id = $1 GROUP BY 1`,
    [cell, CELL, portion],
  );
  const balance = balanceOf(
    rows.map(({ kind, accounts, credit, debit }) => {
      const { name, unit } = KINDS.find((one) => numberOf(0n, one) === kind) as (typeof KINDS)[number];
      return { kind: name, unit, accounts: Number(accounts), credit: BigInt(credit), debit: BigInt(debit) };
    }),
  );
  const balances = new Map(rows.flatMap(({ named }) => Object.entries(named ?? {})));
  const portions = await db.query<{ no: bigint; name: string }>(
    "SELECT no, name FROM portion WHERE cell_id = $1 ORDER BY no LIMIT 200",
    [cell],
  );
  const all = [
    ...ONCE.map((kind) => ({ account: kind.name, unit: kind.unit, number: numberOf(CELL, kind) })),
    ...portions.rows.map(({ no, name }) => ({
      account: `portion:${name}`,
      unit: "fen" as const,
      number: numberOf(no, KIND.portion),
    })),
  ];
  const named = all.map((one) => ({ ...one, balance: BigInt(balances.get(`${one.number}`) ?? 0) }));
  return { ...balance, named, seq: rows[0]?.seq ?? null };
}
