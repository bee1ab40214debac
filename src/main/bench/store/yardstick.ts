/**
 * Yardsticks of the machine: the simple update that pgbench -N makes, and the journal's rows copied in,
 * bare.
 */
import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Database } from "#store";
import { chance } from "../crowd.ts";
import { closedLoop, type Driven } from "./drive.ts";
import { CELL } from "./fill.ts";
import type { Purchase } from "./world.ts";

const ACCOUNTS = 100_000;
const CONNECTIONS = 16;

/**
 * What `pgbench -N` does, from sixteen connections of ours: pgbench itself does not come with the
 * database.
 */
export class SimpleUpdate {
  private constructor(private readonly clients: Client[]) {}

  static async open(database: Database): Promise<SimpleUpdate> {
    const made = await database.connect();
    await made.query("DROP SCHEMA IF EXISTS simple CASCADE");
    await made.query("CREATE SCHEMA simple");
    await made.query(
      "CREATE TABLE simple.accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84))",
    );
    await made.query("INSERT INTO simple.accounts SELECT n, 1, 0, '' FROM generate_series(1, $1::int) n", [
      ACCOUNTS,
    ]);
    await made.query("CREATE TABLE simple.history (tid int, bid int, aid int, delta int, mtime timestamptz)");
    const rest = Array.from({ length: CONNECTIONS - 1 }, () => database.connect());
    return new SimpleUpdate([made, ...(await Promise.all(rest))]);
  }

  async run(seconds: number, seed: number, signal: AbortSignal): Promise<Driven> {
    const random = chance(seed);
    const free = [...this.clients];
    return await closedLoop({
      orders: nothing(),
      callers: CONNECTIONS,
      seconds,
      signal,
      submit: async () => {
        const client = free.pop() as Client;
        await simpleUpdate(
          client,
          1 + Math.floor(random() * ACCOUNTS),
          Math.floor(random() * 10_000) - 5_000,
        );
        free.push(client);
        return "booked";
      },
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end()));
  }
}

async function simpleUpdate(client: Client, aid: number, delta: number): Promise<void> {
  const ask = (name: string, text: string, values: number[]) => client.query({ name, text, values });
  await client.query("BEGIN");
  await ask("u", "UPDATE simple.accounts SET abalance = abalance + $1 WHERE aid = $2", [delta, aid]);
  await ask("s", "SELECT abalance FROM simple.accounts WHERE aid = $1", [aid]);
  await ask("i", "INSERT INTO simple.history VALUES (1, 1, $1, $2, CURRENT_TIMESTAMP)", [aid, delta]);
  await client.query("COMMIT");
}

function* nothing(): Generator<Purchase, undefined> {
  for (;;) yield { id: "", kind: "purchase", member: "", merchant: "", amount_fen: 0 };
}

/** The newest journals as COPY writes them, to be copied into a bare table again and again. */
export class BareCopy {
  private constructor(
    private readonly client: Client,
    private readonly pieces: readonly Buffer[],
    readonly rows: number,
  ) {}

  static async open(database: Database, rows: number): Promise<BareCopy> {
    const client = await database.connect();
    await client.query("DROP TABLE IF EXISTS bare");
    await client.query("CREATE TABLE bare (LIKE journal INCLUDING STORAGE) WITH (toast_tuple_target = 8160)");
    const found = await client.query<{ seq: bigint }>("SELECT seq FROM pool WHERE cell_id = $1", [CELL]);
    const newest = found.rows[0]?.seq ?? 0n;
    const first = newest - BigInt(rows);
    const pieces: Buffer[] = [];
    const those = `SELECT * FROM journal WHERE cell_id = ${CELL} AND seq > ${first} ORDER BY seq`;
    for await (const piece of client.query(copyTo(`COPY (${those}) TO STDOUT`))) pieces.push(piece as Buffer);
    return new BareCopy(client, pieces, Number(newest - (first < 0n ? 0n : first)));
  }

  /** Copies the rows in, in one transaction; seconds it took. */
  async run(): Promise<number> {
    await this.client.query("TRUNCATE bare");
    const start = performance.now();
    const stream = this.client.query(copyFrom("COPY bare FROM STDIN"));
    const ended = new Promise<void>((resolve, reject) => {
      stream.once("finish", resolve);
      stream.once("error", reject);
    });
    for (const piece of this.pieces) {
      if (!stream.write(piece)) await new Promise((resolve) => stream.once("drain", resolve));
    }
    stream.end();
    await ended;
    return (performance.now() - start) / 1_000;
  }

  async close(): Promise<void> {
    await this.client.query("DROP TABLE bare");
    await this.client.end();
  }
}
