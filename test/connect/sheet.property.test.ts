/** Fuzz of the reader of sheets: whatever the bytes, it refuses the file or accounts for every row. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  readSheet,
  type SheetOptions,
  SheetRefusal,
  type SheetResult,
  type SheetSource,
  sortRows,
  toOrders,
} from "#connect/sheet";
import { gbk, pipe, utf8, utf16le } from "./sheet/bytes.ts";

const long = process.env["WELLSPRING_LONG"] === "1";
const seed = Number(process.env["WELLSPRING_SEED"] ?? Date.now() % 2 ** 31);
const runs = (few: number) => ({ seed, numRuns: long ? few * 50 : few });
console.log(`sheet.property: WELLSPRING_SEED=${seed}`);

/** What the runs have come upon; the last test says what must be among it. */
const reached = new Set<string>();
afterAll(() => console.log(`sheet.property: reached ${[...reached].sort().join(" ")}`));

/** Reads and checks what holds of every reading; null when the file was refused. Anything else thrown fails. */
async function readAny(source: SheetSource, options?: SheetOptions): Promise<SheetResult | null> {
  const sheet = await readSheet(source, options).catch((fault: unknown) => {
    if (!(fault instanceof SheetRefusal)) throw fault;
    reached.add(fault.code);
    return null;
  });
  if (sheet === null) return null;
  const taken = new Set(sheet.rows.map((row) => row.line));
  const bad = new Set(sheet.bad.map((row) => row.line));
  expect(bad.size).toBe(sheet.bad.length);
  expect([...bad].filter((line) => taken.has(line))).toEqual([]);
  expect(taken.size + bad.size).toBe(sheet.records);
  for (const { code } of sheet.bad) reached.add(code);
  for (const row of sheet.rows) {
    reached.add(row.kind);
    expect(row.amount_fen > 0n && row.amount_fen <= BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  }
  checkRows(sheet);
  checkOrders(sheet);
  return sheet;
}

/** The rows that were taken agree with each other. */
function checkRows({ rows }: SheetResult): void {
  const purchases = new Map(
    rows.flatMap((row) => (row.kind === "purchase" ? [[row.line, row] as const] : [])),
  );
  const ids = [...purchases.values()].flatMap((row) => row.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const sponsors = new Map<string, string>();
  for (const row of rows) {
    if (row.sponsor !== null) {
      expect(sponsors.get(row.member) ?? row.sponsor).toBe(row.sponsor);
      sponsors.set(row.member, row.sponsor);
    }
    if (row.kind === "purchase") continue;
    const purchase = purchases.get(row.originalLine ?? 0);
    expect([purchase?.id, purchase?.member]).toEqual([row.original, row.member]);
    expect(row.sortKey >= (purchase?.sortKey ?? Number.POSITIVE_INFINITY)).toBe(true);
  }
  for (const member of sponsors.keys()) {
    const above = new Set<string>();
    for (let at = sponsors.get(member); at !== undefined && !above.has(at); at = sponsors.get(at))
      above.add(at);
    expect(above.has(member)).toBe(false);
  }
}

/** Orders made of any reading are in time, use nothing before it exists, and have ids of their own. */
function checkOrders(sheet: SheetResult): void {
  const ids = new Set<string>();
  const known = new Set<string>();
  const left = new Map<string, bigint>();
  let count = 0;
  for (const order of toOrders(sortRows(sheet.rows), { stores: 3 }).orders) {
    count += 1;
    ids.add(order.id);
    if (order.kind === "join") {
      expect(order.sponsor === null || known.has(`m ${order.sponsor}`)).toBe(true);
      known.add(`m ${order.member}`);
    } else if (order.kind === "open_store") {
      expect(known.has(`m ${order.owner}`)).toBe(true);
      known.add(`s ${order.merchant}`);
    } else if (order.kind === "purchase") {
      expect(known.has(`m ${order.member}`) && known.has(`s ${order.merchant}`)).toBe(true);
      left.set(order.id, BigInt(order.amount_fen));
    } else {
      const rest = (left.get(order.purchase) ?? -1n) - BigInt(order.amount_fen);
      expect(rest >= 0n).toBe(true);
      left.set(order.purchase, rest);
    }
  }
  expect(ids.size).toBe(count);
}

const anyOptions: fc.Arbitrary<SheetOptions> = fc.record(
  {
    format: fc.constantFrom("csv" as const, "cdnow" as const),
    encoding: fc.constantFrom("auto" as const, "utf-8" as const, "gb18030" as const, "utf-16le" as const),
    delimiter: fc.constantFrom("auto" as const, "," as const, "\t" as const),
    unit: fc.constantFrom("yuan" as const, "fen" as const),
    merchant: fc.constant("店"),
  },
  { requiredKeys: [] },
);

const HEADER = "订单号,会员,门店,金额,时间,推荐人,状态,原订单号";
/** Mostly what is good, now and then what is not. */
const mostly = (good: readonly string[], odd: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const member = mostly(["甲", "乙", "丙"], ["丁", "散客", ""]);
const row = fc
  .tuple(
    mostly(["A1", "A2", "A3", "A4", "A5", "A6"], [""]),
    member,
    mostly(["南店", "北店"], ["-"]),
    mostly(["12.50", "8", "-12.50", "-3", "-8", "1,000.00", "￥5"], ["0", "1e3", "-100"]),
    mostly(["2024-03-01", "2024-03-02 12:00", "20240303", "2024年3月4日"], ["2024-02-30"]),
    fc.oneof({ weight: 4, arbitrary: fc.constant("") }, { weight: 1, arbitrary: member }),
    mostly(["已完成", "已完成", "已退款"], ["部分退款", "待付款", "退款中"]),
    mostly([""], ["A1", "A2", "A9"]),
  )
  .map((cells) => cells.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","));
/** Long enough that its rows contradict each other. */
const quarrel = fc
  .array(row, { minLength: 20, maxLength: 60 })
  .map((rows) => `${HEADER}\n${rows.join("\n")}\n`);
const sheetText = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .map((rows) => `${HEADER}\n${rows.join("\n")}\n`);

type Mutation = (bytes: Buffer) => Buffer;
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const splice = (bytes: Buffer, at: number, drop: number, put: Buffer): Buffer => {
  const i = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, i), put, bytes.subarray(i + drop)]);
};
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(position, fc.nat(7)).map(([at, bit]): Mutation => {
    return (bytes) =>
      splice(bytes, at, 1, Buffer.of((bytes[Math.floor(at * bytes.length)] ?? 0) ^ (1 << bit)));
  }),
  position.map(
    (at): Mutation =>
      (bytes) =>
        bytes.subarray(0, Math.floor(at * bytes.length)),
  ),
  fc
    .tuple(
      position,
      fc.constantFrom('"', '""', ",", "\n", "\r", "\0", "\t", "#", "\ufeff", "`", "\ufffd", '\n"', "\u200b"),
    )
    .map(
      ([at, text]): Mutation =>
        (bytes) =>
          splice(bytes, at, 0, utf8(text)),
    ),
  fc.tuple(position, fc.nat(60)).map(
    ([at, drop]): Mutation =>
      (bytes) =>
        splice(bytes, at, drop, Buffer.alloc(0)),
  ),
  fc.tuple(position, fc.nat(200)).map(([at, size]): Mutation => {
    return (bytes) => {
      const i = Math.floor(at * bytes.length);
      return splice(bytes, at, 0, bytes.subarray(i, i + size));
    };
  }),
);

