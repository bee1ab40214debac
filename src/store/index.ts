/** The door of the store 账库. */

export { type BackupOptions, backup } from "./backup.ts";
export type { BackupProgress } from "./backupfile.ts";
export { Batch, instantText, type Origin, orderIdOf, partyNumber, settledId } from "./batch.ts";
export * from "./cells.ts";
export { genesis, nextHead, planText, sha256 } from "./chain.ts";
export { Cluster, type ClusterSettings, openCluster } from "./cluster/index.ts";
export { Columns } from "./columns.ts";
export {
  commitClock,
  commitGroup,
  confirmHold,
  Diverged,
  Fenced,
  type Hold,
  poolValues,
} from "./commit.ts";
export {
  Database,
  type DatabaseOptions,
  isUnreachable,
  type Queryable,
  sqlState,
  UNIQUE_VIOLATION,
} from "./database.ts";
export { dayAfter, dayOf, daysBetween, startOf } from "./day.ts";
export { exitsOf } from "./exits.ts";
export { type ExportOptions, exportCell } from "./export.ts";
export { type CheckOptions, checkExport, type ExportVerdict } from "./exportcheck.ts";
export { fetchPurchases, fetchTraces, fetchWithdrawals, type Known, knownOrders } from "./fetch.ts";
export { SQL, type Statement } from "./groupsql.ts";
export { type Step, stepsOf } from "./groupsteps.ts";
export * from "./job.ts";
export * from "./jobslot.ts";
export { forgetJobs } from "./jobsweep.ts";
export { loadBook, type PoolRow } from "./load.ts";
export { type MigrateOptions, migrate, migrationHash } from "./migrate.ts";
export { MIGRATIONS } from "./migration/index.ts";
export type { Migration } from "./migration/migration.ts";
export { accountNumber, CELL_PARTY, kindOf, partyOf } from "./number.ts";
export { assertDurable, openDatabase, openStore, type Store, type StoreSettings } from "./open.ts";
export { type PlanRecord, planRecord } from "./planrecord.ts";
export * from "./proof.ts";
export { figuresNow, makeProof } from "./prooffigures.ts";
export { openProofKey } from "./proofkey.ts";
export * from "./record.ts";
export { recordText } from "./recordtext.ts";
export { planKey, ResidentBook } from "./resident.ts";
export { type RestoreOptions, restore } from "./restore.ts";
export { type Log, StoreFault } from "./trouble.ts";
export { type Figures, type Verdict, type VerifyOptions, verifyCell } from "./verify.ts";
export { DIFFERENCES, type Difference, type Finding } from "./verifyfinding.ts";
