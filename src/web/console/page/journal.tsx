/** One journal 凭证: its order, postings as debits and credits, what it left behind, its place in the chain. */
import { useQuery } from "@tanstack/react-query";
import { Button, Collapse, Table } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import type { components } from "#client";
import { kindWord, stepWord } from "#wording";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Points, Price, Time } from "../../ui/figures.tsx";
import { Receipt } from "../../ui/receipt/receipt.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { AccountName } from "../book/accountname.tsx";
import { Amount } from "../book/amount.tsx";
import {
  type JournalRecord,
  leavesOf,
  type PostingRecord,
  pairOf,
  pointsOf,
  recordOf,
} from "../book/record.ts";
import { Facts } from "../facts.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { useStoreName } from "../store/link.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Journal = components["schemas"]["Journal"];

export default function JournalPage() {
  const { seq = "" } = useParams();
  const { data, error, refetch } = useQuery(
    read(["journals", seq], (signal) =>
      client.GET("/v1/journals/{seq}", { params: { path: { seq } }, signal }),
    ),
  );
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  return <Shown journal={data} />;
}

/** Whether a journal stands behind this one: the newest leads nowhere. */
function useHasNext(seq: number): boolean {
  const newest = useQuery(
    read(["journals", "newest"], (signal) =>
      client.GET("/v1/journals", { params: { query: { limit: 1 } }, signal }),
    ),
  );
  return (newest.data?.items[0]?.seq ?? 0) > seq;
}

function Shown({ journal }: { readonly journal: Journal }) {
  const say = useSay();
  const go = useNavigate();
  const nameOf = useStoreName();
  const { seq, kind, order } = journal;
  const hasNext = useHasNext(seq);
  const record = recordOf(journal.journal);
  const isPurchase = record.entry.type === "purchased" || record.entry.type === "pended";
  return (
    <div className="ws-stack">
      <PageHead title={say("journal.title", { seq })} about={kindWord(kind, say.language)}>
        <Button disabled={seq === 1} onClick={() => void go(`/books/journals/${seq - 1}`)}>
          {say("journal.previous")}
        </Button>
        <Button disabled={!hasNext} onClick={() => void go(`/books/journals/${seq + 1}`)}>
          {say("journal.next")}
        </Button>
      </PageHead>
      <SubPages of="books" />
      <section className="ws-card">
        <Facts
          rows={[
            [say("books.order"), <code key="1">{order}</code>],
            [say("books.asked"), say(journal.asked ? "books.byOrder" : "books.byTime")],
            [say("books.at"), journal.at === null ? null : <Time key="2" at={journal.at} detail="second" />],
            [say("books.recorded"), <Time key="3" at={journal.recorded_at} detail="second" />],
          ]}
        />
      </section>
      <Postings postings={record.postings} />
      <div className="console-cards">
        <Entry record={record} />
        <Pool record={record} />
      </div>
      <Exits exits={record.exits} />
      <Chain journal={journal} />
      <Collapse
        items={[
          ...(isPurchase
            ? [
                {
                  key: "receipt",
                  label: say("journal.receipt"),
                  children: <Receipt purchase={order} nameOf={nameOf} />,
                },
              ]
            : []),
          {
            key: "record",
            label: say("journal.record"),
            children: <pre className="console-pre">{JSON.stringify(journal.journal, null, 2)}</pre>,
          },
        ]}
      />
    </div>
  );
}

