/** Parts of a result: figures, who got how much, where the money went, early and late. */
import { Table } from "antd";
import { useMemo } from "react";
import { showPpm } from "../../ui/figure.ts";
import { Money } from "../../ui/figures.tsx";
import { Chart } from "../chart/chart.tsx";
import { Facts } from "../facts.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { bars, bucketNames, exitCourse, priceCourse } from "./charts.ts";
import { type Cohort, endOf, type Findings, ppmOf, type Standing } from "./figures.ts";

/** The figures that are told first. */
export function Headline({ findings }: { readonly findings: Findings }) {
  const say = useSay();
  const { counted, so_far, if_redeemed, money, pool } = findings;
  const end = endOf(findings);
  const share = (full: number) => say("sim.ofMembers", { count: full, share: showPpm(ppmOf(full, counted)) });
  const middle = (ppm: number | null) =>
    ppm === null ? null : say("facts.ofSpend", { share: showPpm(ppm) });
  return (
    <Facts
      rows={[
        [say("sim.full"), share(so_far.full)],
        [say("sim.fullNow"), share(if_redeemed.full)],
        [say("sim.medianGot"), middle(so_far.p50_ppm)],
        [say("sim.medianNow"), middle(if_redeemed.p50_ppm)],
        [say("sim.members"), findings.members],
        [say("sim.spent"), <Money key="1" fen={money.spent_fen} />],
        [say("sim.price"), `¥${pool.price}`],
        [say("sim.poolCash"), <Money key="2" fen={pool.cash_fen} />],
        [say("sim.exits"), end?.exits ?? 0],
        [say("sim.paid"), <Money key="3" fen={end?.paid_fen ?? 0} />],
      ]}
    />
  );
}

/** How it went, and how members stand. */
export function Courses({ findings }: { readonly findings: Findings }) {
  const say = useSay();
  const names = useMemo(
    () => ({
      price: say("sim.price"),
      cash: say("sim.poolCash"),
      exits: say("sim.exits"),
      paid: say("sim.paid"),
      purchaseNo: (n: number) => say("sim.purchaseNo", { n }),
    }),
    [say],
  );
  const price = useMemo(() => priceCourse(findings, names), [findings, names]);
  const exits = useMemo(() => exitCourse(findings, names), [findings, names]);
  const shares = useMemo(
    () =>
      bars(bucketNames(findings.edges_ppm), [
        { name: say("sim.soFar"), values: findings.so_far.buckets },
        { name: say("sim.ifRedeemed"), values: findings.if_redeemed.buckets },
      ]),
    [findings, say],
  );
  return (
    <div className="console-cards console-charts">
      <section className="ws-card">
        <h2>{say("sim.chartPrice")}</h2>
        <Chart label={say("sim.chartPrice")} option={price} />
      </section>
      <section className="ws-card">
        <h2>{say("sim.chartExits")}</h2>
        <Chart label={say("sim.chartExits")} option={exits} />
      </section>
      <section className="ws-card">
        <h2>{say("sim.chartShares")}</h2>
        <p className="ws-soft">{say("sim.sharesHint")}</p>
        <Chart label={say("sim.chartShares")} option={shares} />
      </section>
      <section className="ws-card ws-stack">
        <h2>{say("sim.money")}</h2>
        <MoneyTable money={findings.money} />
      </section>
    </div>
  );
}

/** The parts of the money, and the fields of the findings each is the sum of. */
const MONEY = {
  suppliers: ["suppliers_fen"],
  operator: ["operator_fen"],
  upline: ["upline_1_fen", "upline_2_fen"],
  recruiter: ["recruiter_fen"],
  agents: ["region_district_fen", "region_city_fen", "region_province_fen"],
  unclaimed: ["unclaimed_fen"],
  pool: ["pool_fen"],
  pending: ["pending_fen"],
} as const;
type Part = keyof typeof MONEY;

function MoneyTable({ money }: Pick<Findings, "money">) {
  const say = useSay();
  const rows = (Object.keys(MONEY) as Part[]).map((part) => {
    const fen = MONEY[part].reduce((sum, field) => sum + BigInt(Number(money[field] ?? 0)), 0n);
    return { part, fen };
  });
  return (
    <Sideways label={say("sim.money")}>
      <Table<(typeof rows)[number]>
        size="small"
        rowKey="part"
        dataSource={rows.filter(({ fen }) => fen !== 0n)}
        pagination={false}
        columns={[
          { key: "part", render: (_, { part }) => say(`sim.money.${part}`) },
          { key: "fen", align: "right", render: (_, { fen }) => <Money fen={fen} /> },
          {
            key: "share",
            align: "right",
            render: (_, { fen }) => showPpm(ppmOf(Number(fen), money.spent_fen)),
          },
        ]}
        showHeader={false}
      />
    </Sideways>
  );
}

export function Standings({ standings }: Pick<Findings, "standings">) {
  const say = useSay();
  return (
    <section className="ws-card ws-stack">
      <h2>{say("sim.who")}</h2>
      <Sideways label={say("sim.who")}>
        <Table<Standing>
          size="small"
          rowKey="rank"
          dataSource={[...standings]}
          pagination={false}
          columns={[
            { key: "rank", title: say("sim.rankColumn"), render: (_, { rank }) => say(`sim.rank.${rank}`) },
            { key: "member", title: say("sim.member"), render: (_, { row }) => row.member },
            figure("spent", say("sim.spent"), ({ row }) => row.spent_fen),
            figure("got", say("sim.got"), ({ row }) => row.got_fen),
            figure("redeemable", say("sim.redeemable"), ({ row }) => row.redeemable_fen),
            figure("commission", say("sim.commission"), ({ row }) => row.commission_fen),
            {
              key: "share",
              title: say("sim.share"),
              align: "right",
              render: (_, { row }) => (row.if_redeemed_ppm === null ? "—" : showPpm(row.if_redeemed_ppm)),
            },
          ]}
        />
      </Sideways>
    </section>
  );
}

function figure<Row>(key: string, title: string, fenOf: (row: Row) => number) {
  return {
    key,
    title,
    align: "right" as const,
    render: (_: unknown, row: Row) => <Money fen={fenOf(row)} />,
  };
}

export function Cohorts({ cohorts }: Pick<Findings, "cohorts">) {
  const say = useSay();
  const percent = (ppm: number | null) => (ppm === null ? "—" : showPpm(ppm));
  return (
    <section className="ws-card ws-stack">
      <h2>{say("sim.cohorts")}</h2>
      <Sideways label={say("sim.cohorts")}>
        <Table<Cohort>
          size="small"
          rowKey="name"
          dataSource={[...cohorts]}
          pagination={false}
          columns={[
            { key: "name", title: say("sim.cohort"), dataIndex: "name" },
            { key: "members", title: say("sim.members"), dataIndex: "members", align: "right" },
            figure("spent", say("sim.spent"), ({ spent_fen }) => spent_fen),
            figure("got", say("sim.got"), ({ got_fen }) => got_fen),
            figure("redeemable", say("sim.redeemable"), ({ redeemable_fen }) => redeemable_fen),
            {
              key: "median",
              title: say("sim.medianNow"),
              align: "right",
              render: (_, { if_redeemed }) => percent(if_redeemed.p50_ppm),
            },
            {
              key: "full",
              title: say("sim.full"),
              align: "right",
              render: (_, { so_far, members }) =>
                say("sim.ofMembers", { count: so_far.full, share: percent(ppmOf(so_far.full, members)) }),
            },
          ]}
        />
      </Sideways>
    </section>
  );
}
