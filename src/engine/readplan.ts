/**
 * Reads a plan from JSON and checks it: every fault is named by its path, its value and the rule it breaks.
 */
import { KIND } from "./chart.ts";
import type { CapPer, Plan, PoolTerms, Portion, RegionMode } from "./plan.ts";
import { largestCommissions, ratedPortions } from "./plan.ts";
import { parseSpan, type Span } from "./time.ts";
import { type Fen, MAX_FEN, MILLION, type Ppm, parseMultiple, parsePercent, showPercent } from "./unit.ts";

/** The rules a plan can break. Each has its sentence in the catalogue of messages. */
export type PlanRule =
  | "object_expected"
  | "array_expected"
  | "text_expected"
  | "positive_integer_expected"
  | "percent_expected"
  | "multiple_expected"
  | "duration_expected"
  | "one_of_expected"
  | "below_hundred"
  | "above_zero"
  | "strictly_between"
  | "rest_exactly_one"
  | "rest_is_pool"
  | "portion_named_twice"
  | "portion_name_reserved"
  | "portions_above_take"
  | "commissions_above_portion"
  | "upline_too_deep";

/** One fault: where, what stood there, which rule, and the figures of the rule where it compares. */
export interface PlanFault {
  readonly path: string;
  readonly value: unknown;
  readonly rule: PlanRule;
  readonly detail?: string;
}

const HUNDRED: Ppm = MILLION;
/** RULES section 2, step 4a: a constant outside the plan. */
const MOST_LEVELS = 2;
/** Accounts of the chart that a named portion may not be mistaken for. */
const RESERVED: ReadonlySet<string> = new Set(
  Object.values(KIND)
    .map(({ name }) => name)
    .filter((name) => name !== "operator" && name !== "portion"),
);

/** Whether a portion may not be called so: the account of another, or of one owner ("wallet:m1"). */
const isReserved = (name: string) => RESERVED.has(name) || /[:\s]/.test(name);

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

class Reader {
  readonly faults: PlanFault[] = [];

  fault(path: string, value: unknown, rule: PlanRule, detail?: string): void {
    this.faults.push(detail === undefined ? { path, value, rule } : { path, value, rule, detail });
  }

  object(value: unknown, path: string): Fields {
    if (isObject(value)) return value;
    this.fault(path, value, "object_expected");
    return {};
  }

  array(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(path, value, "array_expected");
    return [];
  }

  text(value: unknown, path: string): string {
    // Control characters and halves of characters: no database could keep such a name.
    if (typeof value === "string" && value.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(value)) return value;
    this.fault(path, value, "text_expected");
    return "";
  }

  integer(value: unknown, path: string): number {
    if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
    this.fault(path, value, "positive_integer_expected", `1 … ${MAX_FEN}`);
    return 1;
  }

  /** A percent in [0, 100%); `otherwise` stands in for an absent key, null makes the key required. */
  percent(value: unknown, path: string, otherwise: Ppm | null): Ppm {
    if (value === undefined && otherwise !== null) return otherwise;
    const rate = parsePercent(value);
    if (rate === null) this.fault(path, value, "percent_expected");
    else if (rate >= HUNDRED) this.fault(path, value, "below_hundred");
    return rate ?? 0n;
  }

  oneOf<T extends string>(value: unknown, path: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.fault(path, value, "one_of_expected", choices.join(" | "));
    return found ?? (choices[0] as T);
  }

  span(value: unknown, path: string): Span | null {
    if (value === undefined || value === null) return null;
    const span = parseSpan(value);
    if (span === null) this.fault(path, value, "duration_expected");
    return span;
  }
}

interface Portions {
  readonly operator: Ppm;
  readonly commissions: Ppm;
  readonly portions: readonly Portion[];
}

function readPortions(read: Reader, value: unknown): Portions {
  const seen = new Map<string, Ppm>();
  let rests = 0;
  read.array(value, "portions").forEach((entry, i) => {
    const path = `portions[${i}]`;
    const portion = read.object(entry, path);
    const to = read.text(portion.to, `${path}.to`);
    if (seen.has(to)) read.fault(`${path}.to`, to, "portion_named_twice");
    if (portion.rest === true) {
      rests += 1;
      if (to !== "pool") read.fault(`${path}.to`, to, "rest_is_pool");
      return;
    }
    if (isReserved(to)) read.fault(`${path}.to`, to, "portion_name_reserved");
    seen.set(to, read.percent(portion.rate, `${path}.rate`, null));
  });
  if (rests !== 1) read.fault("portions", rests, "rest_exactly_one");
  const operator = seen.get("operator") ?? 0n;
  const commissions = seen.get("commissions") ?? 0n;
  seen.delete("operator");
  seen.delete("commissions");
  return { operator, commissions, portions: [...seen].map(([to, rate]) => ({ to, rate })) };
}

