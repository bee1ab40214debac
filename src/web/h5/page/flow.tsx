/** Details 明细: every movement of points, wallet and commissions, what it left, and the receipt behind it. */
import { useState } from "react";
import { Link } from "wouter";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Money, Points, Time } from "../../ui/figures.tsx";
import { Choice } from "../part/choice.tsx";
import { NoRows, Rows, usePages } from "../part/list.tsx";
import { MonthPicker, spanOfMonth } from "../part/month.tsx";
import { useStep } from "../part/step.ts";
import { useMember } from "../reads.ts";
import { useSay } from "../say.ts";

type Movement = components["schemas"]["MemberMovement"];

const ACCOUNTS = ["points", "wallet", "commission", "commission_frozen"] as const;
type Account = (typeof ACCOUNTS)[number];
const WAYS = ["all", "in", "out"] as const;
type Way = (typeof WAYS)[number];

export default function Flow() {
  const say = useSay();
  const id = useMember();
  const [account, setAccount] = useState<Account>("points");
  const [way, setWay] = useState<Way>("all");
  const [month, setMonth] = useState("");
  const pages = usePages(["history", id, account, way, month], (cursor, signal) =>
    client.GET("/v1/members/{id}/history", {
      params: {
        path: { id },
        query: {
          account,
          limit: 30,
          ...spanOfMonth(month),
          ...(way === "all" ? {} : { way }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
      signal,
    }),
  );
  return (
    <div className="ws-stack">
      <h2>{say("flow.title")}</h2>
      <Choice
        label={say("flow.account")}
        value={account}
        choose={setAccount}
        options={ACCOUNTS.map((value) => ({ value, title: say(`flow.${value}`) }))}
      />
      <div className="ws-row ws-between">
        <Choice
          label={say("flow.way")}
          value={way}
          choose={setWay}
          options={WAYS.map((value) => ({ value, title: say(`flow.way.${value}`) }))}
        />
        <MonthPicker month={month} choose={setMonth} />
      </div>
      <Rows
        pages={pages}
        empty={<NoRows>{say("flow.none")}</NoRows>}
        show={(row) => (
          <Row key={`${row.seq}.${row.step}.${row.balance}`} row={row} isPoints={account === "points"} />
        )}
      />
    </div>
  );
}

function Row({ row, isPoints }: { readonly row: Movement; readonly isPoints: boolean }) {
  const say = useSay();
  const stepOf = useStep();
  const name = say.language === "en" ? (row.store?.name_en ?? row.store?.name_zh) : row.store?.name_zh;
  const own = row.step === "issue" || (row.kind === "purchase" && isPoints);
  const text = (
    <>
      <span className="h-line-main">
        <strong>
          {stepOf(row.step)}
          {name !== undefined && ` · ${name}`}
        </strong>
        <Figure value={row.amount} isPoints={isPoints} isSigned />
      </span>
      <span className="h-line-sub ws-soft">
        <Time at={row.at} />
        <span>
          {say("flow.balance")} <Figure value={row.balance ?? 0} isPoints={isPoints} />
        </span>
      </span>
    </>
  );
  return (
    <li className="h-row">
      {own ? <Link href={`/purchases/${encodeURIComponent(row.order)}`}>{text}</Link> : <div>{text}</div>}
    </li>
  );
}

interface FigureProps {
  readonly value: string | number;
  readonly isPoints: boolean;
  readonly isSigned?: boolean;
}

function Figure({ value, isPoints, isSigned = false }: FigureProps) {
  const show = (text: string) => (isPoints ? <Points points={text} /> : <Money fen={BigInt(text)} />);
  // A balance may stand below zero: arrears keep their sign.
  if (!isSigned) return show(`${value}`);
  const isOut = `${value}`.startsWith("-");
  return (
    <span className={isOut ? "ws-number" : "ws-number h-in"}>
      {isOut ? "−" : "+"}
      {show(`${value}`.replace("-", ""))}
    </span>
  );
}
