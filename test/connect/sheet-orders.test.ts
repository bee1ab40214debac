/** Rows to orders: joins and openings in time, ids that cannot meet, and the CDNOW files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import {
  fnv1a,
  type OrderOptions,
  readSheet,
  type SheetOptions,
  type SheetOrder,
  sortRows,
  toOrders,
} from "#connect/sheet";
import { Replay, readPlan } from "#engine";
import { utf8 } from "./sheet/bytes.ts";

const examples = join(import.meta.dirname, "../../examples");

async function orders(text: string, options?: OrderOptions, reading?: SheetOptions) {
  const sheet = await readSheet(utf8(text), reading);
  expect(sheet.bad).toEqual([]);
  const made = toOrders(sortRows(sheet.rows), options);
  return { list: [...made.orders], again: [...made.orders], notes: made.notes };
}
const ids = (list: readonly SheetOrder[]) => list.map((order) => order.id);

/** What RULES section 7 asks of a stream of orders, checked by itself: everything is used after it exists. */
function check(list: readonly SheetOrder[]): void {
  const members = new Set<string>();
  const merchants = new Set<string>();
  const purchases = new Map<string, number>();
  const seen = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  for (const order of list) {
    expect(seen.has(order.id), order.id).toBe(false);
    seen.add(order.id);
    if (order.at !== undefined) {
      expect(Date.parse(order.at)).toBeGreaterThanOrEqual(last);
      last = Date.parse(order.at);
    }
    if (order.kind === "join") {
      expect(members.has(order.member)).toBe(false);
      if (order.sponsor !== null) expect(members.has(order.sponsor)).toBe(true);
      members.add(order.member);
    } else if (order.kind === "open_store") {
      expect([merchants.has(order.merchant), members.has(order.owner)]).toEqual([false, true]);
      expect(order.region).toMatch(/^\d{6}$/);
      merchants.add(order.merchant);
    } else if (order.kind === "purchase") {
      expect([members.has(order.member), merchants.has(order.merchant)]).toEqual([true, true]);
      expect(Number.isSafeInteger(order.amount_fen) && order.amount_fen > 0).toBe(true);
      purchases.set(order.id, order.amount_fen);
    } else {
      const left = (purchases.get(order.purchase) ?? -1) - order.amount_fen;
      expect(left).toBeGreaterThanOrEqual(0);
      purchases.set(order.purchase, left);
    }
  }
}

