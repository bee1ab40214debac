/** Me 我的: who is signed in, how it looks, signing out. */
import { Button } from "antd-mobile";
import { Link } from "wouter";
import { SignOutElsewhere } from "../../mobile/elsewhere.tsx";
import { signOut, useWho } from "../../ui/session.tsx";
import { ThemeSwitch } from "../../ui/theme.tsx";
import { useSay } from "../say.ts";

export default function Self() {
  const say = useSay();
  const who = useWho();
  return (
    <div className="ws-stack">
      <section className="ws-card ws-stack">
        <h2>{who?.name ?? who?.member}</h2>
        <ThemeSwitch />
        <Link href="/disclosure">{say("home.disclosure")}</Link>
      </section>
      <SignOutElsewhere />
      <Button block onClick={() => void signOut()}>
        {say("session.signOut")}
      </Button>
    </div>
  );
}
