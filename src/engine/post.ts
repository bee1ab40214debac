/** Postings 分录, and the one function that changes a balance. */
import type { Account } from "./book.ts";
import type { Step } from "./chart.ts";

/** One move of fen or grains from an account to another; unbalanced cannot be written. Amount > 0. */
export interface Posting {
  readonly step: Step;
  readonly from: Account;
  readonly to: Account;
  readonly amount: bigint;
}

/** Thrown where a rule of the engine itself is broken; before anything of the order has been applied. */
export class BrokenLaw extends Error {
  constructor(
    readonly law: string,
    detail: string,
  ) {
    super(`${law}: ${detail}`);
  }
}

/** A posting as a draft may hold it: positive, between accounts its step permits. */
export function posting(step: Step, from: Account, to: Account, amount: bigint): Posting {
  if (amount <= 0n) throw new BrokenLaw("amount_above_zero", `${step.code} ${amount}`);
  if ((step.from & from.kind.bit) === 0 || (step.to & to.kind.bit) === 0) {
    throw new BrokenLaw("permitted_direction", `${step.code}: ${from.name} → ${to.name}`);
  }
  return { step, from, to, amount };
}

/** Books one posting. Nothing else in the product changes a balance. */
export function post(posted: Posting): void {
  (posted.from as { balance: bigint }).balance -= posted.amount;
  (posted.to as { balance: bigint }).balance += posted.amount;
}

/** Gives an account that was just made the balance it had when its book was put away; no posting is made. */
export function reopen(account: Account, balance: bigint): void {
  (account as { balance: bigint }).balance = balance;
}
