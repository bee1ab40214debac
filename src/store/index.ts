/** The door of the store 账库. */
export { Database, type DatabaseOptions, type Queryable, sqlState, UNIQUE_VIOLATION } from "./database.ts";
export { MIGRATIONS } from "./migration/index.ts";
export type { Migration } from "./migration/migration.ts";
export { type PlanRecord, planRecord } from "./planrecord.ts";
export * from "./record.ts";
