/** Dark as the system says, and text twice as large: still readable, still nothing cut off. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openTestHouse, type Size, type TestHouse } from "./house.ts";
import { inspect } from "./inspect.ts";

const LARGE = `document.documentElement.style.fontSize = "200%"`;

describe.skipIf(browserPath === undefined)("how it looks", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  /** Where, and as whom; undefined: nobody. */
  const places = (): readonly (readonly [string, string, string | undefined, Size])[] => [
    ["landing", "/", undefined, "phone"],
    ["console-signin", "/console/", undefined, "desktop"],
    ["console-home", "/console/", house.cast.staff, "desktop"],
    ["counter-signin", "/counter/", undefined, "phone"],
    ["counter-home", "/counter/", house.cast.owners[0]?.id, "phone"],
    ["h5-signin", "/h5/", undefined, "phone"],
    ["h5-home", "/h5/", house.cast.members[0]?.id, "phone"],
    ["h5-self", "/h5/self", house.cast.members[0]?.id, "phone"],
  ];

  test("dark, where the system is dark", async () => {
    for (const [name, path, as, size] of places()) {
      const who = as === undefined ? {} : { as };
      const visit = await house.visit(path, { size, language: "zh", dark: true, ...who });
      await inspect(visit, `dark-${name}`);
      await visit.context.close();
    }
  }, 120_000);

  test("text twice as large", async () => {
    for (const [name, path, as, size] of places()) {
      const who = as === undefined ? {} : { as };
      const visit = await house.visit(path, { size, language: "en", ...who });
      await visit.page.evaluate(LARGE);
      await inspect(visit, `large-${name}`);
      await visit.context.close();
    }
  }, 120_000);

  test("a choice of language and light stays on this device, on every face", async () => {
    const visit = await house.visit("/", { size: "desktop", language: "zh" });
    const { page } = visit;
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("combobox").selectOption("dark");
    await page.goto(`${house.url}/h5/`);
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    expect(await page.evaluate<string>("document.documentElement.dataset.theme")).toBe("dark");
    expect(await page.evaluate<string>("document.documentElement.lang")).toBe("en");
    // An address may ask for a language.
    await page.goto(`${house.url}/h5/?lang=zh`);
    await page.getByRole("button", { name: "登录", exact: true }).waitFor();
    await visit.context.close();
  });
});
