/** What members locked to a store's owner spent here and at all other stores, and what that brought him. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money } from "../../ui/figures.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import type { Column } from "../list/column.ts";
import { Grid } from "../list/grid.tsx";
import { daysOf, momentsOf, spanIn } from "../list/span.ts";
import { SpanPick } from "../list/spanpick.tsx";
import { Summary } from "../list/summary.tsx";
import { named } from "../named.ts";
import { useSay } from "../say.ts";

type Part = components["schemas"]["CrossEarnings"]["stores"][number];

export function Elsewhere({ id }: { readonly id: string }) {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { name, days } = spanIn(params) ?? { name: "year" as const, days: daysOf("year") };
  const { from, to } = momentsOf(days);
  const { data, error, refetch } = useQuery(
    read(["stores", id, "elsewhere", from, to], (signal) =>
      client.GET("/v1/stores/{id}/cross-earnings", {
        params: { path: { id }, query: { from, to } },
        signal,
      }),
    ),
  );
  const columns: readonly Column<Part>[] = [
    {
      key: "store",
      title: say("store.name"),
      show: (row) => <Link to={`/stores/${row.merchant}`}>{named(row, say.language)}</Link>,
    },
    { key: "own", title: say("cross.own"), show: (row) => say(row.own ? "do.yes" : "do.no") },
    { key: "spend", title: say("cross.spend"), isFigure: true, show: (row) => <Money fen={row.spend_fen} /> },
    {
      key: "earned",
      title: say("home.commissions"),
      isFigure: true,
      show: (row) => <Money fen={row.earned_fen} />,
    },
  ];
  return (
    <div className="ws-stack">
      <SpanPick
        name={name}
        days={days}
        choose={(span, own) =>
          setParams({ tab: "elsewhere", ...(own === null ? { span: span ?? "year" } : { ...own }) })
        }
      />
      {error !== null && data === undefined ? (
        <ProblemView thrown={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <>
          <Summary
            sums={[
              [say("store.locked"), data.locked],
              [say("cross.spendHere"), <Money key="1" fen={data.here.spend_fen} />],
              [say("cross.earnedHere"), <Money key="2" fen={data.here.earned_fen} />],
              [say("cross.spendElse"), <Money key="3" fen={data.elsewhere.spend_fen} />],
              [say("cross.earnedElse"), <Money key="4" fen={data.elsewhere.earned_fen} />],
            ]}
          />
          <Grid
            columns={columns}
            keyOf={({ merchant }) => merchant}
            items={data.stores}
            nothing={say("home.noTrade")}
            isDense
          />
        </>
      )}
    </div>
  );
}
