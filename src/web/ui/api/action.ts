/** Writes 办理: one Idempotency-Key for each thing wanted, kept until it is certain what became of it. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Reply } from "./client.ts";
import { dataOf } from "./client.ts";
import { begin, type Intention, isOpen, pending, settle, unanswered } from "./intention.ts";
import { asProblem, leftProblem, type Problem } from "./problem.ts";
import { queries } from "./read.ts";

/** After so long a page says that it is still at work. */
const SLOW_MS = 3_000;

export type ActionState<Answer> =
  | { readonly phase: "idle" }
  | { readonly phase: "busy" }
  /** Still at work after three seconds. */
  | { readonly phase: "slow" }
  | { readonly phase: "done"; readonly answer: Answer }
  /** A definite no: nothing was done. */
  | { readonly phase: "refused"; readonly problem: Problem }
  /** It may have been done: ask again, with the same key. `times` counts the answers that did not come. */
  | { readonly phase: "unknown"; readonly problem: Problem; readonly times: number };

export interface ActionOptions<Body, Answer> {
  /** Under which its key is kept: one name for one form, with the id of what it acts on. */
  readonly name: string;
  /** The call; `key` goes into `params: { header: { "Idempotency-Key": key } }`. */
  readonly send: (body: Body, key: string) => Reply<Answer>;
  /** First words of the keys of reads that are old once it is done. */
  readonly refresh?: readonly string[];
  readonly done?: (answer: Answer) => void;
}

export interface Action<Body, Answer> {
  readonly state: ActionState<Answer>;
  readonly isBusy: boolean;
  /** Does it: a new intention. While one is busy or unknown nothing new begins. */
  run(body: Body): void;
  /** Repeats the unknown one with the same key and body. */
  again(): void;
  /** Back to idle after an answer. An unknown one is left by asking again, or knowingly by `giveUp`. */
  reset(): void;
  /** Lets an unknown one go: whoever wants it has looked whether it was done. The next has a new key. */
  giveUp(): void;
}

/** A write as a page uses it; <ActionNote> shows its states and offers to ask again. */
export function useAction<Body, Answer>(options: ActionOptions<Body, Answer>): Action<Body, Answer> {
  const { name } = options;
  const latest = useRef(options);
  latest.current = options;
  const [state, setState] = useState<ActionState<Answer>>(() => leftOver(name));
  const running = useRef(false);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const carryOut = useCallback(
    async (intention: Intention<Body>) => {
      if (running.current) return;
      running.current = true;
      const show = (next: ActionState<Answer>) => {
        if (shown.current) setState(next);
      };
      show({ phase: "busy" });
      const clock = setTimeout(() => show({ phase: "slow" }), SLOW_MS);
      try {
        const answer = await dataOf(latest.current.send(intention.body, intention.key));
        settle(sessionStorage, name);
        for (const word of latest.current.refresh ?? []) void queries.invalidateQueries({ queryKey: [word] });
        show({ phase: "done", answer });
        latest.current.done?.(answer);
      } catch (error) {
        const problem = asProblem(error);
        const open = isOpen(error);
        const times = open ? unanswered(sessionStorage, name) : 0;
        if (!open) settle(sessionStorage, name);
        if (problem.kind === "signed_out") void queries.invalidateQueries({ queryKey: ["session"] });
        show(open ? { phase: "unknown", problem, times } : { phase: "refused", problem });
      } finally {
        clearTimeout(clock);
        running.current = false;
      }
    },
    [name],
  );

  const run = useCallback(
    (body: Body) => {
      if (running.current || pending(sessionStorage, name) !== null) return;
      void carryOut(begin(sessionStorage, name, body));
    },
    [carryOut, name],
  );
  const again = useCallback(() => {
    const intention = pending<Body>(sessionStorage, name);
    if (intention !== null) void carryOut(intention);
  }, [carryOut, name]);
  const reset = useCallback(() => {
    if (!running.current && pending(sessionStorage, name) === null) setState({ phase: "idle" });
  }, [name]);
  const giveUp = useCallback(() => {
    if (running.current) return;
    settle(sessionStorage, name);
    setState({ phase: "idle" });
  }, [name]);

  return { state, isBusy: state.phase === "busy" || state.phase === "slow", run, again, reset, giveUp };
}

/** An intention of an earlier visit whose answer never came. */
function leftOver<Answer>(name: string): ActionState<Answer> {
  const intention = pending(sessionStorage, name);
  if (intention === null) return { phase: "idle" };
  return { phase: "unknown", problem: leftProblem(), times: intention.unanswered };
}
