import { describe, expect, it } from "vitest";
import {
  comparePrice,
  least,
  MAX_FEN,
  MILLION,
  mulDivDown,
  mulDivUp,
  POINT,
  parseMultiple,
  parsePercent,
  parsePoints,
  rateDown,
  showMultiple,
  showPercent,
  showPoints,
  showPrice,
} from "#engine";

describe("the constants", () => {
  it("are those of RULES section 1", () => {
    expect([MILLION, POINT, MAX_FEN]).toEqual([10n ** 6n, 10n ** 8n, 2n ** 53n - 1n]);
    expect(Number(MAX_FEN)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("rounding", () => {
  it.each([
    [0n, 5n, 3n, 0n, 0n],
    [6n, 3n, 2n, 9n, 9n],
    [7n, 3n, 2n, 10n, 11n],
    [1n, 1n, 3n, 0n, 1n],
    [2n, 1n, 3n, 0n, 1n],
    [3n, 1n, 3n, 1n, 1n],
    [10n ** 20n, 10n ** 20n, 7n, 10n ** 40n / 7n, 10n ** 40n / 7n + 1n],
  ])("%s·%s/%s is %s down and %s up", (a, b, c, down, up) => {
    expect(mulDivDown(a, b, c)).toBe(down);
    expect(mulDivUp(a, b, c)).toBe(up);
  });

  it("cuts a rate down", () => {
    expect(rateDown(999n, 200_000n)).toBe(199n); // 199.8
    expect(rateDown(1_000n, 200_000n)).toBe(200n);
    expect(rateDown(1_000_000n, 1n)).toBe(1n);
    expect(rateDown(999_999n, 1n)).toBe(0n);
    expect(rateDown(7n, 2_000_000n)).toBe(14n);
  });

  it("takes the smaller", () => {
    expect([least(1n, 2n), least(2n, 1n), least(2n, 2n), least(-1n, 0n)]).toEqual([1n, 1n, 2n, -1n]);
  });

  it("compares prices as fractions, exactly", () => {
    expect(comparePrice({ cash: 1n, points: 3n }, { cash: 2n, points: 6n })).toBe(0);
    expect(comparePrice({ cash: 10n ** 30n, points: 3n }, { cash: 10n ** 30n + 1n, points: 3n })).toBe(-1);
    expect(comparePrice({ cash: 1n, points: 3n }, { cash: 1n, points: 4n })).toBe(1);
    expect(comparePrice({ cash: 1n, points: 4n }, { cash: 1n, points: 3n })).toBe(-1);
  });
});

const NO_TEXT = [undefined, null, 5, true, {}, ["5%"], ["5"]];

describe("parsePercent", () => {
  it.each([
    ["0%", 0n],
    ["0.0001%", 1n],
    ["0.05%", 500n],
    ["0.5%", 5_000n],
    ["20%", 200_000n],
    ["33.3333%", 333_333n],
    ["99.99%", 999_900n],
    ["007%", 70_000n],
    ["999999999%", 9_999_999_990_000n],
  ])("%s is %s ppm", (text, ppm) => expect(parsePercent(text)).toBe(ppm));

  it.each([
    ...["", "%", "5", ".5%", "5.%", "5.12345%", "-5%", "+5%"],
    ...["5 %", " 5%", "5% ", "5%%", "5%\n", "x5%", "5%x"],
    ...["1234567890%", "5,5%", "5e1%", "a%", "5.a%", "5.1a%", "5..1%", "5.1.1%", "5x1%", "٥%", ...NO_TEXT],
  ])("%j is none", (text) => expect(parsePercent(text)).toBeNull());
});

describe("parseMultiple", () => {
  it.each([
    ["0", 0n],
    ["1.2", 1_200_000n],
    ["0.000001", 1n],
    ["10", 10_000_000n],
    ["3.14159", 3_141_590n],
    ["999999999.999999", 999_999_999_999_999n],
  ])("%s is %s ppm", (text, ppm) => expect(parseMultiple(text)).toBe(ppm));

  it.each([
    ...["", "1.", ".2", "1.1234567", "-1", "+1", "1x", "x1"],
    ...[" 1", "1 ", "1\n", "1%", "1234567890", "1e3", "1,2"],
    ...["a", "1.a", "1.2.3", "1x2", ...NO_TEXT],
  ])("%j is none", (text) => expect(parseMultiple(text)).toBeNull());
});

describe("parsePoints", () => {
  it.each([
    ["0", 0n],
    ["0.00000001", 1n],
    ["78.4", 7_840_000_000n],
    ["1.12345678", 112_345_678n],
    ["5", 500_000_000n],
    [`${"9".repeat(30)}.99999999`, 10n ** 38n - 1n],
  ])("%s is %s grains", (text, grains) => expect(parsePoints(text)).toBe(grains));

  it.each([
    ...["", "1.", ".2", "1.123456789", "-1", "+1", "1x"],
    ...["x1", " 1", "1 ", "1\n", "all", "9".repeat(31), "1e3"],
    ...["1.a", "1.2.3", "1x2", ...NO_TEXT],
  ])("%j is none", (text) => expect(parsePoints(text)).toBeNull());
});

describe("what is shown", () => {
  it.each([
    [0n, "0.00000000"],
    [1n, "0.00000001"],
    [99_999_999n, "0.99999999"],
    [100_000_000n, "1.00000000"],
    [7_840_000_000n, "78.40000000"],
    [12_345_678_901_234n, "123456.78901234"],
  ])("%s grains are %s points", (grains, text) => {
    expect(showPoints(grains)).toBe(text);
    expect(parsePoints(text)).toBe(grains);
  });

  it.each([
    // RULES section 8: 10/7, 200/119 and 2000/1071 yuan, rounded down.
    [{ cash: 16_000n, points: 112n * POINT }, "1.42857142"],
    [{ cash: 32_000n, points: 1_904n * (POINT / 10n) }, "1.68067226"],
    [{ cash: 48_000n, points: 25_704n * (POINT / 100n) }, "1.86741363"],
    [{ cash: 100n, points: POINT }, "1.00000000"],
    [{ cash: 1n, points: POINT }, "0.01000000"],
    [{ cash: 0n, points: POINT }, "0.00000000"],
    [{ cash: 1n, points: 10n ** 17n }, "0.00000000"],
    [{ cash: 1n, points: 10n ** 14n }, "0.00000001"],
  ])("price %o is %s yuan", (price, text) => expect(showPrice(price)).toBe(text));

  it.each([
    [0n, "0%"],
    [1n, "0.0001%"],
    [500n, "0.05%"],
    [10_000n, "1%"],
    [10_100n, "1.01%"],
    [100_000n, "10%"],
    [123_450n, "12.345%"],
    [1_000_000n, "100%"],
    [1_001_000n, "100.1%"],
  ])("%s ppm are %s", (ppm, text) => {
    expect(showPercent(ppm)).toBe(text);
    expect(parsePercent(text)).toBe(ppm);
  });

  it.each([
    [0n, "0"],
    [1n, "0.000001"],
    [1_200_000n, "1.2"],
    [1_020_000n, "1.02"],
    [2_000_000n, "2"],
    [10_000_000n, "10"],
    [10_000_100n, "10.0001"],
  ])("%s ppm are the multiple %s", (ppm, text) => {
    expect(showMultiple(ppm)).toBe(text);
    expect(parseMultiple(text)).toBe(ppm);
  });
});
