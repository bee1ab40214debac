/** The course of the days: the price with the pool's cash, and turnover with forced exits. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { grouped } from "../../ui/figure.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Chart } from "../chart/chart.tsx";
import { overDays, type Row } from "../chart/days.ts";
import { type Days, dayPlus, lengthOf } from "../list/span.ts";
import { useSay } from "../say.ts";
import type { DayFigures } from "./figure.ts";

/** A day alone makes no curve: it is shown with those before it. */
const LEAST_DAYS = 30;
/** The API shows so many at most. */
const MOST_DAYS = 400;

export function Course({ days }: { readonly days: Days }) {
  const say = useSay();
  const from = within(days);
  const { data, error, refetch } = useQuery(
    read(["overview", "days", from, days.to], (signal) =>
      client.GET("/v1/overview/days", { params: { query: { from, to: days.to } }, signal }),
    ),
  );
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  return (
    <div className="console-pair">
      <section className="ws-card ws-stack">
        <h2>{say("home.curve")}</h2>
        <PriceCourse items={data.items} />
        <p className="ws-soft">{say("home.past")}</p>
      </section>
      <section className="ws-card ws-stack">
        <h2>{say("home.trade")}</h2>
        <TradeCourse items={data.items} />
        <p className="ws-soft">{say("home.days", { from: data.from, to: data.to })}</p>
      </section>
    </div>
  );
}

function within({ from, to }: Days): string {
  const many = lengthOf({ from, to });
  if (many < LEAST_DAYS) return dayPlus(to, 1 - LEAST_DAYS);
  return many > MOST_DAYS ? dayPlus(to, 1 - MOST_DAYS) : from;
}

interface Items {
  readonly items: readonly DayFigures[];
}

const yuan = (value: number) => `¥${grouped(value.toFixed(0))}`;
const whole = (value: number) => (Number.isInteger(value) ? `${value}` : "");

function PriceCourse({ items }: Items) {
  const say = useSay();
  const option = useMemo(() => {
    const price: Row = {
      name: say("home.price"),
      values: items.map((one) => (one.price === null ? null : Number(one.price))),
      draws: "line",
      show: (value) => `¥${value.toFixed(2)}`,
    };
    const cash: Row = {
      name: say("home.cash"),
      values: items.map(({ pool_fen: fen }) => (fen === null ? null : fen / 100)),
      draws: "area",
      show: yuan,
    };
    return overDays(daysIn(items), [price, cash]);
  }, [items, say]);
  return <Chart label={say("home.curve")} option={option} />;
}

function TradeCourse({ items }: Items) {
  const say = useSay();
  const option = useMemo(() => {
    const paid: Row = {
      name: say("home.paid"),
      values: items.map((one) => one.paid_fen / 100),
      draws: "bar",
      show: yuan,
    };
    const exits: Row = {
      name: say("home.exits"),
      values: items.map((one) => one.exits),
      draws: "line",
      show: whole,
    };
    return overDays(daysIn(items), [paid, exits]);
  }, [items, say]);
  return <Chart label={say("home.trade")} option={option} />;
}

function daysIn(items: readonly DayFigures[]): readonly string[] {
  return items.map(({ day }) => day);
}
