/** Signing in to h5: the disclosure is read first, the boxes are ticked by the member himself. */
import { useEffect } from "react";
import { Link } from "wouter";
import { PhoneForm } from "../mobile/signin.tsx";
import { client, dataOf } from "../ui/api/client.ts";
import { queries } from "../ui/api/read.ts";
import { type Language, LanguageSwitch } from "../ui/language.tsx";
import { DisclosureText, recordConsent } from "./part/truth.tsx";
import { enterBy, referral } from "./referral.ts";
import { useSay } from "./say.ts";

/** The text, then the form; on the page of a code and on the door alike. */
export function ReadAndEnter({ code }: { readonly code: string | null }) {
  const say = useSay();
  // Whoever signs in here does so by this code.
  useEffect(() => enterBy(code), [code]);
  return (
    <>
      <section className="ws-card ws-stack" aria-labelledby="door-truth">
        <h2 id="door-truth">{say("door.read")}</h2>
        <DisclosureText />
        <p className="ws-row">
          <Link href="/truth">{say("door.more")}</Link>
          <Link href="/agreements">{say("door.agreements")}</Link>
        </p>
      </section>
      <section className="ws-card ws-stack">
        <h2>{say("door.enter")}</h2>
        <PhoneForm
          referral={code}
          agreements={<span />}
          entered={() => void keepConsents(say.language).catch(() => {})}
        />
      </section>
    </>
  );
}

const PURPOSES = { user: "agreement", privacy: "privacy", referral: "referral" } as const;

/**
 * That he was shown the texts of the day and ticked the box. Where the disclosure cannot be kept now he is
 * asked again before he pays.
 */
async function keepConsents(language: Language): Promise<void> {
  const [told, { items }] = await Promise.all([
    dataOf(client.GET("/v1/disclosure")),
    dataOf(client.GET("/v1/agreements")),
  ]);
  const at = Date.now();
  const keep = (purpose: Parameters<typeof recordConsent>[0], id: string, zh: string, en: string) =>
    recordConsent(purpose, { id, text: language === "zh" ? zh : en }, `enter:${id}:${at}`);
  await keep("disclosure", told.text_id, told.text_zh, told.text_en);
  for (const { kind, id, text_zh, text_en } of items) await keep(PURPOSES[kind], id, text_zh, text_en);
  await queries.invalidateQueries({ queryKey: ["consents"] });
}

/** The door on a page of its own, in the place of the page that was asked for. */
export function Door({ isStranger }: { readonly isStranger: boolean }) {
  const say = useSay();
  return (
    <div className="m-frame">
      <header className="m-head">
        <h1>{say("h5.name")}</h1>
        <LanguageSwitch />
      </header>
      <main className="m-page h-door ws-stack">
        {isStranger && <p className="ws-note">{say("h5.noMember")}</p>}
        <ReadAndEnter code={referral()} />
      </main>
    </div>
  );
}
