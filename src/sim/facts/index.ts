/** The check of a plan and its facts sheet. */
export { type CheckOptions, checkPlan, type PlanCheck, type SaidFault, type Verdict } from "./check.ts";
export type { Facts, Reach, Wait } from "./facts.ts";
export { sayFault } from "./fault.ts";
export { type Claim, classOf, type FundClass, type FundedLine, type LineCode } from "./funded.ts";
export { findForbiddenWords } from "./guard.ts";
export {
  growthNeeded,
  lawOf,
  logPrice,
  type PriceLaw,
  priceAfter,
  purchasesUntil,
  worthOf,
} from "./law.ts";
export { type Preset, presets } from "./presets.ts";
export { CN, SOURCES, type Threshold } from "./profile.ts";
export type { Need, RuleResult, Status } from "./rules.ts";
export { RULES, type RuleId } from "./rulewords.ts";
export type { Language, Sentence } from "./say.ts";
export { factsText } from "./sheet.ts";
export { CheckThread } from "./thread.ts";
