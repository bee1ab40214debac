import { describe, expect, it } from "vitest";
import { parseInstant, parseSpan, showInstant } from "#engine";

const SECOND = 1_000_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const two = (n: number) => String(n).padStart(2, "0");
/** The language's own calendar, which the engine may not use, as the judge. */
const judged = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) * 1_000;

describe("parseInstant", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0],
    ["1970-01-01T00:00Z", 0],
    ["1970-01-01T00:00:01Z", SECOND],
    ["1970-01-01T00:01Z", 60 * SECOND],
    ["1970-01-01T01:00Z", HOUR],
    ["1970-01-02T00:00Z", DAY],
    ["1969-12-31T23:59:59.999999Z", -1],
    ["1970-01-01T00:00:00.1Z", 100_000],
    ["1970-01-01T00:00:00.12Z", 120_000],
    ["1970-01-01T00:00:00.000001Z", 1],
    ["1970-01-01T08:00:00+08:00", 0],
    ["1970-01-01T08:00+0800", 0],
    ["1969-12-31T18:30:00-05:30", 0],
    ["1970-01-01T00:00:00-00:00", 0],
    ["1970-01-01T23:59:59+23:59", 59 * SECOND],
    ["1970-01-01T00:00:00-23:59", 23 * HOUR + 59 * 60 * SECOND],
    ["1970-01-01T12:34:56.789Z", 12 * HOUR + 34 * 60 * SECOND + 56 * SECOND + 789_000],
    ["1900-01-01T00:00:00Z", judged(1900, 1, 1)],
    ["2200-12-31T00:00:00Z", judged(2200, 12, 31)],
    ["1900-02-28T00:00Z", judged(1900, 2, 28)],
    ["2000-02-29T00:00Z", judged(2000, 2, 29)],
    ["2024-02-29T00:00Z", judged(2024, 2, 29)],
    ["2026-12-01T00:00Z", judged(2026, 12, 1)],
    ["2026-01-31T00:00Z", judged(2026, 1, 31)],
  ])("%s is %s", (text, instant) => expect(parseInstant(text)).toBe(instant));

  it("agrees with another calendar on the first and last day of every month of three centuries", () => {
    const wrong: string[] = [];
    for (let year = 1900; year <= 2200; year++) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        for (const day of [1, last]) {
          const date = `${year}-${two(month)}-${two(day)}`;
          const expected = judged(year, month, day);
          if (parseInstant(`${date}T00:00:00Z`) !== expected) wrong.push(`parse ${date}`);
          if (showInstant(expected, "Z") !== `${date}T00:00:00Z`) wrong.push(`show ${date}`);
        }
        const after = `${year}-${two(month)}-${two(last + 1)}T00:00:00Z`;
        if (parseInstant(after) !== null) wrong.push(`exists ${after}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ...["1899-12-31T23:59:59Z", "2201-01-01T00:00:00Z", "2026-00-01T00:00Z", "2026-13-01T00:00Z"],
    ...["2026-01-00T00:00Z", "2026-01-32T00:00Z", "2026-04-31T00:00Z"],
    ...["2023-02-29T00:00Z", "1900-02-29T00:00Z"],
    ...["2100-02-29T00:00Z", "2200-02-29T00:00Z", "2026-01-01T24:00Z", "2026-01-01T00:60Z"],
    ...["2026-01-01T00:00:60Z", "2026-01-01T00:00+24:00", "2026-01-01T00:00+00:60"],
    // No offset, or half of one: refused rather than guessed.
    ...["2026-01-01T00:00:00", "2026-01-01T00:00", "2026-01-01T00:00+08"],
    ...["2026-01-01T00:00+8:00", "2026-01-01"],
    ...["2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567Z", "2026-01-01T00:00.5Z", "2026-01-01T0:00Z"],
    ...["2026-1-01T00:00Z", "2026-01-1T00:00Z", "26-01-01T00:00Z", "12026-01-01T00:00Z", "2026-01-01 00:00Z"],
    ...["2026-01-01t00:00z", " 2026-01-01T00:00Z", "2026-01-01T00:00Z ", "2026-01-01T00:00Z\n", "x", ""],
    ...["2026-01-01T00:00:0Z", "2026-01-01T00:0Z", "2026-01-01T00:00 08:00", "2026-01-01T00:00+08:0"],
    ...["abcd-01-01T00:00Z", "2026-ab-01T00:00Z", "2026-01-abT00:00Z"],
    ...["2026-01-01Tab:00Z", "2026-01-01T00:abZ"],
    ...["2026-01-01T00:00:abZ", "2026-01-01T00:00:00.aZ", "2026-01-01T00:00+ab:00", "2026-01-01T00:00+00:ab"],
    ...["2026-01-01T00:00ZZ", "2026-01-01T00:00+08::00"],
    ...[undefined, null, 0, 20_260_101, {}, ["2026-01-01T00:00Z"]],
  ])("%j is none", (text) => expect(parseInstant(text)).toBeNull());

  it("takes the last hour, minute and second", () => {
    expect(parseInstant("2026-01-01T23:59:59Z")).toBe(judged(2026, 1, 2) - SECOND);
    expect(parseInstant("2026-01-01T00:00:00+00:59")).toBe(judged(2026, 1, 1) - 59 * 60 * SECOND);
  });
});

describe("showInstant", () => {
  it.each([
    [0, "2026-01-01T00:00Z", "1970-01-01T00:00:00Z"],
    [0, "x+08:00", "1970-01-01T08:00:00+08:00"],
    [0, "x+0800", "1970-01-01T08:00:00+0800"],
    [0, "x-05:30", "1969-12-31T18:30:00-05:30"],
    [0, "x-0530", "1969-12-31T18:30:00-0530"],
    [0, "x+00:01", "1970-01-01T00:01:00+00:01"],
    [0, "no offset", "1970-01-01T00:00:00Z"],
    [0, "+08:00 earlier", "1970-01-01T00:00:00Z"],
    [0, "x+8:00", "1970-01-01T00:00:00Z"],
    [-1, "Z", "1969-12-31T23:59:59.999999Z"],
    [1, "Z", "1970-01-01T00:00:00.000001Z"],
    [500_000, "Z", "1970-01-01T00:00:00.5Z"],
    [120_000, "Z", "1970-01-01T00:00:00.12Z"],
    [-DAY, "Z", "1969-12-31T00:00:00Z"],
    [DAY - 1, "Z", "1970-01-01T23:59:59.999999Z"],
    [23 * HOUR, "+01:00", "1970-01-02T00:00:00+01:00"],
    [59 * SECOND, "Z", "1970-01-01T00:00:59Z"],
    [60 * SECOND, "Z", "1970-01-01T00:01:00Z"],
    [3_599 * SECOND, "Z", "1970-01-01T00:59:59Z"],
    [HOUR, "Z", "1970-01-01T01:00:00Z"],
    [judged(2000, 2, 29), "Z", "2000-02-29T00:00:00Z"],
    [judged(2100, 3, 1) - DAY, "Z", "2100-02-28T00:00:00Z"],
    [judged(2000, 1, 1) - SECOND, "Z", "1999-12-31T23:59:59Z"],
    [judged(2400, 2, 29), "Z", "2400-02-29T00:00:00Z"],
  ])("%s like %j is %s", (instant, like, text) => expect(showInstant(instant, like)).toBe(text));

  it("writes what parseInstant reads, in the notation it came in", () => {
    for (const text of [
      "2026-02-28T23:59:59.000001+08:00",
      "1900-01-01T00:00:00-1130",
      "2200-12-31T12:00:00Z",
    ]) {
      expect(showInstant(parseInstant(text) as number, text)).toBe(text);
    }
  });
});

describe("parseSpan", () => {
  it.each([
    ["P7D", 7 * DAY],
    ["P1W", 7 * DAY],
    ["P2W3D", 17 * DAY],
    ["P0D", 0],
    ["PT12H", 12 * HOUR],
    ["PT5M", 300 * SECOND],
    ["PT9S", 9 * SECOND],
    ["PT1H2M3S", 3_723 * SECOND],
    ["P1DT1S", DAY + SECOND],
    ["P1W1DT1H1M1S", 8 * DAY + 3_661 * SECOND],
    ["P2608W", 18_256 * DAY],
    ["P18262D", 18_262 * DAY],
    ["PT99999H", 99_999 * HOUR],
    ["PT999999M", 999_999 * 60 * SECOND],
    ["PT9999999S", 9_999_999 * SECOND],
  ])("%s is %s", (text, span) => expect(parseSpan(text)).toBe(span));

  it.each([
    ...["", "P", "PT", "P1DT", "P1M", "P1Y", "1D", "7D"],
    ...["P-1D", "+P1D", "-P1D", "P1.5D", "PT1.5S", "P D", "p7d"],
    ...["P1D1W", "PT1S1M", "PT1M1H", "P1H", "PT1D", "P10000W", "P100000D", "PT100000H", "PT1000000M"],
    ...["PT10000000S", "P7D ", " P7D", "P7D\n", "xP7D", "P7Dx", "PW"],
    ...["PD", "PTH", "PTM", "PTS", "PaD", "PaW"],
    // Longer than fifty years.
    ...["P18262DT1S", "P18263D", "P2609W", "P2608W7D"],
    ...["PTaH", "PTaM", "PTaS", "P1D1H", "P7", "T1H", undefined, null, 7, 0, {}, ["P7D"]],
  ])("%j is none", (text) => expect(parseSpan(text)).toBeNull());
});
