/**
 * Withdrawals 提现: money of a member is held when asked for, then leaves or goes back (RULES section 7b).
 * Approving one and paying it through a channel are other people's work; the book knows the money alone.
 */
import { type Book, Withdrawal } from "./book.ts";
import { STEP } from "./chart.ts";
import type { Draft } from "./draft.ts";
import type { CloseWithdrawal, Withdraw } from "./order.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** The account a withdrawal takes its money from, and gives it back to. */
const sourceOf = ({ member, source }: Withdrawal) =>
  source === "wallet" ? member.wallet : member.commission;

/**
 * Holds `amount` fen, above 0, of what stands in the wallet or among the commissions now; frozen commissions
 * and arrears cannot be withdrawn. A refund afterwards does not reach what is held: it leaves the source
 * below zero, as it would an empty one.
 */
export function withdraw(book: Book, order: Withdraw, draft: Draft): Refusal | null {
  const { id, source, amount } = order;
  const member = book.member(order.member);
  if (member === undefined) return refuse("member_unknown");
  if (amount <= 0n) return refuse("amount_must_be_positive");
  const withdrawal = new Withdrawal(id, member, source, amount);
  const from = sourceOf(withdrawal);
  if (from.balance < amount) return refuse("balance_insufficient");
  draft.move(STEP.withdraw, from, member.withdrawing, amount);
  draft.entry = { type: "withdrawn", withdrawal };
  return null;
}

/** The whole of a held withdrawal has left the book. */
export function payOut(book: Book, order: CloseWithdrawal, draft: Draft): Refusal | null {
  const withdrawal = held(book, order);
  if ("refused" in withdrawal) return withdrawal;
  draft.move(STEP.payOut, withdrawal.member.withdrawing, book.outside, withdrawal.amount);
  draft.entry = { type: "withdrawal_closed", withdrawal, state: "paid" };
  return null;
}

/** The whole of a held withdrawal goes back to where it came from, where it fills arrears first. */
export function returnWithdrawal(book: Book, order: CloseWithdrawal, draft: Draft): Refusal | null {
  const withdrawal = held(book, order);
  if ("refused" in withdrawal) return withdrawal;
  const { member, amount } = withdrawal;
  draft.move(STEP.returnWithdrawal, member.withdrawing, sourceOf(withdrawal), amount);
  draft.entry = { type: "withdrawal_closed", withdrawal, state: "returned" };
  return null;
}

function held(book: Book, { withdrawal: id }: CloseWithdrawal): Withdrawal | Refusal {
  const withdrawal = book.withdrawal(id);
  if (withdrawal === undefined) return refuse("withdrawal_unknown");
  return withdrawal.state === "held" ? withdrawal : refuse("withdrawal_closed");
}
