/**
 * A member's lots: what each holds, its cap, and how far the price stands below the trigger at which
 * it leaves.
 */
import { Progress } from "antd";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { showPpm } from "../../ui/figure.ts";
import { Money, Points, Time } from "../../ui/figures.tsx";
import type { Column } from "../list/column.ts";
import { MoreTable } from "../list/more.tsx";
import { useSay } from "../say.ts";

type Lot = components["schemas"]["Lot"];

const WHOLE_PPM = 1_000_000;

export function Lots({ id }: { readonly id: string }) {
  const say = useSay();
  const columns: readonly Column<Lot>[] = [
    {
      key: "opened",
      title: say("lot.opened"),
      show: (row) => (row.opened_at === null ? "—" : <Time at={row.opened_at} />),
    },
    {
      key: "points",
      title: say("lot.points"),
      isFigure: true,
      show: (row) => <Points points={row.points} />,
    },
    { key: "cost", title: say("lot.cost"), isFigure: true, show: (row) => <Money fen={row.cost_fen} /> },
    {
      key: "worth",
      title: say("member.worth"),
      isFigure: true,
      show: (row) => <Money fen={row.worth_fen} />,
    },
    { key: "cap", title: say("lot.cap"), isFigure: true, show: (row) => <Money fen={row.cap_fen} /> },
    { key: "trigger", title: say("lot.trigger"), isFigure: true, show: (row) => row.trigger ?? "—" },
    { key: "way", title: say("lot.way"), show: (row) => <Way lot={row} /> },
    { key: "got", title: say("lot.got"), isFigure: true, show: (row) => <Money fen={row.got_fen} /> },
    { key: "purchases", title: say("home.purchases"), isFigure: true, show: (row) => row.purchases },
  ];
  return (
    <div className="ws-stack">
      <p className="ws-soft">{say("lot.about")}</p>
      <MoreTable
        name={["member", id, "lots"]}
        columns={columns}
        keyOf={({ seq }) => `${seq}`}
        ask={(cursor, signal) =>
          client.GET("/v1/members/{id}/lots", {
            params: { path: { id }, query: { ...cursor, limit: 50 } },
            signal,
          })
        }
      />
    </div>
  );
}

/** How far the price has come to the trigger. */
function Way({ lot }: { readonly lot: Lot }) {
  const say = useSay();
  if (lot.ceased) return <>{say("lot.ceased")}</>;
  if (lot.distance_ppm === null) return <>—</>;
  const left = say("lot.left", { left: showPpm(lot.distance_ppm) });
  // Distance is how much the price would have to rise; the bar shows the price as a part of the trigger.
  const percent = Math.floor((100 * WHOLE_PPM) / (WHOLE_PPM + lot.distance_ppm));
  return (
    <div className="console-way">
      <Progress
        percent={percent}
        showInfo={false}
        strokeColor="var(--ws-brand)"
        size="small"
        aria-label={left}
      />
      <span className="ws-soft">{left}</span>
    </div>
  );
}
