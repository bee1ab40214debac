/** Asking for a withdrawal 申请提现: from where, how much, where to, and what arrives. */
import { useState } from "react";
import { Link, useSearch } from "wouter";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { fenOfYuan, showYuan } from "../../ui/figure.ts";
import { Money } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { AmountField } from "../part/amount.tsx";
import { Choice } from "../part/choice.tsx";
import { Do } from "../part/do.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { useBalances, useSelf, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";

type Source = "wallet" | "commission";
interface Wanted {
  readonly source: Source;
  readonly amount_fen: number;
  readonly way: string;
}

export default function Withdraw() {
  const say = useSay();
  const held = useBalances();
  const terms = useTerms();
  const apply = useAction({
    name: "withdraw",
    send: (body: Wanted, key) =>
      client.POST("/v1/withdrawals", { params: { header: { "Idempotency-Key": key } }, body }),
    refresh: ["withdrawals", "balances", "history"],
  });
  return (
    <div className="ws-stack">
      <Head title={say("wallet.withdraw")} back="/wallet" />
      {apply.state.phase === "done" ? (
        <section className="ws-card ws-stack h-result">
          <h3>{say("withdraw.done")}</h3>
          <Money fen={apply.state.answer.amount_fen} big />
          <p>{say(apply.state.answer.officers > 1 ? "withdraw.twoOfficers" : "withdraw.oneOfficer")}</p>
          <Link href="/wallet" className="ws-button ws-link">
            {say("wallet.list")}
          </Link>
        </section>
      ) : (
        <Loaded query={held}>
          {(have) => (
            <Loaded query={terms}>
              {({ withdrawal }) => (
                <Form
                  have={have}
                  limits={withdrawal}
                  isBusy={apply.isBusy}
                  isOpen={apply.state.phase === "unknown"}
                  apply={apply.run}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
      <ActionNote action={apply} look={<Link href="/wallet">{say("wallet.list")}</Link>} />
    </div>
  );
}

interface FormProps {
  readonly have: components["schemas"]["Balances"];
  readonly limits: components["schemas"]["Terms"]["withdrawal"];
  readonly isBusy: boolean;
  /** Whether it is not known yet what became of the last one. */
  readonly isOpen: boolean;
  readonly apply: (wanted: Wanted) => void;
}

function Form({ have, limits, isBusy, isOpen, apply }: FormProps) {
  const say = useSay();
  const asked = new URLSearchParams(useSearch()).get("from");
  const [source, setSource] = useState<Source>(asked === "commission" ? "commission" : "wallet");
  const [way, setWay] = useState(limits.ways.includes("demo") ? "demo" : (limits.ways[0] ?? ""));
  const [text, setText] = useState("");
  const most = source === "wallet" ? have.wallet_fen : have.commission_fen;
  const fen = fenOfYuan(text);
  const isGood = fen !== null && fen >= limits.minimum_fen && fen <= most;
  return (
    <form
      className="ws-card ws-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) apply({ source, amount_fen: fen, way });
      }}
    >
      <Choice
        label={say("withdraw.from")}
        value={source}
        choose={setSource}
        options={[
          { value: "wallet", title: say("home.wallet") },
          { value: "commission", title: say("home.commission") },
        ]}
      />
      <AmountField label={say("withdraw.amount")} text={text} onText={setText} />
      <p className="ws-row ws-between ws-soft">
        <span>
          {say("withdraw.most")} <Money fen={most} />
        </span>
        <button
          type="button"
          className="ws-plain"
          onClick={() => setText(showYuan(Math.max(0, most)).replaceAll(",", ""))}
        >
          {say("redeem.all")}
        </button>
      </p>
      <label className="m-field">
        <span>{say("withdraw.to")}</span>
        <select className="ws-select" value={way} onChange={({ target }) => setWay(target.value)}>
          {limits.ways.map((one) => (
            <option key={one} value={one}>
              {one === "bank_card" ? say("withdraw.card") : one === "demo" ? say("withdraw.demo") : one}
            </option>
          ))}
        </select>
      </label>
      {way === "bank_card" && <Card />}
      {way === "demo" && <p className="ws-note">{say("pay.demo")}</p>}
      {text !== "" && !isGood && (
        <p className="ws-note">
          {say(fen !== null && fen > most ? "withdraw.tooMuch" : "withdraw.tooLittle", {
            amount: showYuan(limits.minimum_fen),
          })}
        </p>
      )}
      {isGood && (
        <p aria-live="polite">
          {say("withdraw.arrives")} <Money fen={fen - limits.fee_fen} />
        </p>
      )}
      <p className="ws-soft">
        {say("withdraw.rules", {
          amount: showYuan(limits.minimum_fen),
          fee: showYuan(limits.fee_fen),
          count: limits.per_day,
          large: showYuan(limits.two_officers_from_fen),
        })}
      </p>
      <p className="ws-soft">{say("withdraw.tax")}</p>
      <Do type="submit" size="large" disabled={!isGood || isOpen} isBusy={isBusy}>
        {say("withdraw.apply")}
      </Do>
    </form>
  );
}

/** The member's own card, or where to put it on record. */
function Card() {
  const say = useSay();
  const identity = useSelf().data?.identity;
  if (identity === undefined || identity === null) return null;
  const { real_name, bank_card } = identity;
  if (real_name === undefined || bank_card === undefined) {
    return (
      <p className="ws-note">
        {say("withdraw.noCard")} <Link href="/self/profile">{say("profile.title")}</Link>
      </p>
    );
  }
  return (
    <p className="ws-soft">
      {real_name} {bank_card}
    </p>
  );
}
