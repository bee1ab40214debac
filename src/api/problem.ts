/** Problems: every no over HTTP, as application/problem+json (RFC 9457), from one table of codes. */
import { REFUSALS, type RefusalCode } from "#engine";
import { isRefused, PEOPLE_REFUSALS, type PeopleRefusal, type PeopleRefusalCode } from "#people";
import { type ApiCode, type Sentence, WORDS } from "./words.ts";

export type ProblemCode = RefusalCode | PeopleRefusalCode | ApiCode;

/** What a problem looks like to the one who asked. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  readonly detail_zh: string;
  readonly detail_en: string;
  /** Whether the same request may succeed later. */
  readonly retry?: boolean;
  readonly request_id?: string;
  /** Everything that is wrong, where that is told at once. */
  readonly faults?: readonly Fault[];
}

export interface Fault {
  readonly field: string;
  readonly rule: string;
}

/** The book stands in the way (409), or what was asked cannot be done as it is (422). */
const OF_REFUSALS: Readonly<Record<RefusalCode, 409 | 422>> = {
  member_exists: 409,
  sponsor_unknown: 422,
  merchant_exists: 409,
  member_unknown: 422,
  merchant_unknown: 422,
  region_taken: 409,
  amount_must_be_positive: 422,
  amount_too_small: 422,
  cost_not_allowed: 422,
  cost_out_of_range: 422,
  margin_too_small: 422,
  points_must_be_positive: 422,
  points_insufficient: 409,
  remainder_insufficient: 409,
  pool_empty: 409,
  purchase_unknown: 422,
  refund_exceeds_purchase: 409,
  refunds_exhausted: 409,
  pool_closed: 409,
  purchases_pending: 409,
  time_reversed: 409,
  at_required: 422,
  id_conflict: 409,
  feed_unknown: 422,
  version_not_newer: 409,
  pool_terms_differ: 409,
  exit_load_raised: 409,
  sponsor_fixed: 409,
  sponsor_below: 409,
  sponsor_same: 409,
  region_vacant: 409,
  balance_insufficient: 409,
  withdrawal_unknown: 422,
  withdrawal_closed: 409,
  proceeds_below_minimum: 409,
  amount_too_large: 422,
};

const OF_PEOPLE: Readonly<Record<PeopleRefusalCode, number>> = {
  phone_malformed: 400,
  code_wrong: 401,
  sign_in_refused: 401,
  too_often: 429,
  sms_unavailable: 503,
  password_weak: 422,
  login_taken: 409,
  phone_taken: 409,
  principal_unknown: 404,
  principal_closed: 409,
  last_owner: 409,
  role_not_allowed: 422,
  scope_not_allowed: 422,
  key_unknown: 404,
  id_number_malformed: 422,
  bank_card_malformed: 422,
  real_name_malformed: 422,
  approval_unknown: 404,
  approval_own: 403,
  approval_closed: 409,
  approval_differs: 409,
  approver_not_allowed: 403,
  risk_not_acknowledged: 409,
};

const OF_THE_API: Readonly<Record<ApiCode, number>> = {
  malformed: 400,
  malformed_json: 400,
  malformed_url: 400,
  malformed_request: 400,
  validation: 400,
  unauthenticated: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  conflict: 409,
  plan_faulty: 422,
  idempotency_conflict: 409,
  idempotency_key_required: 400,
  too_large: 413,
  url_too_long: 414,
  unsupported_media_type: 415,
  rate_limited: 429,
  busy: 429,
  headers_too_large: 431,
  internal: 500,
  elsewhere: 503,
  closing: 503,
  unavailable: 503,
};

/** Status of each code. */
export const STATUS: Readonly<Record<ProblemCode, number>> = {
  ...OF_REFUSALS,
  ...OF_PEOPLE,
  ...OF_THE_API,
};

/** Codes that the same request may overcome later. */
const PASSING: ReadonlySet<string> = new Set<ProblemCode>([
  "too_often",
  "sms_unavailable",

  "rate_limited",
  "busy",
  "request_timeout",
  "elsewhere",
  "closing",
  "unavailable",
  "internal",
]);

export interface ProblemParts {
  /** The field the problem speaks of; a path with dots. */
  readonly field?: string | undefined;
  /** A closer word on it, in place of the code's own sentence. */
  readonly sentence?: Sentence | undefined;
  /** Milliseconds after which asking again is worth while. */
  readonly retryAfter?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly faults?: readonly Fault[] | undefined;
}

/** Thrown by hooks and handlers; the frame turns it into its answer. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly parts: ProblemParts = {},
  ) {
    super(code);
    this.status = STATUS[code];
  }

  /** Without a request id where there was no request yet. */
  body(requestId?: string): ProblemBody {
    const { code, status, parts } = this;
    const { zh, en } = parts.sentence ?? WORDS[code];
    const field = parts.field ?? fieldOf(code);
    return {
      type: `urn:wellspring:problem:${code}`,
      title: code.replaceAll("_", " "),
      status,
      code,
      ...(field === undefined ? {} : { field }),
      detail_zh: zh,
      detail_en: en,
      retry: Object.hasOwn(REFUSALS, code) ? REFUSALS[code as RefusalCode].retry : PASSING.has(code),
      ...(requestId === undefined ? {} : { request_id: requestId }),
      ...(parts.faults === undefined ? {} : { faults: parts.faults }),
    };
  }
}

function fieldOf(code: ProblemCode): string | undefined {
  if (Object.hasOwn(PEOPLE_REFUSALS, code)) return PEOPLE_REFUSALS[code as PeopleRefusalCode];
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code as RefusalCode].field : undefined;
}

/** What people answered, or their refusal as a problem. */
export function granted<Answer>(answer: Answer | PeopleRefusal): Answer {
  if (!isRefused(answer)) return answer as Answer;
  const { refused, field, again } = answer;
  throw new Problem(refused, {
    field,
    ...(again === null ? {} : { retryAfter: again.getTime() - Date.now() }),
  });
}
