/** Two simulations side by side: their figures in one table, their prices in one chart. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { showPpm, showYuan } from "../../ui/figure.ts";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Chart } from "../chart/chart.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { lines, showPrice } from "../simulate/charts.ts";
import { endOf, type Findings, findingsOf, ppmOf } from "../simulate/figures.ts";
import { type Simulation, simulationRead } from "../simulate/reads.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

export default function Compare() {
  const say = useSay();
  const [params] = useSearchParams();
  const [a, b] = [params.get("a") ?? "", params.get("b") ?? ""];
  return (
    <div className="ws-stack">
      <PageHead title={say("compare.title")} about={say("sim.notForecast")} />
      <SubPages of="simulation" />
      {a === "" || b === "" ? (
        <section className="ws-card">
          <Empty title={say("compare.pick")} />
        </section>
      ) : (
        <Two a={a} b={b} />
      )}
    </div>
  );
}

function Two({ a, b }: { readonly a: string; readonly b: string }) {
  const say = useSay();
  const [left, right] = [useQuery(simulationRead(a)), useQuery(simulationRead(b))];
  const thrown = left.error ?? right.error;
  if (left.data === undefined || right.data === undefined) {
    return thrown === null ? <Loading lines={8} /> : <ProblemView thrown={thrown} />;
  }
  if (left.data.figures === null || right.data.figures === null) {
    return (
      <section className="ws-card">
        <Empty title={say("compare.pick")} />
      </section>
    );
  }
  const both = [
    { simulation: left.data, findings: findingsOf(left.data.figures) },
    { simulation: right.data, findings: findingsOf(right.data.figures) },
  ] as const;
  return (
    <>
      <Figures both={both} />
      <Prices both={both} />
    </>
  );
}

interface One {
  readonly simulation: Simulation;
  readonly findings: Findings;
}

interface BothProps {
  readonly both: readonly [One, One];
}

function Figures({ both }: BothProps) {
  const say = useSay();
  const money = (fen: number) => `¥${showYuan(fen)}`;
  const percent = (ppm: number | null) => (ppm === null ? "—" : showPpm(ppm));
  const full = (of: number, { counted }: Findings) =>
    say("sim.ofMembers", { count: of, share: percent(ppmOf(of, counted)) });
  const rows: readonly { readonly name: string; readonly of: (one: One) => string }[] = [
    { name: say("sim.plan"), of: ({ simulation }) => say("plan.title", simulation.plan) },
    { name: say("sim.full"), of: ({ findings }) => full(findings.so_far.full, findings) },
    { name: say("sim.fullNow"), of: ({ findings }) => full(findings.if_redeemed.full, findings) },
    { name: say("sim.medianGot"), of: ({ findings }) => percent(findings.so_far.p50_ppm) },
    { name: say("sim.medianNow"), of: ({ findings }) => percent(findings.if_redeemed.p50_ppm) },
    { name: say("sim.members"), of: ({ findings }) => `${findings.members}` },
    { name: say("sim.spent"), of: ({ findings }) => money(findings.money.spent_fen) },
    { name: say("sim.price"), of: ({ findings }) => `¥${findings.pool.price}` },
    { name: say("sim.poolCash"), of: ({ findings }) => money(findings.pool.cash_fen) },
    { name: say("sim.exits"), of: ({ findings }) => `${endOf(findings)?.exits ?? 0}` },
    { name: say("sim.paid"), of: ({ findings }) => money(endOf(findings)?.paid_fen ?? 0) },
  ];
  return (
    <section className="ws-card">
      <Sideways label={say("compare.title")}>
        <Table<(typeof rows)[number]>
          size="small"
          rowKey="name"
          dataSource={[...rows]}
          pagination={false}
          columns={[
            {
              key: "name",
              title: say("sim.figure"),
              render: (_, { name }) => <div className="console-rowname">{name}</div>,
            },
            ...both.map((one) => ({
              key: one.simulation.id,
              title: <Link to={`/simulation/${one.simulation.id}`}>{one.simulation.title}</Link>,
              align: "right" as const,
              render: (_: unknown, row: (typeof rows)[number]) => row.of(one),
            })),
          ]}
        />
      </Sideways>
    </section>
  );
}

/** Both courses in hundredths of their length: they may differ in days and in purchases. */
const STEPS = 100;

function Prices({ both }: BothProps) {
  const say = useSay();
  const option = useMemo(() => {
    const places = Array.from({ length: STEPS + 1 }, (_, at) => `${at}%`);
    const rows = both.map(({ simulation, findings: { series } }, which) => ({
      name: `${which + 1} ${simulation.title}`,
      values: places.map((_, at) => {
        const sample = series[Math.floor((at * (series.length - 1)) / STEPS)];
        return sample === undefined ? null : Number(sample.price);
      }),
    }));
    return lines(places, rows, showPrice);
  }, [both]);
  return (
    <section className="ws-card">
      <h2>
        {say("compare.price")} · {say("compare.progress")}
      </h2>
      <Chart label={say("compare.price")} option={option} height="24rem" />
    </section>
  );
}
