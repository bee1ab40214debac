/** Every hostile row with its exact code and place, no code without a case; and the values that are taken. */
import { describe, expect, test } from "vitest";
import { BAD, readSheet, type SheetOptions, type SheetSource } from "#connect/sheet";
import { utf8 } from "./sheet/bytes.ts";
import { amount, CASES, HEAD, time } from "./sheet/cases.ts";

const read = (source: SheetSource, options?: SheetOptions) => readSheet(source, options);

describe("hostile rows", () => {
  test.each(CASES)("$what", async ({ text, bad, rows, options }) => {
    const sheet = await read(utf8(text), options);
    expect(sheet.bad.map(({ line, column, code }) => [line, column, code])).toEqual(bad);
    expect(sheet.rows).toHaveLength(rows ?? 0);
    expect(sheet.records).toBe(new Set([...sheet.rows, ...sheet.bad].map((row) => row.line)).size);
    for (const { reason, value } of sheet.bad) {
      expect(reason.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(reason.en).toMatch(/[a-z]{2} [a-z]/);
      expect(reason.zh + reason.en).not.toMatch(/[{}]|undefined/);
      expect(value.length).toBeLessThanOrEqual(81);
    }
  });

  test("no code is without a case", async () => {
    // The last character of a UTF-8 file, cut: bytes, not text.
    const cut = await read(utf8(`${HEAD}\n1,甲,5.00\n2,乙,5.00乙`).subarray(0, -1));
    expect(cut.bad.map(({ line, code }) => [line, code])).toEqual([[3, "cut_character"]]);
    expect(cut.encoding).toBe("utf-8");
    const met = new Set<string>([
      "cut_character",
      ...CASES.flatMap((one) => one.bad.map(([, , code]) => code)),
    ]);
    expect(Object.keys(BAD).filter((code) => !met.has(code))).toEqual([]);
  });
});

describe("amounts that are taken", () => {
  test.each([
    ["12.34", 1234n],
    ["¥12.34", 1234n],
    ["￥12.34", 1234n],
    ["¥ 12.34", 1234n],
    ["12.3", 1230n],
    ["12", 1200n],
    ["12.34元", 1234n],
    ["1,000.00", 100000n],
    ["12,345,678.9", 1234567890n],
    ["0.01", 1n],
    ["`100.00", 10000n],
    ["\t100.00 ", 10000n],
    ["90071992547409.91", 9007199254740991n],
  ])("%s", async (value, fen) => {
    const sheet = await read(utf8(amount(value)));
    expect(sheet.rows.map((row) => row.amount_fen)).toEqual([fen]);
    expect(sheet.bad).toEqual([]);
  });

  test("fen are whole, and may have leading zeros", async () => {
    const sheet = await read(utf8('会员,金额\n甲,000000001234\n乙,"1,234"\n'), { unit: "fen" });
    expect(sheet.rows.map((row) => row.amount_fen)).toEqual([1234n, 1234n]);
  });
});

describe("times that are taken", () => {
  test.each([
    ["2024-03-01 12:00:00", "2024-03-01T12:00:00+08:00"],
    ["2024-03-01  02:18:18", "2024-03-01T02:18:18+08:00"],
    ["2024/3/1 12:00", "2024-03-01T12:00:00+08:00"],
    ["2024/3/1 9:05", "2024-03-01T09:05:00+08:00"],
    ["2024.3.1", "2024-03-01T00:00:00+08:00"],
    ["20240301", "2024-03-01T00:00:00+08:00"],
    ["20240301123456", "2024-03-01T12:34:56+08:00"],
    ["20240301 12:34", "2024-03-01T12:34:00+08:00"],
    ["2024-02-29", "2024-02-29T00:00:00+08:00"],
    ["2000-02-29", "2000-02-29T00:00:00+08:00"],
    ["2024-03-01T12:00:00+09:00", "2024-03-01T12:00:00+09:00"],
    ["2024-03-01T12:00:00-0530", "2024-03-01T12:00:00-05:30"],
    ["2024-03-01T12:00:00.123456Z", "2024-03-01T12:00:00.123456Z"],
    ["2024年3月1日 12:00", "2024-03-01T12:00:00+08:00"],
    ["2024年03月01日", "2024-03-01T00:00:00+08:00"],
    ["2024年3月1日 8时5分", "2024-03-01T08:05:00+08:00"],
    ["2024年3月1日8时5分9秒", "2024-03-01T08:05:09+08:00"],
  ])("%s", async (value, at) => {
    const sheet = await read(utf8(time(value)));
    expect(sheet.bad).toEqual([]);
    expect(sheet.rows[0]?.at).toBe(at);
    // An independent reading of the same text: ours to the millisecond, and microseconds as its fraction.
    expect(Math.floor(sheet.rows[0]?.sortKey ?? 0)).toBe(Date.parse(at.replace(/(\.\d{3})\d+/, "$1")));
  });

  test("an offset of the caller's, where the time has none", async () => {
    const sheet = await read(utf8("会员,金额,时间\n甲,1,2024-03-01 12:00\n乙,1,2024-03-01T12:00:00Z\n"), {
      offset: "-05:30",
    });
    expect(sheet.rows.map((row) => row.at)).toEqual(["2024-03-01T12:00:00-05:30", "2024-03-01T12:00:00Z"]);
  });
});
