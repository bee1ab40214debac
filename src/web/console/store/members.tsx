/** Members locked to a store's owner. */
import { client } from "../../ui/api/client.ts";
import { MoreTable } from "../list/more.tsx";
import { useMemberColumns } from "../member/columns.tsx";
import { useSay } from "../say.ts";

export function StoreMembers({ id }: { readonly id: string }) {
  const say = useSay();
  const columns = useMemberColumns();
  return (
    <MoreTable
      name={["stores", id, "members"]}
      columns={columns.filter(({ key, isSpare }) => isSpare !== true && key !== "store")}
      keyOf={(row) => row.id}
      nothing={say("store.noMembers")}
      ask={(cursor, signal) =>
        client.GET("/v1/stores/{id}/members", { params: { path: { id }, query: { ...cursor } }, signal })
      }
    />
  );
}
