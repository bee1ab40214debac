/**
 * What a replay comes to, as one plain object that goes through JSON unchanged. Units stand at the end of
 * each name: `_fen` integers (checked safe, never rounded), `_ppm` integers (parts per million, rounded
 * down; 1,000,000 = 100%). Points and prices are strings with 8 decimals. Ratios are taken last, from exact
 * integers.
 */

/** What a reader has to know of the plan to understand the figures. Rates as percent strings. */
export interface PlanFacts {
  readonly name: string;
  readonly version: number;
  readonly take: string;
  readonly operator: string;
  readonly commissions: string;
  /** What reaches the pool when every commission is earned, for a store that has no contract of its own. */
  readonly pool: string;
  readonly mint: string;
  readonly exit_load: string;
  readonly cap_multiple: string;
  readonly cap_per: "purchase" | "member";
  readonly opening_price: string;
  /** The most a capped purchase can bring, as a share of its amount: multiple · (1 − exit load). */
  readonly most_at_cap_ppm: number;
}

/** Each fen once. `spent_fen` is the sum of `suppliers_fen` … `pending_fen` and of `portions`, asserted. */
export interface Money {
  /** Paid for purchases, and paid back for them; spent is the difference. */
  readonly purchases_fen: number;
  readonly refunds_fen: number;
  readonly spent_fen: number;
  /**
   * Where the spent money went, net of what refunds took back. A party's figure below zero is what it owes.
   */
  readonly suppliers_fen: number;
  readonly operator_fen: number;
  /** Other named portions of the plan. */
  readonly portions: Readonly<Record<string, number>>;
  readonly upline_1_fen: number;
  readonly upline_2_fen: number;
  readonly recruiter_fen: number;
  readonly region_district_fen: number;
  readonly region_city_fen: number;
  readonly region_province_fen: number;
  readonly unclaimed_fen: number;
  readonly pool_fen: number;
  /** Paid, but still within the refund window. */
  readonly pending_fen: number;
  /** Where the pool's money is now. */
  readonly pool: PoolMoney;
}

/**
 * `from_purchases_fen + injected_fen = in_pool_fen + remainder_fen + redeemed_fen + forced_exits_fen +
 * dust_fen + wound_up_fen + wound_up_rest_fen − returned_fen`, asserted.
 */
export interface PoolMoney {
  readonly from_purchases_fen: number;
  readonly injected_fen: number;
  readonly in_pool_fen: number;
  readonly remainder_fen: number;
  /** Paid to members: asked for, forced at the cap, last small lots, winding up. */
  readonly redeemed_fen: number;
  readonly forced_exits_fen: number;
  readonly dust_fen: number;
  readonly wound_up_fen: number;
  /** The few fen that winding up leaves to the operator. */
  readonly wound_up_rest_fen: number;
  /** What members had got for points and gave back when they took a refund. */
  readonly returned_fen: number;
}

/** The state after an order. */
export interface Sample {
  /** Purchases booked so far. */
  readonly purchase: number;
  /** ISO 8601; null where the orders carry no time. */
  readonly at: string | null;
  readonly cash_fen: number;
  readonly points: string;
  readonly price: string;
  readonly remainder_fen: number;
  /** So far: lots that left at the cap or as dust, and all that the pool has paid to members. */
  readonly exits: number;
  readonly paid_fen: number;
  /** Members who hold points. */
  readonly holders: number;
}

/** A member who has bought something, or earned, or held. */
export interface MemberRow {
  readonly member: string;
  readonly sponsor: string | null;
  /** First purchase: its number among all purchases, time, and cohort; null where there was none. */
  readonly first_purchase: number | null;
  readonly first_at: string | null;
  readonly cohort: string | null;
  readonly purchases: number;
  /** Paid less refunded. */
  readonly spent_fen: number;
  readonly points: string;
  /** Points × price, and what they would bring if redeemed now, after the exit load. */
  readonly worth_fen: number;
  readonly redeemable_fen: number;
  /** What the pool has paid for points, less what refunds took back of it. Below zero: owed. */
  readonly got_fen: number;
  /** Commissions, frozen ones included; a different thing from what points bring, never added to it. */
  readonly commission_fen: number;
  /** got / spent, and (got + redeemable) / spent; null where nothing is spent. */
  readonly so_far_ppm: number | null;
  readonly if_redeemed_ppm: number | null;
}

