/** The only door of the engine. */
export * from "./book.ts";
export { type AccountKind, KIND, PART, STEP, type Step } from "./chart.ts";
export { carryOn, decide, nextDue } from "./decide.ts";
export type { Entry, Exit, Journal, PoolAfter } from "./draft.ts";
export { brokenLaws, LAWS, priceOf } from "./invariant.ts";
export { bodyOf, canonical, parseLine } from "./line.ts";
export { MemoryBook } from "./memory.ts";
export * from "./order.ts";
export * from "./plan.ts";
export { BrokenLaw, type Posting } from "./post.ts";
export { type PlanFault, type PlanRule, readPlan } from "./readplan.ts";
export * from "./refusal.ts";
export { type Levels, levelsOf } from "./region.ts";
export { type Listed, type Outcome, Replay } from "./replay.ts";
export { jsonFen, type MemberResult, type ReplayResult, resultOf } from "./result.ts";
export * from "./time.ts";
export * from "./unit.ts";
