/** The demo channel's own page 演示收银台: what a real channel would show; no money moves. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { Link, useLocation, useParams, useSearch } from "wouter";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showYuan } from "../../ui/figure.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Do } from "../part/do.tsx";
import { Loaded } from "../part/loaded.tsx";
import { OWN_MONEY } from "../reads.ts";
import { useSay } from "../say.ts";

export default function Cashier() {
  const say = useSay();
  const { payment: id = "" } = useParams<{ payment: string }>();
  const number = new URLSearchParams(useSearch()).get("no") ?? "";
  const query = useQuery(
    read(["payment", id], (signal) => client.GET("/v1/payments/{id}", { params: { path: { id } }, signal })),
  );
  return (
    <section className="ws-card ws-stack h-cashier">
      <p className="h-stamp">{say("cashier.demo")}</p>
      <h2>{say("cashier.title")}</h2>
      <p className="ws-soft">{say("cashier.what")}</p>
      <Loaded query={query}>
        {({ amount_fen, expires_at, state }) => (
          <>
            <Money fen={amount_fen} big />
            <p className="ws-soft">
              {say("pay.until")} <Time at={expires_at} />
            </p>
            {state === "created" || state === "paying" ? (
              <Confirm id={id} number={number} amount={showYuan(amount_fen)} />
            ) : (
              <Link href={`/payment/${id}`} className="ws-button ws-link">
                {say("pay.see")}
              </Link>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface ConfirmProps {
  readonly id: string;
  /** The channel's number of it. */
  readonly number: string;
  readonly amount: string;
}

function Confirm({ id, number, amount }: ConfirmProps) {
  const say = useSay();
  const [, go] = useLocation();
  const end = useAction({
    name: `demo:${id}`,
    send: (outcome: "paid" | "declined") =>
      client.POST("/v1/channels/demo/pay", { body: { no: number, outcome } }),
    refresh: ["payment", ...OWN_MONEY],
    done: () => go(`/payment/${id}`, { replace: true }),
  });
  return (
    <>
      <Do size="large" isBusy={end.isBusy} onClick={() => end.run("paid")}>
        {say("cashier.pay", { amount })}
      </Do>
      <Button block disabled={end.isBusy} onClick={() => end.run("declined")}>
        {say("cashier.decline")}
      </Button>
      <ActionNote action={end} />
    </>
  );
}
