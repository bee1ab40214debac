/** Marks that random worlds must reach: a property that never met its rare case has proved nothing. */
import { type Journal, KIND, type MemoryBook, type Outcome } from "#engine";

const codes = (journal: Journal) => new Set(journal.postings.map((entry) => entry.step.code));

type Mark = (journal: Journal, book: MemoryBook) => boolean;

const step =
  (code: string): Mark =>
  (journal) =>
    codes(journal).has(code);

const paidTo = (journal: Journal, code: string) => journal.postings.some((entry) => entry.step.code === code);

export const MARKS: Readonly<Record<string, Mark>> = {
  "lock on purchase": ({ entry }) => entry.type === "purchased" && entry.locked !== null,
  "owner below the buyer: no lock": ({ entry }, book) =>
    entry.type === "purchased" &&
    entry.locked === null &&
    entry.purchase.level1 === null &&
    book.root(entry.purchase.merchant.owner) === entry.purchase.member &&
    entry.purchase.merchant.owner !== entry.purchase.member,
  "pool emptied": step("pool_emptied"),
  "pool refilled after it was emptied": (journal) =>
    journal.entry.type === "purchased" &&
    journal.entry.purchase.aside > 0n &&
    journal.entry.purchase.points > 0n,
  "purchase of zero points goes aside": ({ entry }) =>
    entry.type === "purchased" && entry.purchase.points === 0n && entry.purchase.aside > 0n,
  "step limit": step("step_limit"),
  dust: step("dust"),
  "forced exit": step("forced_exit"),
  "cascade of exits": ({ exits }) => exits.filter(({ reason }) => reason === "cap").length >= 3,
  "exit by another's redemption": ({ kind, exits }) =>
    kind === "redeem" && exits.some(({ reason }) => reason === "cap"),
  "exit by a refund": ({ kind, exits }) => kind === "refund" && exits.some(({ reason }) => reason === "cap"),
  "redemption across lots": ({ kind, lots }) => kind === "redeem" && lots.size > 1,
  release: step("release"),
  "injection into an empty pool": (journal) =>
    journal.postings.some(({ step, to }) => step.code === "inject" && to.kind === KIND.remainder),
  "refund of sold points": step("refund_proceeds"),
  "proceeds of a refund back to the pool": step("proceeds_back"),
  "refund that the merchant bears": step("refund_shortfall"),
  "refund out of what stood aside": step("refund_aside"),
  "refund rounded in the operator's disfavour": step("refund_rounding"),
  // Members cannot owe yet: no order takes money out of a wallet or a commission account but the refund itself.
  "merchant in arrears": ({ postings }) =>
    postings.some(({ from }) => from.kind === KIND.payable && from.balance < 0n),
  "all three region agents": (journal) =>
    ["region_district", "region_city", "region_province"].every((code) => paidTo(journal, code)),
  "province without city": (journal) =>
    paidTo(journal, "region_district") &&
    paidTo(journal, "region_province") &&
    journal.entry.type === "purchased" &&
    journal.entry.purchase.agents.city === null,
  "second level": step("upline_2"),
  recruiter: step("recruiter"),
  "named portion": step("portion"),
  pending: step("pend"),
  "pending refunded": step("refund_pending"),
  settled: ({ kind }) => kind === "settle",
  thawed: step("thaw"),
  "refund of frozen commissions": (journal) =>
    journal.kind === "refund" && journal.postings.some(({ from }) => from.kind === KIND.commissionFrozen),
  "wound up": step("wind_up"),
};

/** Counts the marks a journal reaches. */
export function countMarks(counts: Map<string, number>, journal: Journal, book: MemoryBook): void {
  for (const [name, mark] of Object.entries(MARKS)) {
    if (mark(journal, book)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}

/** What became of lines, refusals by code. */
export function countOutcome(counts: Map<string, number>, outcome: Outcome): void {
  const name = outcome.type === "refused" ? outcome.code : outcome.type;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
