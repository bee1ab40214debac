/** Commissions 推荐奖励: sums, and each with its store, its state and the day it is free. */
import { useState } from "react";
import { Link } from "wouter";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { Choice } from "../part/choice.tsx";
import { Head } from "../part/head.tsx";
import { NoRows, Rows, usePages } from "../part/list.tsx";
import { MonthPicker } from "../part/month.tsx";
import { useStep } from "../part/step.ts";
import { Tell } from "../part/tell.tsx";
import { useMember } from "../reads.ts";
import { useSay } from "../say.ts";

type Commissions = components["schemas"]["Commissions"];
type Commission = components["schemas"]["Commission"];
const STATES = ["all", "frozen", "available", "clawed_back"] as const;

export default function CommissionsPage() {
  const say = useSay();
  const id = useMember();
  const [state, setState] = useState<(typeof STATES)[number]>("all");
  const [month, setMonth] = useState("");
  const pages = usePages(["commissions", id, state, month], (cursor, signal) =>
    client.GET("/v1/members/{id}/commissions", {
      params: {
        path: { id },
        query: {
          limit: 30,
          ...(state === "all" ? {} : { state }),
          ...(month === "" ? {} : { month }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
      signal,
    }),
  );
  const sums = pages.data?.pages[0]?.sums;
  return (
    <div className="ws-stack">
      <Head title={say("commissions.title")} />
      {sums !== undefined && <Sums sums={sums} />}
      <div className="ws-row ws-between">
        <Choice
          label={say("commissions.state")}
          value={state}
          choose={setState}
          options={STATES.map((value) => ({ value, title: say(`commissions.${value}`) }))}
        />
        <MonthPicker month={month} choose={setMonth} />
      </div>
      <Rows
        pages={pages}
        empty={<NoRows>{say("commissions.none")}</NoRows>}
        show={(row) => <Row key={`${row.purchase}.${row.step}`} row={row} />}
      />
      <p className="ws-soft">{say("commissions.privacy")}</p>
    </div>
  );
}

function Sums({ sums }: { readonly sums: Commissions["sums"] }) {
  const say = useSay();
  return (
    <section className="ws-card h-tiles">
      <Tell label={say("commissions.today")} value={<Money fen={sums.today_fen} />}>
        {say("commissions.todayIs")}
      </Tell>
      <Tell label={say("commissions.yesterday")} value={<Money fen={sums.yesterday_fen} />}>
        {say("commissions.todayIs")}
      </Tell>
      <Tell label={say("commissions.total")} value={<Money fen={sums.total_fen} />}>
        {say("commissions.totalIs")}
      </Tell>
      <Tell label={say("commissions.frozen")} value={<Money fen={sums.frozen_fen} />}>
        {say("commissions.frozenIs")}
      </Tell>
      <Tell label={say("commissions.available")} value={<Money fen={sums.available_fen} />}>
        {say("home.commissionIs")}
      </Tell>
      <Link href="/wallet/withdraw?from=commission" className="ws-button ws-link">
        {say("wallet.withdraw")}
      </Link>
    </section>
  );
}

function Row({ row }: { readonly row: Commission }) {
  const say = useSay();
  const stepOf = useStep();
  const { store, back_fen, frozen_until } = row;
  const name = say.language === "en" ? (store.name_en ?? store.name_zh) : store.name_zh;
  return (
    <li className="h-row">
      <div>
        <span className="h-line-main">
          <strong>
            {name} · {stepOf(row.step)}
          </strong>
          <span className="h-in">
            +<Money fen={row.amount_fen} />
          </span>
        </span>
        <span className="h-line-sub ws-soft">
          <Time at={row.at} />
          <span>
            {say("commissions.of")} <Money fen={row.spend_fen} />
          </span>
        </span>
        <span className="h-line-sub">
          <span className={`h-tag h-tag-${row.state}`}>{say(`commissions.${row.state}`)}</span>
          {row.state === "frozen" && frozen_until !== null && (
            <span className="ws-soft">
              {say("commissions.until")} <Time at={frozen_until} />
            </span>
          )}
          {back_fen > 0 && (
            <span className="ws-soft">
              {say("commissions.back")} <Money fen={back_fen} />
            </span>
          )}
        </span>
      </div>
    </li>
  );
}
