/** An amount shown at the counter 收款码: whose it is, how it stands, and paying it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useParams } from "wouter";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showYuan } from "../../ui/figure.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Do } from "../part/do.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { toCashier } from "../part/pay.ts";
import { ReadFirst, useSeen } from "../part/truth.tsx";
import { useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

type Request = components["schemas"]["PaymentRequest"];

const LOOK_AGAIN_MS = 3_000;

export default function RequestPage() {
  const say = useSay();
  const { code = "" } = useParams<{ code: string }>();
  const query = useQuery({
    ...read(["payment-request", code], (signal) =>
      client.GET("/v1/payments/requests/{code}", { params: { path: { code } }, signal }),
    ),
    refetchInterval: LOOK_AGAIN_MS,
  });
  return (
    <div className="ws-stack">
      <Head title={say("pay.title")} />
      <Loaded query={query}>
        {(request) => (
          <>
            <section className="ws-card ws-stack">
              <p className="ws-soft">{say("pay.to")}</p>
              <h3>
                {say.language === "en"
                  ? (request.store.name_en ?? request.store.name_zh)
                  : request.store.name_zh}
              </h3>
              <Money fen={request.amount_fen} big />
              <p className="ws-soft">
                {say("pay.until")} <Time at={request.expires_at} />
              </p>
            </section>
            <Standing request={request} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Standing({ request }: { readonly request: Request }) {
  const say = useSay();
  const seen = useSeen();
  const { state, mine, payment } = request;
  if (mine && payment !== null && state !== "created" && state !== "paying") {
    return (
      <Link href={`/payment/${payment.id}`} className="ws-button ws-link">
        {say("pay.see")}
      </Link>
    );
  }
  if (state === "created" || (state === "paying" && mine)) {
    if (seen === undefined) return null;
    return seen ? <Pay request={request} /> : <ReadFirst />;
  }
  const taken = state === "paying" || state === "paid" || state === "booked";
  return <p className="ws-note">{say(taken ? "pay.taken" : "pay.over")}</p>;
}

function Pay({ request }: { readonly request: Request }) {
  const say = useSay();
  const [, go] = useLocation();
  const terms = useTerms().data;
  const channel = terms?.channels[0]?.name;
  const { code } = request;
  const pay = useAction({
    name: `request:${code}`,
    send: (by: string, key) =>
      client.POST("/v1/payments/requests/{code}/pay", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: { channel: by },
      }),
    refresh: ["payment-request"],
    done: (begun) => go(toCashier(begun)),
  });
  return (
    <section className="ws-stack">
      {terms?.demo === true && <p className="ws-note">{say("pay.demo")}</p>}
      <Do
        size="large"
        disabled={channel === undefined}
        isBusy={pay.isBusy}
        onClick={() => {
          if (channel !== undefined) pay.run(channel);
        }}
      >
        {say("pay.go", { amount: showYuan(request.amount_fen) })}
      </Do>
      <ActionNote action={pay} look={<Link href="/purchases">{say("tab.purchases")}</Link>} />
    </section>
  );
}
