/** The movements of one account of a member, each with the balance after it. */
import { Select } from "antd";
import { useState } from "react";
import { client } from "../../ui/api/client.ts";
import { MoreTable } from "../list/more.tsx";
import { useMovementColumns } from "../movement.tsx";
import { useSay } from "../say.ts";

const ACCOUNTS = ["points", "wallet", "commission", "commission_frozen", "withdrawal"] as const;

export function History({ id }: { readonly id: string }) {
  const say = useSay();
  const [account, setAccount] = useState<(typeof ACCOUNTS)[number]>("points");
  const columns = useMovementColumns();
  return (
    <div className="ws-stack">
      <div>
        <Select
          aria-label={say("history.account")}
          value={account}
          options={ACCOUNTS.map((value) => ({ value, label: say(`history.account.${value}`) }))}
          onChange={setAccount}
          popupMatchSelectWidth={false}
        />
      </div>
      <MoreTable
        name={["member", id, "history", account]}
        columns={columns}
        keyOf={(row) => `${row.seq}-${row.order}-${row.step}-${row.amount}-${row.balance}`}
        ask={(cursor, signal) =>
          client.GET("/v1/members/{id}/history", {
            params: { path: { id }, query: { account, ...cursor } },
            signal,
          })
        }
      />
    </div>
  );
}
