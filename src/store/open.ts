/** Opening the store: the embedded cluster or the operator's own PostgreSQL, at this version's schema. */
import { type Cluster, openCluster } from "./cluster/index.ts";
import { Database, type DatabaseOptions } from "./database.ts";
import { migrate } from "./migrate.ts";
import { type Log, StoreFault } from "./trouble.ts";

export interface StoreSettings {
  /** WELLSPRING_DATABASE_URL: a PostgreSQL of one's own; without it the embedded one is used. */
  readonly databaseUrl?: string | undefined;
  /** WELLSPRING_DATA: where the embedded one keeps its cluster. */
  readonly dataFolder: string;
  readonly log: Log;
  readonly options?: DatabaseOptions;
}

export interface Store {
  readonly database: Database;
  /** The embedded cluster; null when the operator's own PostgreSQL is used. */
  readonly cluster: Cluster | null;
  close(): Promise<void>;
}

/** PostgreSQL versions this program is tried with; older ones are refused, newer ones get a remark. */
const OLDEST = 15;
const NEWEST = 18;

/**
 * Opens the database, checks that it keeps what it acknowledges, and migrates it. Refuses (StoreFault) with a
 * sentence for the operator; nothing is left open then.
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { log } = settings;
  const { database, cluster } = await openDatabase(settings);
  const close = async () => {
    await database.close();
    await cluster?.stop();
  };
  try {
    await migrate(database, { log });
  } catch (error) {
    await close();
    throw error;
  }
  return { database, cluster, close };
}

/** As openStore, but the schema is left as it is: for backup and restore. */
export async function openDatabase(settings: StoreSettings): Promise<Store> {
  const { databaseUrl, dataFolder, log, options } = settings;
  const own = databaseUrl !== undefined && databaseUrl !== "";
  const cluster = own ? null : await openCluster({ folder: dataFolder, log });
  const database = new Database(cluster?.url ?? databaseUrl ?? "", options);
  const close = async () => {
    await database.close();
    await cluster?.stop();
  };
  try {
    await assertDurable(database, log);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, cluster, close };
}

const ASKED = [
  "server_version_num",
  "fsync",
  "synchronous_commit",
  "full_page_writes",
  "server_encoding",
] as const;

/** Refuses a server that is too old, a standby, or one that acknowledges what it may lose. */
export async function assertDurable(database: Database, log: Log): Promise<void> {
  const { rows } = await reach(database);
  const set = new Map(rows.map(({ name, setting }) => [name, setting]));
  const major = Math.floor(Number(set.get("server_version_num")) / 10_000);
  if (major < OLDEST) {
    throw new StoreFault(
      `PostgreSQL ${major} 太旧：需要 ${OLDEST} 至 ${NEWEST}。`,
      `PostgreSQL ${major} is too old: versions ${OLDEST} to ${NEWEST} will do.`,
    );
  }
  if (major > NEWEST) {
    log(`PostgreSQL ${major} 尚未试过 / PostgreSQL ${major} has not been tried with this version`);
  }
  if (rows[0]?.standby === true) {
    throw new StoreFault(
      "这个 PostgreSQL 是只读的备机。请连接主机。",
      "This PostgreSQL is a read-only standby. Connect to the primary.",
    );
  }
  if (set.get("fsync") !== "on") {
    throw new StoreFault(
      "PostgreSQL 的 fsync 已关闭：断电会丢失已确认的账。请打开 fsync 再启动。",
      "fsync is off in PostgreSQL: a power failure would lose confirmed entries. Turn fsync on, then " +
        "start.",
    );
  }
  const commit = set.get("synchronous_commit") ?? "";
  if (!["on", "remote_apply"].includes(commit)) {
    throw new StoreFault(
      `PostgreSQL 的 synchronous_commit 为 ${commit}：已确认的账可能丢失。请设为 on（或 remote_apply）再启动。`,
      `synchronous_commit is ${commit} in PostgreSQL: confirmed entries could be lost. ` +
        "Set it to on (or remote_apply), then start.",
    );
  }
  if (set.get("server_encoding") !== "UTF8") {
    throw new StoreFault(
      `数据库的编码是 ${set.get("server_encoding")}：需要 UTF8。`,
      `The database's encoding is ${set.get("server_encoding")}; it must be UTF8.`,
    );
  }
  if (set.get("full_page_writes") !== "on") {
    log(
      "PostgreSQL 的 full_page_writes 已关闭：只有文件系统能整页写入时才安全 / " +
        "full_page_writes is off in PostgreSQL: safe only on a file system that writes whole pages",
    );
  }
}

async function reach(database: Database) {
  try {
    return await database.query<{ name: string; setting: string; standby: boolean }>(
      `SELECT name, setting, pg_is_in_recovery() AS standby FROM pg_settings WHERE name = ANY($1::text[])`,
      [ASKED],
    );
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreFault(`连接不上数据库：${why}`, `The database cannot be reached: ${why}`, { cause });
  }
}
