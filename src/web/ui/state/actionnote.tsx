/** How a write stands, below its button: still at work, refused and why, or unknown with "ask again". */
import type { Action } from "../api/action.ts";
import { type UiKey, useWords } from "../language.tsx";

export function ActionNote<Body, Answer>({ action }: { readonly action: Action<Body, Answer> }) {
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
    </div>
  );
}
