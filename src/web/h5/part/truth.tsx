/** The text every member must see before the first order, and the tap that says it was seen. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useAction } from "../../ui/api/action.ts";
import { Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { disclosure } from "../reads.ts";
import { useSay } from "../say.ts";
import { keepAgreed, type Shown, useMissing } from "./agreed.ts";
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

/** Whether whoever is signed in has agreed to all there is; undefined while that is not known. */
export function useSeen(): boolean | undefined {
  const missing = useMissing();
  return missing && missing.length === 0;
}

/** In the place of paying, until it was seen: the disclosure, and the agreements that are new to him. */
export function ReadFirst() {
  const say = useSay();
  const missing = useMissing();
  const seen = useAction({
    name: "disclosure-seen",
    send: (shown: readonly Shown[], key) => keepAgreed(shown, key),
    refresh: ["consents"],
  });
  return (
    <section className="ws-card ws-stack" aria-labelledby="read-first">
      <h3 id="read-first">{say("truth.first")}</h3>
      <DisclosureText />
      {missing?.some(({ purpose }) => purpose !== "disclosure") === true && (
        <p>
          {say("truth.alsoAgree")} <Link href="/agreements">{say("door.agreements")}</Link>
        </p>
      )}
      <Do
        disabled={missing === undefined}
        isBusy={seen.isBusy}
        onClick={() => {
          if (missing !== undefined) seen.run(missing);
        }}
      >
        {say("truth.seen")}
      </Do>
      <ActionNote action={seen} />
    </section>
  );
}
