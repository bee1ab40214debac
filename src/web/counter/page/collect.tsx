/** Collect 收款: an amount, and then one tap: show a code, scan the member's, or take cash. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { PayCircleOutline, ScanCodeOutline, SystemQRcodeOutline } from "antd-mobile-icons";
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { fenOfYuan, grouped } from "../../ui/figure.ts";
import { SoundSwitch } from "../../ui/sound.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Keypad } from "../part/keypad.tsx";
import { PurchaseLine } from "../part/purchase.tsx";
import { Quote } from "../part/quote.tsx";
import { useTerms } from "../reads.ts";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";
import { type Key, typed } from "../typed.ts";

const ASK_EVERY_MS = 15_000;

export default function Collect() {
  const say = useSay();
  const store = useStore();
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const fen = fenOfYuan(text) ?? 0;
  // A house without a channel takes cash alone.
  const hasChannel = useTerms()?.channels.length !== 0;
  const ask = useAction({
    name: `request ${store}`,
    send: (amount_fen: number, key) =>
      client.POST("/v1/payments/requests", {
        params: { header: { "Idempotency-Key": key } },
        body: { merchant: store, amount_fen },
      }),
    done: ({ code }) => go(`/code/${code}`),
  });
  const press = useCallback((key: Key) => setText((before) => typed(before, key)), []);
  const show = () => {
    if (fen > 0 && hasChannel) ask.run(fen);
  };
  return (
    <div className="c-till">
      <h1 className="ws-hidden">{say("tab.collect")}</h1>
      <section className="ws-card c-sum">
        <div className="ws-row ws-between">
          <span className="ws-soft">{say("collect.amount")}</span>
          <SoundSwitch />
        </div>
        <p className="c-amount" aria-live="polite">
          ¥{shown(text)}
        </p>
        <Quote fen={fen} />
      </section>
      <Keypad press={press} enter={show} />
      <div className="c-acts">
        {hasChannel && (
          <>
            <Button
              color="primary"
              size="large"
              block
              disabled={fen === 0}
              loading={ask.isBusy}
              onClick={show}
            >
              <SystemQRcodeOutline aria-hidden /> {say("collect.show")}
            </Button>
            <Button size="large" block disabled={fen === 0} onClick={() => go(`/scan/${fen}`)}>
              <ScanCodeOutline aria-hidden /> {say("collect.scan")}
            </Button>
          </>
        )}
        <Button
          className="c-wide"
          fill="none"
          color="primary"
          disabled={fen === 0}
          onClick={() => go(`/cash/${fen}`)}
        >
          <PayCircleOutline aria-hidden /> {say("collect.cash")}
        </Button>
      </div>
      <ActionNote action={ask} />
      <Latest store={store} />
    </div>
  );
}

/** The newest payments, where there is room for them beside the keypad. */
function Latest({ store }: { readonly store: string }) {
  const say = useSay();
  const query = { merchant: store, limit: 5 };
  const { data } = useQuery({
    ...read(["purchases", "latest", query], (signal) =>
      client.GET("/v1/purchases", { params: { query }, signal }),
    ),
    refetchInterval: ASK_EVERY_MS,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="ws-card c-latest">
      <h2>{say("collect.latest")}</h2>
      <ul className="c-list c-flat">
        {data.items.map((row) => (
          <li key={row.id}>
            <PurchaseLine row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The amount as far as it is typed. */
function shown(text: string): string {
  if (text === "") return "0";
  const [whole = "0", ...rest] = text.split(".");
  return [grouped(whole), ...rest].join(".");
}
