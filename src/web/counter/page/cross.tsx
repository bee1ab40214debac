/** Earnings elsewhere 跨界盈利: what this store's members spent here and at others, and what that earned. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Chart } from "../../ui/chart/chart.tsx";
import { showCount, showYuan } from "../../ui/figure.ts";
import { Money } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { Choice, Facts, Items } from "../part/rows.tsx";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";
import { dayAfter, showAxis, startOf, today } from "../typed.ts";

type CrossEarnings = components["schemas"]["CrossEarnings"];

const SPANS = [
  ["7", 7],
  ["30", 30],
  ["365", 365],
] as const;

export default function Cross() {
  const say = useSay();
  const store = useStore();
  const [chosen, setChosen] = useState<(typeof SPANS)[number][0]>("30");
  const days = SPANS.find(([name]) => name === chosen)?.[1] ?? 30;
  const to = today();
  const from = dayAfter(to, 1 - days);
  const query = { from: startOf(from), to: startOf(dayAfter(to)) };
  const { data, error, refetch } = useQuery(
    read(["stores", store, "cross", query], (signal) =>
      client.GET("/v1/stores/{id}/cross-earnings", { params: { path: { id: store }, query }, signal }),
    ),
  );
  return (
    <section className="ws-stack">
      <Head back="/members" title={say("cross.title")} />
      <p className="ws-soft">{say("cross.hint")}</p>
      <Choice
        label={say("flow.span")}
        options={SPANS.map(([name]) => [name, say(`cross.days${name}`)] as const)}
        chosen={chosen}
        choose={setChosen}
      />
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading lines={6} />}
      {data !== undefined && <Shown found={data} from={from} to={to} />}
    </section>
  );
}

interface ShownProps {
  readonly found: CrossEarnings;
  readonly from: string;
  readonly to: string;
}

function Shown({ found, from, to }: ShownProps) {
  const say = useSay();
  const { here, elsewhere, locked, stores } = found;
  const itemOf = (row: CrossEarnings["stores"][number]) => ({
    key: row.merchant,
    name: (
      <>
        {say.language === "en" ? (row.name_en ?? row.name_zh) : row.name_zh}{" "}
        {row.own && <span className="c-tag c-tag-good">{say("cross.own")}</span>}
      </>
    ),
    figure: <Money fen={row.earned_fen} />,
    more: say("cross.ofSpent", { spent: showYuan(row.spend_fen) }),
  });
  const facts = [
    [say("cross.locked"), showCount(locked)],
    [say("cross.spentElsewhere"), <Money key="e" fen={elsewhere.spend_fen} />],
    [say("cross.earnedElsewhere"), <Money key="g" fen={elsewhere.earned_fen} />],
    [say("cross.spentHere"), <Money key="h" fen={here.spend_fen} />],
    [say("cross.earnedHere"), <Money key="i" fen={here.earned_fen} />],
  ] as const;
  return (
    <>
      <Facts rows={facts} />
      {elsewhere.spend_fen === 0 && here.spend_fen === 0 ? (
        <Empty title={say("cross.none")}>
          <p className="ws-soft">{say("cross.how")}</p>
        </Empty>
      ) : (
        <>
          <section className="ws-card ws-stack">
            <h2>{say("cross.course")}</h2>
            <Chart label={say("cross.spentElsewhere")} points={everyDay(found, from, to)} show={showAxis} />
          </section>
          <div className="ws-card">
            <Items title={say("cross.byStore")} items={stores.map(itemOf)} />
          </div>
        </>
      )}
      <p className="ws-soft">{say("cross.notice")}</p>
    </>
  );
}

function everyDay({ days }: CrossEarnings, from: string, to: string) {
  const known = new Map(days.map((row) => [row.day, row.elsewhere.spend_fen]));
  const points = [];
  for (let day = from; day <= to; day = dayAfter(day)) {
    points.push({ at: startOf(day), value: known.get(day) ?? 0 });
  }
  return points;
}
