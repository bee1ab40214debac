/** The tables of a cell against the book that its journals make, row by row, both in the order of the key. */
import type { Client } from "pg";
import { type Account, type Lot, Purchase } from "#engine";
import { partyNumber } from "./batch.ts";
import { planText, sha256 } from "./chain.ts";
import { copyOut, type Field } from "./copyout.ts";
import { partyOf } from "./number.ts";
import { accountKey } from "./record.ts";
import type { Difference, Findings } from "./verifyfinding.ts";
import { type Ledger, numberOrNull } from "./verifyledger.ts";
import type { WholeBook } from "./verifyreplay.ts";

/** A row as it should stand: its key, and the columns after it. */
interface Row {
  readonly key: number | string;
  readonly name: string;
  readonly fields: readonly Field[];
}

interface Table {
  readonly what: Difference;
  /** Columns after the key. */
  readonly columns: readonly string[];
  readonly query: string;
  rows(): Iterable<Row>;
}

const text = (value: bigint | number) => `${value}`;
const flag = (value: boolean) => (value ? "t" : "f");

/** Compares every table; `breathe` is called now and then and may throw. */
export async function compareTables(
  client: Client,
  cell: bigint,
  book: WholeBook,
  ledger: Ledger,
  findings: Findings,
  breathe: () => void,
): Promise<void> {
  for (const table of [...register(cell, book, ledger), ...holdings(cell, book, ledger)]) {
    breathe();
    await compare(client, table, findings, breathe);
  }
}

async function compare(client: Client, table: Table, findings: Findings, breathe: () => void): Promise<void> {
  const { what, columns } = table;
  const rows = table.rows()[Symbol.iterator]();
  let next = rows.next();
  const miss = (row: Row) => {
    findings.add(what, `${what} ${row.name}`, row.fields.join(" "), "");
    next = rows.next();
  };
  let seen = 0;
  await copyOut(client, table.query, ([key, ...fields]) => {
    if (++seen % 10_000 === 0) breathe();
    const found = typeof next.value?.key === "number" ? Number(key) : (key as string);
    while (next.done !== true && isBefore(next.value.key, found)) miss(next.value);
    if (next.done === true || next.value.key !== found) {
      findings.add(what, `${what} ${key}`, "", fields.join(" "));
      return;
    }
    const { name, fields: expected } = next.value;
    for (const [i, column] of columns.entries()) {
      if (!isSame(column, expected[i] ?? null, fields[i] ?? null))
        findings.add(what, `${what} ${name} ${column}`, expected[i], fields[i]);
    }
    next = rows.next();
  });
  while (next.done !== true) miss(next.value);
}

