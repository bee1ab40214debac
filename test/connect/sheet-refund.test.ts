/** Refunds: how they are said, to which purchase they are tied, and when they happened. */
import { describe, expect, test } from "vitest";
import { readSheet, type SheetResult, sortRows } from "#connect/sheet";
import { utf8 } from "./sheet/bytes.ts";

const read = async (...lines: string[]) => await readSheet(utf8(`${lines.join("\n")}\n`));
/** `line kind amount of original@line` */
const shown = (sheet: SheetResult) =>
  sheet.rows.map((row) =>
    row.kind === "purchase"
      ? `${row.line} purchase ${row.amount_fen}`
      : `${row.line} refund ${row.amount_fen} of ${row.original}@${row.originalLine}`,
  );
const codes = (sheet: SheetResult) => sheet.bad.map(({ line, code }) => `${line} ${code}`);

describe("one row, by its status, type, amount and refunded amount", () => {
  // Every combination that means something, beside its meaning: P purchase, R refund row, the number what is refunded.
  const TABLE: readonly (readonly [
    status: string,
    type: string,
    amount: string,
    back: string,
    means: string,
  ])[] = [
    ["已完成", "消费", "10", "", "P"],
    ["已完成", "消费", "10", "0.00", "P"],
    ["已完成", "消费", "10", "4", "P400"],
    ["已完成", "消费", "10", "10", "P1000"],
    ["已完成", "消费", "10", "11", "refund_figures_differ"],
    ["已退款", "消费", "10", "", "P1000"],
    ["已退款", "消费", "10", "4", "P400"],
    ["已退款", "消费", "10", "10", "P1000"],
    ["已退款", "消费", "10", "0", "refund_figures_differ"],
    ["全额退款", "消费", "10", "", "P1000"],
    ["全额退款", "消费", "10", "10", "P1000"],
    ["全额退款", "消费", "10", "4", "refund_figures_differ"],
    ["部分退款", "消费", "10", "4", "P400"],
    ["部分退款", "消费", "10", "10", "refund_figures_differ"],
    ["部分退款", "消费", "10", "", "partial_refund_unknown"],
    ["已取消", "消费", "10", "", "not_paid"],
    ["已完成", "退款", "10", "", "R"],
    ["已退款", "退款", "-10", "", "R"],
    ["已退款", "退款", "-10", "10", "R"],
    ["已退款", "退款", "-10", "9", "refund_figures_differ"],
    ["已退款", "退款", "0", "10", "R"],
    ["已完成", "退款", "0", "10", "R"],
    ["已完成", "消费", "0", "10", "amount_must_be_positive"],
    ["已退款", "退款", "0", "0", "amount_must_be_positive"],
    ["已完成", "消费", "-10", "", "sign_contradicts_type"],
  ];

  test.each(TABLE)("%s %s %s, refunded %s: %s", async (status, type, amount, back, means) => {
    // X is the purchase that a refund row can be of; the row under test is line 3 and, if a purchase, has its own id.
    const own = means === "R" ? "X" : "Y";
    const sheet = await read(
      "订单号,会员,金额,状态,类型,退款金额",
      "X,甲,10,已完成,消费,",
      `${own},甲,${amount},${status},${type},${back}`,
    );
    const rest = sheet.rows.filter((row) => row.line === 3);
    const got =
      sheet.bad[0]?.code ??
      rest
        .map((row) => (row.kind === "purchase" ? "P" : row.original === "X" ? "R" : row.amount_fen))
        .join("");
    expect(got).toBe(means);
    expect(sheet.rows.length + sheet.bad.length).toBeGreaterThan(1);
  });
});

