/** The door of the store 账库. */

export { Cluster, type ClusterSettings, openCluster } from "./cluster/index.ts";
export { Database, type DatabaseOptions, type Queryable, sqlState, UNIQUE_VIOLATION } from "./database.ts";
export { type MigrateOptions, migrate, migrationHash } from "./migrate.ts";
export { MIGRATIONS } from "./migration/index.ts";
export type { Migration } from "./migration/migration.ts";
export { type PlanRecord, planRecord } from "./planrecord.ts";
export * from "./record.ts";
export { type Log, StoreFault } from "./trouble.ts";