function Postings({ postings }: { readonly postings: readonly PostingRecord[] }) {
  const say = useSay();
  return (
    <section className="ws-card ws-stack">
      <h2>{say("journal.postings")}</h2>
      {postings.length === 0 ? (
        <p>{say("journal.none")}</p>
      ) : (
        <>
          <p className="ws-soft">{say("journal.postingsHint")}</p>
          <Sideways label={say("journal.postings")}>
            <Table<PostingRecord>
              size="small"
              rowKey={({ step, from, to }) => `${step} ${from} ${to}`}
              dataSource={[...postings]}
              pagination={false}
              columns={[
                {
                  key: "step",
                  title: say("journal.step"),
                  render: (_, { step }) => stepWord(step, say.language),
                },
                {
                  key: "from",
                  title: say("journal.debit"),
                  render: (_, { from }) => <AccountName account={from} />,
                },
                {
                  key: "to",
                  title: say("journal.credit"),
                  render: (_, { to }) => <AccountName account={to} />,
                },
                {
                  key: "amount",
                  title: say("journal.amount"),
                  align: "right",
                  render: (_, { from, amount }) => <Amount account={from} amount={amount} />,
                },
              ]}
            />
          </Sideways>
        </>
      )}
    </section>
  );
}

function Entry({ record }: { readonly record: JournalRecord }) {
  const say = useSay();
  return (
    <section className="ws-card ws-stack">
      <h2>{say("journal.entry")}</h2>
      <dl className="console-leaves">
        {leavesOf(record.entry).map(([path, text]) => (
          <div key={path}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Pool({ record }: { readonly record: JournalRecord }) {
  const say = useSay();
  const { pool, start, lots } = record;
  const after = pool.points === "0" ? pool.last : pool;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("journal.pool")}</h2>
      <Facts
        rows={[
          [say("journal.cash"), <Money key="1" fen={BigInt(pool.cash)} />],
          [say("journal.points"), <Points key="2" points={pointsOf(pool.points)} digits={8} />],
          [say("journal.remainder"), <Money key="3" fen={BigInt(pool.remainder)} />],
          [say("journal.before"), <Price key="4" pair={pairOf(start)} digits={8} />],
          [say("journal.after"), <Price key="5" pair={pairOf(after)} digits={8} />],
        ]}
      />
      {lots.length > 0 && (
        <>
          <h3>{say("journal.lots")}</h3>
          <ul className="console-sentences">
            {lots.map((lot) => (
              <li key={lot.seq}>
                {say("journal.lot")} {lot.seq} · {lot.member} ·{" "}
                <Points points={pointsOf(lot.points)} digits={8} /> · {say("journal.cap")}{" "}
                <Money fen={BigInt(lot.cap0)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Exits({ exits }: Pick<JournalRecord, "exits">) {
  const say = useSay();
  if (exits.length === 0) return null;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("journal.exits")}</h2>
      <Sideways label={say("journal.exits")}>
        <Table<JournalRecord["exits"][number]>
          size="small"
          rowKey={({ member, points }) => `${member} ${points}`}
          dataSource={[...exits]}
          pagination={false}
          columns={[
            { key: "member", title: say("books.member"), render: (_, { member }) => member },
            {
              key: "points",
              title: say("journal.points"),
              align: "right",
              render: (_, { points }) => <Points points={pointsOf(points)} digits={8} />,
            },
            {
              key: "worth",
              title: say("journal.worth"),
              align: "right",
              render: (_, { worth }) => <Money fen={BigInt(worth)} />,
            },
            {
              key: "proceeds",
              title: say("journal.proceeds"),
              align: "right",
              render: (_, { proceeds }) => <Money fen={BigInt(proceeds)} />,
            },
            {
              key: "reason",
              title: say("journal.reason"),
              render: (_, { reason }) => say(`journal.reason.${reason}`),
            },
          ]}
        />
      </Sideways>
    </section>
  );
}

function Chain({ journal: { seq, head } }: { readonly journal: Journal }) {
  const say = useSay();
  const hasNext = useHasNext(seq);
  return (
    <section className="ws-card ws-stack">
      <h2>{say("journal.chain")}</h2>
      <p className="ws-soft">{say("journal.chainHint")}</p>
      <code className="console-hash">{head}</code>
      {hasNext && (
        <p>
          <Link to={`/books/journals/${seq + 1}`}>{say("journal.title", { seq: seq + 1 })} →</Link>
        </p>
      )}
    </section>
  );
}
