/** Every page of the counter: add a line here, a file in page/, its words in words/zh and words/en. */
import { BillOutline, CalculatorOutline, ScanCodeOutline, TeamOutline, UserOutline } from "antd-mobile-icons";
import { lazy } from "react";
import type { Page, Tab } from "../mobile/frame.tsx";
import { useSay } from "./say.ts";

export const PAGES: readonly Page[] = [
  { path: "/", page: lazy(() => import("./page/collect.tsx")) },
  { path: "/code/:code", page: lazy(() => import("./page/code.tsx")) },
  { path: "/scan/:fen", page: lazy(() => import("./page/scan.tsx")) },
  { path: "/cash/:fen", page: lazy(() => import("./page/cash.tsx")) },
  { path: "/paid/:id", page: lazy(() => import("./page/paid.tsx")) },
  { path: "/taken/:id", page: lazy(() => import("./page/taken.tsx")) },
  { path: "/flow", page: lazy(() => import("./page/flow.tsx")) },
  { path: "/flow/:id", page: lazy(() => import("./page/purchase.tsx")) },
  { path: "/flow/:id/refund", page: lazy(() => import("./page/refund.tsx")) },
  { path: "/settle", page: lazy(() => import("./page/settle.tsx")) },
  { path: "/settle/bill", page: lazy(() => import("./page/bill.tsx")) },
  { path: "/settle/shifts", page: lazy(() => import("./page/shifts.tsx")) },
  { path: "/members", page: lazy(() => import("./page/members.tsx")) },
  { path: "/members/add", page: lazy(() => import("./page/add.tsx")) },
  { path: "/members/cross", page: lazy(() => import("./page/cross.tsx")) },
  { path: "/members/poster", page: lazy(() => import("./page/poster.tsx")) },
  { path: "/self", page: lazy(() => import("./page/self.tsx")) },
  { path: "/self/clerks", page: lazy(() => import("./page/clerks.tsx")) },
  { path: "/self/devices", page: lazy(() => import("./page/devices.tsx")) },
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
