/** A refund 退款: how much and why, what goes back with it, and what came of it in plain words. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { type FormEvent, useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { components } from "#client";
import { type ActionState, useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { fenOfYuan, grainsOf, showYuan } from "../../ui/figure.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { MemberName } from "../part/member.tsx";
import { Choice, Rows } from "../part/rows.tsx";
import { type Purchase, purchaseRead } from "../reads.ts";
import { useSay } from "../say.ts";
import { useOwns } from "../store.tsx";

type Refunded = components["schemas"]["RefundTaken"];

const REASONS = ["goods", "price", "twice", "other"] as const;
type Reason = (typeof REASONS)[number];

export default function Refund() {
  const say = useSay();
  const id = decodeURIComponent(useParams<{ id: string }>().id ?? "");
  const { data, error, refetch } = useQuery(purchaseRead(id));
  const [done, setDone] = useState<Refunded | null>(null);
  return (
    <section className="c-scan">
      <Head back={`/flow/${encodeURIComponent(id)}`} title={say("refund.title")} />
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading lines={6} />}
      {done !== null && <Done refunded={done} />}
      {done === null && data !== undefined && <RefundForm purchase={data} done={setDone} />}
    </section>
  );
}

interface FormProps {
  readonly purchase: Purchase;
  readonly done: (refunded: Refunded) => void;
}

function RefundForm({ purchase, done }: FormProps) {
  const say = useSay();
  const owns = useOwns(purchase.merchant);
  const left = purchase.amount_fen - purchase.refunded_fen;
  const [fen, setFen] = useState(left);
  const [reason, setReason] = useState<Reason | null>(null);
  const [isAsked, setAsked] = useState(false);
  const isFit = fen > 0 && fen <= left && reason !== null;
  const action = useAction({
    name: `refund ${purchase.id}`,
    send: (body: { readonly amount_fen: number; readonly reason: Reason }, key) =>
      client.POST("/v1/purchases/{id}/refunds", {
        params: { path: { id: purchase.id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["purchases", "stores", "payments"],
    done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    action.reset();
    if (isFit) setAsked(true);
  };
  return (
    <form className="ws-card ws-stack" onSubmit={submit} onChange={() => setAsked(false)}>
      <Rows
        rows={[
          [say("paid.member"), <MemberName key="m" id={purchase.member} />],
          [say("refund.paid"), <Money key="a" fen={purchase.amount_fen} />],
          [say("refund.left"), <Money key="l" fen={left} />],
        ]}
      />
      <HowMuch left={left} fen={fen} set={setFen} />
      <Why reason={reason} set={setReason} />
      <p className="ws-soft">{say("refund.goesBack")}</p>
      {!owns && <p className="ws-soft">{say("refund.clerk")}</p>}
      {isAsked && reason !== null ? (
        <Sure
          amount={showYuan(fen)}
          isBusy={action.isBusy}
          go={() => action.run({ amount_fen: fen, reason })}
          stop={() => setAsked(false)}
        />
      ) : (
        <Button type="submit" color="danger" size="large" block disabled={!isFit}>
          {say("refund.next", { amount: showYuan(fen) })}
        </Button>
      )}
      <ActionNote
        action={action}
        look={<Link href={`/flow/${encodeURIComponent(purchase.id)}`}>{say("tab.flow")}</Link>}
      />
      <ClerksLimit state={action.state} />
    </form>
  );
}

interface HowMuchProps {
  readonly left: number;
  readonly fen: number;
  readonly set: (fen: number) => void;
}

/** All that is left, or a part of it; what is no amount is nothing. */
function HowMuch({ left, fen, set }: HowMuchProps) {
  const say = useSay();
  const [isWhole, setWhole] = useState(true);
  const [text, setText] = useState("");
  const choose = (whole: boolean) => {
    setWhole(whole);
    set(whole ? left : (fenOfYuan(text) ?? 0));
  };
  return (
    <>
      <Choice
        label={say("refund.howMuch")}
        options={[
          ["whole", say("refund.whole")],
          ["part", say("refund.part")],
        ]}
        chosen={isWhole ? "whole" : "part"}
        choose={(value) => choose(value === "whole")}
      />
      {!isWhole && (
        <label className="m-field">
          <span>{say("refund.amount")}</span>
          <input
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              set(fenOfYuan(target.value) ?? 0);
            }}
          />
        </label>
      )}
      {fen > left && <p className="ws-note">{say("refund.tooMuch", { amount: showYuan(left) })}</p>}
    </>
  );
}

interface WhyProps {
  readonly reason: Reason | null;
  readonly set: (reason: Reason | null) => void;
}

function Why({ reason, set }: WhyProps) {
  const say = useSay();
  return (
    <label className="m-field">
      <span>{say("refund.reason")}</span>
      <select
        className="ws-select"
        required
        value={reason ?? ""}
        onChange={({ target }) => set(REASONS.find((one) => one === target.value) ?? null)}
      >
        <option value="">{say("refund.choose")}</option>
        {REASONS.map((one) => (
          <option key={one} value={one}>
            {say(`refund.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SureProps {
  readonly amount: string;
  readonly isBusy: boolean;
  readonly go: () => void;
  readonly stop: () => void;
}

/** Money goes back for good: it is asked once more. */
function Sure({ amount, isBusy, go, stop }: SureProps) {
  const say = useSay();
  return (
    <div className="ws-note ws-note-bad ws-stack">
      <p>{say("refund.sure", { amount })}</p>
      <div className="c-acts">
        <Button color="danger" size="large" block loading={isBusy} onClick={go}>
          {say("refund.do", { amount })}
        </Button>
        <Button size="large" block disabled={isBusy} onClick={stop}>
          {say("refund.not")}
        </Button>
      </div>
    </div>
  );
}

/** How much a clerk may refund, where that was why not. */
function ClerksLimit({ state }: { readonly state: ActionState<Refunded> }) {
  const say = useSay();
  if (state.phase !== "refused" || state.problem.code !== "clerk_limit") return null;
  const most = Number(state.problem.facts.stands ?? 0);
  return (
    <p className="ws-soft">
      {say("refund.limit")} <Money fen={most} />
    </p>
  );
}

function Done({ refunded }: { readonly refunded: Refunded }) {
  const say = useSay();
  const [, go] = useLocation();
  return (
    <div className="ws-card ws-stack" role="status">
      <h2>{say("refund.done")}</h2>
      <p className="c-amount">
        <Money fen={refunded.returned_fen} />
      </p>
      <Rows
        rows={[
          [say("refund.toPayer"), <Money key="r" fen={refunded.returned_fen} />],
          [say("refund.points"), <Points key="p" points={refunded.points_taken} digits={8} />],
        ]}
      />
      <p>{say(grainsOf(refunded.points_taken) > 0n ? "refund.saidPoints" : "refund.saidNone")}</p>
      <p>{say("refund.saidCommissions")}</p>
      <Button
        color="primary"
        size="large"
        block
        onClick={() => go(`/flow/${encodeURIComponent(refunded.purchase)}`)}
      >
        {say("refund.see")}
      </Button>
    </div>
  );
}
