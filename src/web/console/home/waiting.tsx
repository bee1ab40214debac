/** What waits for somebody, each leading to the list of it. */
import { Link } from "react-router";
import { type ConsoleKey, useSay } from "../say.ts";
import type { Overview } from "./figure.ts";

type Waiting = Overview["waiting"];

/** What waits, and where it is dealt with. */
const PLACES: readonly (readonly [keyof Waiting & string, string])[] = [
  ["withdrawals_review", "/withdrawals?state=applied"],
  ["withdrawals_second", "/withdrawals?state=first_approved"],
  ["withdrawals_pay", "/withdrawals?state=approved"],
  ["approvals", "/approvals?state=asked"],
  ["payments_mismatch", "/payments?state=mismatch"],
  ["payments_refund", "/payments?state=refund_due"],
  ["stores_opening", "/stores"],
  ["agencies", "/agents"],
  ["plans_sign", "/plans"],
  ["plans_publish", "/plans"],
  ["deliveries_dead", "/settings/webhooks"],
  ["webhooks_stopped", "/settings/webhooks"],
  ["jobs_failed", "/exports"],
];

export function WaitingTiles({ waiting }: { readonly waiting: Waiting }) {
  const say = useSay();
  const open = PLACES.filter(([name]) => waiting[name] > 0);
  return (
    <section className="ws-card ws-row">
      <h2>{say("home.waiting")}</h2>
      {open.length === 0 ? (
        <span className="ws-soft">{say("home.nothingWaits")}</span>
      ) : (
        <ul className="console-waiting">
          {open.map(([name, to]) => (
            <li key={name}>
              <Link to={to}>
                <strong className="ws-big ws-number">{waiting[name]}</strong>
                <span>{say(`waiting.${name}` as ConsoleKey)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
