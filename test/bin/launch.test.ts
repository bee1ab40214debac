/** The launcher and the worker entry, played in a house of their own: from source, as built, and half there. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nodeWillDo } from "../../bin/node-version.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "wellspring-"));
  cpSync(join(root, "bin"), join(house, "bin"), { recursive: true });
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** A house run from its TypeScript sources, with the packages of this one. */
function fromSource(): void {
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "junction");
  write("package.json", '{ "type": "module", "imports": { "#engine": "./src/engine/index.ts" } }');
  write("src/engine/index.ts", "export const answer: bigint = 42n;");
  write("src/main/cli.ts", cli("string[]", "Promise<number>"));
}

/** A house as installed from a package: no sources, no tsx, the doors of dist/package.json. */
function asBuilt(): void {
  write("package.json", '{ "type": "module", "imports": { "#engine": "./src/engine/index.ts" } }');
  write("dist/package.json", '{ "type": "module", "imports": { "#engine": "./engine/index.js" } }');
  write("dist/engine/index.js", "export const answer = 42n;");
  write("dist/main/cli.js", cli());
}

/** A command line that says what it was given and how much heap it has, and ends with status 3. */
function cli(args?: string, status?: string): string {
  return `
    import { getHeapStatistics } from "node:v8";
    import { answer } from "#engine";
    export async function main(args${args ? `: ${args}` : ""})${status ? `: ${status}` : ""} {
      const heapMb = getHeapStatistics().heap_size_limit / 1024 / 1024;
      console.log(JSON.stringify({ args, answer: String(answer), heapMb, pid: process.pid }));
      return 3;
    }`;
}

function wellspring(args: string[], env: Record<string, string> = {}) {
  const command = [join(house, "bin/wellspring.mjs"), ...args];
  const clean = { ...process.env, NODE_OPTIONS: "", ...env };
  return spawnSync(process.execPath, command, {
    cwd: tmpdir(),
    encoding: "utf8",
    env: clean,
  });
}

describe.each([
  ["from source", fromSource],
  ["as built", asBuilt],
])("wellspring %s", (_name, build) => {
  test("hands on the arguments, uses the doors, and ends with the status of the command line", () => {
    build();
    const { status, stdout, stderr } = wellspring(["replay", "--plan", "p.json"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ args: ["replay", "--plan", "p.json"], answer: "42" });
    expect(status).toBe(3);
  });

  test("a worker enters a module by its name", () => {
    build();
    const kind = build === fromSource ? [`src/sim/echo.ts`, " as string"] : [`dist/sim/echo.js`, ""];
    const body = `
      import { parentPort, workerData } from "node:worker_threads";
      import { answer } from "#engine";
      parentPort?.postMessage((workerData.said${kind[1]}) + answer);`;
    write(kind[0] ?? "", body);
    const start = `
      import { Worker } from "node:worker_threads";
      const entry = new URL("./bin/worker.mjs", import.meta.url);
      const worker = new Worker(entry, { workerData: { room: process.argv[2], said: "echo " } });
      worker.on("message", (said) => console.log(said));
      worker.on("error", (error) => console.log(error.message));`;
    write("start.mjs", start);
    const run = (room: string) =>
      spawnSync(process.execPath, [join(house, "start.mjs"), room], { encoding: "utf8" });
    expect(run("sim/echo").stdout).toBe("echo 42\n");
    expect(run("sim/none").stdout).toBe('no module "sim/none" for this worker\n');
  });
});

describe("what is missing is said in a sentence", () => {
  test("packages", () => {
    write("package.json", '{ "type": "module" }');
    write("src/main/cli.ts", "export const main = () => 0;");
    const { status, stderr } = wellspring(["--version"]);
    expect(stderr).toContain("npm ci");
    expect(stderr).toContain("依赖还没有安装");
    expect(status).toBe(1);
  });

  test("the program itself", () => {
    write("package.json", '{ "type": "module" }');
    const { status, stderr } = wellspring(["--version"]);
    expect(stderr).toContain("npm run build");
    expect(status).toBe(1);
  });

  test("but a missing file of our own is a fault to be seen whole", () => {
    fromSource();
    write("src/main/cli.ts", 'import "./gone.ts";');
    const { status, stderr } = wellspring([]);
    expect(stderr).toContain("gone.ts");
    expect(stderr).not.toContain("npm ci");
    expect(status).toBe(1);
  });

  test("a Node that is too old", () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const status = process.exitCode;
    const willDo = ["20.18.3", "18.20.8", "4.9.1", "20.19.0", "21.0.0", "24.1.0"].map(nodeWillDo);
    process.exitCode = status;
    expect(willDo).toEqual([false, false, false, true, true, true]);
    expect(said.mock.calls.flat().join(" ")).toContain("4.9.1");
    said.mockRestore();
  });
});

describe("large inputs get a larger heap", () => {
  const heapOf = (args: string[], env?: Record<string, string>): number =>
    JSON.parse(wellspring(args, env).stdout).heapMb;

  test("a large file and the benchmark do, a small file does not, and a limit set by hand is kept", () => {
    asBuilt();
    write("small.jsonl", "{}\n");
    write("large.jsonl", "");
    truncateSync(join(house, "large.jsonl"), 65 * 1024 * 1024);
    const usual = heapOf(["replay", join(house, "small.jsonl")]);
    expect(heapOf(["replay", join(house, "large.jsonl")])).toBeGreaterThan(usual);
    expect(heapOf(["replay", `--orders=${join(house, "large.jsonl")}`])).toBeGreaterThan(usual);
    expect(heapOf(["bench", "engine"])).toBeGreaterThan(usual);
    expect(heapOf(["bench", "engine"], { NODE_OPTIONS: "--max-old-space-size=300" })).toBeLessThan(usual);
    expect(wellspring(["bench"]).status).toBe(3);
  });
});