describe("a status and rows of their own do not count twice", () => {
  const HEAD = "订单号,会员,金额,时间,状态,原订单号,退款金额,退款单号";
  const BUY = "X,甲,10,2024-03-01";

  test("a negative row with the order's id takes the place of its status", async () => {
    const sheet = await read(HEAD, `${BUY},已退款,,,`, "X,甲,-10,2024-03-05,已退款,,,");
    expect(shown(sheet)).toEqual(["2 purchase 1000", "3 refund 1000 of X@2"]);
    expect(sheet.rows[1]?.at).toBe("2024-03-05T00:00:00+08:00");
  });

  test("also where it stands above, and where it names the order as its original", async () => {
    const above = await read(HEAD, "R1,甲,-10,2024-03-05,已退款,X,,", `${BUY},已退款,,,`);
    expect(shown(above)).toEqual(["2 refund 1000 of X@3", "3 purchase 1000"]);
    expect(above.rows[0]?.id).toBe("R1");
  });

  test("part of it: the rows say how much", async () => {
    const sheet = await read(
      HEAD,
      `${BUY},已退款,,,`,
      "X,甲,-3,2024-03-05,已退款,,,",
      "X,甲,-2,2024-03-06,已退款,,,",
    );
    expect(shown(sheet)).toEqual(["2 purchase 1000", "3 refund 300 of X@2", "4 refund 200 of X@2"]);
    const figures = await read(
      HEAD,
      `${BUY},部分退款,,5,`,
      "X,甲,-3,2024-03-05,已退款,,,",
      "X,甲,-2,2024-03-06,已退款,,,",
    );
    expect(shown(figures)).toEqual(shown(sheet));
  });

  test("all of it, and the rows do not add up: neither is believed", async () => {
    const sheet = await read(HEAD, `${BUY},全额退款,,,`, "X,甲,-3,2024-03-05,已退款,,,");
    expect(codes(sheet)).toEqual(["2 refund_figures_differ", "3 original_not_read"]);
    expect(sheet.rows).toEqual([]);
  });

  test("two equal refunds count twice only where something tells them apart", async () => {
    const same = await read(
      HEAD,
      `${BUY},已完成,,,`,
      "X,甲,-3,2024-03-05,已退款,,,",
      "X,甲,-3,2024-03-05,已退款,,,",
    );
    expect(codes(same)).toEqual(["4 duplicate_row"]);
    // A refund's number and an order's are not of one kind: they may be alike.
    const numbered = await read(
      HEAD,
      `${BUY},已完成,,,`,
      "X,甲,-3,2024-03-05,已退款,,,T1",
      "X,甲,-3,2024-03-05,已退款,,,X",
      "X,甲,-3,2024-03-05,已退款,,,X",
      "X,甲,-4,2024-03-05,已退款,,,X",
    );
    expect(shown(numbered)).toEqual(["2 purchase 1000", "3 refund 300 of X@2", "4 refund 300 of X@2"]);
    expect(codes(numbered)).toEqual(["5 duplicate_row", "6 id_conflict"]);
    expect(numbered.bad[0]?.column).toBe("退款单号");
  });
});

describe("when a refund happened", () => {
  test("a status without a time of its own: with the purchase, and a note", async () => {
    const sheet = await read(
      "会员,金额,时间,状态",
      "甲,10,2024-03-01 12:00,已退款",
      "乙,5,2024-03-02,已完成",
    );
    expect(sheet.rows.map((row) => [row.kind, row.at, row.original, row.originalLine])).toEqual([
      ["purchase", "2024-03-01T12:00:00+08:00", null, null],
      ["refund", "2024-03-01T12:00:00+08:00", null, 2],
      ["purchase", "2024-03-02T00:00:00+08:00", null, null],
    ]);
    expect(sheet.notes.map(({ code, count, line }) => [code, count, line])).toEqual([
      ["refund_time_unknown", 1, 2],
    ]);
  });

  test("a column of refund times", async () => {
    const sheet = await read("会员,金额,时间,状态,退款时间", "甲,10,2024-03-01,已退款,2024-03-04 08:00");
    expect(sheet.rows.map((row) => row.at)).toEqual([
      "2024-03-01T00:00:00+08:00",
      "2024-03-04T08:00:00+08:00",
    ]);
    expect(sheet.notes).toEqual([]);
  });

  test("a refund row takes the refund's time, and needs no other", async () => {
    const sheet = await read(
      "订单号,会员,金额,时间,退款时间",
      "A,甲,10,2024-03-01,",
      "A,甲,-4,2024-03-01,2024-03-05",
      "A,甲,-3,,2024-03-06",
    );
    expect(codes(sheet)).toEqual([]);
    expect(sheet.rows.map((row) => row.at?.slice(0, 10))).toEqual(["2024-03-01", "2024-03-05", "2024-03-06"]);
  });

  test("newest first, to the day: the refund comes after its purchase all the same", async () => {
    const sheet = await read(
      "订单号,会员,金额,日期",
      "C,丙,1,20240302",
      "A,甲,-10,20240301",
      "B,乙,2,20240301",
      "A,甲,10,20240301",
      "D,丁,3,20240301",
    );
    const order = sortRows(sheet.rows).map((row) => `${row.line}${row.kind[0]}`);
    expect(order).toEqual(["4p", "5p", "3r", "6p", "2p"]);
  });

  test("without times, a refund above its purchase is before it", async () => {
    const sheet = await read("订单号,会员,金额", "A,甲,-10", "A,甲,10");
    expect(codes(sheet)).toEqual(["2 refund_before_purchase"]);
  });
});

