/** The command line as a process of its own, and, where many are wanted, played within the test. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, onTestFinished } from "vitest";
import { main } from "#main";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(root, "bin/wellspring.mjs");

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Given {
  readonly input?: string | Buffer;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Settings of the machine that the command line would listen to are taken away. */
function quiet(env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const names = [
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "WELLSPRING_DEBUG",
    "npm_lifecycle_event",
  ];
  const mine = Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)));
  return { ...mine, LANG: "en_US.UTF-8", ...env };
}

const started = new Set<ChildProcessWithoutNullStreams>();
// A test that fails half-way leaves nobody behind.
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

/** Starts `wellspring` with these arguments. */
export function start(args: readonly string[], { cwd, env }: Given = {}): ChildProcessWithoutNullStreams {
  const options = { env: quiet(env), ...(cwd === undefined ? {} : { cwd }) };
  const child = spawn(process.execPath, [BIN, ...args], options);
  started.add(child);
  child.on("exit", () => started.delete(child));
  return child;
}

/** What a started process comes to. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { status, stdout, stderr };
}

/** Runs `wellspring` to its end as a process of its own. */
export async function wellspring(args: readonly string[], given: Given = {}): Promise<Ended> {
  const child = start(args, given);
  // A process that refuses its arguments does not wait for its input.
  child.stdin.on("error", () => {});
  child.stdin.end(given.input ?? "");
  return await ended(child);
}

class Paper extends Writable {
  text = "";
  readonly columns = 100;
  constructor(readonly isTTY: boolean) {
    super({ decodeStrings: false });
  }
  override _write(text: string, _: string, done: () => void): void {
    this.text += text;
    done();
  }
}

/** Plays a command line within this process: many times as fast, without standard input. */
export async function played(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  isTTY = false,
): Promise<Ended> {
  const [stdout, stderr] = [new Paper(isTTY), new Paper(isTTY)];
  const status = await main(args, { stdout, stderr, env: quiet(env) });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** A directory of the test's own, gone when it ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wellspring-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
