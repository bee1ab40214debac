/** A sponsor correction 推荐人更正 that was approved: the order that follows from it, booked once. */
import type { Approval } from "#people";
import { OUTCOME } from "../schema/admin.ts";
import type { Services } from "../services.ts";

type Correction = { readonly member: string; readonly sponsor: string | null; readonly case: string };

/** Asked again it is the same order; what the book no longer takes is written down as such. */
export async function carryCorrection({ desk, people, cell }: Services, approval: Approval): Promise<void> {
  const { member, sponsor, case: number } = approval.payload as Correction;
  const id = `correct:${approval.id}`;
  const order = { id, kind: "correct_sponsor", member, sponsor, case: number };
  const [answer] = await desk.submit(cell, [{ json: order }]);
  if (answer === undefined || answer.status === "failed") return;
  if (answer.status === "refused" && answer.retry) return;
  const refused = answer.status === "booked" ? null : answer.status === "refused" ? answer.code : "malformed";
  await people.approvals.done(approval.id, undefined, refused && `${OUTCOME}${refused}`);
}
