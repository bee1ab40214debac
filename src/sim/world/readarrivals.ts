/** Reads who arrives: the phases of a world. */
import { byKind, type Fields, type WorldFault } from "./fields.ts";
import { MOST_DAYS, MOST_PER_DAY, type Phase } from "./world.ts";

const WHOLE = 1_000_000;
const MOST_PHASES = 100;

const PHASE_KEYS: Readonly<Record<Phase["kind"], readonly string[]>> = {
  constant: ["per_day"],
  growing: ["per_day", "growth", "most_per_day"],
  s_curve: ["per_day", "growth", "ceiling"],
  stop: [],
};

function readPhase(value: unknown, path: string, faults: WorldFault[]): Phase {
  const { kind, fields } = byKind(value, path, PHASE_KEYS, ["from_day"], faults);
  const fromDay = fields.integer("from_day", 1, MOST_DAYS);
  if (kind === null || kind === "stop") return { kind: "stop", fromDay };
  const perDay = fields.number("per_day", MOST_PER_DAY);
  if (kind === "constant") return { kind, fromDay, perDay };
  if (kind === "s_curve") {
    const growth = fields.percent("growth", 0, WHOLE);
    return { kind, fromDay, perDay, growth, ceiling: fields.integer("ceiling", 1, MOST_PER_DAY * 1_000) };
  }
  const growth = fields.percent("growth", -WHOLE, WHOLE);
  const mostPerDay = fields.number("most_per_day", MOST_PER_DAY, MOST_PER_DAY * WHOLE);
  return { kind, fromDay, perDay, growth, mostPerDay };
}

/** The phases in order, the first on day 1, none beyond the end. */
export function readArrivals(top: Fields, days: number): Phase[] {
  const phases = top.list("arrivals", MOST_PHASES, (value, path) => readPhase(value, path, top.faults));
  if (phases.length === 0) top.fault("arrivals", "array_expected");
  phases.forEach(({ fromDay }, i) => {
    const before = phases[i - 1]?.fromDay;
    const fault = (rule: WorldFault["rule"], detail?: string) =>
      top.faults.push({
        path: `arrivals[${i}].from_day`,
        value: fromDay,
        rule,
        ...(detail === undefined ? {} : { detail }),
      });
    if (before === undefined && fromDay !== 1) fault("first_day_missing");
    if (before !== undefined && fromDay <= before) fault("not_in_order", `${before}`);
    if (fromDay > days) fault("beyond_the_end", `${days}`);
  });
  return phases;
}
