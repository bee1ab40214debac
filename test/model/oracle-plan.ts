/** The oracle's reading of a plan (RULES sections 1, 6b and 7). */

export const MILLION = 1_000_000n;
export const GRAINS_PER_POINT = 100_000_000n;
/** At most 4 decimals, so that a rate is a whole number of parts per million. */
export const PERCENT = /^([0-9]+)(?:\.([0-9]{1,4}))?%$/;

export interface Plan {
  takePpm: bigint;
  minPurchase: bigint;
  /** The rated portions in the plan's order; the pool takes the rest. */
  portions: { to: string; ppm: bigint }[];
  upline: bigint[];
  recruiter: bigint;
  regionMode: "separate" | "cumulative";
  /** District, city, province. */
  regionPpm: [bigint, bigint, bigint];
  unclaimedToPool: boolean;
  openingPrice: bigint;
  mint: bigint;
  exitLoad: bigint;
  maxStep: bigint;
  multiple: bigint;
  capPer: "purchase" | "member";
  /** Milliseconds; null where the plan has no such key. */
  settleAfter: bigint | null;
  commissionFreeze: bigint | null;
}

/** "P7D", "P2W", "P1DT12H": weeks, days, hours, minutes, seconds, to milliseconds. */
function parseDuration(value: string | undefined): bigint | null {
  if (value === undefined) return null;
  const form = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
  const match = form.exec(value);
  if (match === null) throw new Error(`plan: not a duration: ${JSON.stringify(value)}`);
  const part = (index: number) => BigInt(match[index] ?? "0");
  const days = part(1) * 7n + part(2);
  return (((days * 24n + part(3)) * 60n + part(4)) * 60n + part(5)) * 1000n;
}

/** "0.05%" → 500 (section 1). */
export function percentToPpm(text: string): bigint {
  const match = PERCENT.exec(text);
  if (match === null) throw new Error(`plan: not a percent: ${text}`);
  return BigInt(match[1] + (match[2] ?? "").padEnd(4, "0"));
}

/** "1.2" → 1,200,000 (section 1). */
function decimalToPpm(text: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) throw new Error(`plan: not a decimal: ${text}`);
  return BigInt(match[1] + (match[2] ?? "").padEnd(6, "0"));
}

interface PlanFile {
  take: string;
  min_purchase_fen?: number;
  portions: { to: string; rate?: string; rest?: boolean }[];
  commissions?: {
    upline?: string[];
    recruiter?: string;
    region?: { mode: "separate" | "cumulative"; district?: string; city?: string; province?: string };
    unclaimed: "operator" | "pool";
  };
  pool: {
    opening_price_fen: number;
    mint: string;
    exit_load: string;
    max_step?: string;
    cap: { multiple: string; per: "purchase" | "member" };
  };
  settle_after?: string;
  commission_freeze?: string;
}

/** Reads a plan that has already been checked; the checking of plans is not the oracle's business. */
export function readPlan(source: unknown): Plan {
  const file = source as PlanFile;
  const rate = (text: string | undefined) => (text === undefined ? 0n : percentToPpm(text));
  const region = file.commissions?.region;
  return {
    takePpm: rate(file.take),
    minPurchase: BigInt(file.min_purchase_fen ?? 1),
    portions: file.portions
      .filter((portion) => portion.rest !== true)
      .map((portion) => ({ to: portion.to, ppm: rate(portion.rate) })),
    upline: (file.commissions?.upline ?? []).map(rate),
    recruiter: rate(file.commissions?.recruiter),
    regionMode: region?.mode ?? "separate",
    regionPpm: [rate(region?.district), rate(region?.city), rate(region?.province)],
    unclaimedToPool: file.commissions?.unclaimed === "pool",
    openingPrice: BigInt(file.pool.opening_price_fen),
    mint: rate(file.pool.mint),
    exitLoad: rate(file.pool.exit_load),
    maxStep: rate(file.pool.max_step ?? "50%"),
    multiple: decimalToPpm(file.pool.cap.multiple),
    capPer: file.pool.cap.per,
    settleAfter: parseDuration(file.settle_after),
    commissionFreeze: parseDuration(file.commission_freeze),
  };
}
