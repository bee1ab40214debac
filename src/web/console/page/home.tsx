/** Home 首页: the pool as it stands. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Chart } from "../../ui/chart/chart.tsx";
import { showPointsShort } from "../../ui/figure.ts";
import { Money, Points, Price } from "../../ui/figures.tsx";
import { priceHistory } from "../../ui/quote.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";

const showAxis = (price: number) => `¥${price.toFixed(2)}`;

export default function Home() {
  const say = useSay();
  const { data, error, refetch } = useQuery(priceHistory);
  const curve = useMemo(
    () => (data?.items ?? []).map(({ at, price }) => ({ at, value: Number(price) })),
    [data],
  );
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { now } = data;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("home.pool")}</h2>
      <dl className="ws-facts">
        <div>
          <dt>{say("home.price")}</dt>
          <dd>
            <Price pair={now} />
          </dd>
        </div>
        <div>
          <dt>{say("home.redeemable")}</dt>
          <dd className="ws-number">¥{showPointsShort(now.redeemable, 4)}</dd>
        </div>
        <div>
          <dt>{say("home.cash")}</dt>
          <dd>
            <Money fen={now.cash_fen} />
          </dd>
        </div>
        <div>
          <dt>{say("home.points")}</dt>
          <dd>
            <Points points={now.points} />
          </dd>
        </div>
      </dl>
      <h3>{say("home.curve")}</h3>
      <Chart label={say("home.price")} points={curve} show={showAxis} />
      <p className="ws-soft">{say("home.past")}</p>
    </section>
  );
}
