/** Accounts by their keys, such as "wallet:m1", "payable:s1" or "pool", and by their numbers. */
import { type AccountKind, KIND } from "#engine";
import { accountNumber, CELL_PARTY, kindOf, partyOf, type Queryable } from "#store";

export interface AccountFound {
  readonly number: bigint;
  readonly key: string;
  readonly kind: AccountKind;
}

const BY_NAME: ReadonlyMap<string, AccountKind> = new Map(
  Object.values(KIND).map((kind) => [kind.name, kind]),
);

type Per = NonNullable<AccountKind["per"]>;

const PARTY_BY_ID: Readonly<Record<Per, string>> = {
  member: "SELECT no FROM member WHERE cell_id = $1 AND id = $2",
  merchant: "SELECT no FROM merchant WHERE cell_id = $1 AND id = $2",
  portion: "SELECT no FROM portion WHERE cell_id = $1 AND name = $2",
};

const PARTY_BY_NO: Readonly<Record<Per, string>> = {
  member: "SELECT id FROM member WHERE cell_id = $1 AND no = $2",
  merchant: "SELECT id FROM merchant WHERE cell_id = $1 AND no = $2",
  portion: "SELECT name AS id FROM portion WHERE cell_id = $1 AND no = $2",
};

/** The number of a member, merchant or named portion; null where there is none of that id. */
export async function partyNo(db: Queryable, cell: bigint, per: Per, id: string): Promise<bigint | null> {
  const { rows } = await db.query<{ no: bigint }>(PARTY_BY_ID[per], [cell, id]);
  return rows[0]?.no ?? null;
}

/** The number of the account of a kind that a party has. */
export function numberOf(party: bigint, kind: AccountKind): bigint {
  return BigInt(accountNumber(Number(party), kind));
}

/** The account a key or a number names; null where there is no such account, or no such owner. */
export async function findAccount(
  db: Queryable,
  cell: bigint,
  account: string | bigint,
): Promise<AccountFound | null> {
  return typeof account === "string" ? await byKey(db, cell, account) : await byNumber(db, cell, account);
}

async function byKey(db: Queryable, cell: bigint, key: string): Promise<AccountFound | null> {
  const colon = key.indexOf(":");
  const kind = BY_NAME.get(colon < 0 ? key : key.slice(0, colon));
  if (kind === undefined || (kind.per === null) !== colon < 0) return null;
  if (kind.per === null) return { number: numberOf(BigInt(CELL_PARTY), kind), key, kind };
  const party = await partyNo(db, cell, kind.per, key.slice(colon + 1));
  return party === null ? null : { number: numberOf(party, kind), key, kind };
}

async function byNumber(db: Queryable, cell: bigint, number: bigint): Promise<AccountFound | null> {
  if (number < 16n || number > BigInt(Number.MAX_SAFE_INTEGER) || number % 16n > 13n) return null;
  const kind = kindOf(Number(number));
  const party = partyOf(Number(number));
  if (kind.per === null) return party === CELL_PARTY ? { number, key: kind.name, kind } : null;
  const { rows } = await db.query<{ id: string }>(PARTY_BY_NO[kind.per], [cell, party]);
  return rows[0] === undefined ? null : { number, key: `${kind.name}:${rows[0].id}`, kind };
}

/** Balances of accounts by number; an account that was never touched stands at 0 and is left out. */
export async function balancesOf(
  db: Queryable,
  cell: bigint,
  numbers: readonly bigint[],
): Promise<Map<bigint, bigint>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await db.query<{ account_id: bigint; balance: bigint }>(
    "SELECT account_id, balance FROM account WHERE cell_id = $1 AND account_id = ANY($2::bigint[])",
    [cell, numbers],
  );
  return new Map(rows.map((row) => [row.account_id, row.balance]));
}
