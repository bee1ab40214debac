/** What a newcomer does with his hands: clones the repository and gives the commands of the README, nothing else. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { testFolder } from "../cluster.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const READY = /http:\/\/127\.0\.0\.1:\d+(?=\/counter\/)/;
/** What a machine may have set for its own packages stays; what the run around this one has set does not. */
const FOREIGN = /^(npm_(?!config_)|VITEST|NODE_|WELLSPRING_)/i;

/** Whether there is anything to clone: an unpacked archive has no history. */
export const isRepository = existsSync(join(root, ".git"));

/** Seconds since the clone began, by what has then been done. */
export interface Lap {
  readonly done: string;
  readonly at: number;
}

/** The shell commands of one section of the README, one a line. */
export function commandsOf(section: string): string[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const text = readme.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? "";
  return [...text.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = ""]) => block.trim().split("\n"));
}

export class NewHouse {
  readonly laps: Lap[] = [];
  url = "";
  /** What the window shows in which it was started. */
  said = "";
  private readonly folder = testFolder();
  private readonly clone = join(this.folder, "wellspring");
  private readonly began = performance.now();
  private readonly env: NodeJS.ProcessEnv;
  private child: ChildProcess | undefined;

  private constructor(port: number) {
    const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
    const cache = join(this.folder, "empty-cache");
    this.env = { ...Object.fromEntries(own), npm_config_cache: cache, WELLSPRING_PORT: `${port}` };
  }

  /** Clones what is committed. */
  static async cloned(): Promise<NewHouse> {
    const house = new NewHouse(await freePort());
    execFileSync("git", ["clone", "--quiet", pathToFileURL(root).href, house.clone], { env: house.env });
    house.lap("clone");
    return house;
  }

  /** Gives the command that starts everything, and returns when it says where the counter is. */
  async start(command: string): Promise<void> {
    // A group of its own, so that all of it can be ended together.
    this.child = spawn(command, { cwd: this.clone, env: this.env, shell: true, detached: true });
    const watch = setInterval(() => this.look(), 100);
    try {
      await new Promise<void>((resolve, reject) => {
        const hear = (text: Buffer) => {
          this.said += text;
          this.look();
          const url = READY.exec(this.said)?.[0];
          if (url === undefined) return;
          this.url = url;
          resolve();
        };
        this.child?.stdout?.on("data", hear);
        this.child?.stderr?.on("data", hear);
        this.child?.on("exit", (code) => reject(new Error(`${command} ended with ${code}:\n${this.said}`)));
      });
    } finally {
      clearInterval(watch);
    }
    this.lap("server ready");
  }

  /** The code that the window shows after `ask` has asked for one. */
  async codeAfter(ask: () => Promise<void>): Promise<string> {
    const before = this.said.length;
    await ask();
    for (let tries = 0; tries < 300; tries++) {
      const code = /验证码 (\d+)/.exec(this.said.slice(before))?.[1];
      if (code !== undefined) return code;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error(`no code was shown:\n${this.said}`);
  }

  /** Another command, in another window; gives what it prints. Throws where it ends badly. */
  run(command: string): string {
    return execFileSync(command, { cwd: this.clone, env: this.env, shell: "/bin/sh", encoding: "utf8" });
  }

  lap(done: string): void {
    if (this.laps.some((lap) => lap.done === done)) return;
    this.laps.push({ done, at: (performance.now() - this.began) / 1_000 });
  }

  async close(): Promise<void> {
    const { child } = this;
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.on("exit", resolve));
      process.kill(-child.pid, "SIGINT");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What has been done is seen by what lies there, and by what is said. */
  private look(): void {
    const has = (path: string) => existsSync(join(this.clone, path));
    if (has("node_modules/.wellspring-stamp")) this.lap("packages installed");
    if (has("dist/web/inputs.sha256")) this.lap("faces built");
    if (this.said.includes("database made")) this.lap("database made");
    if (this.said.includes("demo coalition is loaded")) this.lap("demo loaded");
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
