/** What whoever has started the server is shown: where everything is, and in a demo who may sign in. */
import { type Key, type Say, sayIn, type Values } from "../language.ts";
import { table } from "../screen.ts";
import type { Session } from "../session.ts";
import { DEMO_LOGINS } from "./coalition.ts";

interface Options {
  readonly demo?: boolean;
  readonly lang?: string;
}

/** Somebody at the door of a demo has said nothing about his language yet: both, Chinese first. */
export function voicesOf({ demo, lang }: Options, { say }: Session): readonly Say[] {
  return demo === true && lang === undefined ? [sayIn("zh"), sayIn("en")] : [say];
}

/** A sentence in each of the languages. */
export function inBoth(voices: readonly Say[], key: Key, values: Values = {}): string {
  return voices.map((voice) => voice(key, values)).join(" ");
}

/** The addresses, then the logins of a demo and what to try first. */
export function announced(url: string, options: Options, session: Session): string {
  const voices = voicesOf(options, session);
  const say = (key: Key, values?: Values) => inBoth(voices, key, values);
  const isDemo = options.demo === true;
  const rows = [
    [say("serve.start"), `${url}/`],
    [say("serve.console"), `${url}/console/`, isDemo ? (DEMO_LOGINS.staff[0]?.login ?? "") : ""],
    [say("serve.counter"), `${url}/counter/`, isDemo ? phoneOf("merchant") : ""],
    [say("serve.h5"), `${url}/h5/`, isDemo ? phoneOf("member") : ""],
    [say("serve.docs"), `${url}/docs`],
    [say("serve.health"), `${url}/readyz`],
  ];
  const lines = [
    "",
    session.out.paint("bold", say("serve.ready")),
    "",
    table(rows.map((row) => ["", ...row])),
  ];
  if (isDemo) lines.push("", ...logins(voices));
  lines.push("", say("serve.stop"));
  return lines.join("\n");
}

function logins(voices: readonly Say[]): string[] {
  const say = (key: Key, values?: Values) => inBoth(voices, key, values);
  const { password, staff } = DEMO_LOGINS;
  const rows = [
    [say("serve.staff"), staff.map(({ login }) => login).join("  ")],
    [say("serve.password"), password],
    [say("serve.agent"), phoneOf("agent")],
  ];
  return [
    table(rows.map((row) => ["", ...row])),
    "",
    ...voices.map((voice) => `  ${voice("serve.codes")}`),
    ...voices.map((voice) => `  ${voice("serve.first")}`),
  ];
}

function phoneOf(role: (typeof DEMO_LOGINS.members)[number]["role"]): string {
  return DEMO_LOGINS.members.find((member) => member.role === role)?.phone ?? "";
}
