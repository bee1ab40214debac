/**
 * A newcomer with the README in his hand and nothing on his machine but Node, git and a browser: from the clone to the
 * first payment at the counter within five minutes. Prints when each step was done. By hand:
 * `npm run test:long -- test/newcomer`.
 */
import { afterAll, expect, onTestFailed, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { commandsOf, isRepository, NewHouse } from "./house.ts";
import { takePayment } from "./payment.ts";

const MOST_SECONDS = 5 * 60;
const browser = findBrowser();
let house: NewHouse | undefined;
// Taking away some forty thousand files has its time on a busy machine.
afterAll(() => house?.close(), 5 * 60_000);

test.skipIf(browser === undefined || !isRepository)(
  "from the clone to the first payment, with the commands of the README, within five minutes",
  async () => {
    const [start = "", , verify = ""] = commandsOf("Start");
    expect([start, verify]).toEqual(["npm start", "npx wellspring verify"]);
    onTestFailed(() => console.log(house?.laps, house?.said));
    house = await NewHouse.cloned();
    await house.start(start);
    const slip = await takePayment(house, browser ?? "");
    house.lap("first payment");
    const total = house.laps.at(-1)?.at ?? 0;
    const verified = house.run(verify);
    house.lap("books verified");
    console.log(house.laps.map(({ done, at }) => `${at.toFixed(1).padStart(7)} s  ${done}`).join("\n"));
    expect(slip).toContain("¥25");
    expect(verified).not.toBe("");
    expect(total).toBeLessThan(MOST_SECONDS);
  },
);
