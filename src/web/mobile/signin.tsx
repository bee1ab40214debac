/** Signing in by phone and code; a member ticks the agreements himself. */
import { Button } from "antd-mobile";
import { type FormEvent, useEffect, useState } from "react";
import { dataOf } from "../ui/api/client.ts";
import { asProblem, type Problem } from "../ui/api/problem.ts";
import { useHouse } from "../ui/house.ts";
import { LanguageSwitch, useWords } from "../ui/language.tsx";
import { sendCode, signInMember } from "../ui/session.tsx";
import type { zhMobile } from "./words/zh.ts";

interface FormProps {
  /** Code of the store or member he came by. */
  readonly referral?: string | null;
  /** With it the box must be ticked, which can be done once they are shown; `keep` keeps that it was. */
  readonly agreements?: { readonly areShown: boolean; readonly keep: () => Promise<void> };
}

interface Props extends FormProps {
  readonly title: string;
  /** What is said above the form. */
  readonly note?: string;
}

/** The form on a page of its own. */
export function PhoneSignIn({ title, note, ...form }: Props) {
  const house = useHouse();
  return (
    <main className="m-signin">
      <div className="ws-card ws-stack">
        <div className="ws-row ws-between">
          <h1>{title}</h1>
          <LanguageSwitch />
        </div>
        {house !== undefined && <p className="ws-soft">{house.operator}</p>}
        {note !== undefined && <p className="ws-note">{note}</p>}
        <PhoneForm {...form} />
      </div>
    </main>
  );
}

export function PhoneForm({ referral = null, agreements }: FormProps) {
  const say = useWords<keyof typeof zhMobile>();
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [agreed, setAgreed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Problem | string | null>(null);
  const enter = async () => {
    if (agreements !== undefined && !agreed) {
      setSaid(say("signin.agreeFirst"));
      return;
    }
    setBusy(true);
    setSaid(null);
    try {
      await signInMember(phone.trim(), code.trim(), referral, agreements?.keep);
    } catch (error) {
      setSaid(asProblem(error));
    } finally {
      // Whoever is in, but none of this face's, sees the form again.
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter();
  };
  return (
    <form className="ws-stack" onSubmit={submit}>
      <label className="m-field">
        <span>{say("signin.phone")}</span>
        <input
          type="tel"
          autoComplete="tel"
          required
          value={phone}
          onChange={({ target }) => setPhone(target.value)}
        />
      </label>
      <CodeField phone={phone} code={code} setCode={setCode} told={setSaid} />
      {agreements !== undefined && (
        <label className="m-tick">
          <input
            type="checkbox"
            checked={agreed}
            disabled={!agreements.areShown}
            onChange={({ target }) => setAgreed(target.checked)}
          />
          <span>{say("signin.agree")}</span>
        </label>
      )}
      {said !== null && (
        <p className="ws-note ws-note-bad" role="alert">
          {typeof said === "string" ? said : said.say(say.language)}
        </p>
      )}
      <Button
        type="submit"
        color="primary"
        size="large"
        block
        loading={isBusy}
        loadingText={say("session.signIn")}
      >
        {say("session.signIn")}
      </Button>
    </form>
  );
}

interface CodeProps {
  readonly phone: string;
  readonly code: string;
  readonly setCode: (code: string) => void;
  readonly told: (said: Problem | null) => void;
}

/** The code and the button that sends it, waiting until the server allows the next; in a demo it is shown. */
function CodeField({ phone, code, setCode, told }: CodeProps) {
  const say = useWords<keyof typeof zhMobile>();
  const isDemo = useHouse()?.demo != null;
  const [left, setLeft] = useState(0);
  const [inDemo, setInDemo] = useState<string | null>(null);
  useEffect(() => {
    if (left <= 0) return;
    const clock = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(clock);
  }, [left]);
  const send = async () => {
    told(null);
    try {
      const { again_at, demo_code } = await dataOf(sendCode(phone.trim()));
      setInDemo(demo_code);
      setLeft(Math.max(1, Math.ceil((Date.parse(again_at) - Date.now()) / 1_000)));
    } catch (error) {
      told(asProblem(error));
    }
  };
  return (
    <>
      <label className="m-field">
        <span>{say("signin.code")}</span>
        <span className="m-code">
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
          <Button type="button" disabled={left > 0 || phone.trim() === ""} onClick={() => void send()}>
            {left > 0 ? say("signin.sendAgain", { seconds: left }) : say("signin.send")}
          </Button>
        </span>
      </label>
      {inDemo !== null ? (
        <button type="button" className="ws-plain m-demo" onClick={() => setCode(inDemo)}>
          {say("signin.demoCode", { code: inDemo })}
        </button>
      ) : (
        isDemo && <p className="ws-soft">{say("signin.demo")}</p>
      )}
    </>
  );
}
