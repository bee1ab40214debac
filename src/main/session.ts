/**
 * What every command is given: the two screens, the language, Ctrl-C, and where it leaves its exit status.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Command } from "commander";
import { Cancelled } from "./fault.ts";
import type { Say } from "./language.ts";
import { type Goal, type Progress, progressOn } from "./progress.ts";
import type { Screen } from "./screen.ts";
import { STATUS, type Status } from "./status.ts";

/** Options every command has. */
export interface EveryOption {
  readonly lang?: string;
  readonly json?: boolean;
  /** Undefined: as standard error is a terminal or not. */
  readonly progress?: boolean;
}

export class Session {
  status: Status = STATUS.ok;

  constructor(
    readonly out: Screen,
    readonly err: Screen,
    readonly say: Say,
    /** Aborted by Ctrl-C. */
    readonly signal: AbortSignal,
    readonly env: NodeJS.ProcessEnv,
    /** What a server waits for before it is ready. */
    readonly meanwhile: Promise<void> = Promise.resolve(),
  ) {}

  progress(options: EveryOption, goal: Goal): Progress {
    return progressOn(this.err, this.say, options.progress, goal);
  }

  /**
   * Lets Ctrl-C and the screen have their turn in long calculations, and stops where the user has said so.
   */
  async breathe(): Promise<void> {
    await nextTurn();
    this.check();
  }

  /** Stops here if the user has said so. */
  check(): void {
    if (this.signal.aborted) throw new Cancelled();
  }

  /** Machine output: one JSON value on one line. */
  async json(value: unknown): Promise<void> {
    await this.out.line(JSON.stringify(value));
  }
}

/**
 * Gives a command its work. `arguments_` are what stands on the command line without a flag, absent ones
 * undefined.
 */
export function act<Options extends object>(
  command: Command,
  session: Session,
  work: (arguments_: (string | undefined)[], options: Options & EveryOption) => Promise<Status>,
): void {
  command.action(async () => {
    const options = command.optsWithGlobals<Options & EveryOption>();
    session.status = await work(command.processedArgs as (string | undefined)[], options);
  });
}
