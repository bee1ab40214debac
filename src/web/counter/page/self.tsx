/** Me 我的: who is signed in, how the counter looks, signing out. */
import { Button } from "antd-mobile";
import { SignOutElsewhere } from "../../mobile/elsewhere.tsx";
import { signOut, useWho } from "../../ui/session.tsx";
import { SoundSwitch } from "../../ui/sound.tsx";
import { ThemeSwitch } from "../../ui/theme.tsx";
import { useSay } from "../say.ts";

export default function Self() {
  const say = useSay();
  const who = useWho();
  return (
    <div className="ws-stack">
      <section className="ws-card ws-stack">
        {who?.name != null && <h2>{who.name}</h2>}
        <ThemeSwitch />
        <SoundSwitch />
      </section>
      <SignOutElsewhere />
      <Button block onClick={() => void signOut()}>
        {say("session.signOut")}
      </Button>
    </div>
  );
}
