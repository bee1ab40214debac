/** How a write stands, below its button: still at work, refused and why, or unknown with "ask again". */
import type { ReactNode } from "react";
import type { Action } from "../api/action.ts";
import { type UiKey, useWords } from "../language.tsx";

/** So often no answer came: then whoever wanted it may look for himself, and begin anew. */
const ENOUGH = 2;

interface Props<Body, Answer> {
  readonly action: Action<Body, Answer>;
  /** A link to where it would stand if it was done. */
  readonly look?: ReactNode;
}

export function ActionNote<Body, Answer>({ action, look }: Props<Body, Answer>) {
  const say = useWords<UiKey>();
  const { state } = action;
  if (state.phase === "slow") {
    return (
      <p className="ws-note" role="status">
        {say("action.slow")}
      </p>
    );
  }
  if (state.phase === "refused") {
    return (
      <p className="ws-note ws-note-bad" role="alert">
        {state.problem.say(say.language)}
      </p>
    );
  }
  if (state.phase !== "unknown") return null;
  const { retryAfter } = state.problem;
  return (
    <div className="ws-note ws-stack" role="alert">
      <p>{state.problem.say(say.language)}</p>
      <p>{say("action.unknown")}</p>
      {retryAfter !== undefined && (
        <p>{say("action.waitSeconds", { seconds: Math.ceil(retryAfter / 1_000) })}</p>
      )}
      <div>
        <button type="button" className="ws-button" onClick={action.again}>
          {say("action.again")}
        </button>
      </div>
      {state.times >= ENOUGH && <LookFirst look={look} giveUp={action.giveUp} />}
    </div>
  );
}

interface LookProps {
  readonly look: ReactNode;
  readonly giveUp: () => void;
}

/** The way out where a server keeps failing: look whether it was done, then say so. */
function LookFirst({ look, giveUp }: LookProps) {
  const say = useWords<UiKey>();
  return (
    <>
      <p>{say("action.lookFirst")}</p>
      <div className="ws-row">
        {look}
        <button type="button" className="ws-plain" onClick={giveUp}>
          {say("action.giveUp")}
        </button>
      </div>
    </>
  );
}
