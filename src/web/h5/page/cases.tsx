/** Cases 举报与申诉: not in this version, and where to turn meanwhile. */
import { Head } from "../part/head.tsx";
import { useSay } from "../say.ts";

export default function Cases() {
  const say = useSay();
  return (
    <div className="ws-stack">
      <Head title={say("cases.title")} back="/self" />
      <section className="ws-card ws-stack">
        <p>{say("cases.later")}</p>
        <p className="ws-soft">{say("cases.meanwhile")}</p>
      </section>
    </div>
  );
}
