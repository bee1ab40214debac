/** Signing in to the console: login, password, and a one-time code where it is set up. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { asProblem, type Problem } from "../ui/api/problem.ts";
import { useHouse } from "../ui/house.ts";
import { LanguageSwitch } from "../ui/language.tsx";
import { signInStaff, type Who } from "../ui/session.tsx";
import { useSay } from "./say.ts";

interface Fields {
  readonly login: string;
  readonly password: string;
  readonly totp?: string;
}

export function SignIn({ who }: { readonly who: Who }) {
  const say = useSay();
  const house = useHouse();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const enter = async ({ login, password, totp }: Fields) => {
    setBusy(true);
    setProblem(null);
    try {
      await signInStaff(login, password, totp ?? "");
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const needed = [{ required: true, message: say("signin.needed") }];
  return (
    <main className="console-signin">
      <div className="ws-card ws-stack">
        <div className="ws-row ws-between">
          <h1>{say("console.name")}</h1>
          <LanguageSwitch />
        </div>
        {house !== undefined && <p className="ws-soft">{house.operator}</p>}
        {who.kind === "person" && <p className="ws-note">{say("signin.otherFace")}</p>}
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void enter(fields)}>
          <Form.Item name="login" label={say("signin.login")} rules={needed}>
            <Input autoComplete="username" size="large" />
          </Form.Item>
          <Form.Item name="password" label={say("signin.password")} rules={needed}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Form.Item name="totp" label={say("signin.totp")}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={12} size="large" />
          </Form.Item>
          {problem !== null && (
            <p className="ws-note ws-note-bad" role="alert">
              {problem.say(say.language)}
            </p>
          )}
          <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
            {say("session.signIn")}
          </Button>
        </Form>
      </div>
    </main>
  );
}
