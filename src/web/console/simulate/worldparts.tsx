/** What many runs of a world come to: bands of the price, figures at the end, verdicts on adversaries. */
import { Table, Tag } from "antd";
import { useMemo } from "react";
import { showYuan } from "../../ui/figure.ts";
import { Chart } from "../chart/chart.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { lines, showMoney, showPrice } from "./charts.ts";
import type { Verdict, WorldFigures } from "./figures.ts";

const CUTS = ["p10", "p50", "p90"] as const;

export function Bands({ figures }: { readonly figures: WorldFigures }) {
  const say = useSay();
  const { bands, days, runs } = figures;
  const places = useMemo(() => days.map((day) => `${day}`), [days]);
  const price = useMemo(
    () =>
      lines(
        places,
        CUTS.map((cut) => ({
          name: cut,
          values: bands.price[cut].map(Number),
          ...(cut === "p50" ? {} : { isEdge: true as const }),
        })),
        showPrice,
      ),
    [bands, places],
  );
  const cash = useMemo(
    () =>
      lines(
        places,
        CUTS.map((cut) => ({
          name: cut,
          values: bands.pool_fen[cut].map((fen) => fen / 100),
          ...(cut === "p50" ? {} : { isEdge: true as const }),
        })),
        showMoney,
      ),
    [bands, places],
  );
  return (
    <section className="ws-card ws-stack">
      <h2>{say("sim.bands", { runs })}</h2>
      <p className="ws-soft">{say("sim.bandsHint")}</p>
      <div className="console-cards console-charts">
        <div>
          <h3>{say("sim.price")}</h3>
          <Chart label={say("sim.price")} option={price} />
        </div>
        <div>
          <h3>{say("sim.poolCash")}</h3>
          <Chart label={say("sim.poolCash")} option={cash} />
        </div>
      </div>
      <Ends figures={figures} />
    </section>
  );
}

function Ends({ figures: { bands } }: { readonly figures: WorldFigures }) {
  const say = useSay();
  const money = (fen: number | string | undefined) => (fen === undefined ? "—" : `¥${showYuan(BigInt(fen))}`);
  const plain = (count: number | string | undefined) => (count === undefined ? "—" : `${count}`);
  const price = (text: number | string | undefined) => (text === undefined ? "—" : `¥${text}`);
  const rows = [
    { name: say("sim.price"), band: bands.price, show: price },
    { name: say("sim.spent"), band: bands.spent_fen, show: money },
    { name: say("sim.poolCash"), band: bands.pool_fen, show: money },
    { name: say("sim.paid"), band: bands.paid_fen, show: money },
    { name: say("sim.members"), band: bands.members, show: plain },
    { name: say("sim.purchases"), band: bands.purchases, show: plain },
    { name: say("sim.exits"), band: bands.exits, show: plain },
  ];
  return (
    <Sideways label={say("sim.figure")}>
      <Table<(typeof rows)[number]>
        size="small"
        rowKey="name"
        dataSource={rows}
        pagination={false}
        columns={[
          { key: "name", title: say("sim.figure"), dataIndex: "name" },
          ...CUTS.map((cut) => ({
            key: cut,
            title: cut,
            align: "right" as const,
            render: (_: unknown, { band, show }: (typeof rows)[number]) => {
              const values = band[cut];
              return show(values[values.length - 1]);
            },
          })),
        ]}
      />
    </Sideways>
  );
}

const COLOURS = { holds: "success", disclosed: "warning", pays: "error" } as const;

export function Verdicts({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const say = useSay();
  if (verdicts.length === 0) return null;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("sim.verdicts")}</h2>
      <ul className="console-sentences">
        {verdicts.map(({ attack, name, verdict, sentence }) => (
          <li key={attack}>
            <Tag color={COLOURS[verdict]}>{say(`sim.verdict.${verdict}`)}</Tag>
            <strong>{name[say.language]}</strong> {sentence[say.language]}
          </li>
        ))}
      </ul>
    </section>
  );
}
