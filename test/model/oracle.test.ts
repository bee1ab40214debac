/** The oracle against the worked replays, and figures computed by hand (of time: oracle-time.test.ts). */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Oracle, oracleReplay } from "./oracle.ts";
import { buy, LOCAL, replay, world } from "./oracle-world.ts";

const CASES = new URL("../cases/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, CASES), "utf8");
const names = readdirSync(CASES)
  .filter((file) => file.endsWith(".plan.json"))
  .map((file) => file.slice(0, -".plan.json".length));

test("the worked replays are there", () => {
  expect(names.length).toBeGreaterThanOrEqual(17);
});

describe.each(names)("case %s", (name) => {
  const plan: unknown = JSON.parse(read(`${name}.plan.json`));
  const orders = read(`${name}.orders.jsonl`);

  test("the result matches", () => {
    const result = JSON.parse(JSON.stringify(oracleReplay(plan, orders))) as unknown;
    expect(result).toEqual(JSON.parse(read(`${name}.result.json`)));
  });

  test("the laws hold after every line", () => {
    const oracle = new Oracle(plan);
    orders.split("\n").forEach((line, index) => {
      oracle.line(line, index + 1);
      oracle.check();
    });
    expect(oracle.result()).toEqual(JSON.parse(read(`${name}.result.json`)));
  });
});

describe("what the cases do not show of section 2", () => {
  const agents = [
    { kind: "join", member: "o" },
    { kind: "join", member: "dg" },
    { kind: "join", member: "gd" },
    { kind: "open_store", merchant: "s", owner: "o", region: "441900" },
    { kind: "appoint", member: "dg", region: "441900" },
    { kind: "appoint", member: "gd", region: "440000" },
    buy("p1", "o", 100_000),
  ];

  test("a city without districts: cumulative 0.2 and 0.1, separate 0.2 and 0.3", () => {
    expect(replay(LOCAL).send(...agents)).toMatchObject({
      members: { dg: { commission_fen: 200 }, gd: { commission_fen: 100 }, o: { sponsor: null } },
      unclaimed_fen: 1700,
    });
    const region = { ...LOCAL.commissions.region, mode: "separate" };
    const plan = { ...LOCAL, commissions: { ...LOCAL.commissions, region, unclaimed: "pool" } };
    // 2000 − 200 − 300 = 1500 unclaimed fen join the pool's 16000.
    expect(replay(plan).send(...agents)).toMatchObject({
      members: { dg: { commission_fen: 200 }, gd: { commission_fen: 300 } },
      unclaimed_fen: 0,
      pool: { cash_fen: 15_000 + 2500, points: "122.50000000" },
    });
  });

  test("a named portion is credited to its account, and reversed with the rest", () => {
    const portions = [{ to: "charity", rate: "1.5%" }, ...LOCAL.portions];
    const { send, oracle } = replay({ ...LOCAL, portions });
    // 1000 yuan: 15 charity, 145 pool. A third of it back, rounded down: floor(1500·33333/100000) = 499.
    expect(send(...world("a"), buy("p1", "a", 100_000))).toMatchObject({ pool: { cash_fen: 14_500 } });
    expect(oracle.book.accounts.get("charity")).toBe(1500n);
    send({ kind: "refund", purchase: "p1", amount_fen: 33_333 });
    expect(oracle.book.accounts.get("charity")).toBe(1001n);
    send({ kind: "refund", purchase: "p1", amount_fen: 66_667 });
    expect(oracle.book.accounts.get("charity")).toBe(0n);
  });

  test("an owner who stands below the buyer is not made his sponsor", () => {
    const { send } = replay(LOCAL);
    const result = send(
      { kind: "join", member: "a" },
      { kind: "join", member: "b", sponsor: "a" },
      { kind: "join", member: "o", sponsor: "b" },
      { kind: "open_store", merchant: "s", owner: "o", region: "440106" },
      buy("p1", "a", 100_000),
    );
    // b brought o, who opened the store: 0.5% to b as recruiter.
    expect(result).toMatchObject({ members: { a: { sponsor: null }, b: { commission_fen: 500 } } });
  });

  test("an emptied pool takes in only what it mints", () => {
    const { send } = replay(LOCAL);
    const result = send(
      ...world("a"),
      buy("p1", "a", 100_000),
      { kind: "redeem", member: "a", points: "all" }, // 16000·0.8 = 12800 paid, 3200 to the remainder
      buy("p2", "a", 100_000), // v = 11200 at 16000/112 fen a point: 78.4 points; 4800 go aside
    );
    expect(result).toMatchObject({
      pool: { cash_fen: 11_200, points: "78.40000000", price: "1.42857142", remainder_fen: 8000 },
      members: { a: { wallet_fen: 12_800 } },
    });
  });
});

describe("files (section 7)", () => {
  test("a line that is no order is refused by its number and field", () => {
    const lines: [string, string | null][] = [
      ['{"id":"1","kind":"join"', null],
      ["[1]", null],
      ['{"kind":"join","member":"a"}', "id"],
      ['{"id":1,"kind":"join","member":"a"}', "id"],
      ['{"id":"1","kind":"leave"}', "kind"],
      ['{"id":"1","kind":"join","sponsor":null}', "member"],
      ['{"id":"1","kind":"open_store","merchant":"s","owner":"a","region":"44010"}', "region"],
      ['{"id":"1","kind":"open_store","merchant":"s","owner":"a","region":"440106","take":"100%"}', "take"],
      ['{"id":"1","kind":"inject","amount_fen":1e3}', "amount_fen"],
      ['{"id":"1","kind":"inject","amount_fen":1.0}', "amount_fen"],
      ['{"id":"1","kind":"inject","amount_fen":-0}', "amount_fen"],
      ['{"id":"1","kind":"inject","amount_fen":"100"}', "amount_fen"],
      ['{"id":"1","kind":"inject","amount_fen":9007199254740992}', "amount_fen"],
      ['{"id":"1","kind":"inject","amount_fen":-9007199254740992}', "amount_fen"],
      ['{"id":"1","kind":"redeem","member":"a","points":"-1"}', "points"],
      ['{"id":"1","kind":"redeem","member":"a","points":"0.000000001"}', "points"],
      ['{"id":"1","kind":"inject","amount_fen":1,"at":"2024-02-30T00:00:00Z"}', "at"],
      ['{"id":"1","kind":"inject","amount_fen":1,"at":"2024-02-28T00:00:00"}', "at"],
    ];
    const text = `\n${lines.map(([line]) => line).join("\n")}\n  \n`;
    expect(oracleReplay(LOCAL, text)).toMatchObject({
      pool: { remainder_fen: 0 },
      members: {},
      refused: lines.map(([, field], index) => ({ line: index + 2, code: "malformed", field })),
    });
  });

  test("a number is judged by its own field only, and the largest one is taken", () => {
    const text = [
      '{"id":"1","kind":"inject","amount_fen":5,"note":{"amount_fen":1e3,"said":"\\"amount_fen\\":1.5"}}',
      '{"id":"2","kind":"inject","amount_fen":9007199254740991}\r',
    ].join("\n");
    const oracle = new Oracle(LOCAL);
    text.split("\n").forEach((line, index) => {
      oracle.line(line, index + 1);
    });
    oracle.check();
    expect(oracle.book.remainder).toBe(9_007_199_254_740_996n);
    expect(oracle.book.refused).toEqual([]);
  });

  test("the same id: same body answered, other body refused, a refused one may come again", () => {
    const result = replay(LOCAL).send(
      { id: "1", kind: "inject", amount_fen: 5 },
      { amount_fen: 5, kind: "inject", id: "1" },
      { id: "1", kind: "inject", amount_fen: 6 },
      { id: "2", kind: "inject", amount_fen: 0 },
      { id: "2", kind: "inject", amount_fen: 0 },
      { id: "2", kind: "inject", amount_fen: 9 },
    );
    expect(result).toMatchObject({
      pool: { remainder_fen: 14 },
      refused: [
        { id: "1", code: "id_conflict" },
        { id: "2", code: "amount_must_be_positive" },
        { id: "2", code: "amount_must_be_positive" },
      ],
    });
  });
});

test("check() sees a lost fen, a lost grain and a fallen price", () => {
  const bought = () => {
    const { send, oracle } = replay(LOCAL);
    send(...world("a"), buy("p1", "a", 100_000));
    return oracle;
  };
  const lostFen = bought();
  lostFen.book.C -= 1n;
  expect(() => lostFen.check()).toThrow("every fen is in exactly one account");
  const lostGrain = bought();
  lostGrain.book.N -= 1n;
  expect(() => lostGrain.check()).toThrow("the lots' points are the pool's");
  const fallen = bought();
  fallen.book.C -= 1n;
  fallen.book.remainder += 1n;
  expect(() => fallen.check()).toThrow("the price never falls");
});
