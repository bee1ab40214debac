import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { constants, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { getHeapStatistics } from "node:v8";
import { enter, findRoom } from "./rooms.mjs";

const MB = 1024 * 1024;
const BIG_FILE_BYTES = 64 * MB;
/** Young objects live as long as a group of orders: with room for one, hardly any of them is ever copied. */
const YOUNG = "--max-semi-space-size=128";
/** What a group made is of no use after it, however many outlived a collection while it was under way. */
const SHORT_LIVED = "--no-allocation-site-pretenuring";

/** @typedef {(args: string[], surroundings: object) => Promise<number>} Main */

/**
 * Runs the command line with these arguments and leaves its exit status in process.exitCode.
 * @param {string[]} args
 * @param {Promise<void>} [meanwhile] what a server waits for before it is ready
 * @returns {Promise<void>}
 */
export async function launch(args, meanwhile) {
  const heapMb = heapWorthAskingFor(args);
  if (heapMb > 0) return await runWithHeap(heapMb, args);
  const cli = findRoom("main/cli");
  if (cli === undefined) {
    return fail(
      "没有找到程序本体，请先运行 npm run build。",
      "The program is not built: run npm run build first.",
    );
  }
  let main;
  try {
    ({ main } = await enter(cli));
  } catch (error) {
    if (!isMissingPackage(error)) throw error;
    return fail(
      "依赖还没有安装：请先运行 npm ci，或直接运行 npm start。",
      `The dependencies are not installed: run npm ci first, or just npm start. (${error.message})`,
    );
  }
  const { stdout, stderr, env } = process;
  const surroundings = { stdout, stderr, env, ...(meanwhile === undefined ? {} : { meanwhile }) };
  process.exitCode = await /** @type {Main} */ (main)(args, surroundings);
}

/**
 * @param {string} zh
 * @param {string} en
 */
function fail(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exitCode = 1;
}

/**
 * Node has one code for a missing package and for a missing file of ours; only the first is cured by npm.
 * @param {unknown} error
 * @returns {error is Error}
 */
function isMissingPackage(error) {
  return error instanceof Error && error.message.startsWith("Cannot find package ");
}

/**
 * The heap in MB that large inputs deserve, or 0 when Node's own limit will do. Node takes a larger heap only
 * as it starts (v8.setFlagsFromString comes too late on Node 20). That costs a second process of about 60 ms:
 * worth it for a file of many orders and for the benchmark, not for --version.
 * @param {string[]} args
 * @returns {number}
 */
function heapWorthAskingFor(args) {
  const given = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" ");
  if (given.includes("max-old-space-size") || given.includes("max_old_space_size")) return 0;
  if (args[0] !== "bench" && !args.some(isBig)) return 0;
  const allowed = process.constrainedMemory?.() || Number.POSITIVE_INFINITY;
  const wanted = Math.floor((Math.min(totalmem(), allowed) * 0.75) / MB);
  return wanted > getHeapStatistics().heap_size_limit / MB ? wanted : 0;
}

/** @param {string} arg */
function isBig(arg) {
  const path = arg.startsWith("--") ? arg.slice(arg.indexOf("=") + 1) : arg;
  let found;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch {
    // A path that cannot be (through a file, or too long) is no big file; the command itself will say so.
    return false;
  }
  return found?.isFile() === true && found.size >= BIG_FILE_BYTES;
}

/**
 * @param {number} heapMb
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function runWithHeap(heapMb, args) {
  const script = fileURLToPath(new URL("wellspring.mjs", import.meta.url));
  // The benchmark of the store runs as the server does; a replay keeps what it makes.
  const asServer = args[0] === "bench" && args[1] === "store" ? [SHORT_LIVED] : [];
  const node = [...process.execArgv, `--max-old-space-size=${heapMb}`, YOUNG, ...asServer, script, ...args];
  const child = spawn(process.execPath, node, { stdio: "inherit" });
  // The terminal sends Ctrl-C to both; this process only waits for the other's answer.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      resolve();
    });
  });
}
