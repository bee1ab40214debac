/** The counter's frame: signing in, the store, the tabs, and the page. */
import { Router } from "wouter";
import { Frame } from "../mobile/frame.tsx";
import { PhoneSignIn } from "../mobile/signin.tsx";
import { LanguageSwitch } from "../ui/language.tsx";
import { SignedIn, storesOf } from "../ui/session.tsx";
import { PAGES, useTabs } from "./routes.tsx";
import { useSay } from "./say.ts";
import { StoreChoice } from "./store.tsx";

export function Shell() {
  const say = useSay();
  const tabs = useTabs();
  return (
    <Router base="/counter">
      <SignedIn
        serves={(who) => who.kind === "person" && storesOf(who).length > 0}
        signIn={({ kind }) => (
          <PhoneSignIn
            title={say("counter.name")}
            {...(kind === "person" ? { note: say("counter.noStore") } : {})}
          />
        )}
      >
        <Frame title={<Head />} tabs={tabs} pages={PAGES} />
      </SignedIn>
    </Router>
  );
}

function Head() {
  return (
    <>
      <StoreChoice />
      <LanguageSwitch />
    </>
  );
}
