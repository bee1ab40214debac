/** The head of a page below a tab: the way back, and what the page is. */
import { LeftOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useSay } from "../say.ts";

interface Props {
  readonly back: string;
  readonly title: string;
  readonly children?: ReactNode;
}

export function Head({ back, title, children }: Props) {
  const say = useSay();
  return (
    <header className="c-head">
      <Link href={back} className="c-back" aria-label={say("counter.back")}>
        <LeftOutline aria-hidden />
      </Link>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