describe("members and what is said of them", () => {
  test("a sponsor is said once, by any row, and repeated at will", async () => {
    const sheet = await read(
      "会员,金额,推荐人,时间",
      "甲,1,,2024-03-01",
      "甲,1,乙,2024-03-02",
      "甲,1,乙,2024-03-03",
      "乙,1,-,2024-03-01",
      "丙,1,0,2024-03-01",
      "丁,1,甲,2024-03-01",
    );
    expect(codes(sheet)).toEqual([]);
    expect(sheet.rows.map((row) => row.sponsor)).toEqual([null, "乙", "乙", null, null, "甲"]);
  });

  test("a row that contradicts takes its refunds with it, and only those", async () => {
    const sheet = await read(
      "订单号,会员,金额,推荐人,时间",
      "A,甲,1,乙,2024-03-01",
      "B,甲,2,丙,2024-03-02",
      "B,甲,-2,,2024-03-03",
      "A,甲,-1,,2024-03-03",
    );
    expect(codes(sheet)).toEqual(["3 sponsor_conflict", "4 original_not_read"]);
    expect(sheet.bad.map((row) => row.reason.zh)).toEqual([
      "此会员在第 2 行另有推荐人",
      "所退的消费（第 3 行）未读入",
    ]);
    expect(shown(sheet)).toEqual(["2 purchase 100", "5 refund 100 of A@2"]);
  });

  test("a refund of an order that was refused twice names the first of its rows", async () => {
    const sheet = await read("订单号,会员,金额", "A,甲,1e3", "A,甲,1e4", "A,甲,-5");
    expect(sheet.bad.at(-1)?.reason.en).toContain("line 2");
  });

  test("a chain of 50,000 sponsors is no circle, and closing it is one", async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `m${i},1,m${i + 1}`);
    const open = await read("会员,金额,推荐人", ...lines);
    expect(open.bad).toEqual([]);
    const closed = await read("会员,金额,推荐人", ...lines, "m50000,1,m0");
    expect(codes(closed)).toEqual(["50002 sponsor_cycle"]);
  });
});

test("rows are sorted by time, then by line, and stably", async () => {
  const sheet = await read(
    "会员,金额,时间",
    "甲,1,2024-03-02T00:00:00+08:00",
    "乙,1,2024-03-01T20:00:00+00:00",
    "丙,1,2024-03-01T12:00:00+08:00",
    "丁,1,2024-03-02T00:00:00+08:00",
    "戊,1,2024-03-01T16:00:00.000001Z",
  );
  const sorted = sortRows(sheet.rows);
  expect(sorted.map((row) => row.member).join("")).toBe("丙甲丁戊乙");
  expect(sheet.rows.map((row) => row.member).join("")).toBe("甲乙丙丁戊");
});
