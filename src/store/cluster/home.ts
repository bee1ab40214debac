/** Where the cluster lives, and how it is made there. */
import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Log, StoreFault } from "../trouble.ts";
import { type Account, canReach, chooseAccount } from "./account.ts";
import { command } from "./command.ts";
import type { Programs } from "./programs.ts";
import { configuration, SETTINGS_FILE } from "./settings.ts";

export const DATA = "postgresql";
const ELSEWHERE = "postgresql-is-at";
const PASSWORD = "wellspring.password";
const PORT = "wellspring.port";
const STATE = "/var/lib/wellspring";

export interface Home {
  /** The folder that holds the cluster's data folder. */
  readonly folder: string;
  /** PostgreSQL's data folder. */
  readonly data: string;
  readonly account: Account | null;
}

/**
 * The cluster's place for a data folder: the folder itself, or, when PostgreSQL's account cannot walk into it
 * (a checkout under /root), one under /var/lib that stays this folder's own. Never a temporary folder: the
 * books are in it.
 */
export function findHome(folder: string, log: Log): Home {
  const wanted = resolve(folder);
  const pointer = join(wanted, ELSEWHERE);
  const known = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : undefined;
  const account = chooseAccount(join(known ?? wanted, DATA));
  make(wanted);
  if (known !== undefined) return { folder: known, data: join(known, DATA), account };
  if (canReach(account, join(wanted, DATA))) {
    return { folder: wanted, data: join(wanted, DATA), account };
  }
  const mark = createHash("sha256").update(wanted).digest("hex").slice(0, 8);
  const other = join(STATE, `${basename(wanted)}-${mark}`);
  make(other);
  writeFileSync(pointer, `${other}\n`);
  log(
    `数据库账户进不了 ${wanted}（上级目录不开放），改放在 ${other} / PostgreSQL's account cannot enter ${wanted} (closed ` +
      `folder above it), so the database is in ${other}`,
  );
  const data = join(other, DATA);
  return { folder: other, data, account: chooseAccount(data) };
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreFault(`数据文件夹无法建立：${why}`, `The data folder cannot be made: ${why}`, { cause });
  }
}

/**
 * Makes the cluster unless it is there. Made aside and renamed when whole, so that a crash leaves nothing
 * half, and of two programs at once one wins and the other takes the winner's.
 */
export async function makeCluster(home: Home, programs: Programs, log: Log): Promise<void> {
  const version = join(home.data, "PG_VERSION");
  if (existsSync(version)) {
    const found = Number(readFileSync(version, "utf8").trim());
    if (found === programs.major) return;
    throw new StoreFault(
      `数据文件夹 ${home.data} 属于 PostgreSQL ${found}，本版本内置 ${programs.major}。请用原来的版本备份，再恢复到新的数据文件夹。`,
      `The data folder ${home.data} is of PostgreSQL ${found}; this version brings ` +
        `${programs.major}. Back up with the version it came with, then restore into a new data folder.`,
    );
  }
  if (existsSync(home.data) && readdirSync(home.data).length > 0) {
    throw new StoreFault(
      `${home.data} 不是空的，也不是 PostgreSQL 的数据文件夹。请移走它。`,
      `${home.data} is not empty and no data folder of PostgreSQL. Move it away.`,
    );
  }
  log("第一次启动：建立数据库 / first start: creating the database");
  sweep(home.folder);
  const part = `${home.data}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  mkdirSync(part, { mode: 0o700 });
  give(home, part);
  const password = `${part}.password`;
  writeFileSync(password, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  give(home, password);
  try {
    const { code, output } = await command(programs.initdb, initdbArgs(part, password), home);
    if (code !== 0) {
      throw new StoreFault(`建立数据库失败：${output}`, `initdb failed with ${code}.`);
    }
    writeFileSync(join(part, SETTINGS_FILE), configuration(), { mode: 0o600 });
    give(home, join(part, SETTINGS_FILE));
    appendFileSync(
      join(part, "postgresql.conf"),
      "\n# Rewritten at each start; what you set yourself belongs in operator.conf.\ninclude " +
        `'${SETTINGS_FILE}'\ninclude_if_exists 'operator.conf'\n`,
    );
    renameSync(password, join(part, PASSWORD));
    try {
      renameSync(part, home.data);
    } catch (error) {
      if (!existsSync(version)) throw error;
    }
    syncFolder(home.folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
    rmSync(password, { force: true });
  }
}

/**
 * Code point order and Unicode letters, the same on every machine; UTF-8; passwords on every connection. A
 * piece of log is written full of zeros while a commit waits: with 4 MB it waits a quarter of the usual time.
 */
function initdbArgs(data: string, password: string): string[] {
  return [
    `--pgdata=${data}`,
    `--pwfile=${password}`,
    "--username=wellspring",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--wal-segsize=4",
    "--no-instructions",
  ];
}

/** Takes away what a creation that was killed has left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = new RegExp(`^${DATA}\\.new-(\\d+)-`).exec(name)?.[1];
    if (pid === undefined) continue;
    try {
      process.kill(Number(pid), 0);
    } catch {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** The settings of this version for this machine, before each start. */
export function writeSettings(home: Home): void {
  writeFileSync(join(home.data, SETTINGS_FILE), configuration());
}

/** What root writes belongs to PostgreSQL's account, so that it can be run by that account alone as well. */
export function give(home: Home, path: string): void {
  if (home.account !== null) chownSync(path, home.account.uid, home.account.gid);
}

export function readPassword(home: Home): string {
  return readFileSync(join(home.data, PASSWORD), "utf8").trim();
}

/** The port of the last start: a program that outlived the database still holds it in its address. */
export function lastPort(home: Home): number | undefined {
  const path = join(home.data, PORT);
  const port = existsSync(path) ? Number(readFileSync(path, "utf8")) : Number.NaN;
  return Number.isInteger(port) ? port : undefined;
}

export function keepPort(home: Home, port: number): void {
  const path = join(home.data, PORT);
  if (lastPort(home) === port) return;
  writeFileSync(path, `${port}\n`, { mode: 0o600 });
  give(home, path);
}
