/** Me 我的: the store, its clerks, the sound, how the counter looks, and signing out. */
import { Button } from "antd-mobile";
import { KeyOutline, SystemQRcodeOutline, TeamOutline } from "antd-mobile-icons";
import { LanguageSwitch } from "../../ui/language.tsx";
import { signOut, useWho } from "../../ui/session.tsx";
import { announce, SoundSwitch, useSoundOn } from "../../ui/sound.tsx";
import { ThemeSwitch } from "../../ui/theme.tsx";
import { Rows, Way } from "../part/rows.tsx";
import { useSay } from "../say.ts";
import { StoreChoice, useOwns, useStore, useStoreFacts } from "../store.tsx";

export default function Self() {
  const say = useSay();
  const who = useWho();
  const store = useStore();
  const owns = useOwns(store);
  const hasSound = useSoundOn();
  const facts = useStoreFacts(store);
  return (
    <div className="ws-stack">
      <h1 className="ws-hidden">{say("tab.self")}</h1>
      <section className="ws-card ws-stack">
        <div className="ws-row ws-between">
          <StoreChoice />
          <span className="c-tag c-tag-good">{say(owns ? "self.owner" : "self.clerk")}</span>
        </div>
        <Rows
          rows={[
            who?.name == null ? null : [say("self.name"), who.name],
            facts === undefined ? null : [say("self.address"), facts.address || "—"],
            facts?.take == null ? null : [say("self.take"), facts.take],
          ]}
        />
      </section>
      <nav className="c-ways" aria-label={say("tab.self")}>
        {owns && (
          <Way
            to="/self/clerks"
            title={say("clerks.title")}
            hint={say("clerks.way")}
            icon={<TeamOutline aria-hidden />}
          />
        )}
        <Way
          to="/members/poster"
          title={say("poster.title")}
          hint={say("poster.way")}
          icon={<SystemQRcodeOutline aria-hidden />}
        />
        <Way
          to="/self/devices"
          title={say("devices.title")}
          hint={say("devices.way")}
          icon={<KeyOutline aria-hidden />}
        />
      </nav>
      <section className="ws-card ws-stack">
        <div className="ws-row ws-between">
          <SoundSwitch />
          <Button
            disabled={!hasSound}
            onClick={() => announce(say("paid.spoken", { amount: "12.5" }), say.language)}
          >
            {say("self.test")}
          </Button>
        </div>
        <p className="ws-soft">{say("self.sound")}</p>
        <ThemeSwitch />
        <div className="ws-row ws-between">
          <span>{say("self.language")}</span>
          <LanguageSwitch />
        </div>
      </section>
      <Button block onClick={() => void signOut()}>
        {say("session.signOut")}
      </Button>
    </div>
  );
}
