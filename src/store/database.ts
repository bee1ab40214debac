/**
 * The one way to the database. SQL stands as plain text where it is used, so that it can be read, searched
 * and linted; what a statement may look like is held by test/store (docs/decisions/4).
 */
import pg from "pg";

/** What a statement is run on: the database or one transaction of it. */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[]; readonly rowCount: number }>;
}

/** int8 as bigint, date as it is written: neither may pass through a double or a time zone. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.DATE, (text: string) => text],
]);

const TYPES = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format as "text"),
};

/** Serialization failure and deadlock: the same transaction may well pass the next time. */
const AGAIN = new Set(["40001", "40P01"]);
const TRIES = 5;

/** SQLSTATE of an error that came from the database; undefined for any other. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.length === 5
    ? error.code
    : undefined;
}

/** SQLSTATE of connections lost, resources used up, servers going down; what Node says of a lost one. */
const GONE =
  /^(?:08|53|57)[0-9A-Z]{3}$|^25006$|^E(?:CONN[A-Z]+|PIPE|TIMEDOUT|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/;
/** What the driver says without a code. */
const GONE_SAID = /\bconnection\b|not queryable|timeout exceeded|read timeout|after calling end/i;

/** Whether the database was not reached or has gone away: nothing is wrong with what it was asked. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" ? GONE.test(code) : GONE_SAID.test(error.message);
}

export const UNIQUE_VIOLATION = "23505";

export interface DatabaseOptions {
  /** Most connections at once. */
  readonly most?: number;
  /** Milliseconds a statement may take before the database gives it up. */
  readonly statementTimeout?: number;
  /** Shown every SQL text before it is run; for the lint over what is really sent. */
  readonly seen?: (text: string) => void;
}

export class Database implements Queryable {
  private readonly pool: pg.Pool;
  private readonly seen: (text: string) => void;

  constructor(
    readonly url: string,
    { most = 10, statementTimeout = 30_000, seen = () => {} }: DatabaseOptions = {},
  ) {
    this.seen = seen;
    this.pool = new pg.Pool({
      connectionString: url,
      max: most,
      types: TYPES,
      statement_timeout: statementTimeout,
      connectionTimeoutMillis: 10_000,
      application_name: "wellspring",
    });
    // An idle connection that breaks is thrown away by the pool; the next statement opens another.
    this.pool.on("error", () => {});
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []) {
    this.seen(text);
    return counted(await this.pool.query<Row>(text, [...values]));
  }

  /**
   * One transaction, READ COMMITTED; `work` may run several times (serialization failure, deadlock), so
   * what it does beside SQL must bear that. Rolled back when it throws.
   */
  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (tries >= TRIES || !AGAIN.has(sqlState(error) ?? "")) throw error;
      }
    }
  }

  private async attempt<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    const connection = await this.pool.connect();
    let broken: Error | undefined;
    // A connection may break while nobody waits for it; the next statement on it says so.
    const onError = (error: Error) => {
      broken = error;
    };
    connection.on("error", onError);
    try {
      await connection.query("BEGIN");
      const done = await work({
        query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
          this.seen(text);
          return counted(await connection.query<Row>(text, [...values]));
        },
      });
      await connection.query("COMMIT");
      return done;
    } catch (error) {
      try {
        await connection.query("ROLLBACK");
      } catch (cause) {
        broken = cause as Error;
      }
      throw error;
    } finally {
      connection.off("error", onError);
      connection.release(broken);
    }
  }

  /**
   * A connection of one's own, outside the pool: for a writer or a long copy. The caller ends it. `pipeline`:
   * statements are sent without waiting for the answers to those before; no COPY then.
   */
  async connect(pipeline = false): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      pipeline,
      types: TYPES,
      connectionTimeoutMillis: 10_000,
      application_name: "wellspring writer",
    });
    client.on("error", () => {});
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function counted<Row extends object>(result: pg.QueryResult<Row>) {
  return { rows: result.rows, rowCount: result.rowCount ?? 0 };
}
