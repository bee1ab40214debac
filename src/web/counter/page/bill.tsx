/** The settlement bill 结算单 of a month: what stood due, what came and went, what stands due now. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useState } from "react";
import type { components } from "#client";
import { showCount, showYuan } from "../../ui/figure.ts";
import { Money } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { Items, Rows } from "../part/rows.tsx";
import { Save } from "../part/save.tsx";
import { statementRead } from "../reads.ts";
import { useSay } from "../say.ts";
import { useStore, useStoreName } from "../store.tsx";
import { monthSpan, monthsBack } from "../typed.ts";

type Statement = components["schemas"]["StoreStatement"];

const MONTHS = 12;

export default function Bill() {
  const say = useSay();
  const store = useStore();
  const months = monthsBack(MONTHS);
  const [month, setMonth] = useState(months[0] ?? "");
  const { from, to } = monthSpan(month);
  const { data, error, refetch } = useQuery(statementRead(store, from, to));
  return (
    <section className="ws-stack">
      <Head back="/settle" title={say("bill.title")}>
        <select
          className="ws-select c-screen"
          aria-label={say("bill.month")}
          value={month}
          onChange={({ target }) => setMonth(target.value)}
        >
          {months.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </Head>
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading lines={8} />}
      {data !== undefined && <Shown bill={data} month={month} />}
    </section>
  );
}

function Shown({ bill, month }: { readonly bill: Statement; readonly month: string }) {
  const say = useSay();
  const nameOf = useStoreName();
  const { total } = bill;
  return (
    <div className="c-columns">
      <div className="ws-card ws-stack">
        <h2>
          {nameOf(bill.store)} <span className="ws-number">{month}</span>
        </h2>
        {!bill.complete && <p className="ws-note">{say("bill.incomplete")}</p>}
        <Rows
          rows={[
            [say("bill.opening"), <Money key="o" fen={bill.opening_fen} />],
            [say("bill.gross"), <Money key="g" fen={total.gross_fen} />],
            [say("bill.take"), <Less key="t" fen={total.take_fen} />],
            [say("bill.back"), <Less key="b" fen={total.gross_back_fen} />],
            [say("bill.takeBack"), <Money key="tb" fen={total.take_back_fen} />],
            total.shortfall_fen === 0
              ? null
              : [say("bill.shortfall"), <Less key="s" fen={total.shortfall_fen} />],
            [say("bill.net"), <Money key="n" fen={total.net_fen} />],
            [
              say("bill.closing"),
              <strong key="c">
                <Money fen={bill.closing_fen} />
              </strong>,
            ],
          ]}
        />
        <p className="ws-soft">{say("bill.explain")}</p>
        <div className="c-acts c-screen">
          <Button block onClick={() => window.print()}>
            {say("counter.print")}
          </Button>
        </div>
        <Save
          key={month}
          list="store-statement"
          filter={{ store: bill.store, ...monthSpan(month), by: "day" }}
        />
      </div>
      <Days bill={bill} />
    </div>
  );
}

/** What is taken off. */
function Less({ fen }: { readonly fen: number }) {
  return (
    <span>
      {fen > 0 && "− "}
      <Money fen={fen} />
    </span>
  );
}

function Days({ bill }: { readonly bill: Statement }) {
  const say = useSay();
  const rows = bill.days.filter((row) => row.purchases + row.refunds > 0 || row.net_fen !== 0);
  if (rows.length === 0) return <Empty title={say("bill.none")} />;
  const items = rows.map((row) => ({
    key: row.day,
    name: <span className="ws-number">{row.day}</span>,
    figure: <Money fen={row.net_fen} />,
    more: say("bill.dayMore", {
      count: showCount(row.purchases),
      gross: showYuan(row.gross_fen),
      closing: showYuan(row.closing_fen),
    }),
  }));
  return (
    <div className="ws-card">
      <Items title={say("bill.days")} items={items} />
    </div>
  );
}
