/** The sections of the plan's form: which fields, in which unit, and where each stands in the JSON. */
import type { TextField } from "./shape.ts";

export interface PlanField {
  readonly field: TextField;
  readonly unit: "percent" | "yuan" | "days" | "times" | "text" | "choice";
  /** Paths of the JSON whose faults are told beside it. */
  readonly paths: readonly string[];
  readonly choices?: readonly string[];
}

export interface PlanSection {
  readonly section: "name" | "split" | "upline" | "region" | "pool" | "cap" | "time";
  readonly fields: readonly PlanField[];
}

const percent = (field: TextField, ...paths: readonly string[]): PlanField => ({
  field,
  unit: "percent",
  paths,
});

export const PLAN_SECTIONS: readonly PlanSection[] = [
  {
    section: "name",
    fields: [
      { field: "name", unit: "text", paths: ["name"] },
      { field: "version", unit: "text", paths: ["version"] },
    ],
  },
  {
    section: "split",
    fields: [
      percent("take", "take"),
      percent("operator", "portions"),
      percent("commissions", "commissions"),
      { field: "least", unit: "yuan", paths: ["min_purchase_fen"] },
    ],
  },
  {
    section: "upline",
    fields: [
      percent("upline1", "commissions.upline", "commissions.upline[0]"),
      percent("upline2", "commissions.upline[1]"),
      percent("recruiter", "commissions.recruiter"),
      {
        field: "unclaimed",
        unit: "choice",
        paths: ["commissions.unclaimed"],
        choices: ["operator", "pool"],
      },
    ],
  },
  {
    section: "region",
    fields: [
      {
        field: "regionMode",
        unit: "choice",
        paths: ["commissions.region.mode"],
        choices: ["cumulative", "separate"],
      },
      percent("district", "commissions.region.district"),
      percent("city", "commissions.region.city"),
      percent("province", "commissions.region.province"),
    ],
  },
  {
    section: "pool",
    fields: [
      percent("mint", "pool.mint"),
      percent("exitLoad", "pool.exit_load"),
      percent("maxStep", "pool.max_step"),
      { field: "opening", unit: "yuan", paths: ["pool.opening_price_fen"] },
    ],
  },
  {
    section: "cap",
    fields: [
      { field: "multiple", unit: "times", paths: ["pool.cap.multiple"] },
      { field: "per", unit: "choice", paths: ["pool.cap.per"], choices: ["member", "purchase"] },
    ],
  },
  {
    section: "time",
    fields: [
      { field: "settleAfter", unit: "days", paths: ["settle_after"] },
      { field: "freeze", unit: "days", paths: ["commission_freeze"] },
    ],
  },
];
