/** A small scene for the engine's unit tests: a plan with changes, orders in a word or two, balances by name. */
import { type Account, type Journal, type Outcome, type Plan, Replay, readPlan } from "#engine";
import { LOCAL } from "../../plans.ts";

export type Json = { readonly [key: string]: unknown };

/** The local-life rates (RULES section 7) under a wide step limit, so that only the tests about it meet it. */
export const BASE: Json = { ...LOCAL, name: "unit", pool: { ...LOCAL.pool, max_step: "1000%" } };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `patch` laid over `target`: objects merge, everything else replaces, undefined takes a key away. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch) || !isObject(target)) return patch;
  const all = Object.entries({ ...target, ...patch }).map(
    ([key, value]) => [key, key in patch ? merged(target[key], value) : value] as const,
  );
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

export const planJson = (changes: Json = {}): Json => merged(BASE, changes) as Json;

/** A checked plan; throws where the changes break a rule. */
export function planOf(changes: Json = {}): Plan {
  const read = readPlan(planJson(changes));
  if (!("plan" in read)) throw new Error(JSON.stringify(read.faults));
  return read.plan;
}

/** One pool's terms changed and nothing else. */
export const withPool = (pool: Json): Json => ({ pool });

/** The journal of a booked order; throws at any other outcome. */
export function booked(outcome: Outcome): Journal {
  if (outcome.type !== "booked") throw new Error(JSON.stringify(outcome));
  return outcome.journal;
}

/** The code an order was refused with, what else became of it otherwise. */
export const answer = (outcome: Outcome): string =>
  outcome.type === "refused" ? outcome.code : outcome.type;

/** Postings as a bookkeeper reads them: "code from→to amount". */
export const moves = (journal: Pick<Journal, "postings">): string[] =>
  journal.postings.map(({ step, from, to, amount }) => `${step.code} ${from.name}→${to.name} ${amount}`);

/** Forced exits and dust: "reason member points worth→proceeds". */
export const leaving = (journal: Pick<Journal, "exits">): string[] =>
  journal.exits.map(
    ({ reason, member, points, worth, proceeds }) => `${reason} ${member.id} ${points} ${worth}→${proceeds}`,
  );

/** A balance changed behind the book's back, to plant a fault. */
export function tamper(account: Account, by: bigint): void {
  (account as { balance: bigint }).balance += by;
}

/** A replay that takes orders in a word; ids are o1, o2, … in the order asked. */
export class Scene {
  readonly replay: Replay;
  readonly journals: Journal[] = [];
  private asked = 0;

  constructor(changes: Json = {}) {
    this.replay = new Replay(planOf(changes), (journal) => this.journals.push(journal));
  }

  get book() {
    return this.replay.book;
  }

  ask(kind: string, body: Json = {}): Outcome {
    this.asked += 1;
    return this.replay.line(JSON.stringify({ id: `o${this.asked}`, kind, ...body }), this.asked);
  }

  join(member: string, sponsor: string | null = null, more: Json = {}): Outcome {
    return this.ask("join", { member, sponsor, ...more });
  }

  store(merchant: string, owner: string, more: Json = {}): Outcome {
    return this.ask("open_store", { merchant, owner, region: "440106", ...more });
  }

  /** A purchase at store "s". */
  buy(member: string, amount: number, more: Json = {}): Outcome {
    return this.ask("purchase", { member, merchant: "s", amount_fen: amount, ...more });
  }

  redeem(member: string, points: string, more: Json = {}): Outcome {
    return this.ask("redeem", { member, points, ...more });
  }

  refund(purchase: string, amount: number, more: Json = {}): Outcome {
    return this.ask("refund", { purchase, amount_fen: amount, ...more });
  }

  /** A later version of the scene's plan put in force. */
  publish(plan: Plan, feed = "main"): Outcome {
    this.asked += 1;
    return this.replay.order({ id: `o${this.asked}`, kind: "publish", feed, plan, at: null, atText: null });
  }

  /** Every balance that is not nought, by the account's name. */
  balances(): Record<string, bigint> {
    const all = [...this.book.accounts()].filter(({ balance }) => balance !== 0n);
    return Object.fromEntries(all.map(({ name, balance }) => [name, balance]));
  }

  of(name: string): bigint {
    return this.balances()[name] ?? 0n;
  }

  /** Cash, grains out and remainder. */
  pool(): readonly [cash: bigint, grains: bigint, remainder: bigint] {
    const { cash, issued, remainder } = this.book.pool;
    return [cash.balance, -issued.balance, remainder.balance];
  }
}

/** A scene with owner "o", his store "s" (440106, no agents) and buyers a, b, c without sponsors. */
export function town(changes: Json = {}): Scene {
  const scene = new Scene(changes);
  scene.join("o");
  scene.store("s", "o");
  for (const member of ["a", "b", "c"]) scene.join(member);
  return scene;
}
