/**
 * The embedded PostgreSQL: a cluster of its own in the data folder. It outlives this process when that is
 * killed, and the next one adopts it; several processes on one folder share it, the last one out stops it.
 * PostgreSQL's own lock on its data folder is what keeps two servers apart, so nothing here locks.
 */
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { sqlState } from "../database.ts";
import { type Log, StoreFault } from "../trouble.ts";
import { findHome, type Home, keepPort, lastPort, makeCluster, readPassword, writeSettings } from "./home.ts";
import { dropStrangePid, findPostmaster, type Postmaster } from "./postmaster.ts";
import { findPrograms, type Programs } from "./programs.ts";
import { endServer, freePort, startServer, stopServer } from "./server.ts";

export interface ClusterSettings {
  /** WELLSPRING_DATA; the cluster stands in its subfolder `postgresql`. */
  readonly folder: string;
  readonly log: Log;
  /** The port to take; without it the one of the last start if it is free, else any free one. */
  readonly port?: number;
  /** Milliseconds after which a server that says nothing is stopped and started again. */
  readonly silence?: number;
}

const DATABASE = "wellspring";
const HOLDER = "wellspring holder";

/** Looks, 50 ms apart, before another process counts as one that still uses the database. */
const FAREWELLS = 6;
/** Longest wait for a start, recovery after a crash included. */
const START = 10 * 60_000;

/** Opens the cluster of the folder: makes it the first time, adopts it where it runs, starts it otherwise. */
export async function openCluster(settings: ClusterSettings): Promise<Cluster> {
  const home = findHome(settings.folder, settings.log);
  const programs = findPrograms(home.account, home.folder);
  await makeCluster(home, programs, settings.log);
  const cluster = new Cluster(home, programs, settings);
  await cluster.raise();
  return cluster;
}

export class Cluster {
  #postmaster: Postmaster | undefined;
  #holder: pg.Client | undefined;
  #socket: Socket | undefined;
  #stopping = false;
  #reviving: Promise<void> = Promise.resolve();

  private readonly log: Log;
  private readonly silence: number;
  private port: number | undefined;

  constructor(
    private readonly home: Home,
    private readonly programs: Programs,
    { log, port, silence = 15_000 }: ClusterSettings,
  ) {
    this.log = log;
    this.port = port;
    this.silence = silence;
  }

  /** Address of the database; it stays the same for the life of this object, restarts included. */
  get url(): string {
    return this.urlOf(DATABASE, this.port ?? 0);
  }

  get postmasterPid(): number {
    return this.#postmaster?.pid ?? 0;
  }

  /** The folder the cluster really stands in: not always the one that was asked for (see findHome). */
  get folder(): string {
    return this.home.folder;
  }

