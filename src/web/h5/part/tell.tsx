/** A figure that explains itself on tap. */
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly value: ReactNode;
  /** What it is, how it comes about, and what it does not mean. */
  readonly children: ReactNode;
  readonly isBig?: boolean;
  /** Stands below the figure at all times. */
  readonly note?: ReactNode;
}

export function Tell({ label, value, children, isBig = false, note }: Props) {
  return (
    <details className="h-tell">
      <summary>
        <span className="h-label">
          {label}
          <span className="h-mark" aria-hidden="true">
            ?
          </span>
        </span>
        <span className={isBig ? "ws-big" : "h-value"}>{value}</span>
        {note !== undefined && <span className="ws-soft">{note}</span>}
      </summary>
      <p className="ws-soft">{children}</p>
    </details>
  );
}
