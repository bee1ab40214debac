/** Figures of the faces: exact from whole numbers, never by way of a float. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fenOfYuan,
  maskPhone,
  showPointsShort,
  showPpm,
  showPriceShort,
  showTime,
  showYuan,
} from "../../src/web/ui/figure.ts";

test.each([
  [0, "0.00"],
  [5, "0.05"],
  [123_456_789, "1,234,567.89"],
  [-250, "−2.50"],
  [9_007_199_254_740_991, "90,071,992,547,409.91"],
])("%i fen are %s yuan", (fen, yuan) => {
  expect(showYuan(fen)).toBe(yuan);
});

test("yuan as typed and fen are one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
      expect(fenOfYuan(showYuan(fen).replaceAll(",", ""))).toBe(fen);
    }),
  );
  expect(fenOfYuan("12.5")).toBe(1_250);
  expect(fenOfYuan("12.")).toBe(1_200);
  for (const none of ["", ".", "1.234", "-1", "1e3", "一"]) expect(fenOfYuan(none)).toBeNull();
});

test.each([
  ["78.40000000", 4, "78.40"],
  ["1234567.12345678", 4, "1,234,567.1234"],
  ["0.00000001", 8, "0.00000001"],
  ["0.00009999", 4, "0.00"],
])("%s points to %i digits: %s, cut off", (points, digits, shown) => {
  expect(showPointsShort(points, digits)).toBe(shown);
});

test("a price is reckoned from its two integers and cut off", () => {
  expect(showPriceShort({ cash_fen: 200, points: "3.00000000" }, 4)).toBe("0.6666");
  expect(showPriceShort({ cash_fen: 9_007_199_254_740_991, points: "0.00000001" }, 2)).toMatch(/^9,007,199/);
  expect(showPriceShort({ cash_fen: 100, points: "0.00000000" })).toBe("—");
});

test("percents, phones and times", () => {
  expect([207_000, 2_600, 300, 1_000_000].map(showPpm)).toEqual(["20.7%", "0.26%", "0.03%", "100%"]);
  expect([maskPhone("19900010001"), maskPhone("199****0001")]).toEqual(["199****0001", "199****0001"]);
  // Midnight of the country, whatever the machine's own time is.
  expect(showTime("2026-03-01T16:00:05Z", "second")).toBe("2026-03-02 00:00:05");
  expect(showTime("2026-03-01T15:59:59Z", "day")).toBe("2026-03-01");
});
