/**
 * The law of the price: what equal purchases, one after another and nobody redeeming, do to the price of a
 * pool, in closed form. Figures here are statistics, not money, and so floats. With pool money 1 a
 * purchase, mint ρ, cash S and points N: S' = S + 1, N' = N·(1 + ρ/S), so that P_n = Γ(ρ)·n! / Γ(n + ρ) of
 * the opening price. Where the step limit L = 1 + max_step binds, S' = (S + ρ)·L instead; it can bind on
 * the first purchases only.
 */

export interface PriceLaw {
  /** Share of pool money that mints, strictly between 0 and 1. */
  readonly mint: number;
  /** How many first purchases the step limit holds back; 0 as a rule. */
  readonly limited: number;
  /** Pool cash after those, in units of one purchase's pool money. */
  readonly held: number;
  /** ln(1 + max_step). */
  readonly logStep: number;
  /** The price grows like constant · n^exponent. */
  readonly exponent: number;
  readonly constant: number;
}

/** The largest count of purchases spoken of; beyond it a count is null. */
export const MOST_PURCHASES = Number.MAX_SAFE_INTEGER;

/** The tail of Stirling's series for ln Γ(x); exact to 1e-15 from 16 on. */
const tail = (x: number) => (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * x * x)) / (x * x)) / (x * x)) / x;

/** ln Γ(x + d) − ln Γ(x) for x > 0 and 0 ≤ d ≤ 1, without the loss of taking two large figures apart. */
export function logGammaRatio(x: number, d: number): number {
  let low = 0;
  let y = x;
  for (; y < 16; y += 1) low += Math.log(y / (y + d));
  const rise = (y - 0.5) * Math.log1p(d / y) + d * Math.log(y + d) - d;
  return low + rise + tail(y + d) - tail(y);
}

/** The law for a mint and a step limit (0.5 = at most +50% an order); 0 < mint < 1, maxStep > 0. */
export function lawOf(mint: number, maxStep: number): PriceLaw {
  const logStep = Math.log1p(maxStep);
  const exponent = 1 - mint;
  // After j limited purchases S = ρL(L^j − 1)/(L − 1); the next is not limited once L^(j+1) ≥ 1/ρ.
  const limited = Math.max(0, Math.ceil(-Math.log(mint) / logStep - 1 - 1e-12));
  const held = limited === 0 ? 0 : (mint * (1 + maxStep) * Math.expm1(limited * logStep)) / maxStep;
  const constant = Math.exp(limited * logStep - logGammaRatio(held + mint, exponent));
  return { mint, limited, held, logStep, exponent, constant };
}

/** ln of the price after n purchases, opening price 1; n ≥ 0. */
export function logPrice(law: PriceLaw, n: number): number {
  if (n <= law.limited) return n * law.logStep;
  const { limited, held, mint, exponent, logStep } = law;
  const start = held + mint;
  return limited * logStep + logGammaRatio(start + n - limited, exponent) - logGammaRatio(start, exponent);
}

/** The price after n purchases as a multiple of the opening price. */
export function priceAfter(law: PriceLaw, n: number): number {
  return Math.exp(logPrice(law, n));
}

/** What the points of purchase k are worth after n purchases, as a multiple of what it minted; 1 ≤ k ≤ n. */
export function worthOf(law: PriceLaw, k: number, n: number): number {
  return Math.exp(logPrice(law, n) - logPrice(law, k - 1));
}

/**
 * The purchase at which the points of purchase k first reach `multiple` times the price they were minted
 * at: the smallest n ≥ k with P_n ≥ multiple · P_(k−1). Null beyond 2^53 − 1 purchases.
 */
export function purchasesUntil(law: PriceLaw, k: number, multiple: number): number | null {
  // Prices that agree to 1e-12 are one price: the last bits of a logarithm decide nothing.
  const target = Math.log(multiple) + logPrice(law, k - 1) - 1e-12;
  if (logPrice(law, MOST_PURCHASES) < target) return null;
  let low = k - 1;
  let high = k;
  while (logPrice(law, high) < target) {
    low = high;
    high = Math.min(high * 2, MOST_PURCHASES);
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (logPrice(law, middle) < target) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * How many times a member's own number the purchases must reach for his points to make `multiple`:
 * M^(1/(1−ρ)).
 */
export function growthNeeded(law: PriceLaw, multiple: number): number {
  return Math.max(1, multiple ** (1 / law.exponent));
}
