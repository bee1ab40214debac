/** The door of the statements 对账: read-only views of journals and books. */
export {
  type BalanceRow,
  balanceRecord,
  balanceText,
  type TrialBalance,
  trialBalance,
} from "./balance.ts";
export { clip, padEnd, padStart, points, safe, widthOf, wrap, yuan } from "./columns.ts";
export { accountText, journalText, type PoolFacts, poolBefore } from "./journal.ts";
export * from "./read/index.ts";
export * from "./receipt.ts";
export { receiptText, type TextOptions } from "./receipttext.ts";
export { accountWord, kindWord, type Lang, stepWord } from "./words.ts";
