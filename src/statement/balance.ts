/** Trial balance 试算平衡: accounts of a book by kind, what they hold and owe, and that nothing is missing. */
import type { Account, Fen } from "#engine";
import { jsonFen } from "#engine";
import { padEnd, padStart, points, widthOf, yuan } from "./columns.ts";
import { accountWord, type Lang, type Phrase, say } from "./words.ts";

/** One kind of account. Credit: what its accounts hold. Debit: what they owe, as a positive figure. */
export interface BalanceRow {
  readonly kind: string;
  readonly unit: "fen" | "grains";
  readonly accounts: number;
  readonly credit: bigint;
  readonly debit: bigint;
}

/** All fen, and all points; each side sums to the other, or a posting has been lost. */
export interface TrialBalance {
  readonly rows: readonly BalanceRow[];
  readonly totals: readonly {
    readonly unit: "fen" | "grains";
    readonly credit: bigint;
    readonly debit: bigint;
    readonly balanced: boolean;
  }[];
  /** The law of RULES section 4: money received − money paid out = Σ accounts + pool cash + remainder. */
  readonly conservation: {
    /** Received from outside less paid back to it. */
    readonly received: Fen;
    readonly accounts: Fen;
    readonly pool: Fen;
    readonly remainder: Fen;
    readonly holds: boolean;
  };
}

/** The kinds in the order of a balance sheet; a kind that is not here comes last. */
const ORDER = [
  ...["outside", "pending", "payable", "operator", "portion", "commission", "commission_frozen"],
  ...["unclaimed", "wallet", "withdrawal", "pool", "pool_remainder", "points_issued", "points"],
];

/** Sums accounts by kind: all of a book, from `book.accounts()` or out of a database. */
export function trialBalance(accounts: Iterable<Account>): TrialBalance {
  const kinds = new Map<
    string,
    { kind: string; unit: "fen" | "grains"; accounts: number; credit: bigint; debit: bigint }
  >();
  for (const { kind, balance } of accounts) {
    const row = kinds.get(kind.name) ?? {
      kind: kind.name,
      unit: kind.unit,
      accounts: 0,
      credit: 0n,
      debit: 0n,
    };
    row.accounts += 1;
    if (balance >= 0n) row.credit += balance;
    else row.debit -= balance;
    kinds.set(kind.name, row);
  }
  return balanceOf([...kinds.values()]);
}

/** The same out of sums by kind. */
export function balanceOf(sums: readonly BalanceRow[]): TrialBalance {
  const place = (kind: string) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  const rows = [...sums].sort((a, b) => place(a.kind) - place(b.kind));
  const net = (kind: string) =>
    sum(rows.filter((row) => row.kind === kind).map((row) => row.credit - row.debit));
  const received = -net("outside");
  const pool = net("pool");
  const remainder = net("pool_remainder");
  const inside = rows.filter(({ kind, unit }) => unit === "fen" && !WORLD_AND_POOL.includes(kind));
  const held = sum(inside.map((row) => row.credit - row.debit));
  return {
    rows,
    totals: (["fen", "grains"] as const).map((unit) => {
      const own = rows.filter((row) => row.unit === unit);
      const credit = sum(own.map((row) => row.credit));
      const debit = sum(own.map((row) => row.debit));
      return { unit, credit, debit, balanced: credit === debit };
    }),
    conservation: { received, accounts: held, pool, remainder, holds: received === held + pool + remainder },
  };
}

const WORLD_AND_POOL = ["outside", "pool", "pool_remainder"];

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n);
}

/** The same for JSON: money as integer fen, points as decimal strings with 8 places. */
export function balanceRecord(balance: TrialBalance) {
  const figure = (unit: "fen" | "grains", amount: bigint) =>
    unit === "fen" ? jsonFen(amount) : points(amount);
  const { received, accounts, pool, remainder, holds } = balance.conservation;
  return {
    rows: balance.rows.map(({ kind, unit, accounts: count, credit, debit }) => ({
      kind,
      unit: unit === "fen" ? "fen" : "points",
      accounts: count,
      credit: figure(unit, credit),
      debit: figure(unit, debit),
    })),
    totals: balance.totals.map(({ unit, credit, debit, balanced }) => ({
      unit: unit === "fen" ? "fen" : "points",
      credit: figure(unit, credit),
      debit: figure(unit, debit),
      balanced,
    })),
    conservation: {
      received_fen: jsonFen(received),
      accounts_fen: jsonFen(accounts),
      pool_fen: jsonFen(pool),
      remainder_fen: jsonFen(remainder),
      holds,
    },
  };
}

const WORD = {
  title: ["试算平衡", "trial balance"],
  kind: ["科目", "account"],
  count: ["户数", "number"],
  debit: ["借方", "debit"],
  credit: ["贷方", "credit"],
  totalFen: ["合计（元）", "total, yuan"],
  totalPoints: ["合计（积分）", "total, points"],
  law: [
    "收款减付款 {received} = 各科目 {accounts} + 积分池 {pool} + 余留 {remainder}",
    "received less paid out {received} = accounts {accounts} + pool {pool} + remainder {remainder}",
  ],
  holds: ["相符", "agrees"],
  broken: ["不符！", "DOES NOT AGREE"],
} as const satisfies Readonly<Record<string, Phrase>>;

/** The trial balance as a table: kinds that have accounts, totals of both units, and the law below. */
export function balanceText(balance: TrialBalance, lang: Lang): string {
  const figure = (unit: "fen" | "grains", amount: bigint) =>
    amount === 0n ? "" : unit === "fen" ? yuan(amount) : points(amount);
  const mark = (holds: boolean) => say(holds ? WORD.holds : WORD.broken, lang);
  const rows = [
    [say(WORD.kind, lang), say(WORD.count, lang), say(WORD.debit, lang), say(WORD.credit, lang), ""],
    ...(["fen", "grains"] as const).flatMap((unit, i) => {
      const total = balance.totals[i] as TrialBalance["totals"][number];
      const own = balance.rows.filter((row) => row.unit === unit);
      return [
        ...own.map((row) => [
          accountWord(row.kind, lang),
          row.accounts.toString(),
          figure(unit, row.debit),
          figure(unit, row.credit),
          "",
        ]),
        [
          say(unit === "fen" ? WORD.totalFen : WORD.totalPoints, lang),
          "",
          figure(unit, total.debit),
          figure(unit, total.credit),
          mark(total.balanced),
        ],
      ];
    }),
  ];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => widthOf(row[i] as string))));
  const lines = rows.map((row) => {
    const [kind, ...figures] = row
      .slice(0, 4)
      .map((cell, i) => (i === 0 ? padEnd(cell, widths[i] as number) : padStart(cell, widths[i] as number)));
    return [kind, ...figures, row[4]].join("  ").trimEnd();
  });
  const { received, accounts, pool, remainder, holds } = balance.conservation;
  const law = say(WORD.law, lang, {
    received: yuan(received),
    accounts: yuan(accounts),
    pool: yuan(pool),
    remainder: yuan(remainder),
  });
  return [
    `【${say(WORD.title, lang)}】`,
    ...lines.map((line) => `  ${line}`),
    `  ${law}  ${mark(holds)}`,
  ].join("\n");
}
