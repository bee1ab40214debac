/** The row of a plan on its way: how it is read and found. */
import type { Queryable } from "#store";
import { one, type PlanVerdict } from "./ground.ts";

export type PlanDraftState = "draft" | "checked" | "signed" | "effective" | "withdrawn";

export interface PlanDraft {
  readonly name: string;
  readonly version: bigint;
  readonly feed: string;
  /** Canonical JSON, and the SHA-256 over exactly this text: what is signed. */
  readonly body: string;
  readonly hash: string;
  readonly state: PlanDraftState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly verdict: PlanVerdict | null;
  readonly checkedBy: string | null;
  readonly checkedAt: Date | null;
  /** What conditions of the verdict wanted recorded, by rule. */
  readonly recorded: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly firstBy: string | null;
  readonly firstAt: Date | null;
  readonly secondBy: string | null;
  readonly secondAt: Date | null;
  readonly publishedBy: string | null;
  readonly announcedAt: Date | null;
  readonly effectiveFrom: Date | null;
  /** The journal that put it in force. */
  readonly effectiveSeq: bigint | null;
  readonly reason: string | null;
}

export const PLAN_DRAFT = `name, version, feed, body, hash, state, created_by AS "createdBy",
  created_at AS "createdAt", verdict, checked_by AS "checkedBy", checked_at AS "checkedAt", recorded,
  first_by AS "firstBy", first_at AS "firstAt", second_by AS "secondBy", second_at AS "secondAt",
  published_by AS "publishedBy", announced_at AS "announcedAt", effective_from AS "effectiveFrom",
  effective_seq AS "effectiveSeq", reason`;

export function planDraftOf(on: Queryable, cell: bigint, name: string, version: number) {
  const text = `SELECT ${PLAN_DRAFT} FROM plan_draft WHERE cell_id = $1 AND name = $2 AND version = $3`;
  return one<PlanDraft>(on, text, [cell, name, version]);
}
