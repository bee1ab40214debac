/** A real PostgreSQL for a test: its own database in the run's cluster, or a cluster of its own to be killed. */
import { createHash, randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { type Cluster, openCluster } from "../src/store/cluster/index.ts";
import { Database, sqlState } from "../src/store/database.ts";
import { migrate, migrationHash } from "../src/store/migrate.ts";
import { MIGRATIONS } from "../src/store/migration/index.ts";
import { discard, FOLDER, testFolder } from "./cluster.ts";

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  drop(): Promise<void>;
}

let opening: Promise<{ cluster: Cluster; admin: Database }> | undefined;
const open = new Set<Database>();

/** The run's cluster as this test file holds it; opened at the first call. */
function shared(): Promise<{ cluster: Cluster; admin: Database }> {
  opening ??= (async () => {
    const folder = process.env[FOLDER];
    if (folder === undefined) throw new Error("test/cluster.ts is not vitest's globalSetup");
    const cluster = await openCluster({ folder, log: () => {} });
    return { cluster, admin: new Database(cluster.url, { most: 2, statementTimeout: 60_000 }) };
  })();
  return opening;
}

/** A new database with the schema of this version; empty but for what the migrations put in. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { cluster, admin } = await shared();
  return create(cluster, admin, ` TEMPLATE ${await template(cluster, admin)}`);
}

/** A new database without any table. */
export async function bareDatabase(): Promise<TestDatabase> {
  const { cluster, admin } = await shared();
  return create(cluster, admin, "");
}

async function create(cluster: Cluster, admin: Database, how: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await admin.query(`CREATE DATABASE ${name}${how}`);
  const url = urlOf(cluster, name);
  const database = new Database(url);
  open.add(database);
  const close = async () => {
    if (open.delete(database)) await database.close();
  };
  return {
    database,
    url,
    drop: async () => {
      await close();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** The migrated database that others are copied from; one of the workers makes it, the other waits. */
async function template(cluster: Cluster, admin: Database): Promise<string> {
  const hash = createHash("sha256").update(MIGRATIONS.map(migrationHash).join("\n")).digest("hex");
  const name = `template_${hash.slice(0, 16)}`;
  try {
    if (await isReady(admin, name)) return name;
    await admin.query(`CREATE DATABASE ${name}`);
  } catch (error) {
    if (!["42P04", "23505"].includes(sqlState(error) ?? "")) throw error;
    for (let tries = 0; tries < 600; tries++) {
      if (await isReady(admin, name)) return name;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("the migrated template of the other test worker never came");
  }
  const database = new Database(urlOf(cluster, name));
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    throw error;
  }
  await database.close();
  await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  return name;
}

async function isReady(admin: Database, name: string): Promise<boolean> {
  const { rows } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate", [
    name,
  ]);
  return rows.length > 0;
}

function urlOf(cluster: Cluster, name: string): string {
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** A cluster of a test's own, which may be killed; `url` is an empty database in it. */
export async function ownCluster(): Promise<{
  readonly cluster: Cluster;
  readonly url: string;
  readonly folder: string;
  discard(): Promise<void>;
}> {
  const folder = testFolder();
  const cluster = await openCluster({ folder, log: () => {} });
  return {
    cluster,
    url: cluster.url,
    folder,
    discard: async () => {
      await cluster.stop();
      await discard(folder);
    },
  };
}

// A test that forgot to close its database keeps no connection beyond its file.
afterAll(async () => {
  for (const database of open) await database.close().catch(() => {});
  if (opening === undefined) return;
  const { admin } = await opening;
  await admin.close();
});
