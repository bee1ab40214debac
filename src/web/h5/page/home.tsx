/** Home 首页: points, what they would bring now, money, commissions, the price, and the ways to pay. */
import { useQuery } from "@tanstack/react-query";
import { BellOutline, ScanningOutline, SystemQRcodeOutline } from "antd-mobile-icons";
import { Link } from "wouter";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showTime, showYuan } from "../../ui/figure.ts";
import { Money, Points, Price } from "../../ui/figures.tsx";
import { Loaded } from "../part/loaded.tsx";
import { isUnread, useMessageText } from "../part/message.tsx";
import { Spark } from "../part/spark.tsx";
import { Tell } from "../part/tell.tsx";
import { priceCurve, useBalances, useMember, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

type Balances = components["schemas"]["Balances"];

export default function Home() {
  const query = useBalances();
  return (
    <div className="ws-stack">
      <Loaded query={query} lines={6}>
        {(held) => (
          <>
            <Hero held={held} />
            <Ways />
            <News />
            <PriceLine />
            <OwnMoney held={held} />
          </>
        )}
      </Loaded>
      <More />
    </div>
  );
}

function Hero({ held }: { readonly held: Balances }) {
  const say = useSay();
  const terms = useTerms().data;
  const load = terms?.plan.exit_load ?? "";
  return (
    <section className="h-hero" aria-labelledby="own-points">
      <h2 id="own-points" className="ws-hidden">
        {say("home.points")}
      </h2>
      <Tell label={say("home.points")} value={<Points points={held.points} />} isBig>
        {say("home.pointsIs")}
      </Tell>
      <div className="h-two">
        <Tell label={say("home.worth")} value={<Money fen={held.worth_fen} />}>
          {say("home.worthIs")}
        </Tell>
        <Tell label={say("home.receive")} value={<Money fen={held.receive_fen} />}>
          {say("home.receiveIs", { load })}
        </Tell>
      </div>
    </section>
  );
}

function Ways() {
  const say = useSay();
  return (
    <nav className="h-ways" aria-label={say("home.ways")}>
      <Link href="/code">
        <SystemQRcodeOutline />
        {say("code.title")}
      </Link>
      <Link href="/scan">
        <ScanningOutline />
        {say("scan.title")}
      </Link>
      <Link href="/messages">
        <BellOutline />
        {say("messages.title")}
      </Link>
    </nav>
  );
}

/** The newest message, while it has not been read. */
function News() {
  const id = useMember();
  const textOf = useMessageText();
  const { data } = useQuery(
    read(["messages", id, "newest"], (signal) =>
      client.GET("/v1/members/{id}/messages", { params: { path: { id }, query: { limit: 1 } }, signal }),
    ),
  );
  const newest = data?.items[0];
  if (newest === undefined || !isUnread(id, newest.id)) return null;
  return (
    <Link href="/messages" className="ws-note h-news">
      {textOf(newest)}
    </Link>
  );
}

function PriceLine() {
  const say = useSay();
  const { data } = useQuery(priceCurve);
  if (data === undefined) return <div className="ws-card h-line" />;
  return (
    <section className="ws-card h-line">
      <Tell label={say("home.price")} value={<Price pair={data.now} />}>
        {say("home.priceIs")}
      </Tell>
      <Link href="/points" aria-label={say("home.chart")}>
        <Spark points={data.items} />
      </Link>
    </section>
  );
}

function OwnMoney({ held }: { readonly held: Balances }) {
  const say = useSay();
  const [next] = held.frozen.flatMap(({ thaws_at }) => thaws_at ?? []).sort();
  return (
    <section className="ws-card h-tiles" aria-label={say("home.money")}>
      <Tell label={say("home.wallet")} value={<Money fen={held.wallet_fen} />}>
        {say("home.walletIs")}
      </Tell>
      <Tell label={say("home.commission")} value={<Money fen={held.commission_fen} />}>
        {say("home.commissionIs")}
      </Tell>
      <Tell
        label={say("home.frozen")}
        value={<Money fen={held.frozen_fen} />}
        {...(next === undefined ? {} : { note: say("home.frozenNext", { day: showTime(next, "day") }) })}
      >
        {next === undefined
          ? say("home.frozenNone")
          : say("home.frozenUntil", {
              amount: showYuan(held.frozen.find(({ thaws_at }) => thaws_at === next)?.amount_fen ?? 0),
              day: showTime(next),
            })}
      </Tell>
      <Tell label={say("home.withdrawing")} value={<Money fen={held.withdrawal_fen} />}>
        {say("home.withdrawingIs")}
      </Tell>
    </section>
  );
}

function More() {
  const say = useSay();
  return (
    <nav className="ws-card h-menu" aria-label={say("home.more")}>
      <Link href="/points">{say("points.title")}</Link>
      <Link href="/commissions">{say("commissions.title")}</Link>
      <Link href="/wallet">{say("wallet.title")}</Link>
      <Link href="/truth">{say("truth.title")}</Link>
    </nav>
  );
}
