/** Points 积分: what they would bring, the price as it went, and every lot with its ceiling. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Chart } from "../../ui/chart/chart.tsx";
import { Money, Points, Price, Time } from "../../ui/figures.tsx";
import { Choice } from "../part/choice.tsx";
import { NoRows, Rows, usePages } from "../part/list.tsx";
import { Loaded } from "../part/loaded.tsx";
import { Tell } from "../part/tell.tsx";
import { priceCurve, useBalances, useMember, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

type Lot = components["schemas"]["Lot"];

export default function PointsPage() {
  const say = useSay();
  const held = useBalances();
  const load = useTerms().data?.plan.exit_load ?? "";
  return (
    <div className="ws-stack">
      <Loaded query={held}>
        {({ points, worth_fen, receive_fen }) => (
          <section className="h-hero">
            <Tell label={say("home.points")} value={<Points points={points} />} isBig>
              {say("home.pointsIs")}
            </Tell>
            <div className="h-two">
              <Tell label={say("home.worth")} value={<Money fen={worth_fen} />}>
                {say("home.worthIs")}
              </Tell>
              <Tell label={say("home.receive")} value={<Money fen={receive_fen} />}>
                {say("home.receiveIs", { load })}
              </Tell>
            </div>
            {receive_fen > 0 && (
              <Link href="/points/redeem" className="ws-button ws-link h-on-hero">
                {say("points.redeem")}
              </Link>
            )}
          </section>
        )}
      </Loaded>
      <Course />
      <Lots />
      <section className="ws-card ws-stack">
        <h3>{say("points.exitTitle")}</h3>
        <p>{say("points.exitWhat")}</p>
        <p className="ws-soft">{say("points.exitAfter")}</p>
      </section>
    </div>
  );
}

function Course() {
  const say = useSay();
  const query = useQuery(priceCurve);
  return (
    <section className="ws-card ws-stack">
      <h3>{say("home.price")}</h3>
      <Loaded query={query}>
        {({ now, items }) => (
          <>
            <p className="ws-big">
              <Price pair={now} />
            </p>
            <Chart
              label={say("home.price")}
              points={items.map(({ at, price }) => ({ at, value: Number(price) }))}
              show={(value) => `¥${value.toFixed(3)}`}
            />
            <p className="ws-soft">{say("points.priceIs")}</p>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Lots() {
  const say = useSay();
  const id = useMember();
  const [state, setState] = useState<"live" | "ceased">("live");
  const pages = usePages(["lots", id, state], (cursor, signal) =>
    client.GET("/v1/members/{id}/lots", {
      params: { path: { id }, query: { state, limit: 20, ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  );
  return (
    <section className="ws-stack" aria-labelledby="lots">
      <h3 id="lots">{say("lots.title")}</h3>
      <p className="ws-soft">{say("lots.what")}</p>
      <Choice
        label={say("lots.title")}
        value={state}
        choose={setState}
        options={[
          { value: "live", title: say("lots.live") },
          { value: "ceased", title: say("lots.ceased") },
        ]}
      />
      <Rows
        pages={pages}
        areCards
        empty={<NoRows>{say(state === "live" ? "lots.none" : "lots.noneCeased")}</NoRows>}
        show={(lot) => <LotRow key={lot.seq} lot={lot} />}
      />
    </section>
  );
}

function LotRow({ lot }: { readonly lot: Lot }) {
  const say = useSay();
  const { ceased, cost_fen, refunded_fen, got_fen, cap_fen, worth_fen } = lot;
  return (
    <li className="ws-card ws-stack">
      <div className="ws-row ws-between">
        <strong>
          <Points points={ceased ? lot.points_at_first : lot.points} />
        </strong>
        {lot.opened_at !== null && (
          <span className="ws-soft">
            <Time at={lot.opened_at} detail="day" />
          </span>
        )}
      </div>
      {!ceased && <Ceiling worth={worth_fen} cap={cap_fen} />}
      <dl className="h-pairs">
        <Pair name={say("lots.cost", { count: lot.purchases })} fen={cost_fen - refunded_fen} />
        {!ceased && <Pair name={say("home.worth")} fen={worth_fen} />}
        {!ceased && <Pair name={say("home.receive")} fen={lot.receive_fen} />}
        {(got_fen > 0 || ceased) && <Pair name={say("lots.got")} fen={got_fen} />}
        {!ceased && <Pair name={say("lots.cap")} fen={cap_fen} />}
      </dl>
      {ceased ? (
        <p className="ws-soft">{say("lots.left")}</p>
      ) : (
        lot.trigger !== null && <p className="ws-soft">{say("lots.trigger", { price: lot.trigger })}</p>
      )}
    </li>
  );
}

function Pair({ name, fen }: { readonly name: string; readonly fen: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Money fen={fen} />
      </dd>
    </div>
  );
}

/** How much of the ceiling the worth fills. */
function Ceiling({ worth, cap }: { readonly worth: number; readonly cap: number }) {
  const say = useSay();
  const percent = cap === 0 ? 0 : Number((BigInt(worth) * 100n) / BigInt(cap));
  return (
    <div>
      <progress
        className="ws-progress"
        max={100}
        value={percent}
        aria-label={say("lots.fills", { percent })}
      />
      <p className="ws-soft">
        {say("lots.fills", { percent })} {say("lots.ceiling")}
      </p>
    </div>
  );
}
