/**
 * The job table 任务表: work that is done later, outside the request that asked for it. A job is put in by the
 * transaction that needs it, so that both stand or neither; a worker holds it by a lease, so that it is taken
 * again when the worker dies. Times come from the caller: whoever brings the clock decides what is due.
 */
import { uuidv7 } from "uuidv7";
import type { Queryable } from "./database.ts";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

export interface NewJob {
  readonly cell: bigint;
  readonly kind: string;
  /** The same kind and key is the same job as long as it is kept; absent: a job of its own. */
  readonly key?: string;
  readonly payload?: unknown;
  /** Not before; absent: now. */
  readonly runAt?: Date;
  readonly mostTries?: number;
}

export interface JobRow {
  readonly job_id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly state: JobState;
  readonly run_at: Date;
  readonly tries: number;
  readonly most_tries: number;
  readonly last_error: string | null;
  readonly worker: string | null;
  readonly lease_until: Date | null;
  readonly done: number;
  readonly total: number | null;
  readonly result: unknown;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

/** Who holds a job: a worker whose lease ran out no longer matches, whatever it still has to say. */
export interface JobHold {
  readonly cell: bigint;
  readonly job: string;
  readonly worker: string;
  readonly tries: number;
}

const MOST_TRIES = 10;
const COLUMNS = `job_id, kind, key, payload, state, run_at, tries, most_tries, last_error, worker,
  lease_until, done, total, result, created_at, started_at, finished_at`;
const HELD = "cell_id = $1 AND job_id = $2 AND state = 'running' AND worker = $3 AND tries = $4";

const held = ({ cell, job, worker, tries }: JobHold) => [cell, job, worker, tries];
const json = (value: unknown) => JSON.stringify(value ?? null);

/** Puts a job in, within the caller's transaction. The same kind and key again: the job that is there. */
export async function enqueueJob(
  tx: Queryable,
  { cell, kind, key, payload, runAt, mostTries }: NewJob,
  now: Date,
): Promise<{ readonly job: string; readonly fresh: boolean }> {
  const id = uuidv7();
  const values = [cell, id, kind, key ?? id, json(payload), runAt ?? now, mostTries ?? MOST_TRIES, now];
  const { rowCount } = await tx.query(
    `INSERT INTO job (cell_id, job_id, operator_id, kind, key, payload, state, run_at, tries, most_tries,
       done, created_at)
     SELECT c.cell_id, $2::text, c.operator_id, $3::text, $4::text, $5::jsonb, 'queued', $6::timestamptz, 0,
       $7::integer, 0, $8::timestamptz
       FROM cell c WHERE c.cell_id = $1
     ON CONFLICT (cell_id, kind, key) DO NOTHING`,
    values,
  );
  if (rowCount > 0) return { job: id, fresh: true };
  const { rows } = await tx.query<{ job_id: string }>(
    "SELECT job_id FROM job WHERE cell_id = $1 AND kind = $2 AND key = $3",
    [cell, kind, key ?? id],
  );
  const [known] = rows;
  if (known === undefined) throw new Error(`no cell ${cell}`);
  return { job: known.job_id, fresh: false };
}

/** Jobs whose worker died go back to the queue, or are given up where they have had their tries. */
export async function recoverJobs(tx: Queryable, cell: bigint, now: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE job
        SET state = CASE WHEN tries < most_tries THEN 'queued' ELSE 'failed' END,
            finished_at = CASE WHEN tries < most_tries THEN NULL ELSE $2::timestamptz END,
            last_error = 'worker_lost', worker = NULL, lease_until = NULL
      WHERE cell_id = $1 AND state = 'running' AND lease_until < $2::timestamptz`,
    [cell, now],
  );
  return rowCount;
}

export interface Claim {
  readonly cell: bigint;
  readonly kinds: readonly string[];
  readonly worker: string;
  readonly most: number;
  readonly now: Date;
  readonly leaseUntil: Date;
}

/** Takes due jobs for a worker, in a transaction of the caller's; no other worker gets the same ones. */
export async function claimJobs(tx: Queryable, claim: Claim): Promise<readonly JobRow[]> {
  const { cell, kinds, worker, most, now, leaseUntil } = claim;
  const { rows: due } = await tx.query<{ job_id: string }>(
    `SELECT job_id FROM job
      WHERE cell_id = $1 AND state = 'queued' AND run_at <= $2 AND kind = ANY($3::text[])
      ORDER BY run_at, job_id LIMIT $4 FOR UPDATE SKIP LOCKED`,
    [cell, now, kinds, most],
  );
  if (due.length === 0) return [];
  const { rows } = await tx.query<JobRow>(
    `UPDATE job SET state = 'running', tries = tries + 1, worker = $3, lease_until = $4, started_at = $5,
            done = 0
      WHERE cell_id = $1 AND job_id = ANY($2::text[])
      RETURNING ${COLUMNS}`,
    [cell, due.map((row) => row.job_id), worker, leaseUntil, now],
  );
  return rows.sort((a, b) => a.run_at.getTime() - b.run_at.getTime() || (a.job_id < b.job_id ? -1 : 1));
}

/** Makes the lease longer; false when the job is no longer this worker's (cancelled, or taken by another). */
export async function extendJob(tx: Queryable, hold: JobHold, leaseUntil: Date): Promise<boolean> {
  const { rowCount } = await tx.query(`UPDATE job SET lease_until = $5 WHERE ${HELD}`, [
    ...held(hold),
    leaseUntil,
  ]);
  return rowCount === 1;
}

/** Says how far the work is; false as for `extendJob`. */
export async function progressJob(
  tx: Queryable,
  hold: JobHold,
  done: number,
  total: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(`UPDATE job SET done = $5, total = $6 WHERE ${HELD}`, [
    ...held(hold),
    done,
    total,
  ]);
  return rowCount === 1;
}

/**
 * The job is done. In the transaction of the work itself, what was done and that it was done stand together:
 * a false then means that the transaction must not be committed.
 */
export async function finishJob(tx: Queryable, hold: JobHold, result: unknown, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE job
        SET state = 'done', result = $5::jsonb, finished_at = $6, lease_until = NULL, last_error = NULL
      WHERE ${HELD}`,
    [...held(hold), json(result), now],
  );
  return rowCount === 1;
}

