/**
 * What goes wrong on the way is said in one sentence of the catalogue, with its place, and never as a stack.
 */
import type { SheetRefusal } from "#connect/sheet";
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

/** A file of orders that was refused as a whole: the reader's refusal, and the file as it was given. */
export class Misread extends Error {
  constructor(
    readonly file: string,
    readonly refusal: SheetRefusal,
  ) {
    super(refusal.message);
  }
}

/** The file, the line or byte in it, and the reader's sentence; a wrong option stands in no file. */
function tellMisread({ file, refusal }: Misread, say: Say): Told {
  const sentence = say.language === "zh" ? refusal.zh : refusal.en;
  const { code } = refusal;
  if (code === "option_invalid") return { status: STATUS.usage, code, message: sentence };
  const [, kind, number = ""] = /^(line|byte) (\d+)$/.exec(refusal.place ?? "") ?? [];
  const values = { file: file === "-" ? say("word.stdin") : file, number, sentence };
  const key = kind === undefined ? "fault.file" : kind === "line" ? "fault.line" : "fault.byte";
  return { status: STATUS.unreadable, code, message: say(key, values) };
}

/** The sentence for an error, in the user's language; what is not expected is called a fault of ours. */
export function tell(error: unknown, say: Say): Told {
  if (isAbort(error)) return { status: STATUS.cancelled, code: "cancelled", message: say("fault.cancelled") };
  if (error instanceof Fault)
    return {
      status: error.status,
      code: error.key.replace(/^fault\./, ""),
      message: say(error.key, error.values),
    };
  if (error instanceof Misread) return tellMisread(error, say);
  if (error instanceof BrokenLaw && error.law === "safe_range")
    return { status: STATUS.refused, code: "safe_range", message: say("fault.safe_range") };
  const message = error instanceof Error ? error.message : String(error);
  return { status: STATUS.internal, code: "internal", message: say("fault.internal", { message }) };
}

const SYSTEM: Readonly<Record<string, Key>> = {
  ENOENT: "system.not_found",
  ENOTDIR: "system.not_directory",
  EEXIST: "system.not_directory",
  ENAMETOOLONG: "system.name_too_long",
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
  const reason = word === undefined ? code : say(word);
  return new Fault(STATUS.unreadable, key, { file: file === "" ? "“”" : file, reason });
}
