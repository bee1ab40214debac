/** The text every member must see before the first order, and the tap that says it was seen. */
import { useQuery } from "@tanstack/react-query";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { disclosure } from "../reads.ts";
import { useSay } from "../say.ts";
import { Do } from "./do.tsx";
import { Loaded } from "./loaded.tsx";

/** The text with the figures of the day. */
export function DisclosureText() {
  const say = useSay();
  const query = useQuery(disclosure);
  return (
    <Loaded query={query}>
      {({ text_zh, text_en, figures }) => (
        <div className="ws-stack h-truth">
          <p lang={say.language === "zh" ? "zh-CN" : "en"}>{say.language === "zh" ? text_zh : text_en}</p>
          <p className="ws-soft">
            {say("truth.asOf")} <Time at={figures.made_at} />
          </p>
        </div>
      )}
    </Loaded>
  );
}

const consents = read(["consents"], (signal) => client.GET("/v1/session/consents", { signal }));

/** Whether the one who is signed in has seen it; undefined while that is not known. */
export function useSeen(): boolean | undefined {
  const { data } = useQuery(consents);
  return data?.items.find(({ purpose }) => purpose === "disclosure")?.given ?? (data && false);
}

interface Text {
  readonly id: string;
  readonly text: string;
}

/** Keeps that a text was shown and agreed to, in the language it was shown in. */
export function recordConsent(purpose: Purpose, { id, text }: Text, key: string) {
  return client.POST("/v1/session/consents", {
    params: { header: { "Idempotency-Key": key } },
    body: { purpose, text_id: id, text, given: true },
  });
}

type Purpose = "disclosure" | "agreement" | "privacy" | "referral";

/** In the place of paying, until it was seen. */
export function ReadFirst() {
  const say = useSay();
  const { data } = useQuery(disclosure);
  const seen = useAction({
    name: "disclosure-seen",
    send: (text: Text, key) => recordConsent("disclosure", text, key),
    refresh: ["consents"],
  });
  return (
    <section className="ws-card ws-stack" aria-labelledby="read-first">
      <h3 id="read-first">{say("truth.first")}</h3>
      <DisclosureText />
      <Do
        disabled={data === undefined}
        isBusy={seen.isBusy}
        onClick={() => {
          if (data === undefined) return;
          seen.run({ id: data.text_id, text: say.language === "zh" ? data.text_zh : data.text_en });
        }}
      >
        {say("truth.seen")}
      </Do>
      <ActionNote action={seen} />
    </section>
  );
}
