/** Turnover by division: a list to be opened from province to district, or a map of areas to step into. */
import { useQuery } from "@tanstack/react-query";
import { Segmented, Table } from "antd";
import { useMemo, useState } from "react";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { areas } from "../chart/areas.ts";
import { Chart } from "../chart/chart.tsx";
import type { Days } from "../list/span.ts";
import { named } from "../named.ts";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";

type Province = components["schemas"]["ProvinceTurnover"];

/** A division with those below it. */
interface Place {
  readonly code: string;
  readonly name: string;
  readonly paid_fen: number;
  readonly refunded_fen: number;
  readonly purchases: number;
  readonly stores: number;
  readonly active: number;
  readonly children?: Place[];
}

export function Divisions({ days: { from, to } }: { readonly days: Days }) {
  const say = useSay();
  const [way, setWay] = useState<"list" | "map">("list");
  const { data, error, refetch } = useQuery(
    read(["overview", "divisions", from, to], (signal) =>
      client.GET("/v1/overview/divisions", { params: { query: { from, to } }, signal }),
    ),
  );
  const places = useMemo(() => placesOf(data?.items ?? [], say.language), [data, say.language]);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  const hasTrade = places.some(({ paid_fen: fen }) => fen !== 0);
  return (
    <section className="ws-card ws-stack">
      <div className="ws-row ws-between">
        <h2>{say("home.divisions")}</h2>
        <Segmented
          aria-label={say("home.way")}
          value={way}
          options={[
            { value: "list", label: say("home.asList") },
            { value: "map", label: say("home.asMap") },
          ]}
          onChange={setWay}
        />
      </div>
      {!hasTrade && <Empty title={say("home.noTrade")} />}
      {hasTrade && (way === "list" ? <PlaceList places={places} /> : <PlaceMap places={places} />)}
    </section>
  );
}

/** Those that sold most come first on every level. */
function placesOf(items: readonly Province[], language: "zh" | "en"): Place[] {
  return [...items].sort(byTurnover).map((province) => ({
    ...province,
    name: named(province, language),
    children: [...province.cities].sort(byTurnover).map((city) => ({
      ...city,
      name: named(city, language),
      children: [...city.districts]
        .sort(byTurnover)
        .map((district) => ({ ...district, name: named(district, language) })),
    })),
  }));
}

function byTurnover(a: { readonly paid_fen: number }, b: { readonly paid_fen: number }): number {
  return b.paid_fen - a.paid_fen;
}

interface Places {
  readonly places: Place[];
}

function PlaceList({ places }: Places) {
  const say = useSay();
  return (
    <Sideways label={say("list.rows")}>
      <Table<Place>
        size="small"
        rowKey={({ code, children }) => `${code}-${children === undefined}`}
        dataSource={places}
        pagination={false}
        expandable={{ defaultExpandedRowKeys: [`${places[0]?.code}-false`] }}
        columns={[
          { title: say("home.division"), dataIndex: "name" },
          { title: say("home.paid"), align: "right", render: (_, row) => <Money fen={row.paid_fen} /> },
          {
            title: say("home.refunded"),
            align: "right",
            render: (_, row) => <Money fen={row.refunded_fen} />,
          },
          { title: say("home.purchases"), align: "right", dataIndex: "purchases" },
          {
            title: say("home.storesActive"),
            align: "right",
            render: (_, row) => `${row.active} / ${row.stores}`,
          },
        ]}
      />
    </Sideways>
  );
}

function PlaceMap({ places }: Places) {
  const say = useSay();
  const option = useMemo(() => areas(parted(places).map(areaOf), say("home.divisions")), [places, say]);
  return (
    <>
      <Chart label={say("home.divisions")} option={option} />
      <p className="ws-soft">{say("home.mapHint")}</p>
    </>
  );
}

/** Where all of it lies in one division, the divisions below that one: one block says nothing. */
function parted(places: readonly Place[]): readonly Place[] {
  const selling = places.filter(({ paid_fen: fen }) => fen !== 0);
  const below = selling.length === 1 ? selling[0]?.children : undefined;
  return below === undefined ? selling : parted(below);
}

function areaOf({ name, paid_fen: fen, children }: Place): {
  name: string;
  value: number;
  children?: ReturnType<typeof areaOf>[];
} {
  return { name, value: fen / 100, ...(children === undefined ? {} : { children: children.map(areaOf) }) };
}
