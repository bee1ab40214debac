/** Paying at a store 付款: the amount, what points it would come to, the disclosure before the first order. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { fenOfYuan, showYuan } from "../../ui/figure.ts";
import { Points } from "../../ui/figures.tsx";
import { useLater } from "../../ui/later.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { AmountField } from "../part/amount.tsx";
import { Do } from "../part/do.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { toCashier } from "../part/pay.ts";
import { ReadFirst, useSeen } from "../part/truth.tsx";
import { purchaseQuote } from "../quote.ts";
import { useCode, useMember, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

export default function Store() {
  const say = useSay();
  const { code = "" } = useParams<{ code: string }>();
  const query = useCode(code);
  return (
    <div className="ws-stack">
      <Head title={say("pay.title")} />
      <Loaded query={query}>
        {({ store }) =>
          store === null ? (
            <Empty title={say("pay.noStore")}>
              <Link href={`/arrive/${code}`}>{say("pay.whose")}</Link>
            </Empty>
          ) : (
            <>
              <section className="ws-card">
                <p className="ws-soft">{say("pay.to")}</p>
                <h3>{say.language === "en" ? (store.name_en ?? store.name_zh) : store.name_zh}</h3>
                <p className="ws-soft">{store.region.join(" ")}</p>
              </section>
              <PayOrRead merchant={store.id} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function PayOrRead({ merchant }: { readonly merchant: string }) {
  const seen = useSeen();
  if (seen === undefined) return null;
  return seen ? <Amount merchant={merchant} /> : <ReadFirst />;
}

function Amount({ merchant }: { readonly merchant: string }) {
  const say = useSay();
  const terms = useTerms().data;
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const fen = fenOfYuan(text);
  const least = terms?.payment.smallest_fen ?? 1;
  const channel = terms?.channels[0]?.name;
  const isEnough = fen !== null && fen >= least;
  const pay = useAction({
    name: `pay:${merchant}`,
    send: (body: { readonly amount_fen: number; readonly channel: string }, key) =>
      client.POST("/v1/payments", {
        params: { header: { "Idempotency-Key": key } },
        body: { merchant, ...body },
      }),
    done: (begun) => go(toCashier(begun)),
  });
  return (
    <form
      className="ws-card ws-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEnough && channel !== undefined) pay.run({ amount_fen: fen, channel });
      }}
    >
      <AmountField label={say("pay.amount")} text={text} onText={setText} />
      {text !== "" && !isEnough && <p className="ws-soft">{say("pay.least", { amount: showYuan(least) })}</p>}
      {isEnough && <Quote merchant={merchant} fen={fen} />}
      {terms !== undefined && channel === undefined && <p className="ws-note">{say("pay.noChannel")}</p>}
      {terms?.demo === true && <p className="ws-note">{say("pay.demo")}</p>}
      <Do type="submit" size="large" disabled={!isEnough || channel === undefined} isBusy={pay.isBusy}>
        {isEnough ? say("pay.go", { amount: showYuan(fen) }) : say("pay.goPlain")}
      </Do>
      <ActionNote action={pay} look={<Link href="/purchases">{say("tab.purchases")}</Link>} />
    </form>
  );
}

/** What it would come to at the price of this moment; asked once typing has paused. */
function Quote({ merchant, fen }: { readonly merchant: string; readonly fen: number }) {
  const say = useSay();
  const member = useMember();
  const settled = useLater(fen);
  const { data, error } = useQuery(purchaseQuote(member, merchant, settled));
  if (error !== null) return null;
  if (data === undefined || settled !== fen) return <p className="ws-soft">{say("pay.quoting")}</p>;
  return (
    <div className="h-quote" aria-live="polite">
      {data.points === null ? (
        <p>{say("pay.waits")}</p>
      ) : (
        <p>
          {say("pay.points")}{" "}
          <strong>
            <Points points={data.points} />
          </strong>
        </p>
      )}
      <p className="ws-soft">{say("pay.quoteNote")}</p>
    </div>
  );
}
