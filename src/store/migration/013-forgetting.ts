/** Indexes by which finished jobs and ended deliveries are found when their time is over. */
import type { Migration } from "./migration.ts";

const INDEXES = ["job_finished", "delivery_ended"] as const;

export const migration: Migration = {
  name: "013-forgetting",
  before: INDEXES.map((index) => `SELECT to_regclass('${index}') IS NULL AS ok`),
  up: [
    "CREATE INDEX job_finished ON job (cell_id, finished_at) WHERE finished_at IS NOT NULL",
    "CREATE INDEX delivery_ended ON delivery (cell_id, created_at) WHERE state IN ('delivered', 'dead')",
  ],
  after: INDEXES.map((index) => `SELECT to_regclass('${index}') IS NOT NULL AS ok`),
};
