/**
 * What goes wrong on the way is said in one sentence of the catalogue, with its place, and never as a stack.
 */
import { SheetRefusal } from "#connect/sheet";
import { BrokenLaw } from "#engine";
import type { Key, Say, Values } from "./language.ts";
import { STATUS, type Status } from "./status.ts";

/** An expected end: a sentence of the catalogue and the exit status. */
export class Fault extends Error {
  constructor(
    readonly status: Status,
    readonly key: Key,
    readonly values: Values = {},
  ) {
    super(key);
  }
}

/** Thrown where work stops because the user has asked for it (Ctrl-C). */
export class Cancelled extends Error {}

/** What the user is told of anything thrown. */
export interface Told {
  readonly status: Status;
  readonly code: string;
  readonly message: string;
}

const isAbort = (error: unknown): boolean =>
  error instanceof Cancelled || (error instanceof Error && error.name === "AbortError");

/** The sentence for an error, in the user's language; what is not expected is called a fault of ours. */
export function tell(error: unknown, say: Say): Told {
  if (isAbort(error)) return { status: STATUS.cancelled, code: "cancelled", message: say("fault.cancelled") };
  if (error instanceof Fault)
    return {
      status: error.status,
      code: error.key.replace(/^fault\./, ""),
      message: say(error.key, error.values),
    };
  if (error instanceof SheetRefusal) {
    const sentence = say.language === "zh" ? error.zh : error.en;
    const place = error.place === null ? "" : `${error.place}: `;
    const status = error.code === "option_invalid" ? STATUS.usage : STATUS.unreadable;
    return { status, code: error.code, message: place + sentence };
  }
  if (error instanceof BrokenLaw && error.law === "safe_range")
    return { status: STATUS.refused, code: "safe_range", message: say("fault.safe_range") };
  const message = error instanceof Error ? error.message : String(error);
  return { status: STATUS.internal, code: "internal", message: say("fault.internal", { message }) };
}

const SYSTEM: Readonly<Record<string, Key>> = {
  ENOENT: "system.not_found",
  ENOTDIR: "system.not_found",
  EACCES: "system.permission",
  EPERM: "system.permission",
  EROFS: "system.permission",
  EISDIR: "system.directory",
  ENOSPC: "system.full",
  EMFILE: "system.too_many_open",
};

/** The system's reason as a word of the catalogue, for a file that cannot be read or written. */
export function systemFault(key: Key, file: string, error: unknown, say: Say): Fault {
  const code = error instanceof Error && "code" in error ? String(error.code) : "EIO";
  const word = SYSTEM[code];
  return new Fault(STATUS.unreadable, key, { file, reason: word === undefined ? code : say(word) });
}
