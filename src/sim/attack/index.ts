/**
 * Adversaries: each is played with the real engine against a plan and ends in a verdict with the figure
 * that proves it.
 */
export { type AttackOptions, attackAll } from "./attackall.ts";
export { ATTACKS, attack } from "./attacks.ts";
export type { LawCheck } from "./laws.ts";
export type { Setting } from "./stage.ts";
export type { AttackName, Figures, Judgement, PartyFigures, Tried, Verdict } from "./verdict.ts";
