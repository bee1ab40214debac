/** Sheets made by chance, good and hurt. */
import fc from "fast-check";
import type { SheetOptions } from "#connect/sheet";
import { utf8 } from "./bytes.ts";

export const anyOptions: fc.Arbitrary<SheetOptions> = fc.record(
  {
    format: fc.constantFrom("csv" as const, "cdnow" as const),
    encoding: fc.constantFrom("auto" as const, "utf-8" as const, "gb18030" as const, "utf-16le" as const),
    delimiter: fc.constantFrom("auto" as const, "," as const, "\t" as const),
    unit: fc.constantFrom("yuan" as const, "fen" as const),
    merchant: fc.constant("店"),
  },
  { requiredKeys: [] },
);

export const HEADER = "订单号,会员,门店,金额,时间,推荐人,状态,原订单号";
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
export const quarrel = fc
  .array(row, { minLength: 20, maxLength: 60 })
  .map((rows) => `${HEADER}\n${rows.join("\n")}\n`);
export const sheetText = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .map((rows) => `${HEADER}\n${rows.join("\n")}\n`);

export type Mutation = (bytes: Buffer) => Buffer;
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const splice = (bytes: Buffer, at: number, drop: number, put: Buffer): Buffer => {
  const i = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, i), put, bytes.subarray(i + drop)]);
};
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
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