function readCommissions(
  read: Reader,
  value: unknown,
): Pick<Plan, "upline" | "recruiter" | "region" | "unclaimed"> {
  const fields = value === undefined ? {} : read.object(value, "commissions");
  const levels = fields.upline === undefined ? [] : read.array(fields.upline, "commissions.upline");
  if (levels.length > MOST_LEVELS) {
    read.fault("commissions.upline", levels, "upline_too_deep", `${levels.length} > ${MOST_LEVELS}`);
  }
  const at = "commissions.region";
  const region = fields.region === undefined ? null : read.object(fields.region, at);
  return {
    upline: levels.map((level, i) => read.percent(level, `commissions.upline[${i}]`, null)),
    recruiter: read.percent(fields.recruiter, "commissions.recruiter", 0n),
    region: {
      mode:
        region === null
          ? "separate"
          : read.oneOf<RegionMode>(region.mode, `${at}.mode`, ["separate", "cumulative"]),
      district: read.percent(region?.district, `${at}.district`, 0n),
      city: read.percent(region?.city, `${at}.city`, 0n),
      province: read.percent(region?.province, `${at}.province`, 0n),
    },
    unclaimed:
      fields.unclaimed === undefined
        ? "operator"
        : read.oneOf(fields.unclaimed, "commissions.unclaimed", ["operator", "pool"]),
  };
}

function readPool(read: Reader, value: unknown): PoolTerms {
  const fields = read.object(value, "pool");
  const cap = read.object(fields.cap, "pool.cap");
  const mint = parsePercent(fields.mint);
  if (mint === null) read.fault("pool.mint", fields.mint, "percent_expected");
  else if (mint === 0n || mint >= HUNDRED)
    read.fault("pool.mint", fields.mint, "strictly_between", "0 < mint < 100%");
  const multiple = parseMultiple(cap.multiple);
  if (multiple === null) read.fault("pool.cap.multiple", cap.multiple, "multiple_expected");
  else if (multiple === 0n) read.fault("pool.cap.multiple", cap.multiple, "above_zero");
  const maxStep = fields.max_step === undefined ? HUNDRED / 2n : parsePercent(fields.max_step);
  if (maxStep === null) read.fault("pool.max_step", fields.max_step, "percent_expected");
  else if (maxStep === 0n) read.fault("pool.max_step", fields.max_step, "above_zero");
  return {
    openingPrice: BigInt(read.integer(fields.opening_price_fen, "pool.opening_price_fen")),
    mint: mint ?? 0n,
    exitLoad: read.percent(fields.exit_load, "pool.exit_load", null),
    maxStep: maxStep ?? 0n,
    multiple: multiple ?? 0n,
    per: read.oneOf<CapPer>(cap.per, "pool.cap.per", ["purchase", "member"]),
  };
}

function checkBudgets(read: Reader, plan: Plan): void {
  const rated = ratedPortions(plan);
  if (rated > plan.take) {
    read.fault(
      "portions",
      showPercent(rated),
      "portions_above_take",
      `${showPercent(rated)} > ${showPercent(plan.take)}`,
    );
  }
  const largest = largestCommissions(plan);
  if (largest > plan.commissions) {
    const detail = `${showPercent(largest)} > ${showPercent(plan.commissions)}`;
    read.fault("commissions", showPercent(largest), "commissions_above_portion", detail);
  }
}

/**
 * A plan from parsed JSON, or all its faults. Keys it does not know are left alone: a plan may have more as
 * the product grows (RULES section 7).
 */
export function readPlan(json: unknown): { readonly plan: Plan } | { readonly faults: readonly PlanFault[] } {
  const read = new Reader();
  if (!isObject(json)) {
    read.fault("", json, "object_expected");
    return { faults: read.faults };
  }
  const min =
    json.min_purchase_fen === undefined ? 1 : read.integer(json.min_purchase_fen, "min_purchase_fen");
  const plan: Plan = {
    name: read.text(json.name, "name"),
    version: read.integer(json.version, "version"),
    take: read.percent(json.take, "take", null),
    ...readPortions(read, json.portions),
    ...readCommissions(read, json.commissions),
    minPurchase: BigInt(min) as Fen,
    settleAfter: read.span(json.settle_after, "settle_after"),
    commissionFreeze: read.span(json.commission_freeze, "commission_freeze"),
    pool: readPool(read, json.pool),
  };
  if (read.faults.length === 0) checkBudgets(read, plan);
  return read.faults.length === 0 ? { plan } : { faults: read.faults };
}