export interface StoreRow {
  readonly store: string;
  readonly owner: string;
  readonly region: string;
  readonly purchases: number;
  /** Paid less refunded. */
  readonly spent_fen: number;
  /** What is due to it; below zero where refunds it granted cost more. */
  readonly payable_fen: number;
}

/** Rows kept by column: column i of every field belongs to row i. Empty where rows were not asked for. */
export type Columns<Row> = { readonly [field in keyof Row]: readonly Row[field][] };

export interface ExitRow {
  readonly order: string;
  /** Purchases booked when it happened, and the time. */
  readonly purchase: number;
  readonly at: string | null;
  readonly member: string;
  readonly points: string;
  readonly worth_fen: number;
  readonly proceeds_fen: number;
  readonly reason: "cap" | "dust";
}

/** A spread of shares of spend over members. Quantiles by nearest rank; null where there is no member. */
export interface Spread {
  readonly least_ppm: number | null;
  readonly p10_ppm: number | null;
  readonly p25_ppm: number | null;
  readonly p50_ppm: number | null;
  readonly p75_ppm: number | null;
  readonly p90_ppm: number | null;
  readonly most_ppm: number | null;
  /** Members at 100% or above. */
  readonly full: number;
  /**
   * Members by share: first those with nothing (0 or less), then above 0 up to `edges_ppm[0]`, then from
   * each edge up to the next, the last from 100% on. One more than there are edges, plus one.
   */
  readonly buckets: readonly number[];
}

export interface Cohort {
  /** A month "2026-01", quarter "2026-Q1", year "2026", or "1" to "10": tenths by arrival. */
  readonly name: string;
  /** Members with spend; the spreads are over these. */
  readonly members: number;
  readonly spent_fen: number;
  readonly got_fen: number;
  readonly redeemable_fen: number;
  readonly so_far: Spread;
  readonly if_redeemed: Spread;
}

/** Who of the members with spend stands where, ordered by if_redeemed. */
export interface Standing {
  readonly rank: "best" | "p90" | "median" | "p10" | "worst";
  readonly row: MemberRow;
}

/**
 * What equal purchases and nobody redeeming early would give under this plan (closed forms, for comparison
 * only).
 */
export interface Theory {
  /** Share of members who ever get their spend back in full; 0 where the cap lies below it. */
  readonly full_ppm: number;
  /** What the member in the middle could redeem, as a share of spend. */
  readonly median_ppm: number;
}

export interface Findings {
  readonly format: "wellspring.findings/1";
  readonly plan: PlanFacts;
  readonly period: { readonly from: string | null; readonly to: string | null };
  /** Orders booked, by kind, and what time brought by itself (settle, thaw, exits carried on). */
  readonly orders: Readonly<Record<string, number>>;
  readonly automatic: Readonly<Record<string, number>>;
  readonly booked: number;
  readonly refused: { readonly total: number; readonly codes: Readonly<Record<string, number>> };
  readonly members: number;
  /** Members with a purchase; of them those with spend left after refunds, whom the shares are about. */
  readonly buyers: number;
  readonly counted: number;
  readonly stores: number;
  readonly holders: number;
  readonly pending: number;
  readonly pool: {
    readonly cash_fen: number;
    readonly points: string;
    /** Fen and points the price is made of: those of the pool, or the last pair while it is empty. */
    readonly price_fen: number;
    readonly price_points: string;
    readonly price: string;
    readonly remainder_fen: number;
    readonly closed: boolean;
  };
  readonly money: Money;
  readonly series: readonly Sample[];
  readonly edges_ppm: readonly number[];
  readonly so_far: Spread;
  readonly if_redeemed: Spread;
  readonly cohorts_by: "month" | "quarter" | "year" | "arrival";
  readonly cohorts: readonly Cohort[];
  readonly standings: readonly Standing[];
  readonly theory: Theory;
  readonly exits: readonly ExitRow[];
  readonly member_rows: Columns<MemberRow>;
  readonly store_rows: Columns<StoreRow>;
}
