/** What a plan waits for next, and what is still to be recorded before it can be signed. */
import { checkOf, type Rule } from "./check.ts";
import { type PlanShown, stateOf } from "./reads.ts";

/** Needs that the house records by itself: by announcing, and by signing. */
const BY_PUBLISHING: ReadonlySet<string> = new Set(["announced_at"]);
const BY_SIGNING: ReadonlySet<string> = new Set(["text_sha256", "signed_by", "signed_at"]);

export type Way = "publishing" | "signing" | "recording";

/** How a need is met. */
export function wayOf(need: string): Way {
  if (BY_PUBLISHING.has(need)) return "publishing";
  return BY_SIGNING.has(need) ? "signing" : "recording";
}

/** The conditions of the verdict. */
export function conditionsOf({ check }: PlanShown): readonly Rule[] {
  return check === null ? [] : checkOf(check).rules.filter(({ status }) => status === "condition");
}

/** What somebody must record by hand: rule and need, with what stands there already. */
export function wantedOf(plan: PlanShown) {
  return conditionsOf(plan).flatMap((rule) =>
    rule.needs
      .filter((need) => wayOf(need) === "recording")
      .map((need) => ({ rule, need, value: plan.recorded[rule.id]?.[need] ?? "" })),
  );
}

/** The sentence of what comes next, by its name. */
export function nextOf(plan: PlanShown, me: string | null) {
  const state = stateOf(plan);
  if (state === "withdrawn") return "withdrawn";
  if (state === "effective") return plan.signatures.length === 0 ? "begun" : "effective";
  if (state === "announced") return "waiting";
  if (state === "signed") return "publish";
  if (state === "draft") return plan.verdict === "refused" ? "refused" : "draft";
  const [first] = plan.signatures;
  if (first !== undefined) return first.by === me ? "mine" : "second";
  return wantedOf(plan).some(({ value }) => value === "") ? "conditions" : "first";
}
