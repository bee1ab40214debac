/** What a member agrees to 协议: the disclosure with its figures, then each agreement as it stands. */
import { useQuery } from "@tanstack/react-query";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { DisclosureText } from "../part/truth.tsx";
import { agreements } from "../reads.ts";
import { useSay } from "../say.ts";

export default function Agreements() {
  const say = useSay();
  const query = useQuery(agreements);
  const isZh = say.language === "zh";
  return (
    <article className="ws-stack">
      <Head title={say("agreements.title")} back="/self" />
      <section className="ws-card ws-stack">
        <h3>{say("agreements.disclosure")}</h3>
        <DisclosureText />
      </section>
      <Loaded query={query}>
        {({ items }) =>
          items.map((one) => (
            <section key={one.id} className="ws-card ws-stack">
              <h3>{isZh ? one.title_zh : one.title_en}</h3>
              <p className="ws-soft">
                {say("agreements.version", { version: one.version, dated: one.dated })}
              </p>
              {(isZh ? one.text_zh : one.text_en).split("\n").map((clause) => (
                <p key={clause}>{clause}</p>
              ))}
              <p className="h-hash ws-soft">SHA-256 {isZh ? one.sha256_zh : one.sha256_en}</p>
            </section>
          ))
        }
      </Loaded>
    </article>
  );
}
