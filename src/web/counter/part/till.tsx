/** What the till has just taken: the amount, what the member got, and the way to the next customer. */
import { Button, type ButtonRef } from "antd-mobile";
import { CheckCircleFill } from "antd-mobile-icons";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { showYuan } from "../../ui/figure.ts";
import { Points, Time } from "../../ui/figures.tsx";
import { useSay } from "../say.ts";
import { useOwns, useStore, useStoreName } from "../store.tsx";
import { useTold } from "../told.ts";
import { LockedTo, MemberName, ShowDisclosure } from "./member.tsx";
import { Journal } from "./purchase.tsx";
import { Rows } from "./rows.tsx";

export interface Taken {
  /** The payment's id, or the purchase's where there was no channel. */
  readonly id: string;
  readonly purchase: string;
  readonly seq: number | null;
  readonly fen: number;
  readonly member: string;
  readonly at: string;
  /** Null while the purchase waits for its refund window. */
  readonly points: string | null;
  readonly settlesAt: string | null;
  readonly locked: boolean;
  readonly demo: boolean;
  readonly cash: boolean;
}

export function TillSlip({ taken }: { readonly taken: Taken }) {
  const say = useSay();
  const [, go] = useLocation();
  const store = useStore();
  const nameOf = useStoreName();
  const owns = useOwns(store);
  const next = useRef<ButtonRef>(null);
  useTold(taken.id, taken.fen);
  // At a keyboard Enter leads to the next customer.
  useEffect(() => next.current?.nativeElement?.focus({ preventScroll: true }), []);
  const way = taken.cash ? "paid.cash" : taken.demo ? "paid.demo" : "paid.channel";
  return (
    <section className="ws-card c-slip">
      <div className="c-done" role="status">
        <CheckCircleFill aria-hidden />
        <h1>{say("paid.title")}</h1>
        <p className="c-amount">¥{showYuan(taken.fen)}</p>
      </div>
      <Rows
        rows={[
          [say("counter.store"), nameOf(store)],
          [say("paid.member"), <MemberName key="m" id={taken.member} />],
          owns ? [say("lock.title"), <LockedTo key="l" id={taken.member} isNew={taken.locked} />] : null,
          taken.points === null
            ? null
            : [say("paid.points"), <Points key="p" points={taken.points} digits={4} />],
          [say("paid.way"), say(way)],
          [say("paid.at"), <Time key="t" at={taken.at} detail="second" />],
          [say("paid.journal"), <Journal key="j" seq={taken.seq} id={taken.purchase} />],
        ]}
      />
      {taken.settlesAt !== null && (
        <p className="ws-note">
          {say("paid.pends")} <Time at={taken.settlesAt} />
        </p>
      )}
      <ShowDisclosure id={taken.member} />
      {taken.locked && !owns && <p className="c-good">{say("paid.locked")}</p>}
      <div className="c-acts c-screen">
        <Button ref={next} color="primary" size="large" block onClick={() => go("/")}>
          {say("paid.next")}
        </Button>
        <Button size="large" block onClick={() => window.print()}>
          {say("counter.print")}
        </Button>
      </div>
    </section>
  );
}
