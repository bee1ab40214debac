/** The head of a page below a tab: the way back, and what the page is. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useSay } from "../say.ts";

interface Props {
  readonly title: string;
  readonly back?: string;
  readonly children?: ReactNode;
}

export function Head({ title, back = "/", children }: Props) {
  const say = useSay();
  return (
    <div className="h-head">
      <Link href={back} aria-label={say("page.back")} className="h-back">
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M15 5 8 12l7 7" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </Link>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
