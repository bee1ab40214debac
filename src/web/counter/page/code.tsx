/** A code on show 收款码: for one amount and one payer, with how it stands and how long it is good. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useEffect, useState } from "react";
import { Redirect, useLocation, useParams } from "wouter";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showYuan } from "../../ui/figure.ts";
import { Qr } from "../../ui/qr.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useAwake } from "../awake.ts";
import { Head } from "../part/head.tsx";
import { useSay } from "../say.ts";
import { useStoreName } from "../store.tsx";

type Request = components["schemas"]["PaymentRequest"];

const ASK_EVERY_MS = 1_500;
const OPEN: ReadonlySet<Request["state"]> = new Set(["created", "paying", "paid"]);

export default function Code() {
  const { code = "" } = useParams<{ code: string }>();
  useAwake();
  const { data, error, refetch } = useQuery({
    ...read(["payments", "request", code], (signal) =>
      client.GET("/v1/payments/requests/{code}", { params: { path: { code } }, signal }),
    ),
    refetchInterval: ({ state }) =>
      state.data === undefined || OPEN.has(state.data.state) ? ASK_EVERY_MS : false,
  });
  if (data === undefined) {
    return error === null ? <Loading /> : <ProblemView thrown={error} retry={() => void refetch()} />;
  }
  if (data.state === "booked" && data.payment !== null) {
    return <Redirect to={`/paid/${data.payment.id}`} replace />;
  }
  return <Shown request={data} />;
}

function Shown({ request }: { readonly request: Request }) {
  const say = useSay();
  const nameOf = useStoreName();
  const [, go] = useLocation();
  const { code, state, amount_fen } = request;
  const left = useSecondsLeft(request);
  const isWaiting = state === "created" && left > 0;
  const cancel = useAction({
    name: `cancel ${code}`,
    send: (which: string, key) =>
      client.POST("/v1/payments/requests/{code}/cancel", {
        params: { path: { code: which }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["payments"],
    done: () => go("/"),
  });
  return (
    <section className="c-code">
      <Head back="/" title={say("code.title")} />
      <div className="ws-card ws-centre">
        <p>{nameOf(request.store.id)}</p>
        <p className="c-amount">¥{showYuan(amount_fen)}</p>
        {isWaiting && <Qr text={`${window.location.origin}${request.path}`} size={17} />}
        <p className={isWaiting ? "c-state" : "c-state c-state-on"} role="status">
          {say(state === "created" && left === 0 ? "code.expired" : `code.${state}`)}
        </p>
        {isWaiting && (
          <p className="ws-soft ws-number">
            {say("code.left", { minutes: Math.floor(left / 60), seconds: `${left % 60}`.padStart(2, "0") })}
          </p>
        )}
      </div>
      <div className="c-acts">
        {state === "created" && left > 0 ? (
          <Button
            className="c-wide"
            size="large"
            block
            loading={cancel.isBusy}
            onClick={() => cancel.run(code)}
          >
            {say("code.cancel")}
          </Button>
        ) : !OPEN.has(state) || left === 0 ? (
          <Button className="c-wide" size="large" color="primary" block onClick={() => go("/")}>
            {say("code.anew")}
          </Button>
        ) : null}
      </div>
      <ActionNote action={cancel} />
    </section>
  );
}

/** Seconds until it is no longer good; never more than it had, should this device's clock be behind. */
function useSecondsLeft({ created_at, expires_at }: Request): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  const end = Date.parse(expires_at);
  const most = end - Date.parse(created_at);
  return Math.max(0, Math.ceil(Math.min(end - now, most) / 1_000));
}
