/** The plan in the words of a reader, and what its arithmetic lets him expect. */
import { MILLION, type Plan, poolRate, showMultiple, showPercent, showPrice } from "#engine";
import type { PlanFacts, Theory } from "./findings.ts";

export function planFacts(plan: Plan): PlanFacts {
  const { pool } = plan;
  return {
    name: plan.name,
    version: plan.version,
    take: showPercent(plan.take),
    operator: showPercent(plan.operator),
    commissions: showPercent(plan.commissions),
    pool: showPercent(toPool(plan)),
    mint: showPercent(pool.mint),
    exit_load: showPercent(pool.exitLoad),
    cap_multiple: showMultiple(pool.multiple),
    cap_per: pool.per,
    opening_price: showPrice({ cash: pool.openingPrice, points: 100_000_000n }),
    most_at_cap_ppm: Number(mostAtCap(plan)),
  };
}

const toPool = (plan: Plan) => (poolRate(plan) > 0n ? poolRate(plan) : 0n);
const mostAtCap = ({ pool }: Plan) => (pool.multiple * (MILLION - pool.exitLoad)) / MILLION;

/**
 * Closed forms for many equal purchases and nobody redeeming early. With mint share ρ the n-th price grows
 * like n^(1−ρ), so a purchase k times earlier than now has grown k^(1−ρ)-fold. Approximations for a reader:
 * floats.
 */
export function theoryOf(plan: Plan): Theory {
  const ratio = (ppm: bigint) => Number(ppm) / 1e6;
  const grown = 1 - ratio(plan.pool.mint);
  const atOnce = ratio(toPool(plan)) * ratio(plan.pool.mint) * ratio(MILLION - plan.pool.exitLoad);
  const cap = ratio(mostAtCap(plan));
  const full = cap < 1 ? 0 : atOnce ** (1 / grown);
  const median = Math.min(atOnce * 2 ** grown, cap);
  return { full_ppm: Math.round(full * 1e6), median_ppm: Math.round(median * 1e6) };
}
