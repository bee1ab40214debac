/** Signing in to h5: the disclosure is read first, the boxes are ticked by the member himself. */
import { Link } from "wouter";
import { PhoneForm } from "../mobile/signin.tsx";
import { client, dataOf } from "../ui/api/client.ts";
import { LanguageSwitch } from "../ui/language.tsx";
import { DisclosureText } from "./part/truth.tsx";
import { referral } from "./referral.ts";
import { useSay } from "./say.ts";

/** The text, then the form; on the page of a code and on the door alike. */
export function ReadAndEnter({ code }: { readonly code: string | null }) {
  const say = useSay();
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
      <section className="ws-card ws-stack" aria-labelledby="door-form">
        <h2 id="door-form">{say("door.enter")}</h2>
        <PhoneForm referral={code} agreements={<span />} entered={() => void keepConsents()} />
      </section>
    </>
  );
}

/** That he was shown the text of the day. Where it cannot be kept now he is asked again before he pays. */
async function keepConsents(): Promise<void> {
  const { text_zh, figures } = await dataOf(client.GET("/v1/disclosure"));
  await client.POST("/v1/session/consents", {
    params: { header: { "Idempotency-Key": `enter:${Date.now()}` } },
    body: { purpose: "disclosure", text_id: `disclosure@${figures.seq}`, text: text_zh, given: true },
  });
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
