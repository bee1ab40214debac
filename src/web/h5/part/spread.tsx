/** What share of members like oneself got how much of what they spent 会员所得分布, as bars. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showPpm } from "../../ui/figure.ts";
import { useMember } from "../reads.ts";
import { useSay } from "../say.ts";
import { Bars } from "./bars.tsx";
import { Choice } from "./choice.tsx";
import { Loaded } from "./loaded.tsx";

type SpreadOf = components["schemas"]["MemberSpread"];
type Standing = components["schemas"]["Standing"];

const spread = read(["disclosure", "spread"], (signal) => client.GET("/v1/disclosure/spread", { signal }));
const WHOLE = 1_000_000;

export function Spread() {
  const say = useSay();
  const id = useMember();
  const query = useQuery(spread);
  const { data: own } = useQuery({
    ...read(["standing", id], (signal) =>
      client.GET("/v1/members/{id}/standing", { params: { path: { id } }, signal }),
    ),
    enabled: id !== "",
  });
  return (
    <section className="ws-card ws-stack">
      <h3>{say("spread.title")}</h3>
      <Loaded query={query}>{(found) => <Groups found={found} own={own} />}</Loaded>
    </section>
  );
}

interface Props {
  readonly found: SpreadOf;
  readonly own: Standing | undefined;
}

function Groups({ found, own }: Props) {
  const say = useSay();
  const [who, setWho] = useState<"all" | "like">("all");
  const [way, setWay] = useState<"paid" | "with_today">("paid");
  const like = found.groups.filter(({ month, band }) => month === own?.month && band === own.band);
  const groups = who === "like" ? like : found.groups;
  const counts = found.edges_ppm
    .concat(WHOLE)
    .map((_, at) => groups.reduce((sum, group) => sum + (group[way][at] ?? 0), 0));
  const members = counts.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <Choice
        label={say("spread.way")}
        value={way}
        choose={setWay}
        options={[
          { value: "paid", title: say("truth.paid") },
          { value: "with_today", title: say("truth.withToday") },
        ]}
      />
      {like.length > 0 && (
        <Choice
          label={say("spread.who")}
          value={who}
          choose={setWho}
          options={[
            { value: "all", title: say("spread.all") },
            { value: "like", title: say("spread.like") },
          ]}
        />
      )}
      {members === 0 ? (
        <p className="ws-soft">{say("spread.few", { least: found.least })}</p>
      ) : (
        <Bars
          bars={counts.map((count, at) => ({
            name: rangeOf(found.edges_ppm, at, say("spread.nothing"), say("spread.whole")),
            ppm: Math.floor((count * WHOLE) / members),
          }))}
        />
      )}
      {own?.paid_ppm != null && own.with_today_ppm !== null && (
        <p>{say("spread.own", { paid: showPpm(own.paid_ppm), today: showPpm(own.with_today_ppm) })}</p>
      )}
      <p className="ws-soft">{say("spread.note", { members, least: found.least, untold: found.untold })}</p>
    </>
  );
}

/** What a bucket holds, as a share of what was spent. */
function rangeOf(edges: readonly number[], at: number, nothing: string, whole: string): string {
  if (at === 0) return nothing;
  if (at >= edges.length) return whole;
  const show = (ppm: number) => showPpm(Math.ceil(ppm / 10_000) * 10_000);
  return `${show(edges[at - 1] ?? 0)} – ${show(edges[at] ?? 0)}`;
}
