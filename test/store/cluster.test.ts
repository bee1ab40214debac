/** The embedded cluster lives through what happens to it: kills of either side, company, strange files. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { type Cluster, openCluster } from "../../src/store/cluster/index.ts";
import { serves } from "../../src/store/cluster/postmaster.ts";
import { Database } from "../../src/store/database.ts";
import { discard, testFolder } from "../cluster.ts";

const holder = fileURLToPath(new URL("holder.ts", import.meta.url));

const folders: string[] = [];
const clusters: Cluster[] = [];
const programs: ChildProcess[] = [];
const databases: Database[] = [];

afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
  for (const program of programs.splice(0)) program.kill("SIGKILL");
  for (const cluster of clusters.splice(0)) await cluster.stop();
  for (const folder of folders.splice(0)) await discard(folder);
});

function newFolder(): string {
  const folder = testFolder();
  folders.push(folder);
  return folder;
}

async function opened(folder: string, log: string[] = [], silence = 15_000): Promise<Cluster> {
  const cluster = await openCluster({ folder, silence, log: (line) => log.push(line) });
  clusters.push(cluster);
  return cluster;
}

function databaseOf(url: string): Database {
  const database = new Database(url);
  databases.push(database);
  return database;
}

/** Another program on the folder; `uid` lends it another account. */
async function program(folder: string, uid?: number) {
  const child = spawn(process.execPath, ["--import", "tsx", holder, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid, env: { ...process.env, HOME: folder, TMPDIR: folder } }),
  });
  programs.push(child);
  const [line] = await once(child.stdout, "data");
  return { child, ...(JSON.parse(String(line)) as { url: string; pid: number }) };
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error("waited in vain");
}

const dataOf = (folder: string) => join(folder, "postgresql");

