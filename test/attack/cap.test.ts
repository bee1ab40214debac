/** RULES section 10: raising a lot's trigger by a large purchase that is refunded later. */
import { describe, expect, test } from "vitest";
import { beyond, gang, type Ledger, MODES, planFor, show, Town, total } from "./lab.ts";

describe.each(MODES)("one lot a %s", (mode) => {
  test("the cap goes back with its points: the old ones must leave at their old trigger", () => {
    // 1000 yuan as the first purchase; the trigger of 10.71 comes near at about the 1,137th. Then the large purchase.
    const run = (bought: number) => {
      const town = new Town(planFor(mode));
      town.buy("first", 1000);
      town.crowd(1_100, 1000);
      if (bought > 0) town.buy("large", bought);
      town.crowd(300, 1000);
      if (bought > 0) town.refund("large", bought);
      const left = town.grains();
      const exits = town.replay.exits.filter(({ member }) => member.id === "mallory");
      town.sellAll();
      return { left, exits, ledger: town.ledger() };
    };
    const none = run(0);
    const rows: [string, Ledger][] = [];
    for (const bought of [200, 1_000, 5_000, 100_000]) {
      const raised = run(bought);
      const gain = beyond(raised.ledger, none.ledger);
      rows.push([`raised by ${bought}`, gain]);
      // With the refund the lot is due at once, and pays what it would have paid without all this: 960.00 at most.
      expect(raised.left).toBe(0n);
      expect(raised.exits.map(({ proceeds }) => proceeds).reduce((a, b) => a + b, 0n)).toBeLessThanOrEqual(
        96_000n,
      );
      expect(gang(gain)).toBeLessThanOrEqual(0n);
      expect([gain.merchant, total(gain)]).toEqual([0n, 0n]);
    }
    show(
      `raising a trigger by a purchase refunded later, one lot a ${mode}: beyond leaving at the cap`,
      rows,
    );
  });
});
