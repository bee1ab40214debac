/** Problems: every no over HTTP, as application/problem+json (RFC 9457), from one table of codes. */
import { isTradeRefusal, TRADE_REFUSALS, type TradeRefusal, type TradeRefusalCode } from "#desk";
import { REFUSALS, type RefusalCode } from "#engine";
import { isRefused, PEOPLE_REFUSALS, type PeopleRefusal, type PeopleRefusalCode } from "#people";
import { type ProblemCode, STATUS } from "./statuses.ts";
import { type Sentence, WORDS } from "./words.ts";

export { type ProblemCode, STATUS } from "./statuses.ts";

/** What a problem looks like to the one who asked. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  /** How it stands, or which part of the field is meant. */
  readonly stands?: string;
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

/** Codes that the same request may overcome later. */
const PASSING: ReadonlySet<string> = new Set<ProblemCode>([
  "too_often",
  "sms_unavailable",
  "rate_limited",
  "not_booked_yet",
  "busy",
  "simulations_too_many",
  "request_timeout",
  "elsewhere",
  "closing",
  "unavailable",
  "internal",
]);

export interface ProblemParts {
  /** The field the problem speaks of; a path with dots. */
  readonly field?: string | undefined;
  readonly stands?: string | undefined;
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
      ...(parts.stands === undefined ? {} : { stands: parts.stands }),
      detail_zh: zh,
      detail_en: en,
      retry: isPassing(code),
      ...(requestId === undefined ? {} : { request_id: requestId }),
      ...(parts.faults === undefined ? {} : { faults: parts.faults }),
    };
  }
}

function isPassing(code: ProblemCode): boolean {
  if (Object.hasOwn(REFUSALS, code)) return REFUSALS[code as RefusalCode].retry;
  if (Object.hasOwn(TRADE_REFUSALS, code)) return TRADE_REFUSALS[code as TradeRefusalCode].retry;
  return PASSING.has(code);
}

function fieldOf(code: ProblemCode): string | undefined {
  if (Object.hasOwn(TRADE_REFUSALS, code)) return TRADE_REFUSALS[code as TradeRefusalCode].field;
  if (Object.hasOwn(PEOPLE_REFUSALS, code)) return PEOPLE_REFUSALS[code as PeopleRefusalCode];
  if (Object.hasOwn(TRADE_REFUSALS, code)) return TRADE_REFUSALS[code as TradeRefusalCode].field;
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

/** The header that makes a write safe to repeat, as a problem names it. */
export const KEY_FIELD = "Idempotency-Key";

/**
 * What everyday trade answered, or its refusal as a problem. The same key with another body is told the same
 * way whoever found it, the book or the row.
 */
export function done<Answer extends object>(answer: Answer | TradeRefusal): Exclude<Answer, TradeRefusal> {
  if (!isTradeRefusal(answer)) return answer as Exclude<Answer, TradeRefusal>;
  const { refused, field, detail } = answer;
  if (refused === "request_conflict" || refused === "id_conflict") {
    throw new Problem("idempotency_conflict", { field: KEY_FIELD });
  }
  throw new Problem(refused, { field, ...(detail === null ? {} : { stands: detail }) });
}
