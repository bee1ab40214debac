/** Redeeming 赎回: how many, what they would bring, confirming with a least, and what they brought. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useState } from "react";
import { Link } from "wouter";
import type { components } from "#client";
import { parsePoints } from "#engine";
import { type Action, useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { grainsOf } from "../../ui/figure.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { priceHistory, quoteRedemption } from "../../ui/quote.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { AmountField } from "../part/amount.tsx";
import { Do } from "../part/do.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { redemptionQuote } from "../quote.ts";
import { OWN_MONEY, useBalances, useMember, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

type Redeemed = components["schemas"]["Redeemed"];
interface Wanted {
  readonly points: string;
  readonly min_proceeds_fen: number;
}

export default function Redeem() {
  const say = useSay();
  const held = useBalances();
  const [points, setPoints] = useState<string | null>(null);
  const redeem = useAction<Wanted, Redeemed>({
    name: "redeem",
    send: (body, key) =>
      client.POST("/v1/redemptions", { params: { header: { "Idempotency-Key": key } }, body }),
    refresh: OWN_MONEY,
  });
  const { state } = redeem;
  return (
    <div className="ws-stack">
      <Head title={say("redeem.title")} back="/points" />
      {state.phase === "done" ? (
        <Done redeemed={state.answer} />
      ) : (
        <Loaded query={held}>
          {(have) =>
            points === null ? (
              <>
                <HowMany have={have.points} choose={setPoints} />
                <ActionNote action={redeem} look={<Link href="/purchases">{say("tab.purchases")}</Link>} />
              </>
            ) : (
              <Confirm points={points} redeem={redeem} back={() => setPoints(null)} />
            )
          }
        </Loaded>
      )}
    </div>
  );
}

interface HowManyProps {
  readonly have: string;
  readonly choose: (points: string) => void;
}

function HowMany({ have, choose }: HowManyProps) {
  const say = useSay();
  const [text, setText] = useState("");
  const all = grainsOf(have);
  const grains = parsePoints(text.trim());
  const isGood = grains !== null && grains > 0n && grains <= all;
  const wanted = grains === all ? "all" : text.trim();
  return (
    <form
      className="ws-card ws-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) choose(wanted);
      }}
    >
      <AmountField label={say("redeem.howMany")} text={text} onText={setText} />
      <p className="ws-row ws-between ws-soft">
        <span>
          {say("redeem.have")} <Points points={have} digits={8} />
        </span>
        <button type="button" className="ws-plain" onClick={() => setText(have)}>
          {say("redeem.all")}
        </button>
      </p>
      {text !== "" && !isGood && <p className="ws-note">{say("redeem.tooMany")}</p>}
      {isGood && <Typed grains={grains} />}
      <Button type="submit" color="primary" size="large" block disabled={!isGood}>
        {say("redeem.quote")}
      </Button>
      <p className="ws-soft">{say("redeem.oldest")}</p>
    </form>
  );
}

/** While he types, by the engine in the page. */
function Typed({ grains }: { readonly grains: bigint }) {
  const say = useSay();
  const load = useTerms().data?.plan.exit_load;
  const { data } = useQuery(priceHistory);
  const quote = data === undefined || load === undefined ? null : quoteRedemption(grains, data.now, load);
  if (quote === null) return null;
  return (
    <p aria-live="polite">
      {say("redeem.about")} <Money fen={quote.proceeds} />
    </p>
  );
}

interface ConfirmProps {
  readonly points: string;
  readonly redeem: Action<Wanted, Redeemed>;
  readonly back: () => void;
}

/** The quote of the book itself; below it nothing is sold. */
function Confirm({ points, redeem, back }: ConfirmProps) {
  const say = useSay();
  const member = useMember();
  const load = useTerms().data?.plan.exit_load ?? "";
  const query = useQuery(redemptionQuote(member, points));
  const isOver = redeem.state.phase === "refused";
  return (
    <section className="ws-card ws-stack" aria-live="polite">
      <Loaded query={query}>
        {({ proceeds_fen }) => (
          <>
            <h3>{say("redeem.receive")}</h3>
            <Money fen={proceeds_fen} big />
            <ul className="h-points">
              <li>{say("redeem.stays", { load })}</li>
              <li>{say("redeem.guard")}</li>
              <li>{say("redeem.toWallet")}</li>
              <li>{say("redeem.final")}</li>
            </ul>
            {!isOver && (
              <Do
                size="large"
                disabled={redeem.state.phase === "unknown"}
                isBusy={redeem.isBusy}
                onClick={() => redeem.run({ points, min_proceeds_fen: proceeds_fen })}
              >
                {say("redeem.confirm")}
              </Do>
            )}
          </>
        )}
      </Loaded>
      <ActionNote action={redeem} look={<Link href="/purchases">{say("tab.purchases")}</Link>} />
      <Button
        block
        disabled={redeem.isBusy || redeem.state.phase === "unknown"}
        onClick={() => {
          redeem.reset();
          back();
        }}
      >
        {say("redeem.back")}
      </Button>
    </section>
  );
}

function Done({ redeemed }: { readonly redeemed: Redeemed }) {
  const say = useSay();
  return (
    <section className="ws-card ws-stack h-result" aria-live="polite">
      <h3>{say("redeem.done")}</h3>
      <Money fen={redeemed.proceeds_fen} big />
      <p>
        {say("redeem.sold")} <Points points={redeemed.points} digits={8} />
      </p>
      <p className="ws-soft">{say("redeem.inWallet")}</p>
      <div className="ws-row">
        <Link href="/wallet" className="ws-button ws-link">
          {say("wallet.title")}
        </Link>
        <Link href="/points" className="ws-plain ws-link">
          {say("points.title")}
        </Link>
      </div>
    </section>
  );
}
