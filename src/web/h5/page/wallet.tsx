/** Wallet 钱包: what can be withdrawn, and every withdrawal with its state, its reason and the way on. */
import { Link } from "wouter";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Do } from "../part/do.tsx";
import { Head } from "../part/head.tsx";
import { NoRows, Rows, usePages } from "../part/list.tsx";
import { Loaded } from "../part/loaded.tsx";
import { Tell } from "../part/tell.tsx";
import { useBalances, useMember } from "../reads.ts";
import { useSay } from "../say.ts";

type Withdrawal = components["schemas"]["Withdrawal"];

/** Nobody has approved it: he may still take it back. */
const TAKEN_BACK: ReadonlySet<string> = new Set(["requested", "applied"]);
const NOT_PAID: ReadonlySet<string> = new Set(["refused", "rejected", "failed", "expired", "cancelled"]);

export default function Wallet() {
  const say = useSay();
  const id = useMember();
  const held = useBalances();
  const pages = usePages(["withdrawals", id], (cursor, signal) =>
    client.GET("/v1/withdrawals", {
      params: { query: { limit: 20, ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  );
  return (
    <div className="ws-stack">
      <Head title={say("wallet.title")} />
      <Loaded query={held}>
        {({ wallet_fen, commission_fen, withdrawal_fen }) => (
          <section className="ws-card h-tiles">
            <Tell label={say("home.wallet")} value={<Money fen={wallet_fen} />}>
              {say("home.walletIs")}
            </Tell>
            <Tell label={say("home.commission")} value={<Money fen={commission_fen} />}>
              {say("home.commissionIs")}
            </Tell>
            <Tell label={say("home.withdrawing")} value={<Money fen={withdrawal_fen} />}>
              {say("home.withdrawingIs")}
            </Tell>
            <Link href="/wallet/withdraw" className="ws-button ws-link">
              {say("wallet.withdraw")}
            </Link>
          </section>
        )}
      </Loaded>
      <h3>{say("wallet.list")}</h3>
      <Rows
        pages={pages}
        areCards
        empty={<NoRows>{say("wallet.none")}</NoRows>}
        show={(row) => <Row key={row.id} row={row} />}
      />
    </div>
  );
}

function Row({ row }: { readonly row: Withdrawal }) {
  const say = useSay();
  const { state, reason, net_fen, tax_fen } = row;
  return (
    <li className="ws-card ws-stack">
      <div className="ws-row ws-between">
        <strong>
          <Money fen={row.amount_fen} />
        </strong>
        <span className={NOT_PAID.has(state) ? "h-tag h-tag-clawed_back" : "h-tag"}>
          {say(`withdrawal.${state}`)}
        </span>
      </div>
      <p className="ws-soft">
        {say(row.source === "wallet" ? "home.wallet" : "home.commission")} → {row.payee} ·{" "}
        <Time at={row.created_at} />
      </p>
      {net_fen !== null && (
        <p className="ws-soft">
          {say("wallet.net")} <Money fen={net_fen} />
          {tax_fen !== null && tax_fen > 0 && (
            <>
              {" "}
              {say("wallet.tax")} <Money fen={tax_fen} />
            </>
          )}
        </p>
      )}
      {NOT_PAID.has(state) && (
        <>
          {reason !== null && (
            <p className="ws-note">
              {say("wallet.reason")} {reason}
            </p>
          )}
          <p className="ws-soft">{say("wallet.returned")}</p>
          <Link href={`/wallet/withdraw?from=${row.source}`}>{say("wallet.again")}</Link>
        </>
      )}
      {TAKEN_BACK.has(state) && <Cancel id={row.id} />}
    </li>
  );
}

function Cancel({ id }: { readonly id: string }) {
  const say = useSay();
  const cancel = useAction({
    name: `cancel:${id}`,
    send: (withdrawal: string, key) =>
      client.POST("/v1/withdrawals/{id}/cancel", {
        params: { path: { id: withdrawal }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["withdrawals", "balances", "history"],
  });
  return (
    <div className="ws-stack">
      <Do size="small" color="default" block={false} isBusy={cancel.isBusy} onClick={() => cancel.run(id)}>
        {say("wallet.cancel")}
      </Do>
      <ActionNote action={cancel} />
    </div>
  );
}
