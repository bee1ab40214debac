/** Parts of a whole as they are shown: rounded so that what stands in a list sums to exactly 100. */
import type { Money, PoolMoney } from "../findings/index.ts";

/** Of a whole as so many units: hundredths of a percent, said in ppm like all shares here. */
const UNITS = 10_000;
const UNIT_PPM = 100;

/**
 * The share of each part in ppm, in whole hundredths of a percent, by the largest remainder: every part is
 * rounded down, and what this leaves goes, a hundredth each, to those that lost most, of equal ones to the
 * first. Parts may be below zero (a debt). Null where the whole is not above 0. Throws where the parts do
 * not add up to the whole.
 */
export function sharesOf(parts: readonly number[], whole: number): number[] | null {
  if (whole <= 0) return null;
  if (parts.reduce((sum, part) => sum + part, 0) !== whole) throw new Error("these parts are not the whole");
  const all = BigInt(whole);
  const cut = parts.map((part, place) => {
    const units = BigInt(part) * BigInt(UNITS);
    const lost = ((units % all) + all) % all;
    return { place, lost, share: Number((units - lost) / all) };
  });
  const byLoss = [...cut].sort((a, b) => (a.lost === b.lost ? a.place - b.place : a.lost > b.lost ? -1 : 1));
  const left = UNITS - cut.reduce((sum, { share }) => sum + share, 0);
  const raised = new Set(byLoss.slice(0, left).map(({ place }) => place));
  return cut.map(({ place, share }) => (share + (raised.has(place) ? 1 : 0)) * UNIT_PPM);
}

/** Who gets what of each 100 yuan spent, in fen; the five add up to 100 yuan. */
export interface Hundred {
  readonly merchants: number;
  readonly pool: number;
  /** Its own portion and the commissions nobody earned. */
  readonly operator: number;
  readonly commissions: number;
  /** Portions of other names, and what is still pending. */
  readonly others: number;
}

/** Sums of the rows of the table of parts, so that sentence and table never differ; null without spend. */
export function hundredOf(money: Money): Hundred | null {
  const rows: [keyof Hundred, number][] = [
    ["merchants", money.suppliers_fen],
    ["pool", money.pool_fen],
    ["operator", money.operator_fen],
    ["commissions", money.upline_1_fen],
    ["commissions", money.upline_2_fen],
    ["commissions", money.recruiter_fen],
    ["commissions", money.region_district_fen],
    ["commissions", money.region_city_fen],
    ["commissions", money.region_province_fen],
    ["operator", money.unclaimed_fen],
    ...Object.values(money.portions).map((fen): [keyof Hundred, number] => ["others", fen]),
    ["others", money.pending_fen],
  ];
  const shares = sharesOf(
    rows.map(([, fen]) => fen),
    money.spent_fen,
  );
  if (shares === null) return null;
  const sums = { merchants: 0, pool: 0, operator: 0, commissions: 0, others: 0 };
  rows.forEach(([to], i) => {
    sums[to] += (shares[i] as number) / UNIT_PPM;
  });
  return sums;
}

/** What the pool paid to members, less what refunds brought back. */
export const paidByPool = (pool: PoolMoney): number =>
  pool.redeemed_fen + pool.forced_exits_fen + pool.dust_fen + pool.wound_up_fen - pool.returned_fen;

/** The same as a share of all that entered the pool, in ppm: the sum of its rows in the table of places. */
export function paidShareOf(pool: PoolMoney): number | null {
  const here = [pool.in_pool_fen, pool.remainder_fen, pool.wound_up_rest_fen];
  const paid = [pool.redeemed_fen, pool.forced_exits_fen, pool.dust_fen, pool.wound_up_fen];
  const whole = pool.from_purchases_fen + pool.injected_fen;
  const shares = sharesOf([...here, ...paid, -pool.returned_fen], whole);
  if (shares === null) return null;
  return shares.slice(here.length).reduce((sum, share) => sum + share, 0);
}
