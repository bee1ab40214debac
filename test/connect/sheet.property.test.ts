/** Fuzz of the reader of sheets: whatever the bytes, it refuses the file or accounts for every row. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { anyOptions, HEADER, mutation, quarrel, sheetText } from "./sheet/arbitrary.ts";
import { gbk, pipe, utf8, utf16le } from "./sheet/bytes.ts";
import { reached, readAny } from "./sheet/laws.ts";

const long = process.env["WELLSPRING_LONG"] === "1";
const seed = Number(process.env["WELLSPRING_SEED"] ?? Date.now() % 2 ** 31);
const runs = (few: number) => ({ seed, numRuns: long ? few * 50 : few });
console.log(`sheet.property: WELLSPRING_SEED=${seed}`);

afterAll(() => console.log(`sheet.property: reached ${[...reached].sort().join(" ")}`));

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
      sheetText.map((text) => text.replaceAll("\n", "\r\n")),
      fc.array(mutation, { maxLength: 2 }),
      fc.integer({ min: 1, max: 50 }),
      async (text, mutations, size) => {
        const bytes = mutations.reduce((some, mutate) => mutate(some), utf8(text));
        const bytesAre = { encoding: "utf-8" as const };
        const whole = await readAny(bytes, bytesAre);
        const parts = await readAny(pipe(bytes, size), bytesAre);
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
