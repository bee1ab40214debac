/** Proofs 证明: the signed figures of a day, to take away, and how anybody checks them. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showTime } from "../../ui/figure.ts";
import { Money, Points, Price, Time } from "../../ui/figures.tsx";
import { save } from "../../ui/save.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { pairOf, pointsOf } from "../book/record.ts";
import { Facts } from "../facts.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

/** What a proof holds; whole numbers as decimal texts. */
interface Proof {
  readonly at: string;
  readonly seq: number;
  readonly head: string;
  readonly C: string;
  readonly N: string;
  readonly remainder: string;
  readonly counts: { readonly members: number; readonly journals: number };
  readonly key: string;
  readonly signature: string;
}

const proofs = read(["proofs"], (signal) =>
  client.GET("/v1/proofs", { params: { query: { limit: 30 } }, signal }),
);

const COMMANDS = {
  server: "npx wellspring verify",
  away: "npx wellspring export --out books.gz\nnpx wellspring verify --proof books.gz",
} as const;

export default function ProofPage() {
  const say = useSay();
  const who = useWho();
  const { data, error, refetch } = useQuery(proofs);
  const make = useAction({
    name: "proof.make",
    send: (_body: null, key) => client.POST("/v1/proofs", { params: { header: { "Idempotency-Key": key } } }),
    refresh: ["proofs"],
  });
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  const [newest] = data.items;
  return (
    <div className="ws-stack">
      <PageHead title={say("proof.title")} about={say("proof.about")}>
        {who !== undefined && hasRole(who, ["owner", "finance"]) && (
          <Button type="primary" loading={make.isBusy} onClick={() => make.run(null)}>
            {say("proof.make")}
          </Button>
        )}
      </PageHead>
      <SubPages of="books" />
      <ActionNote action={make} />
      <div className="console-halves">
        {newest === undefined ? (
          <section className="ws-card">
            <Empty title={say("proof.none")} />
          </section>
        ) : (
          <Newest proof={newest.proof as unknown as Proof} />
        )}
        <How />
      </div>
      {data.items.length > 1 && (
        <section className="ws-card ws-stack">
          <h2>{say("proof.history")}</h2>
          <ul className="console-sentences">
            {data.items.map(({ day, proof }) => (
              <li key={day}>
                <Button type="link" onClick={() => saveProof(proof, day)}>
                  {day}
                </Button>
                <code>{(proof as unknown as Proof).head.slice(0, 16)}…</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function saveProof(proof: object, day: string): void {
  const text = `${JSON.stringify(proof, null, 2)}\n`;
  save(`wellspring-proof-${day}.json`, new Blob([text], { type: "application/json" }));
}

function Newest({ proof }: { readonly proof: Proof }) {
  const say = useSay();
  return (
    <section className="ws-card ws-stack">
      <div className="ws-row ws-between">
        <h2>{say("proof.newest")}</h2>
        <Button onClick={() => saveProof(proof, showTime(proof.at, "day"))}>{say("proof.download")}</Button>
      </div>
      <Facts
        rows={[
          [say("proof.at"), <Time key="1" at={proof.at} detail="second" />],
          [say("proof.c"), <Money key="2" fen={BigInt(proof.C)} />],
          [say("proof.n"), <Points key="3" points={pointsOf(proof.N)} digits={8} />],
          [
            say("proof.price"),
            <Price key="4" pair={pairOf({ cash: proof.C, points: proof.N })} digits={8} />,
          ],
          [say("proof.journals"), proof.counts.journals],
          [say("proof.members"), proof.counts.members],
        ]}
      />
      {(["head", "signature", "key"] as const).map((part) => (
        <p key={part}>
          {say(`proof.${part}`)}
          <code className="console-hash">{proof[part]}</code>
        </p>
      ))}
    </section>
  );
}

function How() {
  const say = useSay();
  return (
    <section className="ws-card ws-stack">
      <h2>{say("proof.how")}</h2>
      <p>{say("proof.how1")}</p>
      <pre className="console-pre console-command">{COMMANDS.server}</pre>
      <p>{say("proof.how2")}</p>
      <pre className="console-pre console-command">{COMMANDS.away}</pre>
      <p className="ws-soft">{say("proof.how3")}</p>
    </section>
  );
}
