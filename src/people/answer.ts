/** Every expected no of people, as a value: the code, the field it speaks of, and when to come again. */

/**
 * Each code with its field. A sign-in says `sign_in_refused` for every reason, so that nobody learns who
 * exists.
 */
export const PEOPLE_REFUSALS = {
  phone_malformed: "phone",
  code_wrong: "code",
  sign_in_refused: "login",
  too_often: "phone",
  sms_unavailable: "phone",
  password_weak: "password",
  login_taken: "login",
  phone_taken: "phone",
  principal_unknown: "id",
  principal_closed: "id",
  last_owner: "roles",
  role_not_allowed: "roles",
  scope_not_allowed: "scopes",
  key_unknown: "id",
  id_number_malformed: "id_number",
  bank_card_malformed: "bank_card",
  real_name_malformed: "real_name",
  approval_unknown: "id",
  approval_own: "id",
  approval_closed: "id",
  approval_differs: "payload_hash",
  approver_not_allowed: "id",
  risk_not_acknowledged: "text_id",
} as const;

export type PeopleRefusalCode = keyof typeof PEOPLE_REFUSALS;

export type PeopleRefusal = {
  readonly refused: PeopleRefusalCode;
  readonly field: string;
  /** When the same request may be tried again; null where time alone cures nothing. */
  readonly again: Date | null;
};

export function refuse(code: PeopleRefusalCode, again: Date | null = null): PeopleRefusal {
  return { refused: code, field: PEOPLE_REFUSALS[code], again };
}

export function isRefused(answer: unknown): answer is PeopleRefusal {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
