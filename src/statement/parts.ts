/** The parts of a receipt: every line a plan can have, with its posting or the reason why there is none. */
import type { Account, Book, Fen, Member, Posting, Ppm, Purchase } from "#engine";
import { levelsOf, MILLION, rateDown } from "#engine";

/** Lines of the split and of what became of the pool portion. "portion": a named one, by its account. */
export type LineCode =
  | "due"
  | "operator"
  | "portion"
  | "upline_1"
  | "upline_2"
  | "recruiter"
  | "region_district"
  | "region_city"
  | "region_province"
  | "unclaimed"
  | "pool_in"
  | "minting"
  | "unminted"
  | "aside"
  | "step_limit";

/** Why an amount is zero; closed. */
export type Reason =
  /** The plan has no such line. */
  | "not_in_plan"
  /** The plan's rate for it is zero, or it sets none. */
  | "rate_zero"
  /** Goods whose given cost is zero. */
  | "cost_zero"
  | "no_sponsor"
  | "sponsor_has_no_sponsor"
  | "no_recruiter"
  | "no_agent"
  /** The store's code equals the next one up: a city without districts. */
  | "level_skipped"
  /** 级差: an agent below has already had as high a rate. */
  | "higher_rate_below"
  | "rounds_to_zero"
  /** Every commission was earned; nothing is left unclaimed. */
  | "all_earned"
  /** What nobody earned went into the pool portion. */
  | "goes_to_pool"
  /** Due and portions used the whole amount up. */
  | "nothing_left"
  /** All of the pool portion went into the pool. */
  | "pool_took_all"
  /** The pool portion, or the rest of it, stands aside. */
  | "goes_aside"
  | "within_limit";

/** What there is to say of an amount that is not zero; closed. */
export type Note =
  | "amount_less_take"
  | "cost_given"
  | "rest_of_commissions"
  | "rest"
  | "with_unclaimed"
  /** 级差: the plan's rate less what agents below had. */
  | "difference"
  | "frozen"
  | "locked_now"
  | "lifts_price"
  | "no_points"
  | "pool_was_empty"
  | "step_limited";

/** One line with its figures as integers. */
export interface Share {
  readonly code: LineCode;
  readonly to: Account | null;
  readonly rate: Ppm | null;
  readonly base: Fen | null;
  readonly amount: Fen;
  readonly reason: Reason | null;
  readonly notes: readonly Note[];
}

/** A rated line before its posting is found: who would get it at which rate, or why nobody does. */
interface Claim {
  readonly code: LineCode;
  readonly to: Member | null;
  readonly rate: Ppm | null;
  readonly reason: Reason | null;
  readonly notes: readonly Note[];
}

/** What a purchase does not say of itself. */
export interface Circumstance {
  /** Whether this very purchase locked the buyer to his sponsor. */
  readonly lockedNow: boolean;
  /** Whether its due is a cost given with the order, and not the amount less the take. */
  readonly costGiven: boolean;
}

/** Every line of the split of a purchase in the plan's order; `split`: the postings of its money. */
export function partLines(
  split: readonly Posting[],
  bought: Purchase,
  book: Book,
  { lockedNow, costGiven }: Circumstance,
): Share[] {
  const { plan, amount } = bought;
  const posted = (code: string, owner?: string): Fen =>
    split.reduce((sum, { step, to, amount: fen }) => {
      return step.code === code && (owner === undefined || to.owner === owner) ? sum + fen : sum;
    }, 0n);
  const rated = (code: LineCode, to: Account, rate: Ppm): Share => {
    const own = code === "portion" ? posted(code, to.owner) : posted(code);
    const reason: Reason | null = own > 0n ? null : rate === 0n ? "rate_zero" : "rounds_to_zero";
    return { code, to, rate, base: amount, amount: own, reason, notes: [] };
  };
  const frozen = plan.commissionFreeze !== null;
  const claims = [...uplineClaims(bought, lockedNow), recruiterClaim(bought), ...regionClaims(bought)];
  const commissions = claims.map((claim): Share => {
    const own = posted(claim.code);
    const reason = own > 0n ? null : (claim.reason ?? (claim.rate === 0n ? "rate_zero" : "rounds_to_zero"));
    const to = claim.to === null ? null : frozen ? claim.to.frozen : claim.to.commission;
    const notes: readonly Note[] = own === 0n ? [] : frozen ? [...claim.notes, "frozen"] : claim.notes;
    const base = claim.rate === null ? null : amount;
    return { code: claim.code, to, rate: claim.rate, base, amount: own, reason, notes };
  });
  return [
    dueLine(bought, posted("due"), costGiven),
    rated("operator", book.operator, plan.operator),
    ...plan.portions.map(({ to, rate }) => rated("portion", book.portion(to), rate)),
    ...commissions,
    unclaimedLine(bought, book, posted("unclaimed"), commissions),
    poolLine(bought, book, posted("subscribe") + posted("aside")),
  ];
}

