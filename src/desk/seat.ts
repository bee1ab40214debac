/**
 * The seat 席位 of a writer: the lease of a cell, the connection it writes on, and the book as it stood
 * then.
 */
import type { Client } from "pg";
import { Sequence } from "#engine";
import {
  acquire,
  type CellRow,
  Columns,
  type Database,
  type Hold,
  type Holder,
  holderOf,
  loadBook,
  type PoolRow,
  type Queryable,
  type ResidentBook,
  release,
} from "#store";
import { NotNow } from "./answer.ts";

export interface WriterSettings {
  readonly database: Database;
  readonly holder: Holder;
  /** Microseconds since 1970; business time of live cells and recording time of all. */
  readonly now: () => number;
  /** Told of faults of ours; nobody else hears of them. */
  readonly report: (error: unknown, what: string) => void;
  readonly leaseSeconds: number;
  /** Most items waiting; more are turned away. */
  readonly mostWaiting: number;
  /** Most orders decided together. */
  readonly mostTogether: number;
  /** Most forced exits in one journal. */
  readonly exitLimit: number;
}

/**
 * One plan for good: a group's rows first, then each one's row by its key. Priced as it is, the database
 * might scan a whole cell for a table it has no figures of yet; here a page costs nothing and a row
 * compared in vain does.
 */
const SESSION =
  "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off; " +
  "SET enable_bitmapscan = off; SET enable_material = off; SET seq_page_cost = 0; " +
  "SET random_page_cost = 0; " +
  "SET cpu_operator_cost = 0; SET cpu_index_tuple_cost = 0; SET cpu_tuple_cost = 1; " +
  "SET plan_cache_mode = force_generic_plan; SET jit = off; SET synchronous_commit = on";

export interface Seat {
  /** Writes the groups. */
  readonly client: Client;
  /** Fetches what the next group needs, while one is being written. */
  readonly reader: Client & Queryable;
  readonly hold: Hold;
  readonly book: ResidentBook;
  readonly sequence: Sequence;
  /** Room for the group under way and for the one being drawn up. */
  readonly columns: readonly [Columns, Columns];
  /** The time that is kept with the book, or on its way there. */
  clock: number | null;
}

/** Takes the cell, from another process too where `force` is set; throws NotNow where another has it. */
export async function takeSeat(cell: CellRow, settings: WriterSettings, force: boolean): Promise<Seat> {
  const { database, holder, leaseSeconds } = settings;
  const row = await acquire(database, cell.cell_id, holder, `${leaseSeconds} seconds`, force);
  if (row === null) throw await elsewhere(cell, settings);
  const reader = await database.connect();
  const client = await database.connect(true).catch(async (error) => {
    await reader.end().catch(() => {});
    throw error;
  });
  try {
    await client.query(SESSION);
    await reader.query(SESSION);
    // A process that is frozen in the midst of a group must not keep the cell from the next one for good.
    await client.query(`SET idle_in_transaction_session_timeout = ${Math.ceil(leaseSeconds * 1_000)}`);
    return { client, reader, ...(await openBook(cell, settings, row, reader)) };
  } catch (error) {
    await Promise.all([client.end().catch(() => {}), reader.end().catch(() => {})]);
    throw error;
  }
}

async function openBook(
  { cell_id: cell, clock }: CellRow,
  { exitLimit, leaseSeconds }: WriterSettings,
  row: PoolRow,
  reader: Client & Queryable,
): Promise<Omit<Seat, "client" | "reader">> {
  const book = await loadBook(reader, cell, row);
  const sequence = new Sequence(book, book.plans.values(), exitLimit, clock === "live");
  sequence.clockText = row.clock_text;
  const hold = { cell, epoch: row.epoch, lease: `${leaseSeconds} seconds` };
  return { hold, book, sequence, columns: [new Columns(), new Columns()], clock: book.clock };
}

/** Gives the connection up, and the lease where the writer is done in good order. */
export async function leaveSeat(
  { client, reader, hold }: Seat,
  { database }: WriterSettings,
  isInOrder: boolean,
): Promise<void> {
  if (isInOrder) await release(database, hold.cell, hold.epoch).catch(() => {});
  // A connection that hangs must not hold up whoever waits for the cell.
  await Promise.race([
    Promise.all([client.end().catch(() => {}), reader.end().catch(() => {})]),
    new Promise((resolve) => setTimeout(resolve, 500).unref()),
  ]);
}

/** Says who writes the cell instead. */
export async function elsewhere(
  { cell_id }: CellRow,
  { database, leaseSeconds }: WriterSettings,
): Promise<NotNow> {
  const other = await holderOf(database, cell_id).catch(() => null);
  return new NotNow("elsewhere", (leaseSeconds * 1_000) / 2, other?.url ?? null);
}
