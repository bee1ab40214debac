/** Carrying out what was approved by four eyes, in the very transaction of the approval. */
import type { Approval, Principal } from "#people";
import { done } from "../problem.ts";
import type { Services } from "../services.ts";

type Transaction = Parameters<Parameters<Services["desk"]["database"]["transaction"]>[0]>[0];

/** An injection or release has been approved: from now on it is announced and falls due. */
export async function approveInjection(
  { trade, people, cell }: Services,
  tx: Transaction,
  approval: Approval,
  officer: Principal,
): Promise<void> {
  done(await trade.injections.approve(cell, idOf(approval), officer.id, tx));
  await people.approvals.done(approval.id, tx);
}

/** An injection or release has been rejected. */
export async function rejectInjection(
  { trade, cell }: Services,
  tx: Transaction,
  approval: Approval,
  officer: Principal,
): Promise<void> {
  done(await trade.injections.reject(cell, idOf(approval), officer.id, approval.reason ?? "", tx));
}

const idOf = ({ subject }: Approval): string => subject.slice("injection:".length);
