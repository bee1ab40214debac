/** A table that may be wider than its place: it scrolls within, by keyboard too; the page stands still. */
import type { ReactNode } from "react";
import "./part.css";

interface Props {
  /** What is in it, for whoever cannot see it. */
  readonly label: string;
  /** Scrolls downwards as well, from some height on. */
  readonly isTall?: true;
  readonly children: ReactNode;
}

export function Sideways({ label, isTall, children }: Props) {
  return (
    <section
      className={isTall === true ? "console-sideways console-tall" : "console-sideways"}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
