/** The three facts of a replay that say most, in one sentence each. */
import type { Findings } from "#sim";
import { yuan } from "#statement";
import type { Say } from "./language.ts";

/** Parts per million of a whole as a percent with two decimals, rounded down. */
function percent(ppm: number | null): string {
  return ppm === null ? "—" : `${(Math.floor(ppm / 100) / 100).toFixed(2)}%`;
}

const money = (fen: number) => yuan(BigInt(fen));
const count = (number: number) => number.toLocaleString("en");
/** Four of a price's eight decimals are enough for a sentence. */
const short = (price: string) => price.slice(0, -4);

/** What of each 100 yuan spent, in yuan with two decimals, rounded down. */
function ofHundred(fen: number, spent: number): string {
  return spent <= 0 ? "—" : yuan((BigInt(fen) * 10_000n) / BigInt(spent));
}

/** Who got what; what the members have; what the pool did. */
export function headlines(findings: Findings, say: Say): string[] {
  const { money: flows, if_redeemed, so_far, counted, plan, pool, exits } = findings;
  const { spent_fen: spent } = flows;
  const commissions = [
    flows.upline_1_fen,
    flows.upline_2_fen,
    flows.recruiter_fen,
    flows.region_district_fen,
    flows.region_city_fen,
    flows.region_province_fen,
  ].reduce((sum, fen) => sum + fen, 0);
  const out = flows.pool;
  const paid = out.redeemed_fen + out.forced_exits_fen + out.dust_fen + out.wound_up_fen - out.returned_fen;
  const full = counted === 0 ? null : Math.floor((if_redeemed.full * 1_000_000) / counted);
  return [
    say("headline.split", {
      spent: money(spent),
      merchants: ofHundred(flows.suppliers_fen, spent),
      pool: ofHundred(flows.pool_fen, spent),
      operator: ofHundred(flows.operator_fen + flows.unclaimed_fen, spent),
      commissions: ofHundred(commissions, spent),
    }),
    say("headline.members", {
      counted: count(counted),
      got: percent(so_far.p50_ppm),
      now: percent(if_redeemed.p50_ppm),
      full: count(if_redeemed.full),
      share: percent(full),
    }),
    say("headline.pool", {
      from: short(plan.opening_price),
      to: short(pool.price),
      into: money(out.from_purchases_fen + out.injected_fen),
      paid: money(paid),
      exits: count(exits.length),
    }),
  ];
}
