/** 付款码: shown at the counter for one payment, a new one before the old runs out, and what it paid. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showYuan } from "../../ui/figure.ts";
import { Qr } from "../../ui/qr.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { ReadFirst, useSeen } from "../part/truth.tsx";
import { useMember, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

const LOOK_MS = 2_500;

export default function CodePage() {
  const say = useSay();
  const seen = useSeen();
  return (
    <div className="ws-stack">
      <Head title={say("code.title")} />
      {seen === false && <ReadFirst />}
      {seen === true && <PayCode />}
    </div>
  );
}

function PayCode() {
  const say = useSay();
  const id = useMember();
  const terms = useTerms().data;
  usePaid(id);
  const query = useQuery({
    ...read(["pay-code", id], (signal) =>
      client.GET("/v1/members/{id}/pay-code", { params: { path: { id } }, signal }),
    ),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : Math.max(1_000, Date.parse(state.data.renew_at) - Date.now()),
  });
  return (
    <section className="ws-card ws-centre h-paycode">
      <Loaded query={query}>
        {({ code, expires_at, renew_at }) => (
          <>
            <Qr text={code} size={14} />
            <p className="ws-number h-digits">{code.replace(/(\d{4})(?=\d)/g, "$1 ")}</p>
            <Countdown until={renew_at} dead={expires_at} />
          </>
        )}
      </Loaded>
      <p className="ws-soft">{say("code.how")}</p>
      {terms !== undefined && (
        <p className="ws-soft">{say("code.most", { amount: showYuan(terms.payment.pay_code_most_fen) })}</p>
      )}
      {terms?.demo === true && <p className="ws-note">{say("pay.demo")}</p>}
    </section>
  );
}

function Countdown({ until, dead }: { readonly until: string; readonly dead: string }) {
  const say = useSay();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  if (Date.parse(dead) <= now) {
    return (
      <p className="ws-note" role="status">
        {say("code.stale")}
      </p>
    );
  }
  return <p className="ws-soft">{say("code.renew", { seconds })}</p>;
}

/** Goes to the receipt as soon as a purchase stands that did not when the page was opened. */
function usePaid(member: string): void {
  const [, go] = useLocation();
  const first = useRef<string | null | undefined>(undefined);
  const { data } = useQuery({
    ...read(["purchases", member, "newest"], (signal) =>
      client.GET("/v1/purchases", { params: { query: { limit: 1 } }, signal }),
    ),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: LOOK_MS,
  });
  useEffect(() => {
    if (data === undefined) return;
    const newest = data.items[0]?.id ?? null;
    if (first.current === undefined) first.current = newest;
    else if (newest !== null && newest !== first.current) go(`/purchases/${encodeURIComponent(newest)}`);
  }, [data, go]);
}
