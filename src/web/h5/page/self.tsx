/** Me 我的: who is signed in, how the face looks, and everything about oneself. */
import { Button } from "antd-mobile";
import { Link } from "wouter";
import { LanguageSwitch } from "../../ui/language.tsx";
import { signOut, useWho } from "../../ui/session.tsx";
import { ThemeSwitch } from "../../ui/theme.tsx";
import { useSelf } from "../reads.ts";
import { useSay } from "../say.ts";
import { TextSizeSwitch } from "../textsize.tsx";

const PAGES = [
  ["/self/profile", "profile.title"],
  ["/messages", "messages.title"],
  ["/wallet", "wallet.title"],
  ["/self/devices", "devices.title"],
  ["/self/consents", "consents.title"],
  ["/agreements", "agreements.title"],
  ["/truth", "truth.title"],
  ["/help", "help.title"],
  ["/self/cases", "cases.title"],
  ["/self/close", "close.title"],
] as const;

export default function Self() {
  const say = useSay();
  const who = useWho();
  const self = useSelf().data;
  return (
    <div className="ws-stack">
      <section className="ws-card ws-stack">
        <h2>{self?.name ?? who?.name ?? say("self.nameless")}</h2>
        <p className="ws-soft">
          {self?.phone} · {say("self.number", { id: who?.member ?? "" })}
        </p>
        <p className="ws-soft">{say(self?.sponsor == null ? "self.noSponsor" : "self.hasSponsor")}</p>
      </section>
      <section className="ws-card ws-stack">
        <ThemeSwitch />
        <TextSizeSwitch />
        <div className="ws-row">
          <span>{say("self.language")}</span>
          <LanguageSwitch />
        </div>
      </section>
      <nav className="ws-card h-menu" aria-label={say("tab.self")}>
        {PAGES.map(([path, title]) => (
          <Link key={path} href={path}>
            {say(title)}
          </Link>
        ))}
      </nav>
      <Button block onClick={() => void signOut()}>
        {say("session.signOut")}
      </Button>
    </div>
  );
}
