/** A plan in a request: read whole, or a problem that names every fault by its path. */
import { type Plan, readPlan } from "#engine";
import { Problem } from "../problem.ts";

/** The plan; the first fault of any other is the problem's field, all of them are listed. */
export function planOf(json: unknown): Plan {
  const read = readPlan(json);
  if ("plan" in read) return read.plan;
  const faults = read.faults.map(({ path, rule }) => ({
    field: path === "" ? "plan" : `plan.${path}`,
    rule,
  }));
  throw new Problem("plan_faulty", { field: faults[0]?.field, faults });
}
