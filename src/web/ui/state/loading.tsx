/** What stands in the place of something that is on its way. */
import { type UiKey, useWords } from "../language.tsx";

export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const say = useWords<UiKey>();
  return (
    <div className="ws-stack ws-card" role="status">
      <span className="ws-hidden">{say("state.loading")}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones are all alike and never change places
        <div key={at} className="ws-bone" />
      ))}
    </div>
  );
}
