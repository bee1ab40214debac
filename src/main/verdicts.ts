/** What adversaries came to, told: a part of the report, lines on the screen, a file for programs. */

import type { Plan } from "#engine";
import { ATTACKS, type AttackName, type AttackVerdict, attackAll, type Section, type World } from "#sim";
import { type Key, sayIn } from "./language.ts";
import type { Style } from "./screen.ts";
import type { EveryOption, Session } from "./session.ts";

/** Names as they are written on the command line. */
export const ADVERSARIES: readonly string[] = ["all", ...ATTACKS.map((name) => name.replaceAll("_", "-"))];

const [zh, en] = [sayIn("zh"), sayIn("en")];
const both = (key: Key) => ({ zh: zh(key), en: en(key) });

const WORDS: Readonly<Record<AttackVerdict["verdict"], Key>> = {
  holds: "adversary.holds",
  pays: "adversary.pays",
  disclosed: "adversary.disclosed",
};
const STYLES: Readonly<Record<AttackVerdict["verdict"], Style>> = {
  holds: "green",
  pays: "red",
  disclosed: "yellow",
};

/** Plays the adversaries of that name ("all": every one) against a plan. */
export async function face(
  session: Session,
  options: EveryOption,
  setting: { readonly plan: Plan; readonly world: World; readonly seed: bigint },
  named: string,
): Promise<AttackVerdict[]> {
  const name = named.replaceAll("-", "_") as AttackName | "all";
  const attacks = name === "all" ? ATTACKS : [name];
  const title = session.say("adversary.section");
  const progress = session.progress(options, { title, total: attacks.length, unit: "steps" });
  try {
    return await attackAll(setting, {
      attacks,
      signal: session.signal,
      progress: (done) => progress.at(done, done),
    });
  } finally {
    progress.stop();
  }
}

/** The verdicts as a part of the report. */
export function verdictSection(verdicts: readonly AttackVerdict[]): Section {
  return {
    title: both("adversary.section"),
    text: [both("adversary.explained")],
    table: {
      head: [both("adversary.name"), both("adversary.verdict"), both("adversary.proof")],
      rows: verdicts.map(({ name, verdict, sentence }) => [name, both(WORDS[verdict]), sentence]),
    },
  };
}

/** The verdicts for a screen. */
export function verdictLines({ say, out }: Session, verdicts: readonly AttackVerdict[]): string[] {
  const lines = verdicts.map(({ name, verdict, sentence }) => {
    const word = out.paint(STYLES[verdict], say(WORDS[verdict]));
    return `  [${word}] ${out.paint("bold", name[say.language])}  ${sentence[say.language]}`;
  });
  return [out.paint("bold", say("adversary.section")), ...lines];
}
