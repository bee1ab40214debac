/** Home 首页: what waits, the figures of some days beside those before, the pool, stores and divisions. */
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Points, Price } from "../../ui/figures.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Course } from "../home/course.tsx";
import { Divisions } from "../home/divisions.tsx";
import type { Overview } from "../home/figure.ts";
import { Ranking } from "../home/ranking.tsx";
import { Tiles } from "../home/tiles.tsx";
import { WaitingTiles } from "../home/waiting.tsx";
import { daysOf, spanIn } from "../list/span.ts";
import { SpanPick } from "../list/spanpick.tsx";
import { Summary } from "../list/summary.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import "../home/home.css";

/** While the page is open its figures follow the trade. */
const FRESH_MS = 30_000;

export default function Home() {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { name, days } = spanIn(params) ?? { name: "today" as const, days: daysOf("today") };
  const { from, to } = days;
  const { data, error, refetch } = useQuery({
    ...read(["overview", from, to], (signal) =>
      client.GET("/v1/overview", { params: { query: { from, to } }, signal }),
    ),
    refetchInterval: FRESH_MS,
  });
  return (
    <div className="ws-stack">
      <PageHead title={say("section.home")}>
        <SpanPick
          name={name}
          days={days}
          choose={(span, own) => setParams(own === null ? { span: span ?? "today" } : { ...own })}
        />
      </PageHead>
      {error !== null && data === undefined ? (
        <ProblemView thrown={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading lines={6} />
      ) : (
        <>
          <WaitingTiles waiting={data.waiting} />
          <Tiles overview={data} />
          <Pool overview={data} />
        </>
      )}
      <Course days={days} />
      <div className="console-pair">
        <Ranking days={days} />
        <Divisions days={days} />
      </div>
    </div>
  );
}

/** What stands now, whatever days are looked at. */
function Pool({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const { price, held_withdrawals: held, pending_purchases: pending } = overview;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("home.pool")}</h2>
      {price.closed && <p className="ws-note">{say("home.closed")}</p>}
      <Summary
        sums={[
          [say("home.price"), <Price key="price" pair={price} />],
          [say("home.cash"), <Money key="cash" fen={price.cash_fen} />],
          [say("home.points"), <Points key="points" points={price.points} digits={2} />],
          [say("home.remainder"), <Money key="remainder" fen={price.remainder_fen} />],
          [say("home.members"), overview.members],
          [say("home.stores"), overview.stores],
          [say("home.pending", { count: pending.count }), <Money key="pending" fen={pending.amount_fen} />],
          [say("home.held", { count: held.count }), <Money key="held" fen={held.amount_fen} />],
        ]}
      />
    </section>
  );
}
