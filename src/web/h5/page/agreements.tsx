/** What a member agrees to 协议: the disclosure with its figures, and the terms in plain words. */
import { Head } from "../part/head.tsx";
import { DisclosureText } from "../part/truth.tsx";
import { useSay } from "../say.ts";

const PARTS = ["terms", "privacy", "referral"] as const;

export default function Agreements() {
  const say = useSay();
  return (
    <article className="ws-stack">
      <Head title={say("agreements.title")} back="/self" />
      <section className="ws-card ws-stack">
        <h3>{say("agreements.disclosure")}</h3>
        <DisclosureText />
      </section>
      {PARTS.map((part) => (
        <section key={part} className="ws-card ws-stack">
          <h3>{say(`agreements.${part}`)}</h3>
          <p>{say(`agreements.${part}Is`)}</p>
        </section>
      ))}
    </article>
  );
}
