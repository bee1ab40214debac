/** Opening the store: what an operator's own PostgreSQL must be, and what is left when it is refused. */
import { afterEach, expect, test } from "vitest";
import { Database } from "../../src/store/database.ts";
import { MIGRATIONS } from "../../src/store/migration/index.ts";
import { openStore } from "../../src/store/open.ts";
import { discard, testFolder } from "../cluster.ts";
import { bareDatabase, ownCluster, type TestDatabase } from "../postgres.ts";

const made: TestDatabase[] = [];
afterEach(async () => {
  for (const one of made.splice(0)) await one.drop();
});

const log = () => {};

test("one's own PostgreSQL is migrated and used; no cluster is made", async () => {
  const own = await bareDatabase();
  made.push(own);
  const store = await openStore({ databaseUrl: own.url, dataFolder: "/nonexistent/never", log });
  expect(store.cluster).toBeNull();
  const { rows } = await store.database.query("SELECT name FROM migration");
  expect(rows).toHaveLength(MIGRATIONS.length + 1);
  await store.close();
});

test("without an address the embedded one is", async () => {
  const folder = testFolder();
  const store = await openStore({ databaseUrl: "", dataFolder: folder, log });
  expect(store.cluster?.url).toBe(store.database.url);
  expect((await store.database.query("SELECT name FROM migration")).rows).toHaveLength(MIGRATIONS.length + 1);
  await store.close();
  await discard(folder);
});

for (const [setting, says] of [
  ["synchronous_commit = off", /synchronous_commit is off/],
  ["synchronous_commit = local", /synchronous_commit is local/],
] as const) {
  test(`${setting} is refused and nothing is migrated`, async () => {
    const own = await bareDatabase();
    made.push(own);
    await own.database.query(`ALTER DATABASE ${new URL(own.url).pathname.slice(1)} SET ${setting}`);
    await expect(openStore({ databaseUrl: own.url, dataFolder: "", log })).rejects.toThrow(says);
    const { rows } = await own.database.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
    expect(rows).toEqual([]);
  });
}

test("fsync = off and another encoding are refused", async () => {
  const { url, discard: done } = await ownCluster();
  const admin = new Database(url);
  await admin.query(
    "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'",
  );
  const latin = url.replace(/\/wellspring$/, "/latin");
  await expect(openStore({ databaseUrl: latin, dataFolder: "", log })).rejects.toThrow(/encoding is LATIN1/);
  await admin.query("ALTER SYSTEM SET fsync = off");
  await admin.query("SELECT pg_reload_conf()");
  await expect
    .poll(() =>
      openStore({ databaseUrl: url, dataFolder: "", log })
        .then((it) => it.close())
        .catch(String),
    )
    .toMatch(/fsync is off/);
  await admin.close();
  await done();
});

test("an address where nothing answers is told as such", async () => {
  const nowhere = "postgresql://me:secret@127.0.0.1:1/none";
  const failed = openStore({ databaseUrl: nowhere, dataFolder: "", log });
  await expect(failed).rejects.toThrow(/cannot be reached/);
  await expect(failed).rejects.not.toThrow(/secret/);
});
