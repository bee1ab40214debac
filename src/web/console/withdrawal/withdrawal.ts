/** A withdrawal as officers see it: its states, and what may be done in each. */
import type { components } from "#client";
import { hasRole, type Who } from "../../ui/session.tsx";

export type Withdrawal = components["schemas"]["Withdrawal"];
/** In a list: with the masked name of its member. */
export type WithdrawalLine = components["schemas"]["WithdrawalLine"];

/** In the order of its way; those of the house's own making at the end. */
export const STATES = [
  "applied",
  "first_approved",
  "approved",
  "sent",
  "awaiting_member",
  "paid",
  "rejected",
  "cancelled",
  "failed",
  "expired",
] as const satisfies readonly Withdrawal["state"][];

const REVIEWERS = ["owner", "finance", "risk"];
const PAYERS = ["owner", "finance"];

/** Whether this officer may approve it now: who gave the first of two approvals may not give the second. */
export function mayApprove({ state, first_by }: Withdrawal, who: Who | undefined): boolean {
  if (who === undefined || !hasRole(who, REVIEWERS)) return false;
  return state === "applied" || (state === "first_approved" && first_by !== who.id);
}

export function mayReject({ state }: Withdrawal, who: Who | undefined): boolean {
  if (who === undefined || !hasRole(who, REVIEWERS)) return false;
  return state === "applied" || state === "first_approved" || state === "approved";
}

export function mayPay({ state }: Withdrawal, who: Who | undefined): boolean {
  return who !== undefined && hasRole(who, PAYERS) && state === "approved";
}

/** The colour of a state, beside its word. */
export function tint(state: Withdrawal["state"]): string {
  switch (state) {
    case "applied":
    case "first_approved":
      return "warning";
    case "approved":
    case "sent":
    case "awaiting_member":
      return "processing";
    case "paid":
      return "success";
    case "rejected":
    case "refused":
    case "failed":
      return "error";
    default:
      return "default";
  }
}
