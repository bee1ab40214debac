import { describe, expect, it } from "vitest";
import { Account, BrokenLaw, KIND, PART, STEP, type Step } from "#engine";
import { BACK } from "../../../src/engine/chart.ts";
import { post, posting } from "../../../src/engine/post.ts";

/** The chart of accounts by hand: key, name, unit, whose. */
const CHART = [
  ["outside", "outside", "fen", null],
  ["pending", "pending", "fen", null],
  ["payable", "payable", "fen", "merchant"],
  ["operator", "operator", "fen", null],
  ["portion", "portion", "fen", "portion"],
  ["commission", "commission", "fen", "member"],
  ["commissionFrozen", "commission_frozen", "fen", "member"],
  ["unclaimed", "unclaimed", "fen", null],
  ["wallet", "wallet", "fen", "member"],
  ["pool", "pool", "fen", null],
  ["remainder", "pool_remainder", "fen", null],
  ["points", "points", "grains", "member"],
  ["issued", "points_issued", "grains", null],
  ["withdrawal", "withdrawal", "fen", "member"],
] as const;

const PAYER = "outside pending";
const EARNER = "commission commission_frozen";

/** Every permitted direction by hand: what rule moves money, from which kinds to which. */
const DIRECTIONS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  // RULES section 2: a purchase, paid at once or out of pending.
  due: [PAYER, "payable"],
  operator: [PAYER, "operator"],
  portion: [PAYER, "portion"],
  upline_1: [PAYER, EARNER],
  upline_2: [PAYER, EARNER],
  recruiter: [PAYER, EARNER],
  region_district: [PAYER, EARNER],
  region_city: [PAYER, EARNER],
  region_province: [PAYER, EARNER],
  unclaimed: [PAYER, "unclaimed"],
  subscribe: [PAYER, "pool"],
  aside: [PAYER, "pool_remainder"],
  issue: ["points_issued", "points"],
  burn: ["points", "points_issued"],
  // Section 4: the pool.
  step_limit: ["pool", "pool_remainder"],
  pool_emptied: ["pool", "pool_remainder"],
  redeem: ["pool", "wallet"],
  forced_exit: ["pool", "wallet"],
  dust: ["pool", "wallet"],
  inject: ["outside", "pool pool_remainder"],
  release: ["pool_remainder", "pool"],
  // Section 6: a refund takes back from who got it.
  refund_due: ["payable", "outside"],
  refund_portion: ["portion", "outside"],
  refund_upline_1: [EARNER, "outside"],
  refund_upline_2: [EARNER, "outside"],
  refund_recruiter: [EARNER, "outside"],
  refund_region_district: [EARNER, "outside"],
  refund_region_city: [EARNER, "outside"],
  refund_region_province: [EARNER, "outside"],
  refund_unclaimed: ["unclaimed", "outside"],
  refund_operator: ["operator", "outside"],
  refund_rounding: ["outside", "operator"],
  refund_aside: ["pool_remainder", "outside"],
  refund_pool: ["pool", "outside"],
  refund_proceeds: ["wallet", "outside"],
  refund_shortfall: ["payable", "outside"],
  proceeds_back: ["wallet", "pool pool_remainder"],
  // Sections 6b and 6c: time, winding up.
  pend: ["outside", "pending"],
  refund_pending: ["pending", "outside"],
  thaw: ["commission_frozen", "commission"],
  wind_up_remainder: ["pool_remainder", "pool"],
  wind_up: ["pool", "wallet"],
  wind_up_rest: ["pool", "operator"],
  // Section 7b: withdrawals.
  withdraw: ["wallet commission", "withdrawal"],
  pay_out: ["withdrawal", "outside"],
  return_withdrawal: ["withdrawal", "wallet commission"],
};

const kinds = Object.values(KIND);
const steps: readonly Step[] = [...Object.values(PART), ...BACK.values(), ...Object.values(STEP)];
const account = (kind: (typeof kinds)[number]) => new Account(kind, kind.per === null ? "" : "x");

