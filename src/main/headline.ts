/** The three facts of a replay that say most, in one sentence each. */
import { type Findings, hundredOf } from "#sim";
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

/** Who got what of each 100 yuan; the figures add up to 100.00. */
function divided(flows: Findings["money"], say: Say): string {
  const hundred = hundredOf(flows);
  if (hundred === null) return say("headline.unspent");
  const { merchants, pool, operator, commissions, others } = hundred;
  return say("headline.split", {
    spent: money(flows.spent_fen),
    merchants: money(merchants),
    pool: money(pool),
    operator: money(operator),
    commissions: money(commissions),
    others: others === 0 ? "" : say("headline.others", { others: money(others) }),
  });
}

/** Who got what; what the members have; what the pool did. */
export function headlines(findings: Findings, say: Say): string[] {
  const { money: flows, if_redeemed, so_far, counted, plan, pool, exits } = findings;
  const out = flows.pool;
  const paid = out.redeemed_fen + out.forced_exits_fen + out.dust_fen + out.wound_up_fen - out.returned_fen;
  const full = counted === 0 ? null : Math.floor((if_redeemed.full * 1_000_000) / counted);
  return [
    divided(flows, say),
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
