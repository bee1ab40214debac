/** A replay for tests: orders as objects or lines, the local-life plan unless told otherwise, every journal kept. */
import type fc from "fast-check";
import { type Journal, Replay, readPlan } from "#engine";
import { type World, worlds } from "../engine/world.ts";
import { LOCAL } from "../plans.ts";

type Json = Record<string, unknown>;

export { LOCAL };

/** `change`: keys over LOCAL; more portions go before the pool's. A whole plan, with a take, is taken as it is. */
export function planOf(change: unknown): Json {
  const {
    portions = [],
    commissions = {},
    pool = {},
    ...rest
  } = change as {
    portions?: Json[];
    commissions?: Json;
    pool?: Json;
  };
  if ("take" in rest && portions.length > 2) return change as Json;
  return {
    ...LOCAL,
    ...rest,
    portions: [...LOCAL.portions.slice(0, 2), ...portions, LOCAL.portions[2]],
    commissions: { ...LOCAL.commissions, ...commissions },
    pool: { ...LOCAL.pool, ...pool },
  };
}

/** Plays lines; refused ones stay in `replay.refused`. */
export function play(
  change: unknown,
  lines: readonly (string | Json)[],
  seen: (journal: Journal) => void = () => {},
) {
  const read = readPlan(planOf(change));
  if (!("plan" in read)) throw new Error(JSON.stringify(read.faults));
  const journals: Journal[] = [];
  const replay = new Replay(read.plan, (journal) => {
    journals.push(journal);
    seen(journal);
  });
  lines.forEach((line, i) => {
    replay.line(typeof line === "string" ? line : JSON.stringify(line), i + 1);
  });
  return { replay, journals };
}

/** Random worlds whose plan passes the check. */
export const playable = (length: number): fc.Arbitrary<World> =>
  worlds(length).filter(({ plan }) => "plan" in readPlan(plan));
