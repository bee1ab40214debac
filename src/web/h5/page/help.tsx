/** Help 帮助: the questions members ask, answered in plain words. */
import { Link } from "wouter";
import { Head } from "../part/head.tsx";
import { useSay } from "../say.ts";

const QUESTIONS = [
  "points",
  "price",
  "receive",
  "cap",
  "exit",
  "refund",
  "frozen",
  "withdraw",
  "lock",
] as const;

export default function Help() {
  const say = useSay();
  return (
    <div className="ws-stack">
      <Head title={say("help.title")} back="/self" />
      <section className="ws-card">
        {QUESTIONS.map((one) => (
          <details key={one} className="h-question">
            <summary>{say(`help.${one}`)}</summary>
            <p>{say(`help.${one}Is`)}</p>
          </details>
        ))}
      </section>
      <Link href="/truth">{say("truth.title")}</Link>
    </div>
  );
}
