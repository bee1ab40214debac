/** An agreement 协议: versioned text in both languages; what a member agrees to is its hash. */

export interface Agreement {
  readonly id: "user" | "privacy" | "referral";
  /** Raised with every change of the words. */
  readonly version: number;
  readonly dated: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Clauses in their order; `{operator}` stands for the operator's name. */
  readonly clauses: readonly (readonly [zh: string, en: string])[];
}
