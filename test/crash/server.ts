/** The real server as a process of its own, to be killed; and its PostgreSQL, to be killed too. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { People, SYSTEM } from "#people";
import { Database, openStore } from "#store";
import { discard, testFolder } from "../cluster.ts";

const PROGRAM = fileURLToPath(new URL("../../bin/wellspring.mjs", import.meta.url));
const READY = 60_000;

export class RunningServer {
  private child: ChildProcess | undefined;
  url = "";
  /** What it said on standard error since it was started. */
  said = "";

  private constructor(
    private readonly folder: string,
    readonly database: Database,
    readonly key: string,
  ) {}

  /** Makes a database in a folder of its own, a machine key in it, and starts the server on it. */
  static async open(): Promise<RunningServer> {
    const folder = testFolder();
    chmodSync(folder, 0o755);
    const first = await RunningServer.spawned(folder);
    await RunningServer.ended(first.child, "SIGTERM");
    const store = await openStore({ databaseUrl: undefined, dataFolder: folder, log: () => {} });
    const secret = readFileSync(join(folder, "secret"), "utf8").trim();
    const people = new People(store.database, { cell: 1n, operator: 1n, secret });
    const made = await people.keys.create(SYSTEM, { name: "load", scopes: ["orders:write"], store: null });
    if (!("key" in made)) throw new Error(JSON.stringify(made));
    const server = new RunningServer(folder, new Database(store.database.url, { most: 3 }), made.key);
    await server.start();
    // The server holds the cluster now; this process only looks.
    await store.close();
    return server;
  }

  /** Starts it; returns after how many milliseconds it was ready. */
  async start(): Promise<number> {
    const from = performance.now();
    const { child, url, said } = await RunningServer.spawned(this.folder);
    this.child = child;
    this.url = url;
    this.said = "";
    said((text) => {
      this.said += text;
    });
    return performance.now() - from;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** kill -9 of the server. */
  async kill(): Promise<void> {
    if (this.child !== undefined) await RunningServer.ended(this.child, "SIGKILL");
  }

  /** SIGTERM: the graceful way; returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.child !== undefined) await RunningServer.ended(this.child, "SIGTERM");
    return this.child?.exitCode ?? null;
  }

  /** The process that PostgreSQL's other processes belong to. */
  get postmaster(): number {
    return Number(readFileSync(join(this.folder, "postgresql", "postmaster.pid"), "utf8").split("\n")[0]);
  }

  async discard(): Promise<void> {
    await this.kill();
    await this.database.close();
    await discard(this.folder);
  }

  private static async spawned(folder: string) {
    const env = { ...process.env, WELLSPRING_DATA: folder, WELLSPRING_PORT: "0", WELLSPRING_LOG: "error" };
    const child = spawn(process.execPath, [PROGRAM, "serve", "--json"], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    let hear = (piece: string) => {
      text += piece;
    };
    child.stderr.setEncoding("utf8").on("data", (piece: string) => hear(piece));
    const lines = createInterface({ input: child.stdout });
    const line = await Promise.race([
      once(lines, "line").then(([first]) => String(first)),
      once(child, "exit").then(([code]) => Promise.reject(new Error(`the server ended (${code}): ${text}`))),
      new Promise<never>((_, fail) => {
        setTimeout(() => fail(new Error(`the server is not ready: ${text}`)), READY).unref();
      }),
    ]);
    const { url } = JSON.parse(line) as { url: string };
    const said = (listener: (piece: string) => void) => {
      hear = listener;
    };
    return { child, url, said };
  }

  private static async ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  }
}
