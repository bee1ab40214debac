// The faces (src/web) built for browsers into dist/web, whenever what they are made of has changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { runBin } from "./check.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const built = join(root, "dist", "web");
const STAMP = "inputs.sha256";

/** What the faces are made of. */
const INPUTS = [
  ...["src/web", "src/engine", "src/api/client/index.ts"],
  ...["src/statement/receipt.ts", "src/statement/parts.ts", "src/statement/words.ts"],
  ...["vite.config.ts", "package-lock.json"],
];
const TEXTS = /\.(html|js|css|svg|json)$/;
/** Smaller files travel in one packet anyway. */
const LEAST_BYTES = 1_024;

/**
 * Builds the faces where they are missing or older than their sources.
 * @returns {boolean} false when they could not be built, with the reason already printed
 */
export function provideFaces() {
  const hash = hashOfInputs();
  if (isBuiltFrom(hash)) return true;
  const start = Date.now();
  process.stderr.write("正在构建界面 · Building the faces … ");
  if (!buildFaces(hash)) {
    process.stderr.write("界面构建失败，原因见上。 The faces could not be built for the reason above.\n");
    return false;
  }
  process.stderr.write(`${((Date.now() - start) / 1000).toFixed(0)} s\n`);
  return true;
}

/**
 * The same beside other work, in a process of its own: on `npm start` a database is made meanwhile.
 * @returns {Promise<void>} settled once they are built, or could not be, with the reason already printed
 */
export function provideFacesMeanwhile() {
  if (isBuiltFrom(hashOfInputs())) return Promise.resolve();
  process.stderr.write("正在构建界面，同时启动 · Building the faces while the server starts …\n");
  const child = spawn(process.execPath, [join(root, "scripts", "run.mjs"), "faces"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve());
    child.on("close", (code) => {
      // Ctrl-C ends it without a code, and then there is nothing to tell.
      if (code !== 0 && code !== null) process.stderr.write(said);
      resolve();
    });
  });
}

/** `node scripts/run.mjs faces`. */
export function run() {
  if (!provideFaces()) process.exitCode = 1;
}

/** @param {string} hash */
function isBuiltFrom(hash) {
  const stamp = join(built, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/**
 * Builds beside the place and moves in at the end: whoever serves meanwhile serves a whole.
 * @param {string} hash
 * @returns {boolean}
 */
function buildFaces(hash) {
  const fresh = join(root, "dist", `web-${process.pid}`);
  try {
    const args = ["build", "--logLevel", "warn", "--outDir", fresh];
    // Tests run under another NODE_ENV, and React would be built for finding its faults.
    if (!runBin("vite/bin/vite.js", args, { NODE_ENV: "production" })) return false;
    for (const file of filesIn(fresh)) compress(file);
    writeFileSync(join(fresh, STAMP), hash);
    moveIn(fresh);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Puts what was built in the place of the old. Another process may do the same at the same moment: then one
 * of the two stands there, whole.
 * @param {string} fresh
 */
function moveIn(fresh) {
  const old = `${fresh}-old`;
  for (let tries = 0; tries < 5; tries++) {
    try {
      if (existsSync(built)) renameSync(built, old);
      renameSync(fresh, built);
      break;
    } catch (error) {
      // Somebody was there first, with the old or with his own.
      if (tries === 4) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

/**
 * Puts the compressed forms beside a file, so that no request pays for them.
 * @param {string} file
 */
function compress(file) {
  if (!TEXTS.test(file) || statSync(file).size < LEAST_BYTES) return;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    for (const file of filesIn(join(root, input))) {
      hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} path a file or a folder
 * @returns {string[]} the files, in order
 */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesIn(join(path, name)));
}
