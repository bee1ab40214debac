/** What went wrong with a read, in a sentence, with a way on. */
import { asProblem } from "../api/problem.ts";
import { type UiKey, useWords } from "../language.tsx";

interface Props {
  readonly thrown: unknown;
  readonly retry?: () => void;
}

export function ProblemView({ thrown, retry }: Props) {
  const say = useWords<UiKey>();
  const problem = asProblem(thrown);
  const { requestId } = problem.facts;
  return (
    <div className="ws-centre ws-card" role="alert">
      <p>{problem.say(say.language)}</p>
      {problem.kind === "server" && requestId !== undefined && (
        <p className="ws-soft">{say("state.request", { id: requestId })}</p>
      )}
      {retry !== undefined && (
        <button type="button" className="ws-button" onClick={retry}>
          {say("state.retry")}
        </button>
      )}
    </div>
  );
}
