/** Who acts: the roles, what each of them can call its own, and the principal a request speaks for. */

/** Roles of the operator's staff: one of them reads everything and writes nothing. */
export const STAFF_ROLES = ["owner", "finance", "risk", "service", "marketing", "auditor"] as const;
/** Roles a person has by what belongs to them: stores, divisions, an account of their own. */
export const PERSON_ROLES = ["merchant", "clerk", "agent", "member"] as const;
export const ROLES = [...STAFF_ROLES, ...PERSON_ROLES] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];
export type PersonRole = (typeof PERSON_ROLES)[number];
/** A role that is bound to stores or divisions. */
export type ScopedRole = Exclude<PersonRole, "member">;
export type Role = (typeof ROLES)[number];

/** What a machine key may be allowed. */
export const KEY_SCOPES = [
  "orders:write",
  "purchases:write",
  "refunds:write",
  "members:read",
  "members:write",
  "books:read",
  "webhooks:manage",
] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * What a key bound to one store may be allowed: never the raw door to the book, never the webhooks of all.
 */
export const STORE_KEY_SCOPES: readonly KeyScope[] = [
  "purchases:write",
  "refunds:write",
  "members:read",
  "members:write",
  "books:read",
];

/** Staff and persons are kept apart: a phone and a code never open a staff session. */
export type Principal = {
  readonly id: string;
  readonly kind: "staff" | "person";
  readonly name: string | null;
  readonly roles: readonly Role[];
  /** The member of the book this person is; null for staff and for a clerk who is no member. */
  readonly member: string | null;
  /** Stores by role (the owner of one store may be a clerk in another) and division codes of an agent. */
  readonly stores: { readonly merchant: readonly string[]; readonly clerk: readonly string[] };
  readonly regions: readonly string[];
};

/** A machine that showed a valid key. */
export type Machine = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** The one store the key speaks for; null: the whole cell. */
  readonly store: string | null;
};

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

export function isKeyScope(word: string): word is KeyScope {
  return (KEY_SCOPES as readonly string[]).includes(word);
}

export function isStaffRole(word: string): word is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(word);
}
