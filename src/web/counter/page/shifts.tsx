/** Shifts 交班: the one that runs, closing it with what was counted, and those before, each to be printed. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { type FormEvent, useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client, dataOf } from "../../ui/api/client.ts";
import { fenOfYuan } from "../../ui/figure.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { Rows } from "../part/rows.tsx";
import { Figures, Parts } from "../part/takings.tsx";
import { useSay } from "../say.ts";
import { useStore, useStoreName } from "../store.tsx";

type Shift = components["schemas"]["Shift"];

const ROWS = 20;
const ASK_EVERY_MS = 30_000;

export default function Shifts() {
  const say = useSay();
  const store = useStore();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["stores", store, "shifts"],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        client.GET("/v1/stores/{id}/shifts", {
          params: {
            path: { id: store },
            query: { limit: ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ASK_EVERY_MS,
  });
  const shifts = data?.pages.flatMap(({ items }) => items) ?? [];
  const running = shifts.find(({ closed_at }) => closed_at === null);
  return (
    <section className="ws-stack">
      <Head back="/settle" title={say("shift.title")} />
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading lines={6} />}
      {data !== undefined && (running === undefined ? <Open store={store} /> : <Running shift={running} />)}
      {shifts
        .filter(({ closed_at }) => closed_at !== null)
        .map((shift) => (
          <Closed key={shift.n} shift={shift} />
        ))}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{say("counter.more")}</Button>}
    </section>
  );
}

function Open({ store }: { readonly store: string }) {
  const say = useSay();
  const open = useAction({
    name: `shift open ${store}`,
    send: (id: string, key) =>
      client.POST("/v1/stores/{id}/shifts", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["stores"],
  });
  return (
    <div className="ws-card ws-stack c-screen">
      <p>{say("shift.none")}</p>
      <Button color="primary" size="large" block loading={open.isBusy} onClick={() => open.run(store)}>
        {say("shift.open")}
      </Button>
      <ActionNote action={open} />
    </div>
  );
}

function Running({ shift }: { readonly shift: Shift }) {
  const say = useSay();
  const [counted, setCounted] = useState("");
  const [note, setNote] = useState("");
  const counts = counted.trim() === "" ? null : fenOfYuan(counted);
  const isOdd = counted.trim() !== "" && counts === null;
  const close = useAction({
    name: `shift close ${shift.store} ${shift.n}`,
    send: (body: { readonly counted_fen?: number; readonly note?: string }, key) =>
      client.POST("/v1/stores/{id}/shifts/{n}/close", {
        params: { path: { id: shift.store, n: `${shift.n}` }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["stores"],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.reset();
    if (isOdd) return;
    close.run({
      ...(counts === null ? {} : { counted_fen: counts }),
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    });
  };
  return (
    <form className="ws-card ws-stack c-screen" onSubmit={submit}>
      <h2>
        {say("shift.running", { n: shift.n })}{" "}
        <span className="ws-soft">
          {say("shift.since")} <Time at={shift.opened_at} />
        </span>
      </h2>
      <Figures takings={shift.takings} />
      <Parts takings={shift.takings} />
      <Rows rows={[[say("shift.cash"), <Money key="c" fen={cashOf(shift)} />]]} />
      <label className="m-field">
        <span>{say("shift.counted")}</span>
        <input
          inputMode="decimal"
          autoComplete="off"
          value={counted}
          onChange={({ target }) => setCounted(target.value)}
        />
      </label>
      {isOdd && <p className="ws-note">{say("shift.odd")}</p>}
      {counts !== null && <Difference counted={counts} cash={cashOf(shift)} />}
      <label className="m-field">
        <span>{say("shift.note")}</span>
        <input maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <p className="ws-soft">{say("shift.explain")}</p>
      <Button type="submit" color="primary" size="large" block loading={close.isBusy}>
        {say("shift.close")}
      </Button>
      <ActionNote action={close} />
    </form>
  );
}

/** What the drawer should hold of this shift: cash taken, less what went back of it. */
const cashOf = ({ takings }: Shift): number =>
  takings.channels.find(({ channel }) => channel === "till")?.net_fen ?? 0;

function Difference({ counted, cash }: { readonly counted: number; readonly cash: number }) {
  const say = useSay();
  if (counted === cash) return <p className="c-good">{say("shift.same")}</p>;
  return (
    <p className="ws-note">
      {say(counted > cash ? "shift.over" : "shift.short")} <Money fen={Math.abs(counted - cash)} />
    </p>
  );
}

function Closed({ shift }: { readonly shift: Shift }) {
  const say = useSay();
  const nameOf = useStoreName();
  const [isWhole, setWhole] = useState(false);
  return (
    <details className="ws-card c-shift" onToggle={({ currentTarget }) => setWhole(currentTarget.open)}>
      <summary>
        <span>{say("shift.number", { n: shift.n })}</span>
        <span className="ws-soft">{shift.closed_at !== null && <Time at={shift.closed_at} />}</span>
        <strong>
          <Money fen={shift.takings.net_fen} />
        </strong>
      </summary>
      {isWhole && (
        <div className="ws-stack c-slip">
          <Rows
            rows={[
              [say("counter.store"), nameOf(shift.store)],
              [say("shift.opened"), <Time key="o" at={shift.opened_at} />],
              shift.closed_at === null ? null : [say("shift.closed"), <Time key="c" at={shift.closed_at} />],
              [say("shift.cash"), <Money key="m" fen={cashOf(shift)} />],
              shift.counted_fen === null
                ? null
                : [say("shift.countedShort"), <Money key="n" fen={shift.counted_fen} />],
              shift.note === null ? null : [say("shift.noteShort"), shift.note],
            ]}
          />
          <Figures takings={shift.takings} />
          <Parts takings={shift.takings} />
          <Button className="c-screen" block onClick={() => window.print()}>
            {say("shift.print")}
          </Button>
        </div>
      )}
    </details>
  );
}