/** Texts go by their bytes, as the database orders them with COLLATE "C". */
function isBefore(a: number | string, b: number | string): boolean {
  if (typeof a === "number" || typeof b === "number") return Number(a) < Number(b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

/** May be told lazily: anywhere between the first purchase there was and the first with points left. */
const OLDEST = "oldest_seq";

function isSame(column: string, expected: Field, found: Field): boolean {
  if (column !== OLDEST || expected === null || found === null) return expected === found;
  const [least = 0, most = 0] = expected.split("…").map(Number);
  return Number(found) >= least && Number(found) <= most;
}

function oldest(lot: Lot): Field {
  let most = lot.newestSeq;
  for (let purchase = lot.newest; purchase !== null; purchase = purchase.earlier) {
    if (purchase.left > 0n) most = purchase.seq;
  }
  return `${lot.oldestSeq}…${most}`;
}

/** Rows of a small table whose key is a text, in the order of the database. */
const inOrder = (rows: Row[]) => rows.sort((a, b) => (isBefore(a.key, b.key) ? -1 : 1));
const named = (key: string, ...fields: Field[]): Row => ({ key, name: key, fields });
const numbered = (key: number, ...fields: Field[]): Row => ({ key, name: `${key}`, fields });

const select = (table: string, cell: bigint, key: string, columns: readonly string[], isText = false) =>
  `SELECT ${[key, ...columns].join(", ")} FROM ${table} WHERE cell_id = ${cell} ` +
  `ORDER BY ${key}${isText ? ' COLLATE "C"' : ""}`;

function register(cell: bigint, book: WholeBook, ledger: Ledger): Table[] {
  const { since } = ledger;
  const table = (
    what: Difference,
    from: string,
    key: string,
    columns: string[],
    rows: Table["rows"],
  ): Table => {
    const isText = !["no", "seq"].includes(key);
    return { what, columns, rows, query: select(from, cell, key, columns, isText) };
  };
  return [
    table("member", "member", "no", ["id", "sponsor_no", "joined_seq"], function* () {
      for (const member of book.members.values()) {
        const no = partyNumber(member);
        yield { key: no, name: member.id, fields: [member.id, numberOrNull(member.sponsor), `${since[no]}`] };
      }
    }),
    table("sponsor_change", "sponsor_change", "seq", ["member_no", "from_no", "to_no", "kind"], function* () {
      for (const { seq, member, from, to, kind } of ledger.moves)
        yield numbered(seq, numberOrNull(member), numberOrNull(from), numberOrNull(to), kind);
    }),
    table("merchant", "merchant", "no", MERCHANT, function* () {
      for (const m of book.merchants.values()) {
        const no = partyNumber(m);
        const take = m.take === null ? null : text(m.take);
        const parties = [numberOrNull(m.owner), m.region, take, numberOrNull(m.recruiter)];
        yield { key: no, name: m.id, fields: [m.id, ...parties, flag(m.goods), m.feed, `${since[no]}`] };
      }
    }),
    table("agent", "agent", "region", ["member_no", "since_seq"], () =>
      inOrder(
        [...ledger.regions].map(([region, seq]) =>
          named(region, numberOrNull(book.regions.get(region) ?? null), text(seq)),
        ),
      ),
    ),
    table("portion", "portion", "no", ["name"], () =>
      [...book.portions.values()]
        .filter(({ number }) => number > 0)
        .sort((a, b) => a.number - b.number)
        .map(({ number, owner }) => ({ key: partyOf(number), name: owner, fields: [owner] })),
    ),
    table("feed", "feed", "feed", ["plan_name", "plan_version", "since_seq"], () =>
      inOrder(
        [...ledger.feeds].map(([feed, { plan, seq }]) =>
          named(feed, plan.name, text(plan.version), text(seq)),
        ),
      ),
    ),
    table("plan", "plan", "version || ' ' || name", ["hash", "body", "first_seq"], () =>
      inOrder(
        [...ledger.plans].map(([key, { plan, seq }]) => {
          const body = planText(plan);
          return named(key, `\\x${sha256(body).toString("hex")}`, body, text(seq));
        }),
      ),
    ),
    table("withdrawal", "withdrawal", "id", ["member_no", "source", "amount", "state", "seq"], () =>
      inOrder(
        [...ledger.withdrawals].map(([{ id, member, source, amount, state }, seq]) =>
          named(id, numberOrNull(member), source, text(amount), state, text(seq)),
        ),
      ),
    ),
  ];
}

const MERCHANT = ["id", "owner_no", "region", "take_ppm", "recruiter_no", "goods", "feed", "opened_seq"];
const LOT = ["member_no", "points0", "cap0", "points", "newest_seq", OLDEST];
const CHANGE = ["left_grains", "sold", "got", "refunded", "refunds"];

function holdings(cell: bigint, book: WholeBook, ledger: Ledger): Table[] {
  return [
    {
      what: "account",
      columns: ["balance", "newest"],
      query: select("account", cell, "account_id", ["balance", "newest"]),
      *rows() {
        for (const account of touchedOf(book)) {
          const fields = [text(account.balance), text(account.newest)];
          yield { key: account.number, name: accountKey(account), fields };
        }
      },
    },
    {
      what: "lot",
      columns: LOT,
      query: select("lot", cell, "seq", LOT),
      *rows() {
        for (const lot of ledger.lots) {
          if (lot === undefined) continue;
          const { points0, cap0, points } = lot.state;
          const figures = [points0, cap0, points, lot.newestSeq].map(text);
          yield numbered(lot.seq, numberOrNull(lot.member), ...figures, oldest(lot));
        }
      },
    },
    {
      what: "purchase",
      columns: CHANGE,
      query: select("purchase_change", cell, "purchase_seq", CHANGE),
      *rows() {
        for (const { id, seq, left, sold, got, refunded, refunds } of changedOf(book))
          yield { key: seq, name: id, fields: [left, sold, got, refunded, refunds].map(text) };
      },
    },
  ];
}

function touchedOf(book: WholeBook): Account[] {
  const touched: Account[] = [];
  for (const account of book.accounts()) if (account.newest > 0) touched.push(account);
  return touched.sort((a, b) => a.number - b.number);
}

function changedOf(book: WholeBook): Purchase[] {
  const changed: Purchase[] = [];
  for (const each of book.purchases.values())
    if (each instanceof Purchase && each.state !== null) changed.push(each);
  return changed.sort((a, b) => a.seq - b.seq);
}