/** The try failed: again at `again`, or never when that is null. */
export async function failJob(tx: Queryable, hold: JobHold, error: string, again: Date | null, now: Date) {
  await tx.query(
    `UPDATE job
        SET state = CASE WHEN $6::timestamptz IS NULL THEN 'failed' ELSE 'queued' END,
            run_at = COALESCE($6::timestamptz, run_at),
            finished_at = CASE WHEN $6::timestamptz IS NULL THEN $7::timestamptz END,
            last_error = $5, worker = NULL, lease_until = NULL
      WHERE ${HELD}`,
    [...held(hold), error, again, now],
  );
}

/** Gives a job back untouched, its try not counted: the worker is stopping. */
export async function releaseJob(tx: Queryable, hold: JobHold): Promise<void> {
  await tx.query(
    `UPDATE job SET state = 'queued', tries = tries - 1, worker = NULL, lease_until = NULL WHERE ${HELD}`,
    held(hold),
  );
}

/** Cancels what is queued or running; a running one hears of it when it next extends its lease. */
export async function cancelJob(tx: Queryable, cell: bigint, job: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE job SET state = 'cancelled', finished_at = $3, lease_until = NULL
      WHERE cell_id = $1 AND job_id = $2 AND state IN ('queued', 'running')`,
    [cell, job, now],
  );
  return rowCount === 1;
}

/** Puts a failed or cancelled job back, with all its tries. */
export async function retryJob(tx: Queryable, cell: bigint, job: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE job SET state = 'queued', tries = 0, run_at = $3, finished_at = NULL, worker = NULL
      WHERE cell_id = $1 AND job_id = $2 AND state IN ('failed', 'cancelled')`,
    [cell, job, now],
  );
  return rowCount === 1;
}

export async function readJob(tx: Queryable, cell: bigint, job: string): Promise<JobRow | null> {
  const { rows } = await tx.query<JobRow>(`SELECT ${COLUMNS} FROM job WHERE cell_id = $1 AND job_id = $2`, [
    cell,
    job,
  ]);
  return rows[0] ?? null;
}

export interface JobList {
  readonly by: string | null;
  /** Those older than this id. */
  readonly before: string | null;
  readonly limit: number;
}

/** Jobs of a kind, newest first: all, or those one person asked for. */
export async function listJobs(
  tx: Queryable,
  cell: bigint,
  kind: string,
  { by, before, limit }: JobList,
): Promise<JobRow[]> {
  const { rows } = await tx.query<JobRow>(
    `SELECT ${COLUMNS} FROM job WHERE cell_id = $1 AND kind = $2 AND ($3::text IS NULL OR payload->>'by' = $3)
        AND ($4::text IS NULL OR job_id < $4) ORDER BY job_id DESC LIMIT $5`,
    [cell, kind, by, before, limit],
  );
  return rows;
}

/** How many jobs of a cell stand in each state: for the operator's page and the metrics. */
export async function countJobs(tx: Queryable, cell: bigint): Promise<ReadonlyMap<JobState, number>> {
  const { rows } = await tx.query<{ state: JobState; jobs: bigint }>(
    "SELECT state, count(*) AS jobs FROM job WHERE cell_id = $1 GROUP BY state",
    [cell],
  );
  return new Map(rows.map(({ state, jobs }) => [state, Number(jobs)]));
}
