/** One purchase 一笔消费: what it was, where every fen went, and the way to a refund. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useLocation, useParams } from "wouter";
import { showParty } from "../../ui/figure.ts";
import { Money, Points, Time } from "../../ui/figures.tsx";
import { Receipt } from "../../ui/receipt/receipt.tsx";
import { useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { MemberName } from "../part/member.tsx";
import { Journal, Standing, useWayOf } from "../part/purchase.tsx";
import { Rows } from "../part/rows.tsx";
import { type Purchase, purchaseRead } from "../reads.ts";
import { useSay } from "../say.ts";
import { useOwns, useStoreName } from "../store.tsx";

export default function PurchaseHere() {
  const say = useSay();
  const { id = "" } = useParams<{ id: string }>();
  const { data, error, refetch } = useQuery(purchaseRead(decodeURIComponent(id)));
  return (
    <section className="ws-stack">
      <Head back="/flow" title={say("purchase.title")} />
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading lines={6} />}
      {data !== undefined && <Shown purchase={data} />}
    </section>
  );
}

function Shown({ purchase }: { readonly purchase: Purchase }) {
  const say = useSay();
  const wayOf = useWayOf();
  const owns = useOwns(purchase.merchant);
  const [, go] = useLocation();
  const own = useWho()?.member;
  const storeName = useStoreName();
  // Stores by their names, himself as himself, everybody else by the end of a number.
  const nameOf = (party: string) => {
    if (party === own) return say("self.owner");
    const name = storeName(party);
    return name === party ? showParty(party) : name;
  };
  const left = purchase.amount_fen - purchase.refunded_fen;
  return (
    <div className="c-columns">
      <div className="ws-card ws-stack c-slip">
        <p className="c-amount">
          <Money fen={purchase.amount_fen} />
        </p>
        <p>
          <Standing purchase={purchase} />
        </p>
        <Rows
          rows={[
            [say("paid.member"), <MemberName key="m" id={purchase.member} />],
            [say("paid.at"), <Time key="t" at={purchase.at} detail="second" />],
            [say("paid.way"), wayOf(purchase.channel)],
            purchase.points === null
              ? null
              : [say("paid.points"), <Points key="p" points={purchase.points} digits={4} />],
            purchase.due_fen === null
              ? null
              : [
                  say(purchase.refunds > 0 ? "purchase.dueBefore" : "purchase.due"),
                  <Money key="d" fen={purchase.due_fen} />,
                ],
            purchase.refunded_fen === 0
              ? null
              : [say("purchase.back"), <Money key="b" fen={purchase.refunded_fen} />],
            purchase.settles_at === null || purchase.state !== "pending"
              ? null
              : [say("purchase.settles"), <Time key="s" at={purchase.settles_at} />],
            [say("paid.journal"), <Journal key="j" seq={purchase.seq} id={purchase.id} />],
          ]}
        />
        <div className="c-acts c-screen">
          {left > 0 && (
            <Button
              color="danger"
              fill="outline"
              size="large"
              block
              onClick={() => go(`/flow/${encodeURIComponent(purchase.id)}/refund`)}
            >
              {say("purchase.refund")}
            </Button>
          )}
          <Button size="large" block onClick={() => window.print()}>
            {say("counter.print")}
          </Button>
        </div>
      </div>
      {owns && <Receipt purchase={purchase.id} nameOf={nameOf} />}
    </div>
  );
}