describe("whatever the bytes", () => {
  test("random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), anyOptions, async (bytes, options) => {
        await readAny(bytes, options);
      }),
      runs(300),
    );
  });

  test("random bytes under a good header", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), async (bytes, wide) => {
        const header = wide ? utf8(`${HEADER}\n`) : utf8("member,amount\n");
        await readAny(Buffer.concat([header, bytes]), wide ? {} : { encoding: "gb18030" });
      }),
      runs(200),
    );
  });

  test("crumbs of sheets in any order", async () => {
    const crumb = fc.constantFrom(
      ...[
        '"',
        '""',
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "会员",
        "金额",
        "会员,金额\n",
        "甲",
        "12.5",
        "-1",
        "已退款",
        "#",
        "`",
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(crumb, { maxLength: 120 }), fc.boolean(), async (crumbs, headed) => {
        await readAny(utf8(`${headed ? "会员,金额\n" : ""}${crumbs.join("")}`));
      }),
      runs(500),
    );
  });

  test("good sheets, hurt", async () => {
    const encode = fc.constantFrom(utf8, gbk, utf16le);
    await fc.assert(
      fc.asyncProperty(
        sheetText,
        encode,
        fc.array(mutation, { maxLength: 5 }),
        async (text, write, mutations) => {
          await readAny(mutations.reduce((bytes, mutate) => mutate(bytes), write(text)));
        },
      ),
      runs(400),
    );
  });

  test("sheets whose rows contradict each other", async () => {
    await fc.assert(
      fc.asyncProperty(quarrel, async (text) => {
        expect((await readAny(utf8(text)))?.records).toBe(text.split("\n").length - 2);
      }),
      runs(250),
    );
  });

  test("the CDNOW files, hurt", async () => {
    const line = fc
      .tuple(
        fc.nat(50),
        fc.constantFrom("19970101", "19980630", "19970230"),
        fc.nat(9),
        fc.constantFrom("0.00", "11.77"),
      )
      .map(([id, date, number, value]) => ` ${String(id).padStart(5, "0")} ${date} ${number} ${value}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.array(mutation, { maxLength: 3 }),
        async (lines, mutations) => {
          const text = utf8(lines.join("\r\n"));
          await readAny(
            mutations.reduce((bytes, mutate) => mutate(bytes), text),
            { format: "cdnow" },
          );
        },
      ),
      runs(200),
    );
  });
});

describe("rows can be counted", () => {
  test("without quotes, every line that is not blank is one record", async () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab甲1.,-# \t`'"), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 }), async (rows) => {
        const lines = rows.map((cells) => cells.join(","));
        const sheet = await readAny(utf8(`member,amount,note\n${lines.join("\n")}`));
        const blank = (line: string) => line.split(",").every((one) => one.trim() === "");
        expect(sheet?.records).toBe(lines.filter((line) => !blank(line)).length);
        expect(sheet?.skipped).toBe(
          1 +
            lines.filter(blank).length -
            (lines.at(-1) === "" || lines.length === 0 ? 1 : 0) +
            (lines.length === 0 ? 1 : 0),
        );
      }),
      runs(300),
    );
  });

  test("one broken quote in a sheet of plain rows costs one row", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1500 }),
        fc.nat(),
        fc.boolean(),
        async (count, at, first) => {
          const lines = Array.from({ length: count }, (_, i) => `m${i},1.00`);
          const broken = at % count;
          lines[broken] = first ? `"m${broken},1.00` : `m${broken},"1.00`;
          const sheet = await readAny(utf8(`member,amount\n${lines.join("\n")}\n`));
          expect(sheet?.bad.map((one) => [one.line, one.code])).toEqual([[broken + 2, "unterminated_quote"]]);
          expect(sheet?.rows).toHaveLength(count - 1);
        },
      ),
      runs(60),
    );
  });
});

