/** Adds the sums of a tally to the views that keep them, each view described by its columns. */
import type { Queryable } from "#store";
import type { Sums, Tally } from "./tally.ts";

/** What becomes of a column where its row stands already. */
type Merge = "add" | "last" | "first" | "least" | "greatest";

interface View {
  readonly table: string;
  /** The columns that name a row beside its cell, with their types, in the order of the tally's keys. */
  readonly key: Readonly<Record<string, string>>;
  readonly merges: Readonly<Record<string, Merge>>;
  /** Types of columns that are no bigint. */
  readonly types?: Readonly<Record<string, string>>;
}

const all = (merge: Merge, ...names: readonly string[]): Record<string, Merge> =>
  Object.fromEntries(names.map((name) => [name, merge]));

const STORES: View = {
  table: "merchant_day",
  key: { merchant_no: "bigint", day: "date" },
  merges: {
    ...all("add", "purchases", "paid", "refunds", "refunded", "settled", "due", "settled_back", "due_back"),
    ...all("add", "shortfall", "commissions", "points", "locked"),
  },
};

const MEMBERS: View = {
  table: "member_sum",
  key: { member_no: "bigint" },
  merges: {
    ...all("add", "purchases", "paid", "refunded", "proceeds", "commissions"),
    ...all("add", "points", "wallet", "commission", "frozen"),
    ...{ first_at: "least", last_at: "greatest", joined_at: "first" },
  },
  types: { first_at: "timestamptz", last_at: "timestamptz", joined_at: "timestamptz" },
};

const UPLINES: View = {
  table: "upline_day",
  key: { member_no: "bigint", merchant_no: "bigint", day: "date" },
  merges: all("add", "spend1", "earned1", "spend2", "earned2"),
};

const DAYS: View = {
  table: "cell_day",
  key: { day: "date" },
  merges: {
    ...all("add", "journals", "joined", "purchases", "paid", "refunds", "refunded", "redemptions"),
    ...all("add", "redeemed", "exits", "exit_proceeds", "commissions", "issued"),
    ...all("last", "last_seq", "cash", "points", "remainder"),
    first_seq: "first",
  },
};

/** Adds everything a tally has summed up. */
export async function saveSums(tx: Queryable, cell: bigint, tally: Tally): Promise<void> {
  await add(tx, cell, STORES, tally.stores);
  await add(tx, cell, MEMBERS, tally.members);
  await add(tx, cell, UPLINES, tally.uplines);
  await add(tx, cell, DAYS, tally.days);
}

async function add<Row extends object>(
  tx: Queryable,
  cell: bigint,
  view: View,
  sums: Sums<readonly (bigint | string)[], Row>,
): Promise<void> {
  const rows = sums.all();
  if (rows.length === 0) return;
  const values = Object.keys(view.merges).map((name) => rows.map(({ row }) => row[name as keyof Row]));
  const keys = Object.keys(view.key).map((_, at) => rows.map(({ key }) => key[at]));
  await tx.query(textOf(view), [cell, ...keys, ...values]);
}

const texts = new Map<View, string>();

function textOf(view: View): string {
  const known = texts.get(view);
  if (known !== undefined) return known;
  const { table, key, merges, types = {} } = view;
  const named = [...Object.keys(key), ...Object.keys(merges)];
  const arrays = named.map((name, at) => `$${at + 2}::${key[name] ?? types[name] ?? "bigint"}[]`);
  const columns = named.join(", ");
  const made = Object.entries(merges).map(([name, merge]) => `${name} = ${merged(table, name, merge)}`);
  const text = `INSERT INTO ${table} (cell_id, operator_id, ${columns})
     SELECT p.cell_id, p.operator_id, ${named.map((name) => `u.${name}`).join(", ")}
     FROM pool p, unnest(${arrays.join(", ")}) AS u(${columns}) WHERE p.cell_id = $1
     ON CONFLICT (cell_id, ${Object.keys(key).join(", ")}) DO UPDATE SET ${made.join(", ")}`;
  texts.set(view, text);
  return text;
}

function merged(table: string, name: string, merge: Merge): string {
  const [old, fresh] = [`${table}.${name}`, `EXCLUDED.${name}`];
  const ways: Readonly<Record<Merge, string>> = {
    add: `${old} + ${fresh}`,
    last: fresh,
    first: `COALESCE(${old}, ${fresh})`,
    least: `LEAST(${old}, ${fresh})`,
    greatest: `GREATEST(${old}, ${fresh})`,
  };
  return ways[merge];
}