test("starts durable, in UTC, in code point order, closed to others; stops; comes back at the same port", async () => {
  const folder = newFolder();
  const first = await opened(folder);
  const database = databaseOf(first.url);
  const { rows } = await database.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN
      ('fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'TimeZone', 'data_checksums',
       'listen_addresses', 'unix_socket_directories')`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    TimeZone: "UTC",
    data_checksums: "on",
    fsync: "on",
    full_page_writes: "on",
    listen_addresses: "127.0.0.1",
    server_encoding: "UTF8",
    synchronous_commit: "on",
    unix_socket_directories: "",
  });
  const sorted = await database.query<{ all: string }>(
    "SELECT string_agg(x, '' ORDER BY x) AS all FROM unnest(ARRAY['a', 'B', 'é', '商', 'A', 'b']) x",
  );
  expect(sorted.rows[0]?.all).toBe("ABabé商");
  expect(statSync(dataOf(folder)).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataOf(folder), "wellspring.password")).mode & 0o777).toBe(0o600);
  if (process.getuid?.() === 0) expect(statSync(dataOf(folder)).uid).not.toBe(0);
  await expect(new Database(first.url.replace(/:\w+@/, ":wrong@")).query("SELECT 1")).rejects.toThrow(
    /password/,
  );
  await database.query("CREATE TABLE kept (id int)");
  await first.stop();
  expect(serves(first.postmasterPid, dataOf(folder))).toBe(false);
  const second = await opened(folder);
  expect(second.url).toBe(first.url);
  expect((await database.query("SELECT * FROM kept")).rows).toEqual([]);
});

test("after kill -9 of the program the next one adopts the server with all it has", async () => {
  const folder = newFolder();
  const other = await program(folder);
  await databaseOf(other.url).query("CREATE TABLE kept AS SELECT 7 AS id");
  other.child.kill("SIGKILL");
  await once(other.child, "exit");
  const cluster = await opened(folder);
  expect(cluster.postmasterPid).toBe(other.pid);
  expect((await databaseOf(cluster.url).query("SELECT id FROM kept")).rows).toEqual([{ id: 7 }]);
  await cluster.stop();
  expect(serves(other.pid, dataOf(folder))).toBe(false);
});

test("two programs that start at once share one server, and the last one out stops it", async () => {
  const folder = newFolder();
  const [one, two, mine] = await Promise.all([program(folder), program(folder), opened(folder)]);
  expect([one.pid, two.pid]).toEqual([mine.postmasterPid, mine.postmasterPid]);
  expect([one.url, two.url]).toEqual([mine.url, mine.url]);
  for (const { child } of [one, two]) {
    child.kill("SIGTERM");
    await once(child, "exit");
    expect(serves(mine.postmasterPid, dataOf(folder))).toBe(true);
  }
  await mine.stop();
  expect(serves(mine.postmasterPid, dataOf(folder))).toBe(false);
});

test("after kill -9 of the server it comes back under the running program, at the same address", async () => {
  const folder = newFolder();
  const log: string[] = [];
  const cluster = await opened(folder, log);
  const database = databaseOf(cluster.url);
  await database.query("CREATE TABLE kept (id int PRIMARY KEY)");
  let answered = 0;
  for (let round = 0; round < 3; round++) {
    const pid = cluster.postmasterPid;
    const writing = (async () => {
      for (;;) {
        await database.query("INSERT INTO kept VALUES ($1)", [answered + 1]);
        answered += 1;
      }
    })();
    await until(() => answered >= 20 * (round + 1));
    process.kill(pid, "SIGKILL");
    await expect(writing).rejects.toThrow();
    await until(() => cluster.postmasterPid !== pid);
    const { rows } = await database.query<{ most: number; count: bigint }>(
      "SELECT max(id) AS most, count(*) AS count FROM kept",
    );
    // The last one may stand although its answer was lost; none that was answered may be missing.
    expect([answered, answered + 1]).toContain(rows[0]?.most);
    expect(rows[0]?.count).toBe(BigInt(rows[0]?.most ?? 0));
    answered = rows[0]?.most ?? 0;
  }
  expect(log.filter((line) => line.includes("the database is back"))).toHaveLength(3);
});

test("a server that does not answer is ended and started again", async () => {
  const folder = newFolder();
  const other = await program(folder);
  other.child.kill("SIGKILL");
  process.kill(other.pid, "SIGSTOP");
  const log: string[] = [];
  const cluster = await opened(folder, log, 1000);
  expect(cluster.postmasterPid).not.toBe(other.pid);
  expect(serves(other.pid, dataOf(folder))).toBe(false);
  expect(log.join("\n")).toContain("does not answer");
});

for (const [what, pid] of [
  ["of a process that is gone", 2 ** 22 - 3],
  ["whose number went to another process", process.pid],
] as const) {
  test(`a postmaster.pid ${what} does not keep it down`, async () => {
    const folder = newFolder();
    const first = await opened(folder);
    const file = join(dataOf(folder), "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    await first.stop();
    writeFileSync(file, [String(pid), ...lines.slice(1)].join("\n"));
    const second = await opened(folder);
    expect(serves(second.postmasterPid, dataOf(folder))).toBe(true);
  });
}

test("a data folder of another PostgreSQL version, or of something else, is refused and left alone", async () => {
  const folder = newFolder();
  mkdirSync(dataOf(folder));
  writeFileSync(join(dataOf(folder), "diary.txt"), "mine");
  await expect(opened(folder)).rejects.toThrow(/not empty/);
  writeFileSync(join(dataOf(folder), "PG_VERSION"), "17\n");
  await expect(opened(folder)).rejects.toThrow(/is of PostgreSQL 17; this version brings 18/);
  expect(readFileSync(join(dataOf(folder), "diary.txt"), "utf8")).toBe("mine");
  expect(existsSync(join(folder, "postgresql.log"))).toBe(false);
});

test("runs as whoever starts it; another account is told that the folder is not its own", async () => {
  if (process.getuid?.() !== 0) return;
  const nobody = 65534;
  const folder = newFolder();
  chownSync(folder, nobody, nobody);
  const other = await program(folder, nobody);
  expect(statSync(dataOf(folder)).uid).toBe(nobody);
  // Root joins as the folder's owner; the server stays the same.
  const cluster = await opened(folder);
  expect(cluster.postmasterPid).toBe(other.pid);
  const stranger = spawn(process.execPath, ["--import", "tsx", holder, folder], {
    stdio: ["ignore", "ignore", "pipe"],
    uid: 65533,
    gid: 65533,
    env: { ...process.env, HOME: "/nonexistent", TMPDIR: "/tmp" },
  });
  let said = "";
  stranger.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(stranger, "close");
  expect(code).not.toBe(0);
  expect(said).toContain("belongs to another system user");
});