test("what a spreadsheet writes is what is read, whatever stands in the cells", async () => {
  const name = fc
    .string({ unit: fc.constantFrom(..."甲乙丙ab12,;\"' #-é😀"), minLength: 1, maxLength: 12 })
    .map((text) => `k${text.trim()}`);
  const remark = fc.string({ unit: fc.constantFrom(...'说"",\n\r\t#a'), maxLength: 20 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(name, fc.bigInt({ min: 1n, max: 9_007_199_254_740_991n }), remark), {
        minLength: 1,
        maxLength: 60,
      }),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      async (rows, delimiter, ending) => {
        const lines = rows.map(([who, fen, text]) =>
          [quoted(who), quoted(text), `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`].join(delimiter),
        );
        const text = [["会员", "备注", "金额"].join(delimiter), ...lines].join(ending);
        const sheet = await readAny(utf8(text));
        expect(sheet?.bad).toEqual([]);
        expect(sheet?.rows.map((one) => [one.member, one.amount_fen])).toEqual(
          rows.map(([who, fen]) => [who, fen]),
        );
      },
    ),
    runs(150),
  );
});

test("how the bytes are cut into chunks changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      sheetText,
      fc.array(mutation, { maxLength: 2 }),
      fc.integer({ min: 1, max: 50 }),
      async (text, mutations, size) => {
        const bytes = mutations.reduce((some, mutate) => mutate(some), utf8(text));
        const whole = await readAny(bytes);
        const parts = await readAny(pipe(bytes, size));
        expect(parts).toEqual(whole);
      },
    ),
    runs(100),
  );
});

test("the runs came upon what they are for", () => {
  const must = [
    ...["purchase", "refund", "no_header", "column_missing", "empty", "encoding_unknown", "encoding_mixed"],
    ...[
      "unterminated_quote",
      "bad_quote",
      "too_few_columns",
      "too_many_columns",
      "nul_byte",
      "cdnow_malformed",
    ],
    ...["duplicate_row", "id_conflict", "sponsor_self", "sponsor_conflict", "sponsor_cycle", "not_paid"],
    ...["refund_without_original", "original_not_read", "refund_before_purchase", "refund_of_other_member"],
    ...[
      "refund_exceeds_purchase",
      "partial_refund_unknown",
      "unknown_status",
      "time_impossible",
      "member_anonymous",
    ],
  ];
  expect(must.filter((code) => !reached.has(code))).toEqual([]);
});
