/** 真相 the truth page: the disclosure, what members really got, the ceiling, winding up, the proof. */
import { useQuery } from "@tanstack/react-query";
import type { components } from "#client";
import { showPpm } from "../../ui/figure.ts";
import { Money, Points, Price, Time } from "../../ui/figures.tsx";
import { Bars } from "../part/bars.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { Spread } from "../part/spread.tsx";
import { DisclosureText } from "../part/truth.tsx";
import { disclosure, priceCurve, proof, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

type Figures = components["schemas"]["Disclosure"]["figures"];

export default function Truth() {
  const say = useSay();
  const told = useQuery(disclosure);
  return (
    <article className="ws-stack">
      <Head title={say("truth.title")} />
      <section className="ws-card ws-stack">
        <DisclosureText />
      </section>
      <Loaded query={told}>{({ figures }) => <Shares figures={figures} />}</Loaded>
      <Spread />
      <Ceiling />
      {(["refund", "late", "windUp"] as const).map((about) => (
        <section key={about} className="ws-card ws-stack">
          <h3>{say(`truth.${about}`)}</h3>
          <p>{say(`truth.${about}Is`)}</p>
        </section>
      ))}
      <Proof />
    </article>
  );
}

/** What share of the members got back how much of what they spent, in fact and in theory. */
function Shares({ figures }: { readonly figures: Figures }) {
  const say = useSay();
  const { members, paid, with_today, theory, median_receive_fen } = figures;
  return (
    <section className="ws-card ws-stack">
      <h3>{say("truth.shares")}</h3>
      <p>{say("truth.counted", { members })}</p>
      <h4>{say("truth.whole")}</h4>
      <Bars
        bars={[
          { name: say("truth.paid"), ppm: paid.whole_ppm },
          { name: say("truth.withToday"), ppm: with_today.whole_ppm },
          { name: say("truth.theory"), ppm: theory.full_ppm },
        ]}
      />
      <h4>{say("truth.median")}</h4>
      <Bars
        bars={[
          { name: say("truth.paid"), ppm: paid.median_ppm },
          { name: say("truth.withToday"), ppm: with_today.median_ppm },
          { name: say("truth.theory"), ppm: theory.median_ppm },
        ]}
      />
      <p>
        {say("truth.middleReceives")} <Money fen={median_receive_fen} />
      </p>
      <p className="ws-soft">{say("truth.sharesNote", { theory: showPpm(theory.median_ppm) })}</p>
    </section>
  );
}

function Ceiling() {
  const say = useSay();
  const plan = useTerms().data?.plan;
  return (
    <section className="ws-card ws-stack">
      <h3>{say("truth.cap")}</h3>
      <p>{say("truth.capIs", { multiple: plan?.cap ?? "—", load: plan?.exit_load ?? "—" })}</p>
    </section>
  );
}

/** The newest signed proof beside the pool of this moment. */
function Proof() {
  const say = useSay();
  const pool = useQuery(priceCurve);
  const { data: made, error } = useQuery({ ...proof, retry: false });
  const text = (field: string) => {
    const value = made?.[field];
    return typeof value === "string" || typeof value === "number" ? `${value}` : "—";
  };
  return (
    <section className="ws-card ws-stack">
      <h3>{say("truth.proof")}</h3>
      <p>{say("truth.proofIs")}</p>
      <Loaded query={pool}>
        {({ now }) => (
          <dl className="h-pairs">
            <div>
              <dt>{say("truth.cash")}</dt>
              <dd>
                <Money fen={now.cash_fen} />
              </dd>
            </div>
            <div>
              <dt>{say("truth.out")}</dt>
              <dd>
                <Points points={now.points} />
              </dd>
            </div>
            <div>
              <dt>{say("home.price")}</dt>
              <dd>
                <Price pair={now} digits={8} />
              </dd>
            </div>
          </dl>
        )}
      </Loaded>
      {error !== null && <p className="ws-soft">{say("truth.noProof")}</p>}
      {made !== undefined && (
        <dl className="h-hashes">
          <dt>{say("truth.day")}</dt>
          <dd>
            {made["at"] === undefined ? text("day") : <Time at={text("at")} />} · #{text("seq")}
          </dd>
          <dt>{say("truth.head")}</dt>
          <dd className="h-hash">{text("head")}</dd>
          <dt>{say("truth.signature")}</dt>
          <dd className="h-hash">{text("signature")}</dd>
        </dl>
      )}
    </section>
  );
}
