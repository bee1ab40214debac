/** A checked plan written back as the JSON of a plan file: the record of a publication holds all of it. */
import type { Plan, Span } from "#engine";
import { showMultiple, showPercent } from "#engine";

/** A checked plan in the form of a plan file (RULES section 7); reading it back gives the same plan. */
export type PlanRecord = ReturnType<typeof planRecord>;

const SECOND = 1_000_000;
const DAY = 86_400;

function spanText(span: Span): string {
  const seconds = span / SECOND;
  return `P${Math.floor(seconds / DAY)}DT${seconds % DAY}S`;
}

/** Writes a checked plan as the JSON of a plan file, absent keys filled in. */
export function planRecord(plan: Plan) {
  const { region, pool } = plan;
  return {
    name: plan.name,
    version: plan.version,
    take: showPercent(plan.take),
    min_purchase_fen: Number(plan.minPurchase),
    portions: [
      { to: "operator", rate: showPercent(plan.operator) },
      { to: "commissions", rate: showPercent(plan.commissions) },
      ...plan.portions.map(({ to, rate }) => ({ to, rate: showPercent(rate) })),
      { to: "pool", rest: true },
    ],
    commissions: {
      upline: plan.upline.map(showPercent),
      recruiter: showPercent(plan.recruiter),
      region: {
        mode: region.mode,
        district: showPercent(region.district),
        city: showPercent(region.city),
        province: showPercent(region.province),
      },
      unclaimed: plan.unclaimed,
    },
    ...(plan.settleAfter === null ? {} : { settle_after: spanText(plan.settleAfter) }),
    ...(plan.commissionFreeze === null ? {} : { commission_freeze: spanText(plan.commissionFreeze) }),
    pool: {
      opening_price_fen: Number(pool.openingPrice),
      mint: showPercent(pool.mint),
      exit_load: showPercent(pool.exitLoad),
      max_step: showPercent(pool.maxStep),
      cap: { multiple: showMultiple(pool.multiple), per: pool.per },
    },
  };
}