function dueLine({ merchant, amount, plan }: Purchase, due: Fen, costGiven: boolean): Share {
  return {
    code: "due",
    to: merchant.payable,
    rate: costGiven ? null : MILLION - (merchant.take ?? plan.take),
    base: costGiven ? null : amount,
    amount: due,
    reason: due > 0n ? null : "cost_zero",
    notes: due === 0n ? [] : [costGiven ? "cost_given" : "amount_less_take"],
  };
}

function uplineClaims(bought: Purchase, lockedNow: boolean): Claim[] {
  const { level1, level2 } = bought;
  const [rate1, rate2] = bought.plan.upline;
  const claim = (
    code: LineCode,
    to: Member | null,
    rate: Ppm | undefined,
    nobody: Reason,
    notes: Note[],
  ): Claim => {
    if (rate === undefined) return { code, to: null, rate: null, reason: "not_in_plan", notes: [] };
    if (rate === 0n) return { code, to: null, rate, reason: "rate_zero", notes: [] };
    return { code, to, rate, reason: to === null ? nobody : null, notes };
  };
  const second: Reason = level1 === null ? "no_sponsor" : "sponsor_has_no_sponsor";
  return [
    claim("upline_1", level1, rate1, "no_sponsor", lockedNow ? ["locked_now"] : []),
    claim("upline_2", level2, rate2, second, []),
  ];
}

function recruiterClaim(bought: Purchase): Claim {
  const { recruiter } = bought.merchant;
  const { recruiter: rate } = bought.plan;
  if (rate === 0n) return { code: "recruiter", to: null, rate, reason: "rate_zero", notes: [] };
  return {
    code: "recruiter",
    to: recruiter,
    rate,
    reason: recruiter === null ? "no_recruiter" : null,
    notes: [],
  };
}

function regionClaims(bought: Purchase): Claim[] {
  const levels = levelsOf(bought.merchant.region);
  const { mode, ...rates } = bought.plan.region;
  let highest: Ppm = 0n;
  return (["district", "city", "province"] as const).map((level): Claim => {
    const code = `region_${level}` as const;
    const agent = bought.agents[level];
    const own = rates[level];
    const none = (reason: Reason): Claim => ({ code, to: null, rate: own, reason, notes: [] });
    if (levels[level] === null) return none("level_skipped");
    if (agent === null) return none(own === 0n ? "rate_zero" : "no_agent");
    if (mode === "separate") return { code, to: agent, rate: own, reason: null, notes: [] };
    const below = highest;
    if (own > highest) highest = own;
    if (own === 0n) return { ...none("rate_zero"), to: agent };
    if (own <= below) return { code, to: agent, rate: 0n, reason: "higher_rate_below", notes: [] };
    return { code, to: agent, rate: own - below, reason: null, notes: below > 0n ? ["difference"] : [] };
  });
}

function unclaimedLine(bought: Purchase, book: Book, amount: Fen, commissions: readonly Share[]): Share {
  const { plan } = bought;
  const line = { code: "unclaimed", rate: null, base: null, amount } as const;
  if (amount > 0n) return { ...line, to: book.unclaimed, reason: null, notes: ["rest_of_commissions"] };
  const budget = rateDown(bought.amount, plan.commissions);
  const earned = commissions.reduce((sum, share) => sum + share.amount, 0n);
  const zero = (reason: Reason): Share => ({ ...line, to: null, reason, notes: [] });
  if (plan.commissions === 0n) return zero("rate_zero");
  if (budget === 0n) return zero("rounds_to_zero");
  return zero(earned === budget ? "all_earned" : "goes_to_pool");
}

function poolLine(bought: Purchase, book: Book, amount: Fen): Share {
  const { plan } = bought;
  const notes: Note[] =
    plan.unclaimed === "pool" && plan.commissions > 0n ? ["rest", "with_unclaimed"] : ["rest"];
  const line = { code: "pool_in", to: book.pool.cash, rate: null, base: null, amount } as const;
  return amount > 0n ? { ...line, reason: null, notes } : { ...line, reason: "nothing_left", notes: [] };
}