  /** Lets go of the cluster; stops it unless another process still holds it. */
  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    await this.#reviving;
    this.#socket?.ref();
    let others = await this.otherHolders();
    // One that has just gone stands in the list until its backend has noticed.
    for (let looks = 0; others > 0 && looks < FAREWELLS; looks++) {
      await pause(50);
      others = await this.otherHolders();
    }
    await this.#holder?.end().catch(() => {});
    if (others > 0) {
      this.log("另一个进程还在用数据库，不停止它 / another process still uses the database; it stays up");
      return;
    }
    await stopServer(this.home, this.programs);
  }

  /** Brings the server up and holds it: adopts what runs, starts what does not. */
  async raise(): Promise<void> {
    const until = Date.now() + START;
    let silentSince = Date.now();
    while (Date.now() < until && !this.#stopping) {
      const running = findPostmaster(this.home.data);
      if (running === undefined) {
        await this.start();
        silentSince = Date.now();
        continue;
      }
      const answer = await this.hold(running);
      if (answer === "held") return;
      // One that recovers says so at each try; a frozen one says nothing.
      if (answer === "busy") silentSince = Date.now();
      if (Date.now() - silentSince > this.silence) {
        this.log(
          `PostgreSQL（进程 ${running.pid}）没有回应，重新启动 / PostgreSQL (process ${running.pid}) does not ` +
            "answer: starting it again",
        );
        await endServer(this.home, this.programs, running.pid);
        silentSince = Date.now();
      }
      await pause(30);
    }
    if (!this.#stopping) throw new StoreFault("数据库没有启动。", "The database did not come up.");
  }

  private async start(): Promise<void> {
    dropStrangePid(this.home.data);
    writeSettings(this.home);
    const fixed = this.port;
    const port = fixed ?? (await freePort(lastPort(this.home)));
    const outcome = await startServer(this.home, this.programs, port);
    if (outcome === "port taken" && fixed !== undefined) {
      throw new StoreFault(
        `端口 ${fixed} 已被占用，数据库无法启动。`,
        `Port ${fixed} is taken, so the database cannot start.`,
      );
    }
  }

  /** Connects and keeps the connection: while it stands, other processes know that this one is here. */
  private async hold(running: Postmaster): Promise<"held" | "busy" | "silent"> {
    if (!running.ready || Number.isNaN(running.port)) return "busy";
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: this.urlOf(DATABASE, running.port),
      stream: () => socket,
      application_name: HOLDER,
      connectionTimeoutMillis: Math.min(3000, this.silence),
      query_timeout: 3000,
      keepAlive: true,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      await this.assertOurs(client);
    } catch (error) {
      await client.end().catch(() => {});
      if (error instanceof StoreFault) throw error;
      return this.unheld(error, running.port);
    }
    if (this.port !== undefined && this.port !== running.port && this.#postmaster !== undefined) {
      // Only another program with another idea of the port does this; our address would point nowhere.
      this.log(`数据库换了端口 ${running.port} / the database moved to port ${running.port}`);
    }
    this.port = running.port;
    keepPort(this.home, running.port);
    this.#postmaster = running;
    this.#holder = client;
    this.#socket = socket;
    // The held connection alone keeps no program running.
    client.once("end", () => this.lost());
    socket.unref();
    return "held";
  }

  private async unheld(error: unknown, port: number): Promise<"busy" | "silent"> {
    const state = sqlState(error);
    if (state === "3D000") {
      await this.createDatabase(port);
      return "busy";
    }
    if (state === "28P01") {
      throw new StoreFault(
        `${this.home.data} 上的数据库不认本文件夹里的密码。`,
        `The database on ${this.home.data} does not know the password kept in that folder.`,
      );
    }
    return state === "57P03" ? "busy" : "silent";
  }

  private async assertOurs(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    if (rows[0]?.data_directory === this.home.data) return;
    throw new StoreFault(
      `端口上的数据库属于另一个文件夹 ${rows[0]?.data_directory}。`,
      `The database on that port belongs to another folder, ${rows[0]?.data_directory}.`,
    );
  }

  private async createDatabase(port: number): Promise<void> {
    const client = new pg.Client({ connectionString: this.urlOf("postgres", port) });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query(`CREATE DATABASE ${DATABASE}`);
    } catch (error) {
      // Another process was first; anything else shows at the next try.
      if (!["42P04", "23505"].includes(sqlState(error) ?? "")) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** The server went away under us: bring it back, at the same port, for as long as it takes. */
  private lost(): void {
    if (this.#stopping) return;
    this.log("数据库连接断开，正在恢复 / the database went away; bringing it back");
    this.#reviving = this.revive();
  }

  private async revive(): Promise<void> {
    for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, 5000)) {
      try {
        await this.raise();
        if (!this.#stopping) this.log("数据库已恢复 / the database is back");
        return;
      } catch (error) {
        this.log(error instanceof Error ? error.message : String(error));
        await pause(wait);
      }
    }
  }

  private async otherHolders(): Promise<number> {
    try {
      const result = await this.#holder?.query<{ others: number }>(
        `SELECT count(*)::int AS others FROM pg_stat_activity
          WHERE application_name = $1 AND pid <> pg_backend_pid()`,
        [HOLDER],
      );
      return result?.rows[0]?.others ?? 0;
    } catch {
      return 0;
    }
  }

  private urlOf(database: string, port: number): string {
    return `postgresql://wellspring:${readPassword(this.home)}@127.0.0.1:${port}/${database}`;
  }
}