describe("the chart of accounts", () => {
  it("is the one written here", () => {
    const rows = Object.entries(KIND).map(([key, { name, unit, per }]) => [key, name, unit, per]);
    expect(rows).toEqual(CHART);
  });

  it("gives every kind a bit of its own", () => {
    expect(kinds.map(({ bit }) => bit)).toEqual(kinds.map((_, i) => 2 ** i));
  });

  it("names accounts by kind and owner, a portion by its own name", () => {
    expect(new Account(KIND.wallet, "m1").name).toBe("wallet:m1");
    expect(new Account(KIND.commissionFrozen, "m1").name).toBe("commission_frozen:m1");
    expect(new Account(KIND.portion, "charity").name).toBe("charity");
    expect(new Account(KIND.remainder, "").name).toBe("pool_remainder");
    expect(new Account(KIND.pool, "").balance).toBe(0n);
  });
});

describe("the permitted directions", () => {
  it("are those of the table, each code once but the operator's own part of a refund", () => {
    expect(new Set(steps.map(({ code }) => code))).toEqual(new Set(Object.keys(DIRECTIONS)));
    const twice = steps.map(({ code }) => code).filter((code, i, all) => all.indexOf(code) !== i);
    expect(twice).toEqual(["refund_operator"]);
  });

  it("of a refund mirror those of each part", () => {
    expect([...BACK.keys()]).toEqual(Object.values(PART));
    for (const [part, back] of BACK) {
      expect(back.code).toBe(`refund_${part.code}`);
      expect(back.from).toBe(part.to);
    }
  });

  it.each(steps.map((step) => [step.code, step] as const))("of %s are no more and no fewer", (code, step) => {
    const [from, to] = (DIRECTIONS[code] ?? ["", ""]).map((names) => names.split(" ")) as [
      string[],
      string[],
    ];
    const passed: string[] = [];
    for (const one of kinds) {
      for (const other of kinds) {
        try {
          posting(step, account(one), account(other), 1n);
          passed.push(`${one.name}→${other.name}`);
        } catch (fault) {
          expect(fault).toBeInstanceOf(BrokenLaw);
        }
      }
    }
    const permitted = kinds.flatMap((one) => kinds.map((other) => [one.name, other.name] as const));
    expect(passed).toEqual(
      permitted.filter(([a, b]) => from.includes(a) && to.includes(b)).map(([a, b]) => `${a}→${b}`),
    );
  });
});

function brokenBy(act: () => unknown): BrokenLaw {
  try {
    act();
  } catch (fault) {
    if (fault instanceof BrokenLaw) return fault;
  }
  throw new Error("no law was broken");
}

describe("a posting", () => {
  const outside = new Account(KIND.outside, "");
  const pool = new Account(KIND.pool, "");
  const wallet = new Account(KIND.wallet, "m");

  it("is of more than nothing", () => {
    for (const amount of [0n, -1n]) {
      const broken = brokenBy(() => posting(STEP.inject, outside, pool, amount));
      expect([broken.law, broken.message]).toEqual([
        "amount_above_zero",
        `amount_above_zero: inject ${amount}`,
      ]);
      expect(broken).toBeInstanceOf(Error);
    }
    expect(posting(STEP.inject, outside, pool, 1n)).toEqual({
      step: STEP.inject,
      from: outside,
      to: pool,
      amount: 1n,
    });
  });

  it("says which way was not permitted", () => {
    const to = brokenBy(() => posting(STEP.inject, outside, wallet, 1n));
    expect([to.law, to.message]).toEqual([
      "permitted_direction",
      "permitted_direction: inject: outside → wallet:m",
    ]);
    const from = brokenBy(() => posting(STEP.inject, wallet, pool, 1n));
    expect(from.message).toBe("permitted_direction: inject: wallet:m → pool");
  });

  it("moves its amount and nothing more", () => {
    post(posting(STEP.inject, outside, pool, 7n));
    post(posting(STEP.redeem, pool, wallet, 9n));
    expect([outside.balance, pool.balance, wallet.balance]).toEqual([-7n, -2n, 9n]);
  });
});
