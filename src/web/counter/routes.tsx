/** Every page of the counter: add a line here, a file in page/, its words in words/zh and words/en. */
import { BillOutline, CalculatorOutline, ScanCodeOutline, TeamOutline, UserOutline } from "antd-mobile-icons";
import { lazy } from "react";
import type { Page, Tab } from "../mobile/frame.tsx";
import { useSay } from "./say.ts";

export const PAGES: readonly Page[] = [
  { path: "/", page: lazy(() => import("./page/collect.tsx")) },
  { path: "/self", page: lazy(() => import("./page/self.tsx")) },
];

/** The tabs in their order; one shows once its page stands above. */
export function useTabs(): readonly Tab[] {
  const say = useSay();
  return [
    { path: "/", title: say("tab.collect"), icon: <ScanCodeOutline /> },
    { path: "/flow", title: say("tab.flow"), icon: <BillOutline /> },
    { path: "/settle", title: say("tab.settle"), icon: <CalculatorOutline /> },
    { path: "/members", title: say("tab.members"), icon: <TeamOutline /> },
    { path: "/self", title: say("tab.self"), icon: <UserOutline /> },
  ];
}
