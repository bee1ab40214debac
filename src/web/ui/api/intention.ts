/**
 * One thing a person wants done 一次意图: it keeps its Idempotency-Key and its body until the server has
 * answered for certain, over a reload of the page as well, so that asking again can book nothing twice.
 */
import { asProblem } from "./problem.ts";

export interface Intention<Body> {
  readonly key: string;
  readonly body: Body;
  /** How often it was sent and no certain answer came. */
  readonly unanswered: number;
}

/** Where intentions lie: the session's storage of a browser. */
export interface Shelf {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
  readonly length: number;
  key(at: number): string | null;
}

const PREFIX = "wellspring.intention.";

/** Puts an intention down before it is sent. */
export function begin<Body>(shelf: Shelf, name: string, body: Body): Intention<Body> {
  const intention = { key: newKey(), body, unanswered: 0 };
  shelf.setItem(PREFIX + name, JSON.stringify(intention));
  return intention;
}

/** The intention of that name whose answer never came; null where there is none. */
export function pending<Body>(shelf: Shelf, name: string): Intention<Body> | null {
  const text = shelf.getItem(PREFIX + name);
  return text === null ? null : (JSON.parse(text) as Intention<Body>);
}

/** No certain answer came; how often that is by now. */
export function unanswered(shelf: Shelf, name: string): number {
  const intention = pending(shelf, name);
  if (intention === null) return 0;
  const count = intention.unanswered + 1;
  shelf.setItem(PREFIX + name, JSON.stringify({ ...intention, unanswered: count }));
  return count;
}

/** A definite answer came, or whoever wanted it has looked for himself and gives it up. */
export function settle(shelf: Shelf, name: string): void {
  shelf.removeItem(PREFIX + name);
}

/** Forgets every intention: whoever signs in or out takes over nobody else's. */
export function forgetAll(shelf: Shelf): void {
  const names = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? "");
  for (const name of names) if (name.startsWith(PREFIX)) shelf.removeItem(name);
}

/** Codes by which the server says that the same request is still on its way. */
const UNDER_WAY: ReadonlySet<string> = new Set(["in_progress", "not_booked_yet"]);

/** Whether it stays open what became of a write after this problem. */
export function isOpen(problem: unknown): boolean {
  const { kind, code } = asProblem(problem);
  return kind === "gone" || kind === "server" || kind === "busy" || UNDER_WAY.has(code);
}

/** 128 bits of chance; `crypto.randomUUID` is missing in older browsers and on plain http. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
