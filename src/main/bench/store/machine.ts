/** The machine a benchmark ran on, and where its database stands. */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { assertDurable, type Cluster, Database, openCluster } from "#store";
import { postmasterBehind } from "./meter.ts";
import type { Place } from "./size.ts";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory_gb: number;
  readonly node: string;
  readonly postgresql: string;
  /** The embedded one, or one that was named by its address. */
  readonly embedded: boolean;
  /** Average number of processes that wanted a core, over the minute before. */
  readonly load_before: number;
}

/** A server for the benchmark; each size gets a database of its own there, dropped at the end. */
export class Server {
  private constructor(
    private readonly admin: Database,
    private readonly cluster: Cluster | null,
    private readonly folder: string | null,
    readonly machine: Machine,
  ) {}

  /** The server at `url`, or an embedded one in a temporary folder. */
  static async open(url: string | undefined, log: (text: string) => void): Promise<Server> {
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    let folder: string | null = null;
    let cluster: Cluster | null = null;
    if (url === undefined) {
      folder = mkdtempSync(join(tmpdir(), "wellspring-bench-"));
      // PostgreSQL runs under another account where this program runs as root; its own folder is closed.
      chmodSync(folder, 0o755);
      cluster = await openCluster({ folder, log });
    }
    const admin = new Database(cluster?.url ?? url ?? "", { most: 2, statementTimeout: 0 });
    const server = new Server(admin, cluster, folder, {
      ...machine(load),
      postgresql: "",
      embedded: cluster !== null,
    });
    try {
      await assertDurable(admin, log);
      const { rows } = await admin.query<{ version: string }>(
        "SELECT current_setting('server_version') AS version",
      );
      Object.assign(server.machine, { postgresql: rows[0]?.version ?? "" });
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** Runs `work` on a new database. */
  async withDatabase<T>(work: (place: Place) => Promise<T>): Promise<T> {
    const { admin, cluster } = this;
    const name = `wellspring_bench_${randomBytes(6).toString("hex")}`;
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(admin.url);
    url.pathname = `/${name}`;
    const database = new Database(url.href, { most: 8, statementTimeout: 0 });
    const behind = await postmasterBehind(admin);
    const postmaster = cluster === null ? () => behind : () => cluster.postmasterPid;
    const kill = cluster === null ? null : () => process.kill(cluster.postmasterPid, "SIGKILL");
    try {
      return await work({ database, postmaster, kill });
    } finally {
      await database.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`).catch(() => {});
    }
  }

  async close(): Promise<void> {
    await this.admin.close();
    await this.cluster?.stop();
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }
}

function machine(load: number): Omit<Machine, "postgresql" | "embedded"> {
  return {
    cpu: cpus()[0]?.model.trim() ?? process.arch,
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 1e8) / 10,
    node: process.versions.node,
    load_before: load,
  };
}
