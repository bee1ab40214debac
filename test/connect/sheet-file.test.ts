/** Whole files: encodings, line endings, delimiters, memory, and what is refused outright. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readSheet, type SheetOptions, type SheetSource } from "#connect/sheet";
import { gbk, pipe, utf8, utf16be, utf16le } from "./sheet/bytes.ts";
import { FILE_CODES, met, refusal } from "./sheet/refusals.ts";

const TEXT = "订单号,会员,门店,金额\n1,张三,青石面馆,12.50\n2,李四,望江茶馆,8.00\n";
const NAMES = ["张三 青石面馆 1250", "李四 望江茶馆 800"];
const folder = mkdtempSync(join(tmpdir(), "sheet-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function names(source: SheetSource, options?: SheetOptions): Promise<string[]> {
  const sheet = await readSheet(source, options);
  expect(sheet.bad).toEqual([]);
  return sheet.rows.map((row) => `${row.member} ${row.merchant} ${row.amount_fen}`);
}

describe("encodings", () => {
  test.each([
    ["UTF-8", utf8(TEXT), "utf-8"],
    ["UTF-8 with a mark", utf8(`\ufeff${TEXT}`), "utf-8"],
    ["GBK", gbk(TEXT), "gb18030"],
    ["UTF-16LE with a mark", utf16le(TEXT), "utf-16le"],
    ["UTF-16BE with a mark", utf16be(TEXT), "utf-16be"],
  ])("%s is found out", async (_, bytes, encoding) => {
    expect(await names(bytes)).toEqual(NAMES);
    expect((await readSheet(bytes)).encoding).toBe(encoding);
    for (const size of [1, 2, 3, 7, 64]) {
      expect(await names(pipe(bytes, size))).toEqual(NAMES);
      // Held back by nothing when the encoding is said: cut at every odd place, also inside characters.
      expect(await names(pipe(bytes, size), { encoding: encoding as "utf-8" })).toEqual(NAMES);
    }
  });

  test("an encoding that is said streams without being held", async () => {
    expect(await names(pipe(gbk(TEXT), 5), { encoding: "gb18030" })).toEqual(NAMES);
    expect(await names(pipe(utf8(TEXT), 5), { encoding: "utf-8" })).toEqual(NAMES);
    expect(await names(pipe(utf16le(TEXT), 5), { encoding: "utf-16le" })).toEqual(NAMES);
  });

  test("four-byte GB18030 across chunks", async () => {
    // U+20087 is 95 32 90 31; a rare name as banks do have it.
    const bytes = Buffer.concat([gbk("会员,金额\n"), Buffer.from([0x95, 0x32, 0x90, 0x31]), gbk(",5\n")]);
    for (const size of [1, 3, 100]) {
      const sheet = await readSheet(pipe(bytes, size), { encoding: "gb18030" });
      expect([(await readSheet(bytes)).encoding, sheet.rows[0]?.member]).toEqual(["gb18030", "\u{20087}"]);
    }
  });

  test("a byte that is neither UTF-8 nor GB18030 is named", async () => {
    const head = utf8("member,amount\n");
    const refused = await refusal(Buffer.concat([head, Buffer.from([0xff, 0x2c, 0x35, 0x0a])]));
    expect([refused.code, refused.place]).toEqual(["encoding_unknown", `byte ${head.length}`]);
    // Valid GB18030 for longer than UTF-8: both offsets are said.
    const later = await refusal(Buffer.concat([gbk("会员,金额\n张,5\n"), Buffer.from([0xff])]));
    expect([later.code, later.place]).toEqual(["encoding_unknown", "byte 15"]);
    expect(later.en).toContain("UTF-8 (from byte 0)");
  });

  test("UTF-8 with a stray byte is not read as something else", async () => {
    const head = utf8(`${TEXT}3,`);
    // D5 begins a character of two bytes; the comma after it is the first byte that does not fit.
    const refused = await refusal(Buffer.concat([head, Buffer.from([0xd5]), utf8(",店,1.00\n")]));
    expect([refused.code, refused.place]).toEqual(["encoding_mixed", `byte ${head.length + 1}`]);
  });

  test("the byte is counted from the beginning of the file, not of a chunk", async () => {
    const head = utf8(`${TEXT}${"3,王五,店,1.00\n".repeat(30_000)}`);
    expect(head.length).toBeGreaterThan(2 * 262_144);
    const refused = await refusal(Buffer.concat([head, Buffer.from([0xff])]));
    expect([refused.code, refused.place]).toEqual(["encoding_mixed", `byte ${head.length}`]);
  });

  test("an encoding that is said and does not fit is refused with the byte, in whatever chunk it is", async () => {
    const long = gbk(`${TEXT}${"3,王五,店,1.00\n".repeat(40)}`);
    const bytes = Buffer.concat([long, Buffer.from([0xff, 0x0a])]);
    for (let size = 1; size < 40; size++) {
      const refused = await refusal(pipe(bytes, size), { encoding: "gb18030" });
      expect([refused.code, refused.place]).toEqual(["encoding_invalid", `byte ${long.length}`]);
    }
    // 订 is B6 A9: no UTF-8 character begins with B6.
    expect((await refusal(gbk(TEXT), { encoding: "utf-8" })).place).toBe("byte 0");
  });

  test("a mark that contradicts what is said", async () => {
    expect((await refusal(utf8(`\ufeff${TEXT}`), { encoding: "gb18030" })).code).toBe("encoding_conflict");
    expect((await refusal(utf16le(TEXT), { encoding: "utf-8" })).code).toBe("encoding_conflict");
  });

  test("a file cut inside its last character loses that line only", async () => {
    for (const [bytes, encoding] of [
      [utf8(`${TEXT}3,王五,店,1.00,王`).subarray(0, -1), "utf-8"],
      [gbk(`${TEXT}3,王五,店,1.00,王`).subarray(0, -1), "gb18030"],
      [utf16le(`${TEXT}3,王五,店,1.00`).subarray(0, -1), "utf-16le"],
    ] as const) {
      const sheet = await readSheet(bytes);
      expect(sheet.encoding).toBe(encoding);
      expect(sheet.rows).toHaveLength(2);
      expect(sheet.bad.map(({ line, code }) => [line, code])).toEqual([[4, "cut_character"]]);
    }
  });

  test("workbooks, archives and unmarked UTF-16 are no text", async () => {
    for (const magic of ["504b0304", "d0cf11e0a1b11ae1", "1f8b0800", "255044462d"])
      expect((await refusal(Buffer.from(`${magic}00112233`, "hex"))).code).toBe("not_text");
    expect((await refusal(utf16le(TEXT).subarray(2))).code).toBe("not_text");
  });
});

describe("lines", () => {
  test.each([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
    ["CR", "\r"],
  ])("%s, with and without a last one, in chunks of any size", async (_, ending) => {
    const bytes = utf8(TEXT.replaceAll("\n", ending));
    for (const size of [1, 2, 5, 1000]) {
      // A pipe is passed on in its own chunks only when its encoding is said.
      const sheet = await readSheet(pipe(bytes, size), { encoding: "utf-8" });
      expect(sheet.rows.map((row) => row.member)).toEqual(["张三", "李四"]);
      expect([sheet.rows.map((row) => row.line), sheet.skipped]).toEqual([[2, 3], 1]);
    }
    expect(await names(bytes.subarray(0, -ending.length))).toEqual(NAMES);
  });

  test("blank lines and rows of delimiters are passed over and counted, and lines keep their numbers", async () => {
    const sheet = await readSheet(utf8("\n会员,金额\r\n\r\n甲,1\n,,\n  \n乙,x\n"));
    expect(sheet.rows.map((row) => row.line)).toEqual([4]);
    expect(sheet.bad.map((row) => row.line)).toEqual([7]);
    expect([sheet.records, sheet.skipped]).toEqual([2, 5]);
  });

  test("a quoted cell may hold line ends, delimiters and quotes", async () => {
    const sheet = await readSheet(
      utf8('会员,备注,金额\n"甲","多加辣\n少放\r\n""葱"", 谢谢",5\n乙,,x\n丙,,7\n'),
    );
    expect(sheet.rows.map((row) => [row.line, row.member])).toEqual([
      [2, "甲"],
      [6, "丙"],
    ]);
    expect(sheet.bad.map((row) => [row.line, row.code])).toEqual([[5, "amount_malformed"]]);
  });

  test("a cell of more lines than any note has is an unclosed quote", async () => {
    const sheet = await readSheet(utf8(`会员,金额\n"甲${"\n乙,1".repeat(150)}",5\n`));
    expect(sheet.bad.map((row) => [row.line, row.code])).toEqual([
      [2, "unterminated_quote"],
      [152, "bad_quote"],
    ]);
    expect(sheet.rows).toHaveLength(149);
  });

  test("broken quotes in a long file cost their own lines", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => (i % 7 === 3 ? `"甲${i},1` : `甲${i},"1.00"`));
    const sheet = await readSheet(utf8(`会员,金额\n${lines.join("\n")}\n`));
    expect(sheet.bad).toHaveLength(lines.filter((line) => line.startsWith('"')).length);
    expect(sheet.rows.length + sheet.bad.length).toBe(3000);
    expect(new Set(sheet.bad.map((row) => row.code))).toEqual(new Set(["unterminated_quote"]));
  });

  test("a line of 10 MB is passed over without being held", async () => {
    // Made as it is read, so that what memory grows by is the reader's.
    async function* endless(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield utf8("会员,金额\n甲,1.00\n");
      for (let i = 0; i < 160; i++) yield Buffer.alloc(65_536, "x");
      yield utf8("\n乙,2.00\n");
    }
    const sheet = await readSheet(endless(), { encoding: "utf-8" });
    expect(sheet.bytes).toBeGreaterThan(10_000_000);
    expect(sheet.rows.map((row) => [row.line, row.member])).toEqual([
      [2, "甲"],
      [4, "乙"],
    ]);
    expect(sheet.bad.map(({ line, code, value }) => [line, code, value.length])).toEqual([
      [3, "line_too_long", 81],
    ]);
  });

  test("a line longer than any string can be is passed over too", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield utf8("会员,金额\n");
      const chunk = Buffer.alloc(1_048_576, "x");
      for (let i = 0; i < 520; i++) yield chunk;
    }
    // 2^29 characters and more are beyond what V8 makes a string of: a reader that kept the line would throw.
    const sheet = await readSheet(endless(), { encoding: "utf-8" });
    expect(sheet.bad.map(({ line, code }) => [line, code])).toEqual([[2, "line_too_long"]]);
  });
});

describe("delimiters", () => {
  test.each([",", ";", "\t"])("%j is found out", async (delimiter) => {
    const text = TEXT.replaceAll(",", delimiter);
    expect(await names(utf8(text))).toEqual(NAMES);
    expect((await readSheet(utf8(text))).delimiter).toBe(delimiter);
    expect(await names(utf8(text), { delimiter: delimiter as "," })).toEqual(NAMES);
  });

  test("a header that reads in two ways is refused", async () => {
    expect((await refusal(utf8("a,会员,金额,b;会员;金额;c\n"))).code).toBe("delimiter_unclear");
  });

  test("a delimiter that is said is the only one tried", async () => {
    expect((await refusal(utf8(TEXT), { delimiter: ";" })).code).toBe("no_header");
  });
});

describe("sources", () => {
  test("a path, with progress up to its size", async () => {
    const path = join(folder, "orders.csv");
    const text = `${TEXT}${"3,王五,店,1.00\n".repeat(1)}${"x".repeat(600_000)}\n`;
    writeFileSync(path, text);
    const seen: [number, number | null][] = [];
    const sheet = await readSheet(path, { onProgress: (read, total) => seen.push([read, total]) });
    const size = Buffer.byteLength(text);
    expect(sheet.bytes).toBe(size);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual([size, size]);
    expect(seen.every(([read], i) => i === 0 || read > (seen[i - 1]?.[0] ?? 0))).toBe(true);
  });

  test("unreadable, a directory, empty, nothing but blanks", async () => {
    const missing = await refusal(join(folder, "none.csv"));
    expect([missing.code, missing.place]).toEqual(["unreadable", join(folder, "none.csv")]);
    expect((await refusal(folder)).code).toBe("unreadable");
    for (const bytes of [utf8(""), utf8("\ufeff"), utf8("\n \n"), utf16le("")])
      expect((await refusal(bytes)).code).toBe("empty");
  });

  test("a stream that breaks is a refusal, an abort is the caller's own reason", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield utf8(TEXT);
      throw Object.assign(new Error("gone"), { code: "EIO" });
    }
    expect((await refusal(broken())).code).toBe("unreadable");
    const reason = new Error("no more");
    const abort = new AbortController();
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield utf8(TEXT);
      abort.abort(reason);
      await Promise.resolve();
      yield utf8(TEXT);
    }
    await expect(readSheet(slow(), { signal: abort.signal })).rejects.toBe(reason);
    await expect(readSheet(utf8(TEXT), { signal: abort.signal })).rejects.toBe(reason);
  });

  test("too much for a pipe whose encoding is to be found out", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      const chunk = Buffer.alloc(8_388_608, "x");
      for (;;) yield chunk;
    }
    expect((await refusal(endless())).code).toBe("too_large_to_hold");
  });

  test("options that are none", async () => {
    for (const options of [
      { offset: "8" },
      { offset: "+15:00" },
      { unit: "角" },
      { encoding: "latin1" },
      { delimiter: "|" },
      { format: "xlsx" },
      { merchant: " " },
    ])
      expect((await refusal(utf8(TEXT), options as SheetOptions)).code).toBe("option_invalid");
  });
});

test("every refusal of this file's list was met", () => {
  expect([...met].sort()).toEqual([...FILE_CODES].sort());
});
