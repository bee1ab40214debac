/** What a payment became 付款结果: asked again until it is certain, then points, price, lock and receipt. */
import { useQuery } from "@tanstack/react-query";
import { CheckCircleFill, ClockCircleFill, CloseCircleFill } from "antd-mobile-icons";
import { Link, useParams } from "wouter";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Points, Price, Time } from "../../ui/figures.tsx";
import { Loaded } from "../part/loaded.tsx";
import { useSay } from "../say.ts";

type Payment = components["schemas"]["Payment"];

const OPEN: ReadonlySet<string> = new Set(["created", "paying", "paid"]);
const LOOK_AGAIN_MS = 1_500;

export default function PaymentPage() {
  const { payment: id = "" } = useParams<{ payment: string }>();
  const query = useQuery({
    ...read(["payment", id], (signal) =>
      client.GET("/v1/payments/{id}", { params: { path: { id } }, signal }),
    ),
    refetchInterval: ({ state }) =>
      state.data === undefined || OPEN.has(state.data.state) ? LOOK_AGAIN_MS : false,
  });
  return <Loaded query={query}>{(payment) => <Result payment={payment} />}</Loaded>;
}

function Result({ payment }: { readonly payment: Payment }) {
  const say = useSay();
  const { state, booked } = payment;
  return (
    <section className="ws-card ws-stack h-result" aria-live="polite">
      <Mark state={state} />
      <h2>{say(titleOf(state))}</h2>
      <Money fen={payment.amount_fen} big />
      {payment.demo && <p className="h-stamp">{say("cashier.demo")}</p>}
      {OPEN.has(state) && <p className="ws-soft">{say("result.waits")}</p>}
      {booked !== null && booked !== undefined && <Booked booked={booked} />}
      {payment.reason !== null && state !== "booked" && <p className="ws-soft">{payment.reason}</p>}
      <div className="ws-row">
        {state === "booked" && (
          <Link href={`/purchases/${encodeURIComponent(payment.purchase)}`} className="ws-button ws-link">
            {say("result.receipt")}
          </Link>
        )}
        <Link href="/" className="ws-plain ws-link">
          {say("arrive.home")}
        </Link>
      </div>
    </section>
  );
}

function Mark({ state }: { readonly state: Payment["state"] }) {
  if (state === "booked") return <CheckCircleFill className="h-good" />;
  return OPEN.has(state) ? <ClockCircleFill className="h-wait" /> : <CloseCircleFill className="h-bad" />;
}

function titleOf(state: Payment["state"]) {
  if (state === "booked") return "result.booked";
  if (state === "paid") return "result.paid";
  if (state === "created" || state === "paying") return "result.paying";
  if (state === "refunded" || state === "refund_due") return "result.refunded";
  return state === "mismatch" ? "result.mismatch" : "result.notPaid";
}

function Booked({ booked }: { readonly booked: NonNullable<Payment["booked"]> }) {
  const say = useSay();
  const { points, settles_at, price, locked } = booked;
  return (
    <>
      {points !== null && (
        <p className="h-granted">
          {say("result.points")}{" "}
          <strong>
            <Points points={points} />
          </strong>
        </p>
      )}
      {settles_at !== null && (
        <p>
          {say("result.settles")} <Time at={settles_at} />
        </p>
      )}
      <p className="ws-soft">
        {say("result.price")} <Price pair={price} />
      </p>
      {locked !== null && <p className="ws-note">{say("result.locked")}</p>}
      <p className="ws-soft">{say("result.note")}</p>
    </>
  );
}
