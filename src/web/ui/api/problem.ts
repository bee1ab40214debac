/** A no of the server, or none at all: what happened, in both languages, and what may be done about it. */

/**
 * What a page does about it. `refused`: the book or a rule said no; `signed_out`: sign in first; `busy`: come
 * again later; `server`: it failed there; `gone`: the network, or no answer in time.
 */
export type ProblemKind = "refused" | "signed_out" | "busy" | "server" | "gone";

export interface ProblemFacts {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly field?: string | undefined;
  /** How it stands, where the server says so. */
  readonly stands?: string | undefined;
  readonly faults?: readonly { readonly field: string; readonly rule: string }[] | undefined;
  /** Milliseconds after which asking again is worth while. */
  readonly retryAfter?: number | undefined;
  readonly requestId?: string | undefined;
}

/** Thrown by every call of the API that did not go well. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(readonly facts: ProblemFacts) {
    super(`${facts.code}: ${facts.en}`);
    this.kind = facts.kind;
    this.code = facts.code;
    this.field = facts.field;
    this.retryAfter = facts.retryAfter;
  }

  /** The sentence for a person. */
  say(language: "zh" | "en"): string {
    return this.facts[language];
  }
}

/** Nothing came back: the network is gone, or the time was up. Whether the server heard is not known. */
export function goneProblem(timedOut: boolean): Problem {
  return timedOut
    ? new Problem({
        kind: "gone",
        code: "no_answer",
        status: 0,
        zh: "服务器没有及时答复。",
        en: "The server did not answer in time.",
      })
    : new Problem({
        kind: "gone",
        code: "offline",
        status: 0,
        zh: "网络不通或服务器没有答复，请检查网络后再试。",
        en: "The network is gone or the server does not answer; check the network and try again.",
      });
}

/** What was under way when the page was left: no answer to it has been seen. */
export function leftProblem(): Problem {
  return new Problem({
    kind: "gone",
    code: "left_open",
    status: 0,
    zh: "上次办理还没有等到答复。",
    en: "The last time no answer was waited for.",
  });
}

/** Whatever was thrown, as a problem; a fault of our own is one of the server's kind. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem({
    kind: "server",
    code: "page_fault",
    status: 0,
    zh: "页面出了问题，请重试。",
    en: "Something went wrong on this page; try again.",
  });
}

interface Body {
  readonly code?: string;
  readonly field?: string;
  readonly stands?: string;
  readonly detail_zh?: string;
  readonly detail_en?: string;
  readonly request_id?: string;
  readonly faults?: readonly { readonly field: string; readonly rule: string }[];
}

/** What an answer that is no success says; also where something between us and the server gave it. */
export async function problemOf(response: Response): Promise<Problem> {
  const { status, headers } = response;
  const body = await response.json().then(
    (value: unknown) => value as Body,
    (): Body => ({}),
  );
  const seconds = Number(headers.get("retry-after"));
  return new Problem({
    kind: kindOf(status),
    code: body.code ?? `http_${status}`,
    status,
    zh: body.detail_zh ?? `服务器答复 ${status}，请稍后再试。`,
    en: body.detail_en ?? `The server answered ${status}; try again later.`,
    field: body.field,
    stands: body.stands,
    faults: body.faults,
    retryAfter: seconds > 0 ? seconds * 1_000 : undefined,
    requestId: body.request_id,
  });
}

function kindOf(status: number): ProblemKind {
  if (status === 401) return "signed_out";
  if (status === 429) return "busy";
  return status >= 500 ? "server" : "refused";
}
