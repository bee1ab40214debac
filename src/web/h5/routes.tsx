/** Every page of h5: add a line here, a file in page/, its words in words/zh and words/en. */
import { AppOutline, BillOutline, TeamOutline, UserOutline } from "antd-mobile-icons";
import { lazy } from "react";
import type { Page, Tab } from "../mobile/frame.tsx";
import { useSay } from "./say.ts";

export const PAGES: readonly Page[] = [
  { path: "/", page: lazy(() => import("./page/home.tsx")) },
  { path: "/self", page: lazy(() => import("./page/self.tsx")) },
  { path: "/arrive/:code", open: true, page: lazy(() => import("./page/arrive.tsx")) },
  { path: "/disclosure", open: true, page: lazy(() => import("./page/disclosure.tsx")) },
];

/** The tabs in their order; one shows once its page stands above. */
export function useTabs(): readonly Tab[] {
  const say = useSay();
  return [
    { path: "/", title: say("tab.home"), icon: <AppOutline /> },
    { path: "/purchases", title: say("tab.purchases"), icon: <BillOutline /> },
    { path: "/team", title: say("tab.team"), icon: <TeamOutline /> },
    { path: "/self", title: say("tab.self"), icon: <UserOutline /> },
  ];
}
