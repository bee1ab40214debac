/** Every page of the operator's daily work opens whole: in Chinese and in English, on a desktop and narrow. */
import { afterAll, beforeAll, describe, test } from "vitest";
import { browserPath, openTestHouse, type TestHouse, VIEWS } from "./house.ts";
import { inspect, isRead } from "./inspect.ts";

type Pages = readonly (readonly [name: string, path: string])[];

/** Pages by the name of their picture. */
const pagesOf = ({ cast }: TestHouse): Pages => [
  ["home", "/?span=d7"],
  ["members", "/members"],
  ["member-lots", `/members/${cast.members[0]?.member}`],
  ["stores", "/stores"],
  ["store-settlement", "/stores/s1"],
  ["purchases", "/purchases"],
  ["purchase", `/purchases?open=${cast.purchase}`],
  ["payments", "/payments"],
  ["withdrawals", "/withdrawals"],
  ["approvals", "/approvals"],
  ["injections", "/injections"],
  ["agents", "/agents"],
  ["agents-tree", "/agents?tab=tree"],
];

const MEMBER_TABS = [
  "history",
  "purchases",
  "team",
  "locks",
  "commissions",
  "withdrawals",
  "devices",
  "consents",
];
const STORE_TABS = ["purchases", "history", "poster", "members", "elsewhere", "clerks", "keys"];

/** The other tabs of a member's and a store's file: each size and each language once. */
const tabsOf = ({ cast }: TestHouse): Pages => [
  ...MEMBER_TABS.map((tab) => [`member-${tab}`, `/members/${cast.members[0]?.member}?tab=${tab}`] as const),
  ...STORE_TABS.map((tab) => [`store-${tab}`, `/stores/s1?tab=${tab}`] as const),
];

const DARK: ReadonlySet<string> = new Set(["home", "member-lots", "purchase", "withdrawals"]);

describe.skipIf(browserPath === undefined)("pages of the console", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  test.each(VIEWS)("open whole, %s, %s", { timeout: 240_000 }, async (size, language) => {
    const visit = await house.visit("/console/", { size, language, as: house.cast.staff });
    const hasTabs = (size === "phone") === (language === "zh");
    for (const [name, path] of [...pagesOf(house), ...(hasTabs ? tabsOf(house) : [])]) {
      await visit.turn(`/console${path}`);
      await inspect(visit, `console-${name}-${size}-${language}`, isRead(size, language));
    }
    await visit.context.close();
  });

  test("read in the dark", { timeout: 120_000 }, async () => {
    const visit = await house.visit("/console/", { size: "desktop", language: "zh", as: house.cast.staff });
    await visit.page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    for (const [name, path] of pagesOf(house).filter(([one]) => DARK.has(one))) {
      await visit.turn(`/console${path}`);
      await inspect(visit, `console-${name}-dark`);
    }
    await visit.context.close();
  });
});
