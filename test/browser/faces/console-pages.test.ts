/** Every page of the operator's daily work opens whole: in Chinese and in English, on a desktop and narrow. */
import { afterAll, beforeAll, describe, test } from "vitest";
import { browserPath, openTestHouse, type TestHouse, VIEWS } from "./house.ts";
import { inspect } from "./inspect.ts";

/** Pages by the name of their picture. */
const pagesOf = ({ cast }: TestHouse): readonly (readonly [name: string, path: string])[] => {
  const member = cast.members[0]?.member;
  return [
    ["home", "/?span=d7"],
    ["members", "/members"],
    ...[
      "lots",
      "history",
      "purchases",
      "team",
      "locks",
      "commissions",
      "withdrawals",
      "devices",
      "consents",
    ].map((tab) => [`member-${tab}`, `/members/${member}?tab=${tab}`] as const),
    ["stores", "/stores"],
    ...["settlement", "purchases", "history", "poster", "members", "elsewhere", "clerks", "keys"].map(
      (tab) => [`store-${tab}`, `/stores/s1?tab=${tab}`] as const,
    ),
    ["purchases", "/purchases"],
    ["purchase", `/purchases?open=${cast.purchase}`],
    ["payments", "/payments"],
    ["withdrawals", "/withdrawals"],
    ["approvals", "/approvals"],
    ["injections", "/injections"],
    ["agents", "/agents"],
    ["agents-tree", "/agents?tab=tree"],
  ];
};

describe.skipIf(browserPath === undefined)("pages of the console", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  test.each(VIEWS)("open whole, %s, %s", { timeout: 240_000 }, async (size, language) => {
    const visit = await house.visit("/console/", { size, language, as: house.cast.staff });
    for (const [name, path] of pagesOf(house)) {
      await visit.page.goto(`${house.url}/console${path}`, { waitUntil: "networkidle" });
      await visit.page.locator(".ws-bone").first().waitFor({ state: "detached" });
      await inspect(visit, `console-${name}-${size}-${language}`);
    }
    await visit.context.close();
  });
});
