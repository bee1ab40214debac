/** What moved on a store's account, with the balance after it. */
import { client } from "../../ui/api/client.ts";
import { MoreTable } from "../list/more.tsx";
import { useMovementColumns } from "../movement.tsx";

export function StoreHistory({ id }: { readonly id: string }) {
  const columns = useMovementColumns();
  return (
    <MoreTable
      name={["stores", id, "history"]}
      columns={columns}
      keyOf={(row) => `${row.seq}-${row.order}-${row.step}-${row.amount}-${row.balance}`}
      ask={(cursor, signal) =>
        client.GET("/v1/stores/{id}/history", { params: { path: { id }, query: { ...cursor } }, signal })
      }
    />
  );
}
