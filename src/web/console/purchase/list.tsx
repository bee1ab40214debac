/** A list of purchases with their sums: all of the house, or those of one member or store. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { List } from "../list/list.tsx";
import { asked, type Filter, useListQuery } from "../list/query.ts";
import type { SpanName } from "../list/span.ts";
import { States } from "../list/states.tsx";
import { useSay } from "../say.ts";
import { AmountRange } from "./amounts.tsx";
import { usePurchaseColumns } from "./columns.tsx";
import { PurchaseSheet } from "./sheet.tsx";

const STATES = ["settled", "pending", "refunded"] as const;

interface Props {
  /** Whose: `{ member }` or `{ merchant }`; all without. */
  readonly fixed?: Filter;
  readonly span?: SpanName;
}

const NOBODY: Filter = {};

const NAMES = ["state", "least_fen", "most_fen"];

export function PurchaseList({ fixed = NOBODY, span }: Props) {
  const say = useSay();
  const query = useListQuery({ field: "id", names: NAMES, ...(span === undefined ? {} : { span }) });
  const filter = { ...query.asked, ...fixed };
  const totals = useQuery(
    read(["purchases", "totals", JSON.stringify(filter)], (signal) =>
      client.GET("/v1/purchase-totals", { params: { query: asked<"/v1/purchase-totals">(filter) }, signal }),
    ),
  ).data;
  const columns = usePurchaseColumns((id) => query.set({ open: id }));
  const open = query.get("open");
  const fields = [
    { value: "id", label: say("purchase.id"), hint: say("list.whole") },
    { value: "member", label: say("member.id"), hint: say("list.whole") },
    { value: "merchant", label: say("store.id"), hint: say("list.whole") },
    { value: "clerk", label: say("purchase.takenBy"), hint: say("list.whole") },
  ];
  return (
    <>
      <List
        name="purchases"
        query={query}
        exported="purchases"
        columns={columns.filter(({ key }) => !(key in fixed))}
        keyOf={({ id }) => id}
        ask={(all, signal) =>
          client.GET("/v1/purchases", { params: { query: asked<"/v1/purchases">(all) }, signal })
        }
        fixed={fixed}
        hasSpan
        fields={fields.filter(({ value }) => !(value in fixed))}
        filters={
          <>
            <States
              query={query}
              choices={STATES.map((value) => ({ value, label: say(`purchase.state.${value}`) }))}
            />
            <AmountRange query={query} />
          </>
        }
        sums={[
          [say("home.purchases"), totals?.count ?? "…"],
          [say("home.paid"), totals === undefined ? "…" : <Money key="1" fen={totals.amount_fen} />],
          [say("home.refunded"), totals === undefined ? "…" : <Money key="2" fen={totals.refunded_fen} />],
          [
            say("home.granted"),
            totals === undefined ? "…" : <Points key="3" points={totals.points} digits={2} />,
          ],
        ]}
        total={() => (totals === undefined ? undefined : { count: totals.count })}
      />
      {open !== "" && <PurchaseSheet id={open} close={() => query.set({ open: "" })} />}
    </>
  );
}
