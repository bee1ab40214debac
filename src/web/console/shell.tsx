/** The console's frame: signing in, the menu of sections, and the page. */
import { Button, Drawer, Grid, Layout, Menu } from "antd";
import { Suspense, useState } from "react";
import { BrowserRouter, Link, Route, Routes, useLocation, useNavigate } from "react-router";
import { LanguageSwitch } from "../ui/language.tsx";
import { hasRole, SignedIn, signOut, useWho, type Who } from "../ui/session.tsx";
import { ErrorBoundary } from "../ui/state/boundary.tsx";
import { Empty } from "../ui/state/empty.tsx";
import { Loading } from "../ui/state/loading.tsx";
import { ThemeSwitch } from "../ui/theme.tsx";
import { Look } from "./look.tsx";
import { PAGES, type Page, SECTIONS } from "./routes.tsx";
import { useSay } from "./say.ts";
import { SignIn } from "./signin.tsx";
import "./console.css";

export function Shell() {
  return (
    <Look>
      <BrowserRouter basename="/console">
        <SignedIn serves={({ kind }) => kind === "staff"} signIn={(who) => <SignIn who={who} />}>
          <Frame />
        </SignedIn>
      </BrowserRouter>
    </Look>
  );
}

function isOpenTo(who: Who | undefined, { roles }: Page): boolean {
  return roles === undefined || (who !== undefined && hasRole(who, roles));
}

function Frame() {
  const say = useSay();
  const who = useWho();
  const isWide = Grid.useBreakpoint().lg ?? true;
  const [isOpen, setOpen] = useState(false);
  const pages = PAGES.filter((page) => isOpenTo(who, page));
  const menu = <Sections pages={pages} chosen={() => setOpen(false)} />;
  return (
    <Layout className="console">
      {isWide && (
        <Layout.Sider theme="light" width="13rem" className="console-side">
          <div className="console-name">{say("console.name")}</div>
          {menu}
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="console-head">
          {!isWide && <Button onClick={() => setOpen(true)}>{say("console.menu")}</Button>}
          <span className="console-who">{who?.name}</span>
          <ThemeSwitch />
          <LanguageSwitch />
          <Button onClick={() => void signOut()}>{say("session.signOut")}</Button>
        </Layout.Header>
        <Layout.Content className="console-page">
          <ErrorBoundary key={useLocation().pathname}>
            <Suspense fallback={<Loading />}>
              <Routes>
                {pages.map(({ path, page: Shown }) => (
                  <Route key={path} path={path} element={<Shown />} />
                ))}
                <Route path="*" element={<NoPage />} />
              </Routes>
            </Suspense>
          </ErrorBoundary>
        </Layout.Content>
      </Layout>
      <Drawer
        title={say("console.name")}
        placement="left"
        open={isOpen && !isWide}
        onClose={() => setOpen(false)}
      >
        {menu}
      </Drawer>
    </Layout>
  );
}

function Sections({ pages, chosen }: { readonly pages: readonly Page[]; readonly chosen: () => void }) {
  const say = useSay();
  const go = useNavigate();
  const { pathname } = useLocation();
  const items = SECTIONS.flatMap((section) => {
    const page = pages.find((one) => one.section === section && one.opens === true);
    return page === undefined ? [] : [{ key: page.path, section, label: say(`section.${section}`) }];
  });
  const here = PAGES.find(({ path }) => path === pathname) ?? nearest(pathname);
  const selected = items.filter(({ section }) => section === here?.section).map(({ key }) => key);
  return (
    <Menu
      mode="inline"
      className="console-menu"
      selectedKeys={selected}
      items={items.map(({ key, label }) => ({ key, label }))}
      onClick={({ key }) => {
        void go(key);
        chosen();
      }}
    />
  );
}

/** The page whose first part is the same: /members/m-1 belongs to /members. */
function nearest(pathname: string): Page | undefined {
  const first = pathname.split("/")[1];
  return PAGES.find(({ path }) => path.split("/")[1] === first);
}

function NoPage() {
  const say = useSay();
  return (
    <Empty title={say("page.none")}>
      <Link to="/">{say("page.home")}</Link>
    </Empty>
  );
}
