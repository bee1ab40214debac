/**
 * Trials 推演: long calculations asked for by request and done off the thread that answers. What one is, and
 * who does it: src/main brings the doer.
 */

/** A backtest of a file that was uploaded. Columns, unit and the rest as the reader of sheets takes them. */
export interface BacktestTask {
  readonly kind: "backtest";
  readonly plan: Readonly<Record<string, unknown>>;
  /** Where the file lies on this machine, and what its owner calls it. */
  readonly file: string;
  readonly name: string;
  readonly sheet: Readonly<Record<string, unknown>>;
  readonly goods: boolean;
  readonly region: string | null;
}

export interface SimulateTask {
  readonly kind: "simulate";
  readonly plan: Readonly<Record<string, unknown>>;
  /** Name of a world that comes along. */
  readonly world: string;
  readonly seed: number;
  readonly runs: number;
  /** Name of an adversary, `all`, or null for none. */
  readonly adversary: string | null;
}

export type TrialTask = BacktestTask | SimulateTask;

export interface TrialDone {
  /** Figures and series, ready to be written as JSON. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** The report as one self-contained page in both languages. */
  readonly report: string;
}

/** An expected no: the file cannot be read for certain, the plan wants times that are not there. */
export class TrialRefused extends Error {
  constructor(
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(code);
  }
}

export interface TrialWatch {
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** Does a trial; rejects with TrialRefused, or with the signal's reason when it is aborted. */
export type DoTrial = (task: TrialTask, watch: TrialWatch) => Promise<TrialDone>;
