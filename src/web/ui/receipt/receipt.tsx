/** The distribution receipt 分账单: each fen, to whom, by which rate of which plan, and why a zero is zero. */
import { useQuery } from "@tanstack/react-query";
import type { components } from "#client";
import { client } from "../api/client.ts";
import { read } from "../api/read.ts";
import { showTime } from "../figure.ts";
import { Money, Points, Price, Time } from "../figures.tsx";
import { type UiKey, useWords } from "../language.tsx";
import { Loading } from "../state/loading.tsx";
import { ProblemView } from "../state/problemview.tsx";
import { Facts } from "./facts.tsx";
import { Lines } from "./lines.tsx";
import "./receipt.css";

type Settled = components["schemas"]["SettledReceipt"];
type Pending = components["schemas"]["PendingReceipt"];

interface Props {
  readonly purchase: string;
  /** What a party of the book is called to whoever reads it; by default its id. */
  readonly nameOf?: (id: string) => string;
}

/** The receipt of a purchase, read from the server. */
export function Receipt({ purchase, nameOf = (id) => id }: Props) {
  const { data, error, refetch } = useQuery(
    read(["purchases", purchase, "receipt"], (signal) =>
      client.GET("/v1/purchases/{id}/receipt", { params: { path: { id: purchase } }, signal }),
    ),
  );
  if (data === undefined) {
    if (error === null) return <Loading lines={8} />;
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  }
  const { receipt } = data;
  if (receipt.status === "settled") return <SettledView receipt={receipt} nameOf={nameOf} />;
  return <PendingView receipt={receipt} />;
}

function Head({ receipt }: { readonly receipt: Settled | Pending }) {
  const say = useWords<UiKey>();
  return (
    <header className="ws-stack">
      <h2>{say("receipt.title")}</h2>
      <p className="ws-big">
        <Money fen={receipt.paid_fen} />
      </p>
      <p className="ws-soft">
        {say("receipt.plan", { plan: receipt.plan.name, version: receipt.plan.version })}
        {receipt.at !== null && (
          <>
            {" · "}
            <Time at={receipt.at} detail="second" />
          </>
        )}
      </p>
    </header>
  );
}

function PendingView({ receipt }: { readonly receipt: Pending }) {
  const say = useWords<UiKey>();
  return (
    <article className="ws-card ws-stack">
      <Head receipt={receipt} />
      <p className="ws-note">{say("receipt.pending", { settles: showTime(receipt.settles) })}</p>
      <Facts rows={[[say("receipt.refunded"), <Money key="1" fen={receipt.refunded_fen} />]]} />
      <p className="ws-soft">{say("receipt.notice")}</p>
    </article>
  );
}

interface SettledProps {
  readonly receipt: Settled;
  readonly nameOf: (id: string) => string;
}

function SettledView({ receipt, nameOf }: SettledProps) {
  const say = useWords<UiKey>();
  return (
    <article className="ws-card ws-stack">
      <Head receipt={receipt} />
      {receipt.locked_to !== null && <p>{say("receipt.locked", { sponsor: nameOf(receipt.locked_to) })}</p>}
      {receipt.refunded_before_fen > 0 && (
        <Facts
          rows={[
            [say("receipt.refundedBefore"), <Money key="1" fen={receipt.refunded_before_fen} />],
            [say("receipt.split"), <Money key="2" fen={receipt.amount_fen} />],
          ]}
        />
      )}
      <Lines
        title={say("receipt.line")}
        lines={receipt.lines}
        take={receipt.take}
        sum={receipt.amount_fen}
        nameOf={nameOf}
      />
      <Lines title={say("receipt.pool")} lines={receipt.pool} take={receipt.take} />
      <PointsPart points={receipt.points} />
      <NowPart now={receipt.now} />
      <p className="ws-soft">{say("receipt.notice")}</p>
    </article>
  );
}

function PointsPart({ points }: { readonly points: Settled["points"] }) {
  const say = useWords<UiKey>();
  const { lot } = points;
  return (
    <section className="ws-stack">
      <h3>{say("receipt.points")}</h3>
      {points.reason !== null && <p className="ws-soft">{say(`receipt.reason.${points.reason}`)}</p>}
      <Facts
        rows={[
          [say("receipt.issued"), <Points key="1" points={points.issued} digits={8} />],
          [say("receipt.priceBefore"), <Price key="2" pair={points.price_before} digits={8} />],
          [say("receipt.priceAfter"), <Price key="3" pair={points.price_after} digits={8} />],
          ...(lot === null
            ? []
            : [
                [say("receipt.cap"), <Money key="4" fen={lot.cap_added_fen} />] as const,
                [say("receipt.trigger"), <Price key="5" pair={lot.trigger} digits={8} />] as const,
              ]),
          [say("receipt.exits"), `${points.exits}`],
        ]}
      />
    </section>
  );
}

function NowPart({ now }: { readonly now: Settled["now"] }) {
  const say = useWords<UiKey>();
  return (
    <section className="ws-stack">
      <h3>{say("receipt.now")}</h3>
      <Facts
        rows={[
          [say("receipt.left"), <Points key="1" points={now.points_left} digits={8} />],
          [say("receipt.worth"), <Money key="2" fen={now.worth_fen} />],
          [say("receipt.receive", { load: now.exit_load }), <Money key="3" fen={now.receive_fen} />],
          [say("receipt.sold"), <Points key="4" points={now.points_sold} digits={8} />],
          [say("receipt.got"), <Money key="5" fen={now.got_fen} />],
          [say("receipt.refunded"), <Money key="6" fen={now.refunded_fen} />],
        ]}
      />
    </section>
  );
}
