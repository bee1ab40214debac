/** Checks a plan: may it be read, is every promise funded, may it be published, and what does it come to. */
import { MILLION, type PlanFault, type Ppm, readPlan } from "#engine";
import { cutOf, exampleOf } from "./cut.ts";
import { type Facts, factsOf } from "./facts.ts";
import { sayFault } from "./fault.ts";
import { type FundedLine, fundedStatement } from "./funded.ts";
import { findPromiseKeys } from "./keys.ts";
import { CN } from "./profile.ts";
import { publishRules, type RuleResult } from "./rules.ts";
import type { Sentence } from "./say.ts";

export type Verdict = "publishable" | "publishable_with_conditions" | "refused";

/** A fault of the plan with its sentences. A value that was missing is absent. */
export interface SaidFault extends PlanFault, Sentence {}

/** The whole answer, ready to be written as JSON. */
export interface PlanCheck {
  readonly verdict: Verdict;
  readonly profile: { readonly id: string; readonly version: number; readonly dated: string };
  /** Null where the plan cannot be read; then there are faults. */
  readonly plan: { readonly name: string; readonly version: number } | null;
  readonly faults: readonly SaidFault[];
  readonly rules: readonly RuleResult[];
  /** The example purchase that the statement and the facts are told by. */
  readonly amount_fen: number | null;
  /** The commissions portion of the example, and the most that can be paid out of it. */
  readonly commissions: { readonly budget_fen: number; readonly largest_fen: number } | null;
  readonly funded: readonly FundedLine[];
  /** Null where the plan cannot be read, or leaves nothing for the pool. */
  readonly facts: Facts | null;
}

export interface CheckOptions {
  /** Cost of self-operated goods as a share of the price, 0 to 100%; absent: what the plan's take leaves. */
  readonly cost?: Ppm;
}

/**
 * Checks a plan from parsed JSON. Nothing of a faulty plan is guessed: it has faults and those rules that
 * need no more than its text. Throws a RangeError for a cost that is no share.
 */
export function checkPlan(json: unknown, options: CheckOptions = {}): PlanCheck {
  const cost = options.cost ?? null;
  if (cost !== null && (cost < 0n || cost > MILLION))
    throw new RangeError("cost must be a share of the price");
  const read = readPlan(json);
  const plan = "plan" in read ? read.plan : null;
  const faults = "faults" in read ? read.faults : [];
  const promiseKeys = findPromiseKeys(json);
  const amount = plan === null ? 0n : exampleOf(plan);
  const cut = plan === null ? null : cutOf(plan, cost, amount);
  const funded = plan === null ? [] : fundedStatement(plan, cut, amount, promiseKeys);
  const rules = publishRules({ json, plan, faults, funded, promiseKeys });
  return {
    verdict: verdictOf(faults.length > 0, rules),
    profile: { id: CN.id, version: CN.version, dated: CN.dated },
    plan: plan === null ? null : { name: plan.name, version: plan.version },
    faults: faults.map((fault) => ({ ...fault, ...sayFault(fault) })),
    rules,
    amount_fen: plan === null ? null : Number(amount),
    commissions: plan === null ? null : commissionsOf(funded, Number((amount * plan.commissions) / MILLION)),
    funded,
    facts: plan === null || cut === null ? null : factsOf(plan, cut),
  };
}

function verdictOf(faulty: boolean, rules: readonly RuleResult[]): Verdict {
  if (faulty || rules.some((rule) => rule.status === "refused")) return "refused";
  return rules.some((rule) => rule.status === "condition") ? "publishable_with_conditions" : "publishable";
}

function commissionsOf(funded: readonly FundedLine[], budget_fen: number): PlanCheck["commissions"] {
  const largest_fen = funded.reduce((most, line) => Math.max(most, line.total_fen ?? 0), 0);
  return { budget_fen, largest_fen };
}
