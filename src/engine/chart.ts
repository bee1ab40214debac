/**
 * The chart of accounts 科目表 and the permitted directions, as data. A posting whose accounts its step does not
 * permit is refused: money cannot take a way that no rule describes.
 */

/** A class of accounts. `per`: whose account it is, null when the book has one. */
export interface AccountKind {
  readonly name: string;
  /** A bit of its own, so that a step can say in one number which kinds it permits. */
  readonly bit: number;
  readonly unit: "fen" | "grains";
  readonly per: "member" | "merchant" | "portion" | null;
}

let kinds = 0;
const kind =
  (unit: AccountKind["unit"]) =>
  (name: string, per: AccountKind["per"]): AccountKind => ({ name, unit, per, bit: 1 << kinds++ });
const fen = kind("fen");
const grains = kind("grains");

export const KIND = {
  /**
   * The world beyond the book: what has been received from it, less what went back, stands here below zero.
   */
  outside: fen("outside", null),
  /** Paid, but the refund window is open (settle_after). */
  pending: fen("pending", null),
  payable: fen("payable", "merchant"),
  operator: fen("operator", null),
  portion: fen("portion", "portion"),
  commission: fen("commission", "member"),
  commissionFrozen: fen("commission_frozen", "member"),
  unclaimed: fen("unclaimed", null),
  wallet: fen("wallet", "member"),
  pool: fen("pool", null),
  remainder: fen("pool_remainder", null),
  points: grains("points", "member"),
  /** Points out, below zero: every grain held was issued here. */
  issued: grains("points_issued", null),
  /** Asked for by a member, held until it is paid out or goes back. New kinds come last: bits are kept. */
  withdrawal: fen("withdrawal", "member"),
} as const;

/**
 * One permitted way for money or points, named by the code every posting carries; kinds permitted as bits.
 */
export interface Step {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

const bits = (kinds: AccountKind | readonly AccountKind[]): number =>
  [kinds].flat().reduce((sum, each) => sum | each.bit, 0);

const step = (
  code: string,
  from: AccountKind | readonly AccountKind[],
  to: AccountKind | readonly AccountKind[],
): Step => ({ code, from: bits(from), to: bits(to) });

const payer = [KIND.outside, KIND.pending];
const reward = [KIND.commission, KIND.commissionFrozen];

/** The ways of a purchase that a refund takes back in the same proportion, part by part. */
export const PART = {
  due: step("due", payer, KIND.payable),
  operator: step("operator", payer, KIND.operator),
  portion: step("portion", payer, KIND.portion),
  upline1: step("upline_1", payer, reward),
  upline2: step("upline_2", payer, reward),
  recruiter: step("recruiter", payer, reward),
  district: step("region_district", payer, reward),
  city: step("region_city", payer, reward),
  province: step("region_province", payer, reward),
  unclaimed: step("unclaimed", payer, KIND.unclaimed),
} as const;

const back = (part: Step): Step => ({
  code: `refund_${part.code}`,
  from: part.to,
  to: KIND.outside.bit,
});

/** The mirror of each part: same accounts, other way. */
export const BACK: ReadonlyMap<Step, Step> = new Map(Object.values(PART).map((part) => [part, back(part)]));

export const STEP = {
  pend: step("pend", KIND.outside, KIND.pending),
  refundPending: step("refund_pending", KIND.pending, KIND.outside),
  subscribe: step("subscribe", payer, KIND.pool),
  aside: step("aside", payer, KIND.remainder),
  issue: step("issue", KIND.issued, KIND.points),
  burn: step("burn", KIND.points, KIND.issued),
  stepLimit: step("step_limit", KIND.pool, KIND.remainder),
  empty: step("pool_emptied", KIND.pool, KIND.remainder),
  redeem: step("redeem", KIND.pool, KIND.wallet),
  forcedExit: step("forced_exit", KIND.pool, KIND.wallet),
  dust: step("dust", KIND.pool, KIND.wallet),
  inject: step("inject", KIND.outside, [KIND.pool, KIND.remainder]),
  release: step("release", KIND.remainder, KIND.pool),
  thaw: step("thaw", KIND.commissionFrozen, KIND.commission),
  /** The operator's own part, and what rounding of the other parts leaves. */
  refundOperator: step("refund_operator", KIND.operator, KIND.outside),
  refundAside: step("refund_aside", KIND.remainder, KIND.outside),
  refundPool: step("refund_pool", KIND.pool, KIND.outside),
  refundProceeds: step("refund_proceeds", KIND.wallet, KIND.outside),
  proceedsBack: step("proceeds_back", KIND.wallet, [KIND.pool, KIND.remainder]),
  refundShortfall: step("refund_shortfall", KIND.payable, KIND.outside),
  /**
   * Where the parts taken back came to more than the refund, by rounding, the operator gets the difference.
   */
  refundRounding: step("refund_rounding", KIND.outside, KIND.operator),
  rejoin: step("wind_up_remainder", KIND.remainder, KIND.pool),
  windUp: step("wind_up", KIND.pool, KIND.wallet),
  windUpRest: step("wind_up_rest", KIND.pool, KIND.operator),
  withdraw: step("withdraw", [KIND.wallet, KIND.commission], KIND.withdrawal),
  payOut: step("pay_out", KIND.withdrawal, KIND.outside),
  returnWithdrawal: step("return_withdrawal", KIND.withdrawal, [KIND.wallet, KIND.commission]),
} as const;
