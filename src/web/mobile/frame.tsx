/** The frame of counter and h5: pages by their address, tabs below on a phone, at the left on a desktop. */
import { type ComponentType, type LazyExoticComponent, type ReactNode, Suspense } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { useWords } from "../ui/language.tsx";
import { ErrorBoundary } from "../ui/state/boundary.tsx";
import { Empty } from "../ui/state/empty.tsx";
import { Loading } from "../ui/state/loading.tsx";
import type { zhMobile } from "./words/zh.ts";

/** A page below the face's address; parameters as `:id`, read by wouter's useParams. */
export interface Page {
  readonly path: string;
  /** Seen without signing in. */
  readonly open?: true;
  /** Brought when it is opened, but for the first one of a face. */
  readonly page: ComponentType | LazyExoticComponent<ComponentType>;
}

export interface Tab {
  /** The page it opens, which the table of pages must have, else the tab is not shown. */
  readonly path: string;
  readonly title: string;
  readonly icon: ReactNode;
}

/** The page of this address out of those given; what stands for none of them is `other`. */
function PageHere({ pages, other }: { readonly pages: readonly Page[]; readonly other: ReactNode }) {
  const [here] = useLocation();
  return (
    <ErrorBoundary key={here}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {pages.map(({ path, page }) => (
            <Route key={path} path={path} component={page} />
          ))}
          <Route>{other}</Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

interface FrameProps {
  readonly title: ReactNode;
  readonly tabs: readonly Tab[];
  readonly pages: readonly Page[];
}

export function Frame({ title, tabs, pages }: FrameProps) {
  const say = useWords<keyof typeof zhMobile>();
  const [here] = useLocation();
  const shown = tabs.filter(({ path }) => pages.some((page) => page.path === path));
  // What is below no tab of its own is below the first.
  const current = shown.find(({ path }) => path !== "/" && isBelow(path, here))?.path ?? "/";
  return (
    <div className="m-frame">
      <header className="m-head">{title}</header>
      <main className="m-page">
        <PageHere pages={pages} other={<NoPage />} />
      </main>
      <nav className="m-tabs" aria-label={say("page.tabs")}>
        {shown.map(({ path, title: name, icon }) => (
          <Link key={path} href={path} aria-current={path === current ? "page" : undefined}>
            {icon}
            <span>{name}</span>
          </Link>
        ))}
      </nav>
    </div>
  );
}

const isBelow = (path: string, here: string): boolean => here === path || here.startsWith(`${path}/`);

function NoPage() {
  const say = useWords<keyof typeof zhMobile>();
  return (
    <Empty title={say("page.none")}>
      <Link href="/">{say("page.home")}</Link>
    </Empty>
  );
}
