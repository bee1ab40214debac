import { describe, expect, it } from "vitest";
import { canonical, parseLine } from "#engine";

/** What stands for a number that is not written as an integer: an object, which no field takes. */
const none = (token: string) => ({ not_an_integer: token });

describe("parseLine", () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['{"a":0,"b":-5,"c":1000}', { a: 0, b: -5, c: 1_000 }],
    ["[0,-1,10]", [0, -1, 10]],
    ['"text"', "text"],
    ["null", null],
    ["12", 12],
    ['{"a":9007199254740991}', { a: Number.MAX_SAFE_INTEGER }],
  ])("%s is read as it stands", (line, value) => expect(parseLine(line)).toEqual(value));

  it.each([
    ...["1e3", "1E3", "1e+3", "1E-3", "1.0", "10.50", "0.0", "0e0", "-0", "-0.0", "-1.5", "-1e3", "100e-2"],
  ])("the number %s is no integer, wherever it stands", (token) => {
    expect(parseLine(`{"a":${token}}`)).toEqual({ a: none(token) });
    expect(parseLine(`{"a": ${token} , "b":7}`)).toEqual({ a: none(token), b: 7 });
    expect(parseLine(`{"a":\t${token}}`)).toEqual({ a: none(token) });
    expect(parseLine(`{"a":[${token}]}`)).toEqual({ a: [none(token)] });
    expect(parseLine(`{"a":[1,${token},20]}`)).toEqual({ a: [1, none(token), 20] });
    expect(parseLine(`{"a":[1, ${token}]}`)).toEqual({ a: [1, none(token)] });
  });

  it("leaves integers alone beside a number that is none", () => {
    expect(parseLine('{"a":1.0,"b":0,"c":-7,"d":10,"e":907,"f":-10}')).toEqual({
      a: none("1.0"),
      b: 0,
      c: -7,
      d: 10,
      e: 907,
      f: -10,
    });
  });

  it.each([
    "9007199254740992",
    "9007199254740993",
    "-9007199254740992",
    "10000000000000000",
    "9999999999999999",
    "123456789".repeat(9),
  ])("the number %s is beyond what JSON carries exactly", (token) => {
    expect(parseLine(`{"a":${token}}`)).toEqual({ a: none(token) });
    expect(parseLine(`{"a": ${token}}`)).toEqual({ a: none(token) });
    expect(parseLine(`{"a": ${token},"b":[1,${token}]}`)).toEqual({ a: none(token), b: [1, none(token)] });
  });

  it("takes integers up to 2^53 − 1 either way, beside one that is beyond", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(parseLine(`{"a":${most},"b":-${most},"c":9007199254740992}`)).toEqual({
      a: most,
      b: -most,
      c: none("9007199254740992"),
    });
    expect(parseLine('["9007199254740993",1234567890123456]')).toEqual([
      "9007199254740993",
      1234567890123456,
    ]);
  });

  it("is no JSON of an order where any part of it nests deeper than 64 levels", () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
    expect(parseLine(deep(64))).toBeDefined();
    expect(parseLine(deep(65))).toBeUndefined();
    expect(parseLine(`[1,${deep(63)},"x"]`)).toBeDefined();
    expect(parseLine(`[1,${deep(64)},"x"]`)).toBeUndefined();
    expect(parseLine(`${"[".repeat(64)}${"]".repeat(64)}`)).toBeDefined();
    expect(parseLine(`${"[".repeat(99_999)}${"]".repeat(99_999)}`)).toBeUndefined();
    expect(
      parseLine(JSON.stringify({ wide: Array.from({ length: 99 }, () => [{ a: null }]) })),
    ).toBeDefined();
  });

  it("takes no two of them for equal", () => {
    const text = (token: string) => canonical(parseLine(`{"a":${token}}`));
    expect(text("1.5")).not.toBe(text("2.5"));
    expect(text("1.0")).not.toBe(text("1"));
    expect(text("1.5")).toBe(text("1.5"));
  });

  it("leaves texts and keys alone, numbers in them, quotes and backslashes included", () => {
    const value = {
      id: "1e3",
      "2.0": "-0",
      note: 'he said "1.0", then -0',
      path: "c:\\1.5\\",
      list: ["0.5", " -0", "[1e9", "\\", '"', "\n1.5"],
    };
    const text = JSON.stringify(value);
    expect(parseLine(text)).toEqual(value);
    expect(parseLine(`{"x":1.0,${text.slice(1)}`)).toEqual({ x: none("1.0"), ...value });
    expect(parseLine(`${text.slice(0, -1)},"x":-0}`)).toEqual({ ...value, x: none("-0") });
  });

  it.each([
    ...["", "{", "{a:1}", "01", '{"a":01}', '{"a":-01}'],
    ...['{"a":+1}', '{"a":.5}', '{"a":5.}', '{"a":1e}', "nul"],
    ...["{'a':1}", '{"a":1,}', '{"a":1} x', '{"a":NaN}', '{"a":- 1}', '{"a":"1.0}', '{"a":"\\"}'],
  ])("%j is no JSON", (line) => expect(parseLine(line)).toBeUndefined());

  it("keeps __proto__ a key like any other", () => {
    const value = parseLine('{"__proto__":{"a":1.0},"b":2}') as object;
    expect(Object.keys(value)).toEqual(["__proto__", "b"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe("canonical", () => {
  it.each([
    [null, "null"],
    [true, "true"],
    [7, "7"],
    ['a"b', '"a\\"b"'],
    [[], "[]"],
    [{}, "{}"],
    [[3, 1, 2], "[3,1,2]"],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [
      { b: [{ d: 1, c: null }, "x"], a: { z: {}, y: [] } },
      '{"a":{"y":[],"z":{}},"b":[{"c":null,"d":1},"x"]}',
    ],
    [{ 消费: 1, é: 2, a: 3, Z: 4, "": 5 }, '{"":5,"Z":4,"a":3,"é":2,"消费":1}'],
    [{ 'quo"te': 1 }, '{"quo\\"te":1}'],
    [{ 10: 1, 9: 2 }, '{"10":1,"9":2}'],
  ])("of %j is %s", (value, text) => expect(canonical(value)).toBe(text));

  it("tells apart what is not deeply equal, __proto__ keys included", () => {
    const text = (line: string) => canonical(JSON.parse(line));
    expect(text('{"__proto__":{"a":1}}')).toBe('{"__proto__":{"a":1}}');
    expect(text('{"__proto__":1}')).not.toBe(text("{}"));
    expect(text('{"a":1,"b":2}')).toBe(text(' { "b" : 2 , "a" : 1 } '));
    expect(text('{"a":[1,2]}')).not.toBe(text('{"a":[2,1]}'));
    expect(text('{"a":"1"}')).not.toBe(text('{"a":1}'));
    expect(text('{"a":[]}')).not.toBe(text('{"a":{}}'));
    expect(text('{"a":null}')).not.toBe(text("{}"));
  });
});
