/** Scanning the member's payment code 扫码收款: by camera, from a picture, by a scanner that types, by hand. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Link, Redirect, useLocation } from "wouter";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { showYuan } from "../../ui/figure.ts";
import { Scan as Scanner } from "../../ui/scan/scan.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useAwake } from "../awake.ts";
import { WithFen } from "../part/fen.tsx";
import { Head } from "../part/head.tsx";
import { Quote } from "../part/quote.tsx";
import { terms, useTerms } from "../reads.ts";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";

/** Eighteen digits that begin with 28, as the server makes them. */
const PAY_CODE = /^28\d{16}$/;

interface Charge {
  readonly amount_fen: number;
  readonly pay_code: string;
  readonly channel: string;
}

export default function Scan() {
  const { data, error, refetch } = useQuery(terms);
  if (data === undefined) {
    return error === null ? (
      <Loading lines={5} />
    ) : (
      <ProblemView thrown={error} retry={() => void refetch()} />
    );
  }
  const channel = data.channels[0]?.name;
  // A house without a channel takes cash alone.
  if (channel === undefined) return <Redirect to="/" replace />;
  return <WithFen>{(fen) => <ScanFor fen={fen} channel={channel} />}</WithFen>;
}

interface ScanProps {
  readonly fen: number;
  readonly channel: string;
}

function ScanFor({ fen, channel }: ScanProps) {
  const say = useSay();
  const store = useStore();
  const [, go] = useLocation();
  const [digits, setDigits] = useState("");
  const [isOdd, setOdd] = useState(false);
  const most = useTerms()?.payment.pay_code_most_fen;
  const field = useRef<HTMLInputElement>(null);
  useAwake();
  // Scanners that type need a field to type into; on a phone it would only bring up the keyboard.
  useEffect(() => {
    if (window.matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, []);
  const charge = useAction({
    name: `charge ${store}`,
    send: (body: Charge, key) =>
      client.POST("/v1/payments", {
        params: { header: { "Idempotency-Key": key } },
        body: { merchant: store, ...body },
      }),
    refresh: ["purchases", "stores"],
    done: ({ payment }) => go(`/paid/${payment.id}`, { replace: true }),
  });
  const take = (text: string) => {
    const pay_code = text.replace(/\s/g, "");
    setOdd(!PAY_CODE.test(pay_code));
    if (!PAY_CODE.test(pay_code)) return;
    charge.reset();
    charge.run({ amount_fen: fen, pay_code, channel });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take(digits);
    // What was used is used: a code is good for one payment.
    setDigits("");
  };
  return (
    <section className="c-scan">
      <Head back="/" title={say("scanpage.title")} />
      <div className="ws-card c-sum">
        <p className="c-amount">¥{showYuan(fen)}</p>
        <Quote fen={fen} />
        {most !== undefined && fen > most && (
          <p className="ws-note">{say("scanpage.most", { amount: showYuan(most) })}</p>
        )}
      </div>
      <div className="ws-card ws-stack">
        <p>{say("scanpage.hint")}</p>
        <Scanner found={take} begun />
        <form className="m-field" onSubmit={submit}>
          <label htmlFor="pay-code">{say("scanpage.typed")}</label>
          <span className="m-code">
            <input
              id="pay-code"
              ref={field}
              inputMode="numeric"
              autoComplete="off"
              maxLength={24}
              value={digits}
              onChange={({ target }) => setDigits(target.value)}
            />
            <Button type="submit" color="primary" loading={charge.isBusy} disabled={digits === ""}>
              {say("scanpage.take")}
            </Button>
          </span>
        </form>
        {isOdd && (
          <p className="ws-note ws-note-bad" role="alert">
            {say("scanpage.odd")}
          </p>
        )}
        {charge.isBusy && <p role="status">{say("scanpage.busy")}</p>}
        <ActionNote action={charge} look={<Link href="/flow">{say("tab.flow")}</Link>} />
      </div>
    </section>
  );
}
