import { describe, expect, it } from "vitest";
import { MAIN_FEED, readOrder } from "#engine";
import { type Json, planJson, planOf } from "./scene.ts";

const NO_TIME = { at: null, atText: null };
const NO_TEXT = [undefined, null, "", 5, true, [], ["m"], {}];
const NO_TEXT_WHERE_OPTIONAL = NO_TEXT.filter((value) => value !== undefined);
const NO_INTEGER = [undefined, null, "5", 1.5, 2 ** 53, -(2 ** 53), Number.NaN, true, [5], {}];
const NO_REGION = [
  ...NO_TEXT,
  "44010",
  "4401060",
  "44010a",
  "a44010",
  " 440106",
  "440106 ",
  "440106\n",
  "44 106",
];

/** A kind's order with the least of fields, what is read, and its fields in the order they are looked at. */
interface Kind {
  readonly least: Json;
  readonly read: Json;
  readonly faults: readonly (readonly [field: string, values: readonly unknown[]])[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  join: {
    least: { member: "m" },
    read: { member: "m", sponsor: null },
    faults: [
      ["member", NO_TEXT],
      ["sponsor", NO_TEXT_WHERE_OPTIONAL.filter((value) => value !== null)],
    ],
  },
  open_store: {
    least: { merchant: "s", owner: "o", region: "440106" },
    read: {
      merchant: "s",
      owner: "o",
      region: "440106",
      take: null,
      recruiter: null,
      goods: false,
      feed: "main",
    },
    faults: [
      ["merchant", NO_TEXT],
      ["owner", NO_TEXT],
      ["region", NO_REGION],
      ["take", [null, "", "20", 20, "100%", "100.0001%", "-1%", "0.00001%"]],
      ["recruiter", NO_TEXT_WHERE_OPTIONAL],
      ["goods", [null, "", "true", 1, 0, {}]],
      ["feed", NO_TEXT_WHERE_OPTIONAL],
    ],
  },
  appoint: {
    least: { member: "m", region: "440000" },
    read: { member: "m", region: "440000" },
    faults: [
      ["member", NO_TEXT],
      ["region", NO_REGION],
    ],
  },
  purchase: {
    least: { member: "m", merchant: "s", amount_fen: 100 },
    read: { member: "m", merchant: "s", amount: 100n, cost: null },
    faults: [
      ["member", NO_TEXT],
      ["merchant", NO_TEXT],
      ["amount_fen", NO_INTEGER],
      ["cost_fen", NO_INTEGER.filter((value) => value !== undefined)],
    ],
  },
  redeem: {
    least: { member: "m", points: "1.5" },
    read: { member: "m", points: 150_000_000n, minProceeds: null },
    faults: [
      ["member", NO_TEXT],
      ["points", [undefined, null, "", 1, "-1", "1.123456789", "ALL", "all ", ["all"]]],
      ["min_proceeds_fen", [...NO_INTEGER.filter((value) => value !== undefined), -1]],
    ],
  },
  inject: { least: { amount_fen: 1 }, read: { amount: 1n }, faults: [["amount_fen", NO_INTEGER]] },
  release: { least: { amount_fen: 2 }, read: { amount: 2n }, faults: [["amount_fen", NO_INTEGER]] },
  refund: {
    least: { purchase: "p", amount_fen: 3 },
    read: { purchase: "p", amount: 3n },
    faults: [
      ["purchase", NO_TEXT],
      ["amount_fen", NO_INTEGER],
    ],
  },
  wind_up: { least: {}, read: {}, faults: [] },
  publish: {
    least: { plan: planJson() },
    read: { feed: "main", plan: planOf() },
    faults: [
      ["feed", NO_TEXT_WHERE_OPTIONAL],
      ["plan", [undefined, null, "local-life", [], {}, planJson({ take: "100%" }), planJson({ take: 20 })]],
    ],
  },
  dismiss: {
    least: { region: "440000" },
    read: { region: "440000" },
    faults: [["region", NO_REGION]],
  },
  bind: {
    least: { member: "m", sponsor: "s" },
    read: { member: "m", sponsor: "s" },
    faults: [
      ["member", NO_TEXT],
      ["sponsor", NO_TEXT],
    ],
  },
  correct_sponsor: {
    least: { member: "m", sponsor: null, case: "c1" },
    read: { member: "m", sponsor: null, case: "c1" },
    faults: [
      ["member", NO_TEXT],
      ["sponsor", NO_TEXT.filter((value) => value !== null)],
      ["case", NO_TEXT],
    ],
  },
  withdraw: {
    least: { member: "m", source: "wallet", amount_fen: 5 },
    read: { member: "m", source: "wallet", amount: 5n },
    faults: [
      ["member", NO_TEXT],
      ["source", [...NO_TEXT, "points", "commission_frozen", "Wallet"]],
      ["amount_fen", NO_INTEGER],
    ],
  },
  pay_out: { least: { withdrawal: "w" }, read: { withdrawal: "w" }, faults: [["withdrawal", NO_TEXT]] },
  return_withdrawal: {
    least: { withdrawal: "w" },
    read: { withdrawal: "w" },
    faults: [["withdrawal", NO_TEXT]],
  },
};

const NO_TIMES = [null, "", "soon", 5, "2026-01-01", "2026-01-01T00:00:00", "2026-02-29T00:00Z"];
const cases = Object.entries(KINDS).map(([kind, entry]) => ({ kind, ...entry }));

describe.each(cases)("$kind", ({ kind, least, read, faults }) => {
  it("is read", () => {
    expect(readOrder({ id: "x", kind, ...least })).toStrictEqual({ id: "x", kind, ...read, ...NO_TIME });
  });

  it("is read with a time, and without what it does not know", () => {
    const at = "1970-01-01T08:00:01+08:00";
    const order = { id: "x", kind, ...read, at: 1_000_000, atText: at };
    expect(readOrder({ more: 1.5, ...least, at, kind, id: "x" })).toStrictEqual(order);
  });

  it.each([...faults, ["at", NO_TIMES] as const])("is malformed for its field %s", (field, values) => {
    for (const value of values) {
      const json = { id: "x", kind, ...least, [field]: value };
      expect(readOrder(json), `${field} ${JSON.stringify(value)}`).toStrictEqual({ malformed: field });
    }
  });

  it("names the first wrong field in the order of the table", () => {
    const wrong: Record<string, unknown> = { id: "x", kind, at: "never" };
    for (const [field, values] of faults) wrong[field] = values[values.length - 1];
    for (const [field] of [...faults, ["at"]] as const) {
      expect(readOrder(wrong)).toStrictEqual({ malformed: field });
      if (least[field] === undefined) delete wrong[field];
      else wrong[field] = least[field];
    }
    expect(readOrder(wrong)).toStrictEqual({ id: "x", kind, ...read, ...NO_TIME });
  });
});

describe("an order", () => {
  it.each([[undefined], [null], [5], ["text"], [[]], [[{}]], [true]])("is not %j", (json) => {
    expect(readOrder(json)).toStrictEqual({ malformed: null });
  });

  it.each(NO_TEXT.map((value) => [value]))("has an id and a kind that are texts, not %j", (value) => {
    expect(readOrder({ id: value, kind: "wind_up" })).toStrictEqual({ malformed: "id" });
    expect(readOrder({ id: value, kind: value })).toStrictEqual({ malformed: "id" });
    expect(readOrder({ id: "x", kind: value })).toStrictEqual({ malformed: "kind" });
  });

  it.each(["settle", "exits", "toString", "constructor", "__proto__", "Join", "join "])(
    "is never of kind %s",
    (kind) => expect(readOrder({ id: "x", kind })).toStrictEqual({ malformed: "kind" }),
  );

  it("takes the options of a join, a store, a purchase and a redemption", () => {
    expect(readOrder({ id: "x", kind: "join", member: "m", sponsor: null })).toMatchObject({ sponsor: null });
    expect(readOrder({ id: "x", kind: "join", member: "m", sponsor: "n" })).toMatchObject({ sponsor: "n" });
    const store = { id: "x", kind: "open_store", merchant: "s", owner: "o", region: "000000" };
    const options = { take: "0%", recruiter: "r", goods: true, feed: "goods" };
    expect(readOrder({ ...store, ...options })).toMatchObject({ ...options, take: 0n });
    expect(readOrder({ ...store, take: "99.9999%", goods: false })).toMatchObject({
      take: 999_999n,
      goods: false,
      feed: MAIN_FEED,
    });
    const bought = { id: "x", kind: "purchase", member: "m", merchant: "s" };
    expect(readOrder({ ...bought, amount_fen: 0, cost_fen: 0 })).toMatchObject({ amount: 0n, cost: 0n });
    expect(readOrder({ ...bought, amount_fen: -7, cost_fen: -1 })).toMatchObject({ amount: -7n, cost: -1n });
    const most = Number.MAX_SAFE_INTEGER;
    expect(readOrder({ ...bought, amount_fen: most })).toMatchObject({ amount: BigInt(most) });
    expect(readOrder({ id: "x", kind: "redeem", member: "m", points: "all" })).toMatchObject({
      points: "all",
    });
    expect(readOrder({ id: "x", kind: "redeem", member: "m", points: "0" })).toMatchObject({ points: 0n });
    const least = { id: "x", kind: "redeem", member: "m", points: "all", min_proceeds_fen: 0 };
    expect(readOrder(least)).toMatchObject({ minProceeds: 0n });
    expect(readOrder({ ...least, min_proceeds_fen: most })).toMatchObject({ minProceeds: BigInt(most) });
    const publish = { id: "x", kind: "publish", plan: planJson({ version: 7 }), feed: "goods" };
    expect(readOrder(publish)).toMatchObject({ feed: "goods", plan: { version: 7 } });
    const moved = { id: "x", kind: "correct_sponsor", member: "m", sponsor: "n", case: "2026-7" };
    expect(readOrder(moved)).toMatchObject({ sponsor: "n", case: "2026-7" });
    const asked = { id: "x", kind: "withdraw", member: "m", source: "commission", amount_fen: -5 };
    expect(readOrder(asked)).toMatchObject({ source: "commission", amount: -5n });
  });

  it("lets a fault that is no field's pass on", () => {
    const json = {
      id: "x",
      kind: "inject",
      get amount_fen(): number {
        throw new RangeError("not of the order");
      },
    };
    expect(() => readOrder(json)).toThrow(RangeError);
  });
});
