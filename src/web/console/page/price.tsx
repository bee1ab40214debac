/** The price 每积分可兑付金额 as it went, with the pool's cash behind it. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { grouped, showTime } from "../../ui/figure.ts";
import { Money, Points, Price } from "../../ui/figures.tsx";
import { priceHistory } from "../../ui/quote.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Chart } from "../chart/chart.tsx";
import { overDays } from "../chart/days.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

export default function PricePage() {
  const say = useSay();
  const { data, error, refetch } = useQuery(priceHistory);
  const option = useMemo(() => {
    const items = data?.items ?? [];
    return overDays(
      items.map(({ at, seq }) => (at === null ? `${seq}` : showTime(at, "day"))),
      [
        {
          name: say("home.price"),
          values: items.map(({ price }) => Number(price)),
          draws: "line",
          show: (value) => `¥${value.toFixed(2)}`,
        },
        {
          name: say("home.cash"),
          values: items.map(({ cash_fen }) => cash_fen / 100),
          draws: "area",
          show: (value) => `¥${grouped(value.toFixed(0))}`,
        },
      ],
    );
  }, [data, say]);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  const { now } = data;
  return (
    <div className="ws-stack">
      <PageHead title={say("price.title")} about={say("price.about")} />
      <SubPages of="books" />
      <section className="ws-card">
        <dl className="ws-facts">
          <div>
            <dt>{say("price.now")}</dt>
            <dd>
              <Price pair={now} digits={8} />
            </dd>
          </div>
          <div>
            <dt>{say("journal.cash")}</dt>
            <dd>
              <Money fen={now.cash_fen} />
            </dd>
          </div>
          <div>
            <dt>{say("journal.points")}</dt>
            <dd>
              <Points points={now.points} digits={8} />
            </dd>
          </div>
        </dl>
      </section>
      <section className="ws-card">
        <Chart label={say("price.chart")} option={option} height="24rem" />
      </section>
    </div>
  );
}
