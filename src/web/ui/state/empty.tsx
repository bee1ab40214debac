/** What stands in the place of a list without rows: what it would hold, and what to do next. */
import type { ReactNode } from "react";
import { type UiKey, useWords } from "../language.tsx";

export function Empty({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  const say = useWords<UiKey>();
  return (
    <div className="ws-centre">
      <p>{title ?? say("state.empty")}</p>
      {children}
    </div>
  );
}
