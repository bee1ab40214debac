/** Cash at the till 现金收款: whose purchase it is, by phone, and then that the money has been taken. */
import { Button } from "antd-mobile";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import type { components } from "#client";
import { type Action, useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { maskPhone, showYuan } from "../../ui/figure.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { WithFen } from "../part/fen.tsx";
import { Head } from "../part/head.tsx";
import { MemberName } from "../part/member.tsx";
import { Quote } from "../part/quote.tsx";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";

type Taken = components["schemas"]["PurchaseTaken"];
interface Taking {
  readonly member: string;
  readonly amount_fen: number;
}

interface Payer {
  readonly member: string;
  readonly phone: string;
  readonly joined: boolean;
}

export default function Cash() {
  return <WithFen>{(fen) => <CashOf fen={fen} />}</WithFen>;
}

function CashOf({ fen }: { readonly fen: number }) {
  const say = useSay();
  const [payer, setPayer] = useState<Payer | null>(null);
  const take = useTake();
  const note = <ActionNote action={take} look={<Link href="/flow">{say("tab.flow")}</Link>} />;
  return (
    <section className="c-scan">
      <Head back="/" title={say("cash.title")} />
      <div className="ws-card c-sum">
        <p className="c-amount">¥{showYuan(fen)}</p>
        <Quote fen={fen} {...(payer === null ? {} : { member: payer.member })} />
      </div>
      {payer === null ? (
        <>
          {note}
          <FindPayer found={setPayer} />
        </>
      ) : (
        <>
          <Confirm fen={fen} payer={payer} take={take} other={() => setPayer(null)} />
          {note}
        </>
      )}
    </section>
  );
}

/** What is under way is asked about before a payer is named, so that a reload does not hide it. */
function useTake(): Action<Taking, Taken> {
  const store = useStore();
  const [, go] = useLocation();
  return useAction({
    name: `cash ${store}`,
    send: (body: Taking, key) =>
      client.POST("/v1/purchases", {
        params: { header: { "Idempotency-Key": key } },
        body: { merchant: store, ...body },
      }),
    refresh: ["purchases", "stores", "members"],
    done: ({ id }) => go(`/taken/${encodeURIComponent(id)}`, { replace: true }),
  });
}

function FindPayer({ found }: { readonly found: (payer: Payer) => void }) {
  const say = useSay();
  const store = useStore();
  const [phone, setPhone] = useState("");
  const find = useAction({
    name: `enrol ${store}`,
    send: (asked: string, key) =>
      client.POST("/v1/members", {
        params: { header: { "Idempotency-Key": key } },
        body: { phone: asked, store },
      }),
    refresh: ["members"],
    done: ({ member, joined }) => found({ member, joined, phone: maskPhone(phone.trim()) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find.reset();
    find.run(phone.trim());
  };
  return (
    <form className="ws-card ws-stack" onSubmit={submit}>
      <label className="m-field">
        <span>{say("cash.phone")}</span>
        <input
          type="tel"
          autoComplete="off"
          required
          value={phone}
          onChange={({ target }) => setPhone(target.value)}
        />
      </label>
      <p className="ws-soft">{say("cash.hint")}</p>
      <Button type="submit" color="primary" size="large" block loading={find.isBusy}>
        {say("cash.find")}
      </Button>
      <ActionNote action={find} />
    </form>
  );
}

interface ConfirmProps {
  readonly fen: number;
  readonly payer: Payer;
  readonly take: Action<Taking, Taken>;
  readonly other: () => void;
}

function Confirm({ fen, payer, take, other }: ConfirmProps) {
  const say = useSay();
  return (
    <div className="ws-card ws-stack">
      <p className="c-payer">
        <MemberName id={payer.member} instead={payer.phone} />
        {payer.joined && <span className="c-tag">{say("cash.joined")}</span>}
      </p>
      <p>{say("cash.sure", { amount: showYuan(fen) })}</p>
      <div className="c-acts">
        <Button
          color="primary"
          size="large"
          block
          loading={take.isBusy}
          onClick={() => take.run({ member: payer.member, amount_fen: fen })}
        >
          {say("cash.take")}
        </Button>
        <Button size="large" block disabled={take.isBusy} onClick={other}>
          {say("cash.other")}
        </Button>
      </div>
    </div>
  );
}
