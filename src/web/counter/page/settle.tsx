/** Settle 对账: today at a glance, the days and months behind it, and the ways to the bill and the shifts. */
import { useQuery } from "@tanstack/react-query";
import { BillOutline, ClockCircleOutline } from "antd-mobile-icons";
import { useState } from "react";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Chart } from "../../ui/chart/chart.tsx";
import { Money } from "../../ui/figures.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Choice, Rows, Way } from "../part/rows.tsx";
import { Figures, Parts } from "../part/takings.tsx";
import { statementRead } from "../reads.ts";
import { useSay } from "../say.ts";
import { useOwns, useStore } from "../store.tsx";
import { dayAfter, showAxis, startOf, today } from "../typed.ts";

const ASK_EVERY_MS = 30_000;

export default function Settle() {
  const say = useSay();
  const store = useStore();
  const owns = useOwns(store);
  return (
    <div className="ws-stack">
      <h1 className="ws-hidden">{say("tab.settle")}</h1>
      <Today store={store} owns={owns} />
      <nav className="c-ways" aria-label={say("tab.settle")}>
        {owns && (
          <Way
            to="/settle/bill"
            title={say("bill.title")}
            hint={say("bill.hint")}
            icon={<BillOutline aria-hidden />}
          />
        )}
        <Way
          to="/settle/shifts"
          title={say("shift.title")}
          hint={say("shift.hint")}
          icon={<ClockCircleOutline aria-hidden />}
        />
      </nav>
      {owns && <Course store={store} />}
    </div>
  );
}

function Today({ store, owns }: { readonly store: string; readonly owns: boolean }) {
  const say = useSay();
  const { data, error, refetch } = useQuery({
    ...read(["stores", store, "today"], (signal) =>
      client.GET("/v1/stores/{id}/today", { params: { path: { id: store } }, signal }),
    ),
    refetchInterval: ASK_EVERY_MS,
  });
  if (data === undefined) {
    return error === null ? (
      <Loading lines={5} />
    ) : (
      <ProblemView thrown={error} retry={() => void refetch()} />
    );
  }
  return (
    <section className="ws-card ws-stack">
      <h2>
        {say(owns ? "settle.today" : "settle.todayOwn")} <span className="ws-soft ws-number">{data.day}</span>
      </h2>
      <Figures takings={data} fresh={data.members_new} />
      {owns && <Due store={store} day={data.day} />}
      {data.purchases + data.refunds === 0 ? (
        <p className="ws-soft">{say("settle.none")}</p>
      ) : (
        <Parts takings={data} />
      )}
    </section>
  );
}

/** What the store leaves to the house of today, and what the house owes the store now. */
function Due({ store, day }: { readonly store: string; readonly day: string }) {
  const say = useSay();
  const { data } = useQuery({ ...statementRead(store, day, day), refetchInterval: ASK_EVERY_MS });
  if (data === undefined) return null;
  return (
    <Rows
      rows={[
        [say("settle.take"), <Money key="t" fen={data.total.take_fen - data.total.take_back_fen} />],
        [say("settle.due"), <Money key="d" fen={data.closing_fen} />],
      ]}
    />
  );
}

const STEPS = ["days", "months"] as const;
type StepBy = (typeof STEPS)[number];
type Day = components["schemas"]["StoreStatement"]["days"][number];

/** The takings of thirty days, or of twelve months. */
function Course({ store }: { readonly store: string }) {
  const say = useSay();
  const [step, setStep] = useState<StepBy>("days");
  const to = today();
  const from = step === "days" ? dayAfter(to, -29) : `${dayAfter(to, -335).slice(0, 7)}-01`;
  const { data, error, refetch } = useQuery(statementRead(store, from, to));
  const rows = data === undefined ? [] : step === "days" ? everyDay(data.days, from, to) : byMonth(data.days);
  return (
    <section className="ws-card ws-stack">
      <div className="ws-row ws-between">
        <h2>{say("settle.course")}</h2>
        <Choice
          label={say("settle.course")}
          options={STEPS.map((one) => [one, say(`settle.${one}`)] as const)}
          chosen={step}
          choose={setStep}
        />
      </div>
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading lines={5} />}
      {data !== undefined && <Chart label={say("settle.gross")} points={rows} show={showAxis} />}
    </section>
  );
}

/** Days without a purchase are days as well. */
function everyDay(days: readonly Day[], from: string, to: string) {
  const known = new Map(days.map((row) => [row.day, row.gross_fen]));
  const points = [];
  for (let day = from; day <= to; day = dayAfter(day)) {
    points.push({ at: startOf(day), value: known.get(day) ?? 0 });
  }
  return points;
}

function byMonth(days: readonly Day[]) {
  const months = new Map<string, number>();
  for (const { day, gross_fen } of days) {
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + gross_fen);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, value]) => ({ at: startOf(`${month}-01`), value }));
}
