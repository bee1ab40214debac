/** Home 首页: points, what they would bring now, and what can be withdrawn. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Points, Price } from "../../ui/figures.tsx";
import { priceHistory } from "../../ui/quote.ts";
import { useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";

export default function Home() {
  const say = useSay();
  const id = useWho()?.member ?? "";
  const { data, error, refetch } = useQuery(
    read(["member", id, "balances"], (signal) =>
      client.GET("/v1/members/{id}/balances", { params: { path: { id } }, signal }),
    ),
  );
  const price = useQuery(priceHistory).data;
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="ws-stack">
      <section className="ws-card ws-stack">
        <h2>{say("home.points")}</h2>
        <p className="ws-big">
          <Points points={data.points} />
        </p>
        <dl className="ws-facts">
          <div>
            <dt>{say("home.receive")}</dt>
            <dd>
              <Money fen={data.receive_fen} />
            </dd>
          </div>
          <div>
            <dt>{say("home.wallet")}</dt>
            <dd>
              <Money fen={data.wallet_fen} />
            </dd>
          </div>
          {price !== undefined && (
            <div>
              <dt>{say("home.price")}</dt>
              <dd>
                <Price pair={price.now} />
              </dd>
            </div>
          )}
        </dl>
        <p className="ws-soft">{say("home.ceiling")}</p>
      </section>
      <Link href="/disclosure">{say("home.disclosure")}</Link>
    </div>
  );
}
