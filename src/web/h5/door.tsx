/** Signing in to h5: the disclosure is read first, the boxes are ticked by the member himself. */
import { useEffect } from "react";
import { Link } from "wouter";
import { PhoneForm } from "../mobile/signin.tsx";
import { LanguageSwitch } from "../ui/language.tsx";
import { keepAgreed, useShown } from "./part/agreed.ts";
import { DisclosureText } from "./part/truth.tsx";
import { enterBy, referral } from "./referral.ts";
import { useSay } from "./say.ts";

/** The text, then the form; on the page of a code and on the door alike. */
export function ReadAndEnter({ code }: { readonly code: string | null }) {
  const say = useSay();
  // Whoever signs in here does so by this code.
  useEffect(() => enterBy(code), [code]);
  const shown = useShown();
  // The very texts he was shown. Where they cannot be kept now he is asked again before he pays.
  const keep = async () => {
    if (shown !== undefined) await keepAgreed(shown, `enter:${Date.now()}`);
  };
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
        <PhoneForm referral={code} agreements={{ areShown: shown !== undefined, keep }} />
      </section>
    </>
  );
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
