/** The head of a page: its name, a sentence on it, and what can be done there. */
import type { ReactNode } from "react";
import "./list/list.css";

interface Props {
  readonly title: string;
  readonly about?: string;
  readonly children?: ReactNode;
}

export function PageHead({ title, about, children }: Props) {
  return (
    <header className="ws-row ws-between console-pagehead">
      <div>
        <h1>{title}</h1>
        {about !== undefined && <p className="ws-soft">{about}</p>}
      </div>
      {children !== undefined && <div className="ws-row">{children}</div>}
    </header>
  );
}
