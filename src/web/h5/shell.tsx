/** H5's frame: what is open to everybody, signing in, the tabs, and the page. */
import { Route, Router, Switch } from "wouter";
import { Frame } from "../mobile/frame.tsx";
import { LanguageSwitch } from "../ui/language.tsx";
import { SignedIn } from "../ui/session.tsx";
import { Door } from "./door.tsx";
import { PAGES, useTabs } from "./routes.tsx";
import { useSay } from "./say.ts";

const OPEN = PAGES.filter(({ open }) => open === true);

export function Shell() {
  const tabs = useTabs();
  const frame = <Frame title={<Head />} tabs={tabs} pages={PAGES} />;
  return (
    <Router base="/h5">
      <Switch>
        {OPEN.map(({ path }) => (
          <Route key={path} path={path}>
            {frame}
          </Route>
        ))}
        <Route>
          <SignedIn
            serves={({ member }) => member !== null}
            signIn={({ kind }) => <Door isStranger={kind !== "public"} />}
          >
            {frame}
          </SignedIn>
        </Route>
      </Switch>
    </Router>
  );
}

function Head() {
  const say = useSay();
  return (
    <>
      <h1>{say("h5.name")}</h1>
      <LanguageSwitch />
    </>
  );
}
