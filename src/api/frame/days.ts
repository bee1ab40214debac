/** Days of a query: from the first to the last, both included, as the country counts them. */
import { z } from "zod";
import { dayAfter, dayOf } from "#statement";
import { Problem } from "../problem.ts";

export const daysQuery = {
  from: z.iso
    .date()
    .optional()
    .meta({ description: "First day; by default today 首日，默认今天", examples: ["2026-03-01"] }),
  to: z.iso
    .date()
    .optional()
    .meta({ description: "Last day, included 末日（含）", examples: ["2026-03-31"] }),
};

/** The stretch of days a query means: up to `to`, which is not in it. */
export function daysOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
): { readonly from: string; readonly to: string } {
  const today = dayOf(now);
  const first = from ?? to ?? today;
  const last = to ?? (first > today ? first : today);
  for (const [field, text] of Object.entries({ from: first, to: last })) {
    if (!/^(19|20|21)/.test(text)) throw new Problem("validation", { field });
  }
  if (last < first) throw new Problem("dates_disordered", { field: "to" });
  return { from: first, to: dayAfter(last) };
}
