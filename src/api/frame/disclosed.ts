/** What every member must see before the first order 会员须知: without it nobody pays by himself. */
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";

/** Refuses a member's own payment as long as no disclosure is on record as seen by him. */
export async function disclosureSeen({ people }: Services, member: string): Promise<void> {
  if (!(await people.consents.disclosed(member))) throw new Problem("disclosure_unseen");
}
