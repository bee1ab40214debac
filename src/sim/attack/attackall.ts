/** All adversaries at once, on all cores. */
import { workThrough } from "../run/crew.ts";
import { ATTACKS } from "./attacks.ts";
import type { Setting } from "./stage.ts";
import type { AttackName, Verdict } from "./verdict.ts";

const ROOM = "sim/attack/worker";

export interface AttackOptions {
  /** Default: all. */
  readonly attacks?: readonly AttackName[];
  readonly workers?: number;
  readonly signal?: AbortSignal;
  /** Called as each adversary is done. */
  readonly progress?: (done: number, of: number, attack: AttackName) => void;
}

/** The verdicts in the order of the list, whatever the number of threads. Rejects as `workThrough` does. */
export async function attackAll(setting: Setting, options: AttackOptions = {}): Promise<Verdict[]> {
  const { attacks = ATTACKS, progress } = options;
  let done = 0;
  return await workThrough<AttackName, Verdict>(ROOM, setting, attacks, {
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    progress: (job) => {
      done += 1;
      progress?.(done, attacks.length, attacks[job] as AttackName);
    },
  });
}
