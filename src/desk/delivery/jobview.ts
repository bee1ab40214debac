/** A job as it is shown, with an estimate of when it will be done. */
import type { JobRow, JobState } from "#store";

export interface JobView {
  readonly id: string;
  readonly kind: string;
  /** Who had it put in, as its payload says; null for what runs by itself. */
  readonly by: string | null;
  readonly payload: unknown;
  readonly state: JobState;
  readonly tries: number;
  readonly runAt: Date;
  readonly done: number;
  readonly total: number | null;
  /** At the pace so far; null where nothing can be said yet. */
  readonly secondsLeft: number | null;
  readonly error: string | null;
  readonly result: unknown;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export function jobView(row: JobRow, now: Date): JobView {
  return {
    id: row.job_id,
    kind: row.kind,
    by: askerOf(row.payload),
    payload: row.payload,
    state: row.state,
    tries: row.tries,
    runAt: row.run_at,
    done: row.done,
    total: row.total,
    secondsLeft: secondsLeft(row, now),
    error: row.last_error,
    result: row.result,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

function askerOf(payload: unknown): string | null {
  const by = typeof payload === "object" && payload !== null && "by" in payload ? payload.by : null;
  return typeof by === "string" ? by : null;
}

function secondsLeft({ state, started_at, done, total }: JobRow, now: Date): number | null {
  if (state !== "running" || started_at === null || total === null || done === 0) return null;
  const spent = (now.getTime() - started_at.getTime()) / 1000;
  return Math.max(0, Math.ceil((spent * (total - done)) / done));
}
