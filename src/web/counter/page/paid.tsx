/** What became of a payment 收款结果; one still on its way is asked after until it is over. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useLocation, useParams } from "wouter";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showYuan } from "../../ui/figure.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { TillSlip } from "../part/till.tsx";
import type { Payment } from "../reads.ts";
import { useSay } from "../say.ts";

const ASK_EVERY_MS = 1_500;
const OPEN: ReadonlySet<Payment["state"]> = new Set(["created", "paying", "paid"]);

export default function Paid() {
  const { id = "" } = useParams<{ id: string }>();
  const { data, error, refetch } = useQuery({
    ...read(["payments", id], (signal) =>
      client.GET("/v1/payments/{id}", { params: { path: { id } }, signal }),
    ),
    refetchInterval: ({ state }) =>
      state.data !== undefined && OPEN.has(state.data.state) ? ASK_EVERY_MS : false,
  });
  if (data === undefined) {
    return error === null ? <Loading /> : <ProblemView thrown={error} retry={() => void refetch()} />;
  }
  if (data.state !== "booked") return <NotYet payment={data} />;
  return (
    <TillSlip
      taken={{
        id: data.id,
        purchase: data.purchase,
        seq: data.seq,
        fen: data.amount_fen,
        member: data.member,
        at: data.paid_at ?? data.created_at,
        points: data.booked?.points ?? null,
        settlesAt: data.booked?.settles_at ?? null,
        locked: data.booked?.locked != null,
        demo: data.demo,
        cash: false,
      }}
    />
  );
}

function NotYet({ payment }: { readonly payment: Payment }) {
  const say = useSay();
  const [, go] = useLocation();
  return (
    <section className="c-code">
      <Head back="/" title={say("paid.under")} />
      <div className="ws-card ws-centre">
        <p className="c-amount">¥{showYuan(payment.amount_fen)}</p>
        <p className="c-state c-state-on" role="status">
          {say(`code.${payment.state}`)}
        </p>
      </div>
      {!OPEN.has(payment.state) && (
        <Button color="primary" size="large" block onClick={() => go("/")}>
          {say("code.anew")}
        </Button>
      )}
    </section>
  );
}
