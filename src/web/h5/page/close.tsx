/** Closing the account 注销: what happens to points and money first, one's data to take along, then the end. */
import { Button } from "antd-mobile";
import { useState } from "react";
import { Link } from "wouter";
import { useAction } from "../../ui/api/action.ts";
import { client, dataOf } from "../../ui/api/client.ts";
import { asProblem } from "../../ui/api/problem.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { save } from "../../ui/save.ts";
import { signOut } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Do } from "../part/do.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { useBalances, useMember } from "../reads.ts";
import { useSay } from "../say.ts";

export default function Close() {
  const say = useSay();
  const held = useBalances();
  return (
    <div className="ws-stack">
      <Head title={say("close.title")} back="/self" />
      <section className="ws-card ws-stack">
        <ul className="h-points">
          <li>{say("close.points")}</li>
          <li>{say("close.money")}</li>
          <li>{say("close.book")}</li>
          <li>{say("close.lock")}</li>
        </ul>
      </section>
      <Loaded query={held}>
        {({ points, wallet_fen, commission_fen, frozen_fen, withdrawal_fen }) => {
          const isLeft =
            wallet_fen + commission_fen + frozen_fen + withdrawal_fen > 0 || /[1-9]/.test(points);
          return isLeft ? (
            <section className="ws-note ws-stack">
              <p>{say("close.left")}</p>
              <p>
                {say("home.points")} <Points points={points} />
              </p>
              <p>
                {say("close.moneyLeft")}{" "}
                <Money fen={wallet_fen + commission_fen + frozen_fen + withdrawal_fen} />
              </p>
              <p className="ws-row">
                <Link href="/points/redeem">{say("points.redeem")}</Link>
                <Link href="/wallet/withdraw">{say("wallet.withdraw")}</Link>
              </p>
            </section>
          ) : (
            <End />
          );
        }}
      </Loaded>
      <TakeAlong />
    </div>
  );
}

function End() {
  const say = useSay();
  const id = useMember();
  const [isSure, setSure] = useState(false);
  const end = useAction({
    name: "close-account",
    send: (member: string, key) =>
      client.DELETE("/v1/members/{id}", {
        params: { path: { id: member }, header: { "Idempotency-Key": key } },
      }),
    done: () => void signOut(),
  });
  return (
    <section className="ws-card ws-stack">
      <label className="m-tick">
        <input type="checkbox" checked={isSure} onChange={({ target }) => setSure(target.checked)} />
        <span>{say("close.sure")}</span>
      </label>
      <Do color="danger" disabled={!isSure} isBusy={end.isBusy} onClick={() => end.run(id)}>
        {say("close.end")}
      </Do>
      <ActionNote action={end} />
    </section>
  );
}

/** Everything known of him, as a file. */
function TakeAlong() {
  const say = useSay();
  const id = useMember();
  const [said, setSaid] = useState<string | null>(null);
  const take = async () => {
    try {
      const all = await dataOf(client.GET("/v1/members/{id}/export", { params: { path: { id } } }));
      const text = JSON.stringify(all, null, 2);
      save(`wellspring-${id}.json`, new Blob([text], { type: "application/json" }));
      setSaid(say("close.taken"));
    } catch (error) {
      setSaid(asProblem(error).say(say.language));
    }
  };
  return (
    <section className="ws-card ws-stack">
      <Button block onClick={() => void take()}>
        {say("close.take")}
      </Button>
      {said !== null && (
        <p className="ws-soft" role="status">
          {said}
        </p>
      )}
    </section>
  );
}
