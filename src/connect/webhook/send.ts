/** One request to a receiver: guarded, limited in time and size, following nothing. */
import { type ClientRequest, request as http, type IncomingMessage } from "node:http";
import { request as https } from "node:https";
import { ADDRESS_REFUSED, checkUrl, guardedLookup } from "./guard.ts";

export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivate: boolean;
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
}

/** What came of it. `error` is a code for the log: null exactly when the receiver took the message. */
export interface Sent {
  readonly status: number | null;
  readonly error: string | null;
  /** The beginning of what the receiver said. */
  readonly response: string;
  /** Seconds the receiver asks to be left alone. */
  readonly retryAfter: number | null;
}

const MOST_BYTES = 4_096;
const MOST_SHOWN = 1_000;
const failed = (error: string): Sent => ({ status: null, error, response: "", retryAfter: null });

/** Sends one message. Never rejects: whatever goes wrong is a value. */
export function send({ url, headers, body, allowPrivate, timeout }: Sending): Promise<Sent> {
  const target = checkUrl(url, allowPrivate);
  if (typeof target === "string") return Promise.resolve(failed(target));
  return new Promise((resolve) => {
    let asked: ClientRequest | undefined;
    const end = (sent: Sent) => {
      clearTimeout(timer);
      resolve(sent);
      // Whatever more the receiver has to say, nobody reads it.
      asked?.destroy();
    };
    const timer = setTimeout(() => end(failed("timeout")), timeout);
    try {
      asked = (target.protocol === "https:" ? https : http)(target, {
        method: "POST",
        agent: false,
        headers: { ...headers, "content-length": `${Buffer.byteLength(body)}`, connection: "close" },
        lookup: guardedLookup(allowPrivate),
      });
    } catch (error) {
      end(failed(codeOf(error)));
      return;
    }
    asked.on("response", (answer) => listen(answer, end, timer));
    asked.on("error", (error) => end(failed(codeOf(error))));
    asked.end(body);
  });
}

/** The status decides; the body is only for the log, so that a body that never ends changes nothing. */
function listen(answer: IncomingMessage, end: (sent: Sent) => void, timer: NodeJS.Timeout): void {
  const status = answer.statusCode ?? 0;
  const parts: Buffer[] = [];
  let bytes = 0;
  const done = () =>
    end({
      status,
      error: errorOf(status),
      response: shown(Buffer.concat(parts)),
      retryAfter: secondsOf(answer.headers["retry-after"]),
    });
  clearTimeout(timer);
  const patience = setTimeout(done, 1_000);
  const finish = () => {
    clearTimeout(patience);
    done();
  };
  answer.on("data", (part: Buffer) => {
    parts.push(part.subarray(0, MOST_BYTES - bytes));
    bytes += part.length;
    if (bytes >= MOST_BYTES) finish();
  });
  answer.on("end", finish);
  answer.on("error", finish);
}

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect_not_followed" : `http_${status}`;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === ADDRESS_REFUSED) return "address_refused";
  return /^[A-Z0-9_]{1,40}$/.test(code) ? code.toLowerCase() : "request_failed";
}

function secondsOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

/** Text a person can read in a log, and a database can keep. */
function shown(bytes: Buffer): string {
  return bytes
    .toString("utf8")
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, MOST_SHOWN)
    .toWellFormed();
}
