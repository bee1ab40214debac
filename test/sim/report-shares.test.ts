import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Money } from "../../src/sim/findings/index.ts";
import { partsOf } from "../../src/sim/report/parts.ts";
import { hundredOf, paidShareOf, sharesOf } from "../../src/sim/report/shares.ts";

const MONEY: Money = {
  purchases_fen: 24_409_194,
  refunds_fen: 0,
  spent_fen: 24_409_194,
  suppliers_fen: 19_530_647,
  operator_fen: 483_315,
  upline_1_fen: 69_558,
  upline_2_fen: 0,
  recruiter_fen: 0,
  region_district_fen: 0,
  region_city_fen: 0,
  region_province_fen: 0,
  unclaimed_fen: 413_757,
  pool_fen: 3_911_917,
  pending_fen: 0,
  portions: {},
  pool: {
    from_purchases_fen: 3_911_917,
    injected_fen: 0,
    in_pool_fen: 3_904_708,
    remainder_fen: 0,
    redeemed_fen: 0,
    forced_exits_fen: 7_209,
    dust_fen: 0,
    wound_up_fen: 0,
    wound_up_rest_fen: 0,
    returned_fen: 0,
  },
};

const sum = (shares: readonly number[] | null) => shares?.reduce((all, share) => all + share, 0);

describe("shares as they are shown", () => {
  test("three thirds are 100.00%, and the first of equals gets the odd hundredth", () => {
    expect(sharesOf([1, 1, 1], 3)).toEqual([333_400, 333_300, 333_300]);
  });

  test("a debt counts against the others", () => {
    const shares = sharesOf([83_172_998, 2_741_961, 117_277, -177], 86_032_059);
    expect(shares).toEqual([966_800, 31_900, 1_300, 0]);
    expect(sharesOf([150, -50], 100)).toEqual([1_500_000, -500_000]);
  });

  test("without a whole there are no shares, and parts that are no whole are refused", () => {
    expect(sharesOf([], 0)).toBeNull();
    expect(sharesOf([5, -5], 0)).toBeNull();
    expect(() => sharesOf([1, 1], 3)).toThrow("not the whole");
  });

  test("whatever the parts: they sum to 100.00%, none is off by a hundredth or more, nothing gets nothing", () => {
    const parts = fc.array(fc.integer({ min: -1_000, max: 1_000_000_000_000 }), {
      minLength: 1,
      maxLength: 20,
    });
    let seen = 0;
    fc.assert(
      fc.property(parts, (fen) => {
        const whole = fen.reduce((all, part) => all + part, 0);
        fc.pre(whole > 0);
        seen += 1;
        const shares = sharesOf(fen, whole) as number[];
        expect(sum(shares)).toBe(1_000_000);
        shares.forEach((share, i) => {
          const off = BigInt(share) * BigInt(whole) - BigInt(fen[i] as number) * 1_000_000n;
          expect(off < 100n * BigInt(whole) && off > -100n * BigInt(whole)).toBe(true);
          if (fen[i] === 0) expect(share).toBe(0);
        });
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

describe("of each 100 yuan", () => {
  test("the sentence sums to 100.00 and says what the rows of the table say together", () => {
    const hundred = hundredOf(MONEY);
    expect(hundred).toEqual({ merchants: 8_001, pool: 1_603, operator: 368, commissions: 28, others: 0 });
    const rows = sharesOf(
      partsOf(MONEY).map(({ fen }) => fen),
      MONEY.spent_fen,
    );
    expect(rows).toEqual([800_100, 160_300, 19_800, 2_800, 17_000]);
    expect(sum(rows)).toBe(1_000_000);
  });

  test("portions of other names and pending money are the others' part", () => {
    const money = { ...MONEY, portions: { charity: 100 }, pending_fen: 50, suppliers_fen: 19_530_497 };
    const hundred = hundredOf({ ...money, spent_fen: 24_409_194 });
    expect(Object.values(hundred ?? {}).reduce((all, fen) => all + fen, 0)).toBe(10_000);
    const big = { ...MONEY, portions: { charity: 24_409_194 }, spent_fen: 48_818_388 };
    expect(hundredOf(big)?.others).toBe(5_000);
  });

  test("without spend nothing is said", () => {
    expect(
      hundredOf({
        ...MONEY,
        suppliers_fen: 0,
        operator_fen: 0,
        upline_1_fen: 0,
        unclaimed_fen: 0,
        pool_fen: 0,
        spent_fen: 0,
      }),
    ).toBeNull();
  });
});

test("what the pool paid is the sum of its rows; an empty pool paid no share", () => {
  expect(paidShareOf(MONEY.pool)).toBe(1_800);
  expect(
    paidShareOf({ ...MONEY.pool, from_purchases_fen: 0, in_pool_fen: 0, forced_exits_fen: 0 }),
  ).toBeNull();
});
