/** The small parts of the command line, by themselves. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonFault, jsonPieces, LineReader, languageOf, MOST_LINE_BYTES, sayIn } from "#main";
import { en } from "../../src/main/words/en.ts";
import { zh } from "../../src/main/words/zh.ts";

describe("where a JSON text goes wrong", () => {
  test.each([
    ["", 1, 1],
    ["{", 1, 2],
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ["{'a':1}", 1, 2],
    ["[1 2]", 1, 4],
    ["[01]", 1, 3],
    ['{"a":"x\ny"}', 1, 6],
    ['{"a":tru}', 1, 6],
    ['{\n  "名字": "一",\n  "b": .5\n}', 3, 8],
    ['{"名字":"一" "b":2}', 1, 11],
    ["1 2", 1, 3],
    ['"\\x"', 1, 1],
    ["[".repeat(300), 1, 202],
  ])("%j", (text, line, column) => {
    expect(jsonFault(text)).toEqual({ what: "syntax", line, column });
  });

  test("a key that stands twice in one object, but not in two", () => {
    const twice = '{"a":{"b":1},\n "c":{"b":1,"a":2,"b":3}}';
    expect(jsonFault(twice)).toEqual({ what: "key_twice", key: "b", line: 2, column: 19 });
    expect(jsonFault('{"a":{"a":1},"b":[{"a":1},{"a":2}]}')).toBeNull();
    expect(jsonFault('{"a":1,"\\u0061":2}')).toMatchObject({ what: "key_twice", key: "a", column: 8 });
  });

  test("agrees with JSON.parse on texts near to JSON", () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 4 }).map((json) => ` ${json}\n`),
      fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "\\", "0", " ", "\u0001"))
        .map(
          ([json, at, sign]) =>
            json.slice(0, at % (json.length + 1)) + sign + json.slice((at + 1) % (json.length + 1)),
        ),
    );
    let good = 0;
    fc.assert(
      fc.property(text, (json) => {
        let valid = true;
        try {
          JSON.parse(json);
        } catch {
          valid = false;
        }
        const fault = jsonFault(json);
        good += valid ? 1 : 0;
        expect(fault === null || fault.what === "key_twice").toBe(valid);
      }),
      { numRuns: 2_000, seed: 20_260_101 },
    );
    expect(good).toBeGreaterThan(500);
    expect(good).toBeLessThan(1_900);
  });
});

describe("lines out of pieces", () => {
  const read = (pieces: readonly Buffer[]) => {
    const reader = new LineReader();
    const lines = pieces.flatMap((piece) => reader.push(piece));
    return [...lines, ...reader.end()];
  };

  test("are the same wherever the pieces are cut", () => {
    const text = '\ufeff一行\n\n{"a":1}\r\n没有行尾';
    const whole = ["一行", "", '{"a":1}\r', "没有行尾"];
    const bytes = Buffer.from(text);
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
    expect(read([Buffer.from(`${text}\n`)])).toEqual(whole);
    expect(read([])).toEqual([]);
  });

  test("a mark of byte order goes only at the very beginning", () => {
    expect(read([Buffer.from("\ufeffa\n\ufeffb")])).toEqual(["a", "\ufeffb"]);
  });

  test("bytes that are no UTF-8 and lines above the limit are null, their neighbours are not", () => {
    const gbk = Buffer.from([0xbb, 0xe1, 0xd4, 0xb1]);
    expect(read([Buffer.concat([Buffer.from("a\n"), gbk, Buffer.from("\nb\n")])])).toEqual(["a", null, "b"]);
    const most = Buffer.alloc(MOST_LINE_BYTES, "x");
    const lines = read([Buffer.from("a\n"), most, Buffer.from("\n"), most, Buffer.from("x\nb")]);
    expect(lines.map((line) => line?.length ?? null)).toEqual([1, MOST_LINE_BYTES, null, 1]);
    expect(read([most, most, Buffer.from("y")])).toEqual([null]);
  });
});

test("JSON in pieces is JSON in one", () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom(0, 2),
      fc.integer({ min: 0, max: 4 }),
      (value, indent, depth) => {
        expect([...jsonPieces(value, indent, depth)].join("")).toBe(JSON.stringify(value, null, indent));
      },
    ),
    { numRuns: 500, seed: 20_260_101 },
  );
  expect([...jsonPieces({ a: undefined, b: [undefined] }, 0)].join("")).toBe('{"b":[null]}');
  const many = { list: Array.from({ length: 10_000 }, (_, i) => ({ i })) };
  const pieces = [...jsonPieces(many, 0)];
  expect(pieces.join("")).toBe(JSON.stringify(many));
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(10_000);
});

describe("language", () => {
  const names = (text: string) => [...text.matchAll(/\{\w+\}|\[\[\w+\]\]/g)].map(([name]) => name).sort();

  test("both catalogues have the same sentences with the same values in them", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, text] of Object.entries(zh))
      expect([key, names(en[key as keyof typeof zh])]).toEqual([key, names(text)]);
  });

  test("the Chinese one is Chinese, the English one is not", () => {
    const plain = new Set([
      "word.quoted",
      "word.orders_jsonl",
      "word.orders_csv",
      "bench.examples",
      "fault.file",
      "progress.bounded",
      "progress.open",
    ]);
    for (const [key, text] of Object.entries(zh))
      if (!plain.has(key)) expect([key, /\p{Script=Han}/u.test(text)]).toEqual([key, true]);
    for (const [key, text] of Object.entries(en))
      expect([key, /\p{Script=Han}/u.test(text)]).toEqual([key, false]);
  });

  test.each([
    [[], { LANG: "zh_CN.UTF-8" }, "zh"],
    [[], { LANG: "en_US.UTF-8" }, "en"],
    [[], { LANG: "C" }, "en"],
    [[], { LANG: "de_DE.UTF-8" }, "en"],
    [[], { LC_ALL: "zh_TW.UTF-8", LANG: "en_US.UTF-8" }, "zh"],
    [[], { LC_ALL: "", LC_MESSAGES: "zh_CN", LANG: "en_US.UTF-8" }, "zh"],
    [["--lang", "en"], { LANG: "zh_CN.UTF-8" }, "en"],
    [["check", "x", "--lang=zh"], { LANG: "C" }, "zh"],
    [["--lang", "en", "--lang", "zh"], {}, "zh"],
    [["--", "--lang", "zh"], { LANG: "C" }, "en"],
    [["--lang", "fr"], { LANG: "zh_CN" }, "zh"],
  ] as const)("%j with %j is %s", (args, env, language) => {
    expect(languageOf(args, env)).toBe(language);
  });

  test("values are put in as they are, markup and braces included", () => {
    const say = sayIn("en");
    expect(say("fault.unreadable", { file: "<a> & {b} $t(c)", reason: "no" })).toBe(
      "Cannot read <a> & {b} $t(c): no",
    );
  });
});
