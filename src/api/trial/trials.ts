/** Trials 推演 as rows: asked for, done by a job one after the other, kept with what they came to. */

import { uuidv7 } from "uuidv7";
import { GiveUp, type JobRun } from "#desk";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import { TrialRefused, type TrialTask } from "./task.ts";

/** Kind of the job that does one. */
export const TRIAL_JOB = "trial.run";
/** How often one that broke down is tried. */
const TRIES = 2;
/** One at a time is done, for everybody: no more of one person's may wait. */
const MOST_WAITING = 10;
/** Kept of one person, the newest; a report is a page of a megabyte. */
const MOST_KEPT = 200;

export interface TrialRow {
  readonly id: string;
  readonly kind: TrialTask["kind"];
  readonly title: string;
  readonly planName: string;
  readonly planVersion: bigint;
  readonly task: TrialTask;
  readonly job: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly refused: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly finishedAt: Date | null;
  readonly jobState: "queued" | "running" | "done" | "failed" | "cancelled" | null;
}

const TRIAL = `t.trial_id AS id, t.kind, t.title, t.plan_name AS "planName", t.plan_version AS "planVersion",
  t.task, t.job_id AS job, t.created_by AS "createdBy", t.created_at AS "createdAt", t.refused,
  t.finished_at AS "finishedAt", j.state AS "jobState"`;
const FROM = "trial t LEFT JOIN job j ON j.cell_id = t.cell_id AND j.job_id = t.job_id";

/** Puts one in, with its job, and lets the oldest of its maker go. Refuses simulations_too_many. */
export async function askTrial(
  { desk, jobs, trade, operator, cell }: Services,
  { task, title, by }: { readonly task: TrialTask; readonly title: string; readonly by: string },
): Promise<string> {
  const id = uuidv7();
  const { name, version } = task.plan;
  await desk.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ waiting: bigint }>(
      `SELECT count(*) AS waiting FROM ${FROM}
       WHERE t.cell_id = $1 AND t.created_by = $2 AND t.finished_at IS NULL
         AND j.state IN ('queued', 'running')`,
      [cell, by],
    );
    if ((rows[0]?.waiting ?? 0n) >= BigInt(MOST_WAITING)) throw new Problem("simulations_too_many");
    const payload = { by, trial: id };
    const { job } = await jobs.enqueue(tx, { cell, kind: TRIAL_JOB, payload, mostTries: TRIES });
    await tx.query(
      `INSERT INTO trial (cell_id, operator_id, trial_id, kind, title, plan_name, plan_version, task, job_id,
         created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11)`,
      [cell, operator, id, task.kind, title, name, version, JSON.stringify(task), job, by, trade.now()],
    );
    await tx.query(
      `DELETE FROM trial WHERE cell_id = $1 AND created_by = $2 AND trial_id < (
         SELECT min(trial_id) FROM (
           SELECT trial_id FROM trial WHERE cell_id = $1 AND created_by = $2 ORDER BY trial_id DESC LIMIT $3
         ) newest)`,
      [cell, by, MOST_KEPT],
    );
  });
  jobs.wake(cell);
  return id;
}

export async function findTrial({ desk, cell }: Services, id: string): Promise<TrialRow | undefined> {
  const { rows } = await desk.database.query<TrialRow>(
    `SELECT ${TRIAL} FROM ${FROM} WHERE t.cell_id = $1 AND t.trial_id = $2`,
    [cell, id],
  );
  return rows[0];
}

/** Newest first; of one maker, or of all. */
export async function listTrials(
  { desk, cell }: Services,
  filter: { readonly by: string | null; readonly before: string | null; readonly limit: number },
): Promise<TrialRow[]> {
  const { rows } = await desk.database.query<TrialRow>(
    `SELECT ${TRIAL} FROM ${FROM}
     WHERE t.cell_id = $1 AND ($2::text IS NULL OR t.created_by = $2)
       AND ($3::text IS NULL OR t.trial_id < $3) ORDER BY t.trial_id DESC LIMIT $4`,
    [cell, filter.by, filter.before, filter.limit],
  );
  return rows;
}

/** What one came to: its figures or its report, as the text that was kept; null while there is none. */
export async function keptOf(
  { desk, cell }: Services,
  id: string,
  what: "figures" | "report",
): Promise<string | null> {
  const column = what === "figures" ? "figures" : "report";
  const { rows } = await desk.database.query<{ text: string | null }>(
    `SELECT ${column} AS text FROM trial WHERE cell_id = $1 AND trial_id = $2`,
    [cell, id],
  );
  return rows[0]?.text ?? null;
}

/** The handler of the job: does the trial and keeps what it came to, once. */
export async function runTrial(services: Services, run: JobRun): Promise<void> {
  const { desk, cell, doTrial, trade } = services;
  const { trial } = run.payload as { readonly trial: string };
  const row = await findTrial(services, trial);
  if (row === undefined) throw new GiveUp("the trial is gone");
  let told = Promise.resolve();
  const progress = (done: number, total: number) => {
    // One word after the other; that it was cancelled is heard by the signal.
    told = told.then(() => run.progress(done, total)).catch(() => {});
  };
  const kept = await doTrial(row.task, { signal: run.signal, progress }).then(
    ({ figures, report }) => [JSON.stringify(figures), report, null] as const,
    (error: unknown) => {
      if (!(error instanceof TrialRefused)) throw error;
      const { code, zh, en } = error;
      return [null, null, JSON.stringify({ code, zh, en })] as const;
    },
  );
  await told;
  await desk.database.transaction(async (tx) => {
    await tx.query(
      `UPDATE trial SET figures = $3, report = $4, refused = $5::jsonb, finished_at = $6
        WHERE cell_id = $1 AND trial_id = $2`,
      [cell, trial, ...kept, trade.now()],
    );
    await run.finishIn(tx, { trial });
  });
}