describe("orders", () => {
  test("a store is opened and a member joined before the first use, sponsors above first", async () => {
    const { list, again, notes } = await orders(
      "订单号,会员,门店,金额,时间,推荐人\nB,甲,店,20.00,2024-03-02,乙\nA,丙,店,10.50,2024-03-01,甲\nB,甲,店,-5,2024-03-03,\n",
    );
    expect(list).toEqual([
      {
        id: "join:owner:店",
        kind: "join",
        member: "owner:店",
        sponsor: null,
        at: "2024-03-01T00:00:00+08:00",
      },
      {
        id: "open:店",
        kind: "open_store",
        merchant: "店",
        owner: "owner:店",
        region: "110101",
        at: "2024-03-01T00:00:00+08:00",
      },
      { id: "join:乙", kind: "join", member: "乙", sponsor: null, at: "2024-03-01T00:00:00+08:00" },
      { id: "join:甲", kind: "join", member: "甲", sponsor: "乙", at: "2024-03-01T00:00:00+08:00" },
      { id: "join:丙", kind: "join", member: "丙", sponsor: "甲", at: "2024-03-01T00:00:00+08:00" },
      {
        id: "order:A",
        kind: "purchase",
        member: "丙",
        merchant: "店",
        amount_fen: 1050,
        at: "2024-03-01T00:00:00+08:00",
      },
      {
        id: "order:B",
        kind: "purchase",
        member: "甲",
        merchant: "店",
        amount_fen: 2000,
        at: "2024-03-02T00:00:00+08:00",
      },
      {
        id: "refund:4",
        kind: "refund",
        purchase: "order:B",
        amount_fen: 500,
        at: "2024-03-03T00:00:00+08:00",
      },
    ]);
    expect(again).toEqual(list);
    expect(notes.map((note) => note.code)).toEqual(["store_region_assumed"]);
    check(list);
  });

  test("ids of the file cannot meet ids that are made up, whatever they look like", async () => {
    const { list } = await orders(
      [
        "订单号,会员,门店,金额,状态",
        "line:4,join:甲,open:店,1,已完成",
        "refund:2,甲,店,1,已退款",
        ",order:refund:2,order:店,1,已退款",
        "join:甲,owner,refund:4,1,已完成",
        "open:店,line:4,line:4,1,已退款",
      ].join("\n"),
    );
    expect(new Set(ids(list)).size).toBe(list.length);
    check(list);
    const refunds = list.flatMap((order) =>
      order.kind === "refund" ? [`${order.id} ${order.purchase}`] : [],
    );
    expect(refunds).toEqual(["refund:3 order:refund:2", "refund:4 line:4", "refund:6 order:open:店"]);
  });

  test("costs open a store for goods; division codes are its own", async () => {
    const text = "会员,门店,金额,成本,区划代码\n甲,店,10,3,440305\n乙,店,10,,\n丙,坊,10,,\n";
    const { list, notes } = await orders(text);
    expect(
      list.flatMap((order) =>
        order.kind === "open_store" ? [[order.merchant, order.region, order.goods]] : [],
      ),
    ).toEqual([
      ["店", "440305", true],
      ["坊", "110101", undefined],
    ]);
    expect(list.flatMap((order) => (order.kind === "purchase" ? [order.cost_fen] : []))).toEqual([
      300,
      undefined,
      undefined,
    ]);
    expect(notes.map(({ code, count }) => [code, count])).toEqual([
      ["store_region_assumed", 1],
      ["goods_by_cost", 1],
    ]);
    const plain = await orders(text, { goods: false, region: "320500" });
    expect(JSON.stringify(plain.list)).not.toContain("cost_fen");
    expect(JSON.stringify(plain.list)).toContain('"320500"');
  });

  test("without a store column members are spread by a stable hash", async () => {
    const text = `会员,金额\n${Array.from({ length: 300 }, (_, i) => `m${i},1\nm${i},2`).join("\n")}\n`;
    const { list, notes } = await orders(text, { stores: 7 });
    check(list);
    const where = new Map<string, Set<string>>();
    for (const order of list)
      if (order.kind === "purchase")
        where.set(order.member, (where.get(order.member) ?? new Set()).add(order.merchant));
    expect([...where.values()].every((stores) => stores.size === 1)).toBe(true);
    expect(list.filter((order) => order.kind === "open_store")).toHaveLength(7);
    expect(where.get("m0")).toEqual(new Set([`store-${(fnv1a("m0") % 7) + 1}`]));
    expect(notes.map((note) => note.code)).toEqual(["stores_assigned", "store_region_assumed"]);
    expect(() => toOrders([], { stores: 0 })).toThrow(RangeError);
  });

  test("FNV-1a, by the vectors of its authors", () => {
    expect(["", "a", "foobar"].map(fnv1a)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });
});

describe("CDNOW", () => {
  const MASTER =
    " customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  5   77.00\r\n";

  test("the master file has a header and four columns", async () => {
    const sheet = await readSheet(utf8(MASTER), { format: "cdnow", merchant: "CDNOW" });
    expect(
      sheet.rows.map(({ line, member, merchant, amount_fen, at }) => [
        line,
        member,
        merchant,
        amount_fen,
        at,
      ]),
    ).toEqual([
      [2, "00001", "CDNOW", 1177n, "1997-01-01T00:00:00+08:00"],
      [3, "00002", "CDNOW", 7700n, "1997-01-12T00:00:00+08:00"],
    ]);
    expect([sheet.records, sheet.skipped, sheet.delimiter]).toEqual([2, 1, " "]);
  });

  test.each([
    [" 00001 19970230  1   11.77", "date", "time_impossible"],
    [" 00001 19970101  1   0.00", "dollar_value", "amount_must_be_positive"],
    [" 00001 19970101  1   -5.00", "dollar_value", "refund_without_original"],
    [" 00001 19970101  1   1e3", "dollar_value", "amount_scientific"],
    [" 00001 19970101  1   NaN", "dollar_value", "amount_malformed"],
    [" 00001 19970101  x   1.00", null, "cdnow_malformed"],
    [" 00001 19970101  1", null, "cdnow_malformed"],
    [" 00001 1997", null, "cdnow_malformed"],
  ])("%j: %s %s", async (line, column, code) => {
    const sheet = await readSheet(utf8(`${MASTER}${line}`), { format: "cdnow" });
    expect(sheet.bad.map((row) => [row.line, row.column, row.code])).toEqual([[4, column, code]]);
    expect(sheet.records).toBe(3);
  });

  test("the sample that travels with the product", async () => {
    const sheet = await readSheet(join(examples, "cdnow-sample.txt"), { format: "cdnow" });
    // Counted by other means: lines of the file, and those that end in 0.00.
    const lines = readFileSync(join(examples, "cdnow-sample.txt"), "utf8").trimEnd().split("\n");
    expect(sheet.records).toBe(6919);
    expect(lines).toHaveLength(6919);
    expect(sheet.bad.map((row) => row.line)).toEqual(
      lines.flatMap((line, i) => (/\s0\.00$/.test(line) ? [i + 1] : [])),
    );
    expect(new Set(sheet.bad.map((row) => row.code))).toEqual(new Set(["amount_must_be_positive"]));
    const total = lines.reduce(
      (sum, line) => sum + BigInt((line.split(/\s+/).at(-1) ?? "").replace(".", "")),
      0n,
    );
    expect(sheet.rows.reduce((sum, row) => sum + row.amount_fen, 0n)).toBe(total);
    const list = [...toOrders(sortRows(sheet.rows), { stores: 12 }).orders];
    check(list);
    // Eight of the 2,357 customers bought nothing but something at 0.00.
    const buyers = new Set(
      lines.flatMap((line) => (/\s0\.00$/.test(line) ? [] : [line.trim().split(/\s+/)[0]])),
    );
    expect(list.filter((order) => order.kind === "join")).toHaveLength(buyers.size + 12);
    expect(list.filter((order) => order.kind === "purchase")).toHaveLength(6911);
  });
});

describe("the engine takes the orders", () => {
  const read = readPlan(JSON.parse(readFileSync(join(examples, "../plans/local-life.json"), "utf8")));
  if ("faults" in read) throw new Error("the preset is no plan");
  const { plan } = read;

  test.each([
    ["orders-zh.csv", {}],
    ["cdnow-sample.txt", { format: "cdnow" as const }],
  ])("%s, one by one, and refuses only what is below its minimum", async (name, options) => {
    const sheet = await readSheet(join(examples, name), options);
    const replay = new Replay(plan);
    let line = 0;
    for (const order of toOrders(sortRows(sheet.rows), { stores: 5 }).orders) {
      line += 1;
      const outcome = replay.line(JSON.stringify(order), line);
      const small = order.kind === "purchase" && order.amount_fen < 100;
      expect(outcome.type, JSON.stringify(order)).toBe(small ? "refused" : "booked");
    }
  });
});

test("the Chinese example reads as its README says", async () => {
  const sheet = await readSheet(join(examples, "orders-zh.csv"));
  expect([
    sheet.records,
    sheet.rows.length,
    sheet.rows.filter((row) => row.kind === "refund").length,
  ]).toEqual([40, 39, 1]);
  expect(sheet.bad.map(({ line, column, code }) => [line, column, code])).toEqual([
    [25, "时间", "time_impossible"],
  ]);
  expect(sheet.notes).toEqual([]);
  const list = [...toOrders(sortRows(sheet.rows)).orders];
  check(list);
  expect(list.filter((order) => order.kind === "open_store")).toHaveLength(5);
});

test("70,000 rows cost a small multiple of what it takes to part their cells", async () => {
  const lines = ["订单号,会员,门店,金额,时间,推荐人,状态"];
  for (let i = 0; i < 70_000; i++)
    lines.push(
      `A${i},会员${i % 20_000},店${i % 7},"1,${100 + (i % 900)}.00",2024-03-${String(1 + (i % 28))},,已完成`,
    );
  const text = lines.join("\n");
  const bytes = utf8(text);
  const best = { cells: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY };
  for (let run = 0; run < 4; run++) {
    const began = performance.now();
    expect(parse(text)).toHaveLength(70_001);
    const parted = performance.now();
    const sheet = await readSheet(bytes);
    expect(sortRows(sheet.rows)).toHaveLength(70_000);
    best.cells = Math.min(best.cells, parted - began);
    best.all = Math.min(best.all, performance.now() - parted);
  }
  console.log(
    `70,000 rows: cells alone ${Math.round(best.cells)} ms, read and sorted ${Math.round(best.all)} ms`,
  );
  // Measured on a quiet machine: about 150 and 500 ms. A multiple, so that a busy one changes little.
  expect(best.all).toBeLessThan(10 * best.cells);
});
