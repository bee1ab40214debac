import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { count, decimal, percent, percentUp, ppmOf, yuan } from "../../src/sim/report/format.ts";
import { writeTables } from "../../src/sim/report/index.ts";
import { buys, orders, planOf, play, preset, textOf } from "./replayed.ts";

const filesOf = (findings: Parameters<typeof writeTables>[0]) =>
  new Map(writeTables(findings).map(({ name, content }) => [name, content]));
const text = (content: Iterable<string> | undefined) => [...(content ?? [])].join("");
const rowsOf = (content: Iterable<string> | undefined): string[][] => parse(text(content), { bom: true });

describe("tables for a spreadsheet", () => {
  const { findings } = play(
    planOf(JSON.parse(textOf("test/cases/product-2.plan.json"))),
    textOf("test/cases/product-2.orders.jsonl").split("\n"),
  );
  const files = filesOf(findings);

  test("every member, store, exit and sample has its row, and every field its column", () => {
    expect([...files.keys()]).toEqual([
      "members.csv",
      "stores.csv",
      "exits.csv",
      "series.csv",
      "findings.json",
    ]);
    const names = (file: string) => rowsOf(files.get(file))[0]?.map((head) => head.split(" ").at(-1));
    expect(names("members.csv")).toEqual(Object.keys(findings.member_rows));
    expect(names("stores.csv")).toEqual(Object.keys(findings.store_rows));
    expect(names("exits.csv")).toEqual(Object.keys(findings.exits[0] ?? {}));
    expect(names("series.csv")).toEqual(Object.keys(findings.series[0] ?? {}));
    expect(rowsOf(files.get("members.csv"))).toHaveLength(findings.members + 1);
    expect(rowsOf(files.get("exits.csv"))).toHaveLength(findings.exits.length + 1);
    expect(rowsOf(files.get("series.csv"))).toHaveLength(findings.series.length + 1);
  });

  test("cells are the figures, nothing for null", () => {
    const [head, ...rows] = rowsOf(files.get("members.csv"));
    const sponsor = head?.findIndex((name) => name.endsWith(" sponsor")) ?? -1;
    expect(rows.map((row) => row[sponsor])).toEqual(findings.member_rows.sponsor.map((id) => id ?? ""));
    const got = head?.findIndex((name) => name.endsWith(" got_fen")) ?? -1;
    expect(rows.map((row) => Number(row[got]))).toEqual(findings.member_rows.got_fen);
  });

  test("a byte order mark for Excel, lines as RFC 4180 has them", () => {
    for (const [name, content] of files) {
      if (name === "findings.json") continue;
      const all = text(content);
      expect(all.startsWith("\uFEFF")).toBe(true);
      expect(all.split("\r\n").at(-1)).toBe("");
      expect(all.replaceAll("\r\n", "")).not.toContain("\n");
    }
  });

  test("findings.json is the findings, and can be walked twice", () => {
    const content = files.get("findings.json");
    expect(JSON.parse(text(content))).toEqual(findings);
    expect(text(content)).toBe(text(content));
  });
});

test("text that a spreadsheet would run as a formula stays text; figures below zero stay figures", () => {
  const names = ["=1+1", "+86", "-x", "@a", "\t=1", " =1", "＝1", 'a"b', "c,d", "e\nf", "平常"];
  const { findings } = play(
    preset("local-life"),
    orders([
      ...names.map((name) => buys(name, 100)),
      { kind: "redeem", member: "=1+1", points: "all" },
      { kind: "refund", purchase: "o1", amount_fen: 10_000 },
    ]),
  );
  const changed = { ...findings, store_rows: { ...findings.store_rows, payable_fen: [-250] } };
  const files = filesOf(changed);
  const ids = rowsOf(files.get("members.csv")).map(([id]) => id);
  expect(ids.slice(2)).toEqual([
    "'=1+1",
    "'+86",
    "'-x",
    "'@a",
    "'\t=1",
    "' =1",
    "'＝1",
    'a"b',
    "c,d",
    "e\nf",
    "平常",
  ]);
  expect(rowsOf(files.get("stores.csv"))[1]?.at(-1)).toBe("-250");
});

describe("figures for the eye", () => {
  test("money to the fen", () => {
    expect([0, 5, 12, 100, 123_456_789, -1_234, -7, 9_007_199_254_740_991].map(yuan)).toEqual([
      "0.00",
      "0.05",
      "0.12",
      "1.00",
      "1,234,567.89",
      "−12.34",
      "−0.07",
      "90,071,992,547,409.91",
    ]);
  });

  test("shares, towards zero; more places where two would only say nothing", () => {
    expect([null, 0, 1, 99, 100, 123_456, 999_999, 1_000_000, 12_345_678, -5_055].map(percent)).toEqual([
      "–",
      "0.00%",
      "0.0001%",
      "0.0099%",
      "0.01%",
      "12.34%",
      "99.99%",
      "100.00%",
      "1,234.56%",
      "−0.50%",
    ]);
    expect([null, 0, 1, 123_401, 960_000].map(percentUp)).toEqual([
      "–",
      "0.00%",
      "0.01%",
      "12.35%",
      "96.00%",
    ]);
    expect([ppmOf(1, 3), ppmOf(-1, 3), ppmOf(1, 0), ppmOf(9_007_199_254_740_991, 1_000_000)]).toEqual([
      333_333,
      -333_333,
      null,
      9_007_199_254_740_991,
    ]);
  });

  test("counts and decimals", () => {
    expect([0, 999, 1_000, -1_234_567].map(count)).toEqual(["0", "999", "1,000", "−1,234,567"]);
    expect(decimal("1234.56789012", 4)).toBe("1,234.5678");
    expect(decimal("1234.56789012", 0)).toBe("1,234");
  });
});
