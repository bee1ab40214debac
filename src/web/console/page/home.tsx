/** Home 首页: the pool as it stands. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Points, Price } from "../../ui/figures.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";

const history = read(["price-history"], (signal) => client.GET("/v1/price-history", { signal }));

export default function Home() {
  const say = useSay();
  const { data, error, refetch } = useQuery(history);
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
          <dd className="ws-number">¥{now.redeemable}</dd>
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
    </section>
  );
}
