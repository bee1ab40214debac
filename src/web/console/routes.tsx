/** Every page of the console: add a line here, a file in page/, its words in words/zh and words/en. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** Sections of the menu, in their order; one shows once it has a page. */
export const SECTIONS = [
  "home",
  "members",
  "stores",
  "purchases",
  "commissions",
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

export const PAGES: readonly Page[] = [
  { path: "/", section: "home", opens: true, page: lazy(() => import("./page/home.tsx")) },
];
