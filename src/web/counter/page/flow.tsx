/** Flow 流水: what was taken on a day or in some, what it comes to, and the way to each. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useState } from "react";
import { Link } from "wouter";
import { client, dataOf } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money } from "../../ui/figures.tsx";
import { useWho } from "../../ui/session.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PurchaseLine } from "../part/purchase.tsx";
import { Choice, Facts } from "../part/rows.tsx";
import { Save } from "../part/save.tsx";
import { clerksRead } from "../reads.ts";
import { useSay } from "../say.ts";
import { useOwns, useStore } from "../store.tsx";
import { dayAfter, startOf, today } from "../typed.ts";

const SPANS = ["today", "yesterday", "week", "day"] as const;
type Span = (typeof SPANS)[number];

const STATES = ["all", "settled", "pending", "refunded"] as const;
type Standings = (typeof STATES)[number];

/** New payments show by themselves. */
const ASK_EVERY_MS = 15_000;
const ROWS = 30;

export default function Flow() {
  const say = useSay();
  const merchant = useStore();
  const owns = useOwns(merchant);
  const [span, setSpan] = useState<Span>("today");
  const [day, setDay] = useState(today);
  const [state, setState] = useState<Standings>("all");
  const [clerk, setClerk] = useState("");
  const { from, to } = daysOf(span, day);
  const query = {
    merchant,
    from: startOf(from),
    to: startOf(dayAfter(to)),
    ...(state === "all" ? {} : { state }),
    ...(clerk === "" ? {} : { clerk }),
  };
  return (
    <div className="ws-stack">
      <h1 className="ws-hidden">{say("tab.flow")}</h1>
      <div className="c-filter">
        <Choice
          label={say("flow.span")}
          options={SPANS.map((one) => [one, say(`flow.${one}`)] as const)}
          chosen={span}
          choose={setSpan}
        />
        {span === "day" && (
          <input
            type="date"
            className="ws-select"
            aria-label={say("flow.day")}
            value={day}
            max={today()}
            onChange={({ target }) => target.value !== "" && setDay(target.value)}
          />
        )}
        <select
          className="ws-select"
          aria-label={say("flow.state")}
          value={state}
          onChange={({ target }) => setState(STATES.find((one) => one === target.value) ?? "all")}
        >
          {STATES.map((one) => (
            <option key={one} value={one}>
              {say(`flow.${one}`)}
            </option>
          ))}
        </select>
        {owns && <TakenBy store={merchant} chosen={clerk} choose={setClerk} />}
      </div>
      {!owns && <p className="ws-soft">{say("flow.ownOnly")}</p>}
      <Totals query={query} />
      <Purchases query={query} isToday={span === "today" && state === "all" && clerk === ""} />
      {owns && <Save key={JSON.stringify(query)} list="purchases" filter={query} />}
    </div>
  );
}

interface Query {
  readonly merchant: string;
  readonly from: string;
  readonly to: string;
  readonly state?: "settled" | "pending" | "refunded";
  readonly clerk?: string;
}

interface TakenByProps {
  readonly store: string;
  readonly chosen: string;
  readonly choose: (clerk: string) => void;
}

/** Whose till: everybody's, one's own, or a clerk's. */
function TakenBy({ store, chosen, choose }: TakenByProps) {
  const say = useSay();
  const own = useWho()?.id;
  const clerks = useQuery(clerksRead(store)).data?.items ?? [];
  if (clerks.length === 0) return null;
  return (
    <select
      className="ws-select"
      aria-label={say("flow.clerk")}
      value={chosen}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{say("flow.everybody")}</option>
      {own != null && <option value={own}>{say("flow.myself")}</option>}
      {clerks.map(({ id, name, phone }) => (
        <option key={id} value={id}>
          {name ?? phone ?? id}
        </option>
      ))}
    </select>
  );
}

function Totals({ query }: { readonly query: Query }) {
  const say = useSay();
  const { data } = useQuery({
    ...read(["purchases", "totals", query], (signal) =>
      client.GET("/v1/purchase-totals", { params: { query }, signal }),
    ),
    refetchInterval: ASK_EVERY_MS,
  });
  if (data === undefined) return null;
  const { count, amount_fen, refunded_fen } = data;
  return (
    <Facts
      rows={[
        [say("flow.amount"), <Money key="a" fen={amount_fen} />],
        [say("flow.count"), count],
        [say("flow.back"), <Money key="b" fen={refunded_fen} />],
      ]}
    />
  );
}

function Purchases({ query, isToday }: { readonly query: Query; readonly isToday: boolean }) {
  const say = useSay();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["purchases", "list", query],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        client.GET("/v1/purchases", {
          params: { query: { ...query, limit: ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ASK_EVERY_MS,
  });
  if (data === undefined) {
    return error === null ? (
      <Loading lines={5} />
    ) : (
      <ProblemView thrown={error} retry={() => void refetch()} />
    );
  }
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return (
      <Empty title={say(isToday ? "flow.noneToday" : "flow.none")}>
        {isToday && (
          <Link href="/" className="ws-button ws-link">
            {say("flow.collect")}
          </Link>
        )}
      </Empty>
    );
  }
  return (
    <>
      <ul className="ws-card c-list">
        {rows.map((row) => (
          <li key={row.id}>
            <PurchaseLine row={row} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say("counter.more")}
        </Button>
      )}
    </>
  );
}

function daysOf(span: Span, day: string): { readonly from: string; readonly to: string } {
  const now = today();
  if (span === "today") return { from: now, to: now };
  if (span === "day") return { from: day, to: day };
  const before = dayAfter(now, -1);
  return span === "yesterday" ? { from: before, to: before } : { from: dayAfter(now, -6), to: now };
}
