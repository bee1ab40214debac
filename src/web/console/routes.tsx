/** Every page of the console: add a line here, a file in page/, its words in words/zh and words/en. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { FILES, LOGREADERS, READERS } from "./roles.ts";

/** Sections of the menu, in their order; one shows once it has a page. */
export const SECTIONS = [
  "home",
  "members",
  "stores",
  "purchases",
  "payments",
  "commissions",
  "approvals",
  "injections",
  "agents",
  "plans",
  "simulation",
  "books",
  "exports",
  "settings",
  "staff",
  "log",
] as const;

export type Section = (typeof SECTIONS)[number];

export interface Page {
  /** Below /console; parameters as `:id`. */
  readonly path: string;
  readonly section: Section;
  /** Whether it is what its section's entry in the menu opens. */
  readonly opens?: true;
  /** Who sees it; everybody of the staff where it is left out. The server decides anyhow. */
  readonly roles?: readonly string[];
  readonly page: LazyExoticComponent<ComponentType>;
}

/** Who may read the whole book. */
const BOOKKEEPERS = ["owner", "finance", "risk", "auditor"];

const SIMULATORS = ["owner", "finance", "risk", "marketing", "auditor"];

export const PAGES: readonly Page[] = [
  { path: "/", section: "home", opens: true, page: lazy(() => import("./page/home.tsx")) },
  { path: "/members", section: "members", opens: true, page: lazy(() => import("./page/members.tsx")) },
  {
    path: "/members/:id",
    section: "members",
    roles: FILES,
    page: lazy(() => import("./page/member.tsx")),
  },
  { path: "/stores", section: "stores", opens: true, page: lazy(() => import("./page/stores.tsx")) },
  { path: "/stores/:id", section: "stores", page: lazy(() => import("./page/store.tsx")) },
  {
    path: "/purchases",
    section: "purchases",
    opens: true,
    roles: FILES,
    page: lazy(() => import("./page/purchases.tsx")),
  },
  {
    path: "/payments",
    section: "payments",
    opens: true,
    roles: FILES,
    page: lazy(() => import("./page/payments.tsx")),
  },
  {
    path: "/withdrawals",
    section: "commissions",
    opens: true,
    roles: FILES,
    page: lazy(() => import("./page/withdrawals.tsx")),
  },
  {
    path: "/approvals",
    section: "approvals",
    opens: true,
    roles: FILES,
    page: lazy(() => import("./page/approvals.tsx")),
  },
  {
    path: "/injections",
    section: "injections",
    opens: true,
    page: lazy(() => import("./page/injections.tsx")),
  },
  { path: "/agents", section: "agents", opens: true, page: lazy(() => import("./page/agents.tsx")) },
  { path: "/plans", section: "plans", opens: true, page: lazy(() => import("./page/plans.tsx")) },
  {
    path: "/plans/new",
    section: "plans",
    roles: ["owner", "finance"],
    page: lazy(() => import("./page/planedit.tsx")),
  },
  { path: "/plans/:name/:version", section: "plans", page: lazy(() => import("./page/plan.tsx")) },
  {
    path: "/books",
    section: "books",
    opens: true,
    roles: BOOKKEEPERS,
    page: lazy(() => import("./page/journals.tsx")),
  },
  {
    path: "/books/journals/:seq",
    section: "books",
    roles: BOOKKEEPERS,
    page: lazy(() => import("./page/journal.tsx")),
  },
  {
    path: "/books/accounts",
    section: "books",
    roles: BOOKKEEPERS,
    page: lazy(() => import("./page/accounts.tsx")),
  },
  {
    path: "/books/balance",
    section: "books",
    roles: BOOKKEEPERS,
    page: lazy(() => import("./page/balance.tsx")),
  },
  {
    path: "/books/proof",
    section: "books",
    roles: BOOKKEEPERS,
    page: lazy(() => import("./page/proof.tsx")),
  },
  {
    path: "/books/price",
    section: "books",
    roles: BOOKKEEPERS,
    page: lazy(() => import("./page/price.tsx")),
  },
  { path: "/settings", section: "settings", opens: true, page: lazy(() => import("./page/settings.tsx")) },
  { path: "/settings/texts", section: "settings", page: lazy(() => import("./page/texts.tsx")) },
  {
    path: "/settings/keys",
    section: "settings",
    roles: READERS,
    page: lazy(() => import("./page/keys.tsx")),
  },
  {
    path: "/settings/webhooks",
    section: "settings",
    roles: READERS,
    page: lazy(() => import("./page/webhooks.tsx")),
  },
  {
    path: "/settings/webhooks/:id",
    section: "settings",
    roles: READERS,
    page: lazy(() => import("./page/webhook.tsx")),
  },
  { path: "/settings/me", section: "settings", page: lazy(() => import("./page/me.tsx")) },
  {
    path: "/staff",
    section: "staff",
    opens: true,
    roles: READERS,
    page: lazy(() => import("./page/staff.tsx")),
  },
  {
    path: "/log",
    section: "log",
    opens: true,
    roles: LOGREADERS,
    page: lazy(() => import("./page/log.tsx")),
  },
  { path: "/log/logins", section: "log", opens: true, page: lazy(() => import("./page/logins.tsx")) },
  { path: "/exports", section: "exports", opens: true, page: lazy(() => import("./page/exports.tsx")) },
  {
    path: "/simulation",
    section: "simulation",
    opens: true,
    roles: SIMULATORS,
    page: lazy(() => import("./page/simulations.tsx")),
  },
  {
    path: "/simulation/backtest",
    section: "simulation",
    roles: SIMULATORS,
    page: lazy(() => import("./page/backtest.tsx")),
  },
  {
    path: "/simulation/world",
    section: "simulation",
    roles: SIMULATORS,
    page: lazy(() => import("./page/world.tsx")),
  },
  {
    path: "/simulation/compare",
    section: "simulation",
    roles: SIMULATORS,
    page: lazy(() => import("./page/compare.tsx")),
  },
  {
    path: "/simulation/:id",
    section: "simulation",
    roles: SIMULATORS,
    page: lazy(() => import("./page/simulation.tsx")),
  },
];
