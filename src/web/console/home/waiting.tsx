/** What waits for somebody, each leading to the list of it. */
import { Link } from "react-router";
import { hasRole, useWho } from "../../ui/session.tsx";
import { FILES, READERS } from "../roles.ts";
import { type ConsoleKey, useSay } from "../say.ts";
import type { Overview } from "./figure.ts";

type Waiting = Overview["waiting"];

/** What waits, where it is dealt with, and who may go there where not everybody may. */
const PLACES: readonly (readonly [keyof Waiting & string, string, (readonly string[])?])[] = [
  ["withdrawals_review", "/withdrawals?state=applied", FILES],
  ["withdrawals_second", "/withdrawals?state=first_approved", FILES],
  ["withdrawals_pay", "/withdrawals?state=approved", FILES],
  ["approvals", "/approvals?state=asked", FILES],
  ["payments_mismatch", "/payments?state=mismatch", FILES],
  ["payments_refund", "/payments?state=refund_due", FILES],
  ["stores_opening", "/stores"],
  ["agencies", "/agents"],
  ["plans_sign", "/plans"],
  ["plans_publish", "/plans"],
  ["deliveries_dead", "/settings/webhooks", READERS],
  ["webhooks_stopped", "/settings/webhooks", READERS],
  ["jobs_failed", "/exports"],
];

export function WaitingTiles({ waiting }: { readonly waiting: Waiting }) {
  const say = useSay();
  const who = useWho();
  const open = PLACES.filter(
    ([name, , roles]) =>
      waiting[name] > 0 && (roles === undefined || (who !== undefined && hasRole(who, roles))),
  );
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
