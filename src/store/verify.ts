/**
 * Verify 核对: replays all journals of a cell and compares every record, link, balance, lot and register row
 * with what stands in the database. One snapshot, so that the server may go on booking meanwhile.
 */
import type { Client } from "pg";
import { brokenLaws, type Journal } from "#engine";
import { orderIdOf, settledId } from "./batch.ts";
import type { CellClock } from "./cells.ts";
import { sha256 } from "./chain.ts";
import type { Database } from "./database.ts";
import { type Finding, Findings } from "./verifyfinding.ts";
import { Ledger } from "./verifyledger.ts";
import { comparePool } from "./verifypool.ts";
import { Recheck, type WholeBook } from "./verifyreplay.ts";
import {
  type CellFacts,
  cellFacts,
  inSnapshot,
  type JournalFields,
  pagesOf,
  planOrNull,
} from "./verifysource.ts";
import { compareTables } from "./verifytables.ts";

export interface VerifyOptions {
  /** How many journals of how many have been gone through. */
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** The figures of a proof, as the check has worked them out. */
export interface Figures {
  readonly cell: bigint;
  readonly operator: bigint;
  readonly clock: CellClock;
  /** Newest journal. */
  readonly seq: number;
  /** Head of the chain, in hexadecimal. */
  readonly head: string;
  /** Cash of the pool in fen, points out in grains, remainder in fen. */
  readonly C: bigint;
  readonly N: bigint;
  readonly remainder: bigint;
  readonly counts: Counts;
}

export interface Counts {
  readonly members: number;
  readonly merchants: number;
  /** Lots ever opened. */
  readonly lots: number;
  /** Purchases booked, those that wait for their settlement included. */
  readonly purchases: number;
  readonly journals: number;
}

/** What a check came to: the first hundred differences, and how many there are. */
export interface Verdict extends Figures {
  readonly findings: readonly Finding[];
  readonly differences: number;
}

/** Checks a cell; null where there is no such cell. Writes nothing. */
export async function verifyCell(
  database: Database,
  cell: bigint,
  options: VerifyOptions = {},
): Promise<Verdict | null> {
  options.signal?.throwIfAborted();
  return await inSnapshot(database, (client) => verifyIn(client, cell, options));
}

/** The figures of a book that has been gone through. */
export function figuresOf(
  { book, head, purchases, clock }: Recheck,
  cell: bigint,
  operator: bigint,
): Figures {
  const { pool, members, merchants, seq } = book;
  return {
    cell,
    operator,
    clock,
    seq,
    head: head.toString("hex"),
    C: pool.cash.balance,
    N: -pool.issued.balance,
    remainder: pool.remainder.balance,
    counts: { members: members.size, merchants: merchants.size, lots: pool.lotSeq, purchases, journals: seq },
  };
}

async function verifyIn(client: Client, cell: bigint, options: VerifyOptions): Promise<Verdict | null> {
  const facts = await cellFacts(client, cell);
  if (facts === undefined) return null;
  const { signal } = options;
  const findings = new Findings();
  const plan = facts.plan === null ? null : planOrNull(facts.plan);
  // Everything hangs on it: said first, or the differences that follow from it would hide it.
  const hash = sha256(facts.plan ?? "").toString("hex");
  if (hash !== facts.hash) findings.add("plan", "plan hash", hash, facts.hash);
  if (plan === null) {
    findings.add("plan", "plan", "", facts.plan);
    return { ...nothing(cell, facts), findings: findings.listed, differences: findings.count };
  }
  const recheck = new Recheck(plan, facts.clock, findings);
  const ledger = new Ledger(recheck.book, plan);
  await journals(client, cell, Number(facts.journals), recheck, ledger, options);
  await comparePool(client, cell, recheck);
  await compareTables(client, cell, recheck.book, ledger, findings, () => signal?.throwIfAborted());
  for (const law of brokenLaws(recheck.book)) findings.add("law", law, "", "");
  const figures = figuresOf(recheck, cell, facts.operator_id);
  return { ...figures, findings: findings.listed, differences: findings.count };
}

function nothing(cell: bigint, { operator_id: operator, clock }: CellFacts): Figures {
  const counts = { members: 0, merchants: 0, lots: 0, purchases: 0, journals: 0 };
  return { cell, operator, clock, seq: 0, head: "", C: 0n, N: 0n, remainder: 0n, counts };
}

async function journals(
  client: Client,
  cell: bigint,
  total: number,
  recheck: Recheck,
  ledger: Ledger,
  { progress = () => {}, signal }: VerifyOptions,
): Promise<void> {
  let prices = 0;
  let isPriced = true;
  for await (const rows of pagesOf(client, cell, signal)) {
    for (const fields of rows) {
      const [seq, id, asked, record, head, , , , , , , cash] = fields;
      const journal = recheck.take({ seq: Number(seq), id: orderIdOf(id), asked, record, head });
      if (journal !== null) compareRow(fields, journal, ledger, recheck);
      isPriced = cash !== null;
      if (isPriced) prices += 1;
    }
    progress(recheck.book.seq, total);
  }
  if (!isPriced) recheck.findings.add("price", `journal ${recheck.book.seq}`, priceText(recheck.book), "");
  const { rows } = await client.query<{ prices: bigint }>(
    "SELECT count(*) AS prices FROM price WHERE cell_id = $1",
    [cell],
  );
  const kept = Number(rows[0]?.prices);
  if (kept !== prices) recheck.findings.add("price", "price", prices, kept);
}

const priceText = ({ pool }: WholeBook) => `${pool.cash.balance}/${-pool.issued.balance}`;

/** What stands beside the record in the row of a journal. */
function compareRow(
  fields: JournalFields,
  journal: Journal,
  ledger: Ledger,
  { findings, book }: Recheck,
): void {
  const [seq, id, , , , kind, at, touched, prev, after, earlier, cash, points] = fields;
  const links = ledger.take(journal, Number(seq));
  const where = `journal ${seq}`;
  const same = (what: "column" | "links", name: string, expected: string | null, found: string | null) => {
    if (expected !== found) findings.add(what, `${where} ${name}`, expected, found);
  };
  // Orders have been compared with what was asked; what time brought has a name of its own, or none.
  if (orderIdOf(id) === null) {
    const expected = journal.kind === "settle" ? settledId(journal.order) : null;
    if (id !== expected) findings.add("id", where, expected, id);
  }
  same("column", "kind", journal.kind, kind);
  same("column", "at", journal.at === null ? null : `${journal.at}`, at);
  same("links", "touched", links.touched, touched);
  same("links", "prev", links.prev, prev);
  same("links", "after", links.after, after);
  same("links", "earlier", links.earlier === 0 ? null : `${links.earlier}`, earlier);
  if (cash !== null && `${cash}/${points}` !== priceText(book))
    findings.add("price", where, priceText(book), `${cash}/${points}`);
}
