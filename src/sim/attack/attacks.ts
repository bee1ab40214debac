/** The list of adversaries, and the stretch of a world they are played on. */
import { daysUntil, type World } from "../world/index.ts";
import { bankRun } from "./bankrun.ts";
import { exitCascade } from "./cascade.ts";
import { frontRun } from "./frontrun.ts";
import { growthStop } from "./growthstop.ts";
import { partSale } from "./partsale.ts";
import type { Setting } from "./stage.ts";
import type { AttackName, Verdict } from "./verdict.ts";
import { washRing } from "./washring.ts";

const PLAYERS: Readonly<Record<AttackName, (setting: Setting) => Verdict>> = {
  wash_ring: washRing,
  bank_run: bankRun,
  exit_cascade: exitCascade,
  front_run: frontRun,
  growth_stop: growthStop,
  part_sale: partSale,
};

/** All adversaries, in the order in which they are reported. */
export const ATTACKS = Object.keys(PLAYERS) as readonly AttackName[];

/** Each adversary plays a world dozens of times over, so a stretch of it has to do. */
const STRETCH_DAYS = 120;
const STRETCH_PURCHASES = 20_000;
/** Whatever a day brings, there must be a before and an after. */
const LEAST_DAYS = 12;
const AFTERWARDS = 10;

/**
 * The stretch of a world that adversaries are played on: its first days, and what it needs to see an
 * injection through.
 */
export function stretchOf(world: World): World {
  const injection = world.injections[0];
  const seen = injection === undefined ? 0 : injection.day + injection.overDays + AFTERWARDS;
  const days = Math.min(STRETCH_DAYS, Math.max(LEAST_DAYS, daysUntil(world, STRETCH_PURCHASES)));
  return { ...world, days: Math.min(world.days, Math.max(days, seen)) };
}

/**
 * Plays one adversary against a plan on the first days of a world; the same setting always gives the same
 * verdict.
 */
export function attack(name: AttackName, { plan, world, seed }: Setting): Verdict {
  return PLAYERS[name]({ plan, world: stretchOf(world), seed });
}
