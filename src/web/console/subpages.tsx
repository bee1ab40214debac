/** The pages of a section side by side, below its title. */
import { NavLink } from "react-router";
import { hasRole, useWho } from "../ui/session.tsx";
import { LOGREADERS, READERS } from "./roles.ts";
import { type ConsoleKey, useSay } from "./say.ts";

interface SubPage {
  readonly path: string;
  readonly label: ConsoleKey;
  readonly roles?: readonly string[];
}

const SIMULATORS = ["owner", "finance", "risk", "marketing"];

const BOOKS: readonly SubPage[] = [
  { path: "/books", label: "books.journals" },
  { path: "/books/accounts", label: "books.accounts" },
  { path: "/books/balance", label: "books.balance" },
  { path: "/books/proof", label: "books.proof" },
  { path: "/books/price", label: "books.price" },
];
const SETTINGS: readonly SubPage[] = [
  { path: "/settings", label: "settings.trade" },
  { path: "/settings/texts", label: "settings.texts" },
  { path: "/settings/keys", label: "settings.keys", roles: READERS },
  { path: "/settings/webhooks", label: "settings.webhooks", roles: READERS },
  { path: "/settings/me", label: "settings.me" },
];
const LOG: readonly SubPage[] = [
  { path: "/log", label: "log.deeds", roles: LOGREADERS },
  { path: "/log/logins", label: "log.logins" },
];
const SIMULATION: readonly SubPage[] = [
  { path: "/simulation", label: "sim.runs" },
  { path: "/simulation/backtest", label: "sim.backtest", roles: SIMULATORS },
  { path: "/simulation/world", label: "sim.world", roles: SIMULATORS },
];
const SETS = { books: BOOKS, settings: SETTINGS, log: LOG, simulation: SIMULATION } as const;

export function SubPages({ of }: { readonly of: keyof typeof SETS }) {
  const say = useSay();
  const who = useWho();
  const pages = SETS[of].filter(
    ({ roles }) => roles === undefined || (who !== undefined && hasRole(who, roles)),
  );
  return (
    <nav className="console-subpages" aria-label={say(`section.${of}`)}>
      {pages.map(({ path, label }) => (
        <NavLink key={path} to={path} end>
          {say(label)}
        </NavLink>
      ))}
    </nav>
  );
}
