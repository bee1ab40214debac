/** Who watches a backtest: hears how far it has come, and may stop it. The command line, or a thread. */
import { safe } from "#statement";
import type { Progress } from "./progress.ts";
import type { EveryOption, Session } from "./session.ts";

export interface Watch {
  /** Aborted where the work is to stop. */
  readonly signal: AbortSignal;
  /** So many bytes of the file are read; the total is null for a pipe. */
  reading(bytes: number, total: number | null): void;
  /** So many purchases and refunds of all are taken; whoever watches may have his turn. */
  booking(taken: number, total: number): Promise<void>;
  /** What was being told of is over. */
  ended(): void;
}

/** A person at the command line. */
export function watching(session: Session, options: EveryOption, plan: string, source: string): Watch {
  let line: Progress | null = null;
  const progress = (title: string, total: number | null, unit: "bytes" | "steps") => {
    line ??= session.progress(options, { title: safe(title), total, unit });
    return line;
  };
  return {
    signal: session.signal,
    reading: (bytes, total) => progress(source, total, "bytes").at(bytes, 0),
    booking: async (taken, total) => {
      progress(plan, total, "steps").at(taken, taken);
      await session.breathe();
    },
    ended: () => {
      line?.stop();
      line = null;
    },
  };
}
