/** Every page of h5: add a line here, a file in page/, its words in words/zh and words/en. */
import { AppOutline, BillOutline, PieOutline, TeamOutline, UserOutline } from "antd-mobile-icons";
import { lazy } from "react";
import type { Page, Tab } from "../mobile/frame.tsx";
import Home from "./page/home.tsx";
import { useSay } from "./say.ts";

export const PAGES: readonly Page[] = [
  { path: "/", page: Home },
  { path: "/arrive/:code", open: true, page: lazy(() => import("./page/arrive.tsx")) },
  { path: "/store/:code", page: lazy(() => import("./page/store.tsx")) },
  { path: "/p/:code", page: lazy(() => import("./page/request.tsx")) },
  { path: "/cashier/:payment", page: lazy(() => import("./page/cashier.tsx")) },
  { path: "/payment/:payment", page: lazy(() => import("./page/payment.tsx")) },
  { path: "/code", page: lazy(() => import("./page/code.tsx")) },
  { path: "/scan", page: lazy(() => import("./page/scan.tsx")) },
  { path: "/points", page: lazy(() => import("./page/points.tsx")) },
  { path: "/points/redeem", page: lazy(() => import("./page/redeem.tsx")) },
  { path: "/purchases", page: lazy(() => import("./page/flow.tsx")) },
  { path: "/purchases/:id", page: lazy(() => import("./page/purchase.tsx")) },
  { path: "/commissions", page: lazy(() => import("./page/commissions.tsx")) },
  { path: "/wallet", page: lazy(() => import("./page/wallet.tsx")) },
  { path: "/wallet/withdraw", page: lazy(() => import("./page/withdraw.tsx")) },
  { path: "/team", page: lazy(() => import("./page/team.tsx")) },
  { path: "/team/poster", page: lazy(() => import("./page/poster.tsx")) },
  { path: "/messages", page: lazy(() => import("./page/messages.tsx")) },
  { path: "/truth", open: true, page: lazy(() => import("./page/truth.tsx")) },
  { path: "/agreements", open: true, page: lazy(() => import("./page/agreements.tsx")) },
  { path: "/help", open: true, page: lazy(() => import("./page/help.tsx")) },
  { path: "/self", page: lazy(() => import("./page/self.tsx")) },
  { path: "/self/profile", page: lazy(() => import("./page/profile.tsx")) },
  { path: "/self/devices", page: lazy(() => import("./page/devices.tsx")) },
  { path: "/self/consents", page: lazy(() => import("./page/consents.tsx")) },
  { path: "/self/cases", page: lazy(() => import("./page/cases.tsx")) },
  { path: "/self/close", page: lazy(() => import("./page/close.tsx")) },
];

/** The tabs in their order; one shows once its page stands above. */
export function useTabs(): readonly Tab[] {
  const say = useSay();
  return [
    { path: "/", title: say("tab.home"), icon: <AppOutline /> },
    { path: "/points", title: say("tab.points"), icon: <PieOutline /> },
    { path: "/purchases", title: say("tab.purchases"), icon: <BillOutline /> },
    { path: "/team", title: say("tab.team"), icon: <TeamOutline /> },
    { path: "/self", title: say("tab.self"), icon: <UserOutline /> },
  ];
}
