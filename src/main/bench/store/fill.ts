/**
 * Puts the world into the database as the book of one cell: the engine decides the past, the store's own
 * batches draw up journals, chain and balances, and COPY brings the rows in.
 */
import type { Writable } from "node:stream";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Account, canonical, type Lot, type Purchase, Sequence } from "#engine";
import {
  accountNumber,
  Batch,
  createCell,
  type Database,
  genesis,
  instantText,
  partyNumber,
  poolValues,
  ResidentBook,
  SQL,
} from "#store";
import { engineOrder, type World } from "./world.ts";

/** The cell and the operator that the benchmark writes. */
export const CELL = 1n;
const OPERATOR = 1n;
const TOGETHER = 2_000;
/** When the past was recorded; any time long ago. */
const RECORDED = instantText(Date.UTC(2026, 0, 1) * 1_000);

/** A book that lets nothing go: it is thrown away when the past is told. */
class PastBook extends ResidentBook {
  override touch(): void {}
}

/** Everything a book's tables hold at the end of the past, gathered batch by batch. */
interface Gathered {
  readonly accounts: Set<Account>;
  readonly lots: Set<Lot>;
  readonly purchases: Set<Purchase>;
}

/** Makes the cell and fills it; `step` is told how many members are in. */
export async function fill(database: Database, world: World, step: (done: number) => void): Promise<void> {
  const { plan } = world;
  const made = await createCell(database, {
    cell: CELL,
    operator: OPERATOR,
    name: "bench",
    clock: "live",
    plan,
  });
  if (!made) throw new Error("the database of a benchmark must be empty");
  const client = await database.connect();
  try {
    const book = new PastBook(plan);
    book.head = genesis(plan);
    world.register(book);
    for (const { points } of book.members.values())
      points.number = accountNumber(book.nextParty(), points.kind);
    for (const { payable } of book.merchants.values()) {
      payable.number = accountNumber(book.nextParty(), payable.kind);
    }
    const gathered = await journals(client, book, world, step);
    await register(client, book);
    await balances(client, book, gathered);
    const hold = { cell: CELL, epoch: 0n, lease: "0 seconds" };
    const closed = await client.query({
      ...SQL.pool,
      values: [...poolValues(new Batch(book, 0, 0), hold, null)],
    });
    if (closed.rowCount !== 1) throw new Error("the pool of the benchmark's cell has moved");
  } finally {
    await client.end();
  }
}

async function journals(
  client: Client,
  book: ResidentBook,
  world: World,
  step: (done: number) => void,
): Promise<Gathered> {
  const gathered: Gathered = { accounts: new Set(), lots: new Set(), purchases: new Set() };
  const sequence = new Sequence(book, [world.plan]);
  const columns =
    "cell_id, operator_id, seq, id, kind, at, recorded_at, head, touched, prev, after, earlier, asked, " +
    "record";
  await copyIn(client, `journal (${columns})`, async (write) => {
    let batch = new Batch(book, 1);
    const send = async () => {
      for (const [account] of batch.accounts) gathered.accounts.add(account);
      for (const [lot] of batch.lots) gathered.lots.add(lot);
      for (const purchase of batch.purchases) gathered.purchases.add(purchase);
      for (const row of batch.rows) {
        const { seq, id, kind, head, first, end, earlier, asked, record } = row;
        const { touched, prev, after } = batch.links;
        const array = (of: readonly (number | bigint)[]) => `{${of.slice(first, end).join(",")}}`;
        const at = row.at === "" ? null : row.at;
        const shown = `\\x${head.toString("hex")}`;
        const arrays = [array(touched), array(prev), array(after)];
        write([seq, id, kind, at, RECORDED, shown, ...arrays, earlier || null, asked, record]);
      }
      step(book.seq);
      // Their lots still know them; finding them by id is for refunds, and there are none.
      book.purchases.clear();
      batch = new Batch(book, 1);
      await write.drained();
    };
    for (const order of world.past()) {
      const decision = sequence.decide(engineOrder(order));
      if ("refused" in decision) throw new Error(`a purchase of the past was refused: ${decision.refused}`);
      batch.take(decision, { id: order.id, asked: canonical(order) }, (journal) => sequence.apply(journal));
      if (batch.rows.length >= TOGETHER) await send();
    }
    await send();
  });
  return gathered;
}

async function register(client: Client, book: ResidentBook): Promise<void> {
  await copyIn(client, "member (cell_id, operator_id, no, id, sponsor_no, joined_seq)", async (write) => {
    for (const member of book.members.values()) {
      const sponsor = member.sponsor === null ? null : partyNumber(member.sponsor);
      write([partyNumber(member), member.id, sponsor, 0]);
      await write.drained();
    }
  });
  const columns =
    "cell_id, operator_id, no, id, owner_no, region, take_ppm, recruiter_no, goods, feed, opened_seq";
  await copyIn(client, `merchant (${columns})`, async (write) => {
    for (const store of book.merchants.values()) {
      const { id, owner, region, take, recruiter, feed } = store;
      const brought = recruiter === null ? null : partyNumber(recruiter);
      write([partyNumber(store), id, partyNumber(owner), region, take, brought, "f", feed, 0]);
      await write.drained();
    }
  });
  await copyIn(client, "agent (cell_id, operator_id, region, member_no, since_seq)", (write) => {
    for (const [region, member] of book.regions) write([region, partyNumber(member), 0]);
  });
}

async function balances(client: Client, book: ResidentBook, gathered: Gathered): Promise<void> {
  await copyIn(client, "account (cell_id, operator_id, account_id, balance, newest)", async (write) => {
    for (const account of gathered.accounts) {
      write([book.numberOf(account), account.balance, account.newest]);
      await write.drained();
    }
  });
  const lot = "cell_id, operator_id, seq, member_no, points0, cap0, points, newest_seq, oldest_seq";
  await copyIn(client, `lot (${lot})`, async (write) => {
    for (const { seq, member, state, newestSeq, oldestSeq } of gathered.lots) {
      write([seq, partyNumber(member), state.points0, state.cap0, state.points, newestSeq, oldestSeq]);
      await write.drained();
    }
  });
  const change = "cell_id, operator_id, purchase_seq, left_grains, sold, got, refunded, refunds";
  await copyIn(client, `purchase_change (${change})`, (write) => {
    for (const { seq, left, sold, got, refunded, refunds } of gathered.purchases) {
      write([seq, left, sold, got, refunded, refunds]);
    }
  });
}

type Value = string | number | bigint | null;

interface Write {
  (row: readonly Value[]): void;
  /** Waits where the database is slower than the rows come. */
  drained(): Promise<void>;
}

const PIECE = 1 << 18;

/** COPY into a table of the cell; each row begins with the cell and its operator. */
async function copyIn(
  client: Client,
  into: string,
  work: (write: Write) => Promise<void> | void,
): Promise<void> {
  const stream: Writable = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  const ended = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  ended.catch(() => {});
  let text = "";
  const write = Object.assign(
    (row: readonly Value[]) => {
      text += `${CELL}\t${OPERATOR}\t${row.map(field).join("\t")}\n`;
    },
    {
      drained: async () => {
        if (text.length < PIECE) return;
        const isFull = !stream.write(text);
        text = "";
        if (isFull) await Promise.race([ended, new Promise((resolve) => stream.once("drain", resolve))]);
      },
    },
  );
  await work(write);
  stream.end(text);
  await ended;
}

function field(value: Value): string {
  if (value === null) return "\\N";
  return typeof value === "string" && value.includes("\\") ? value.replaceAll("\\", "\\\\") : `${value}`;
}
