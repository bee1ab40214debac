/** What the book is read by: histories, members, stores, purchases, prices, straight from the database. */

export { dayAfter, dayOf, startOf } from "#store";
export { type AccountFound, findAccount } from "./account.ts";
export { type NamedAccount, type TrialBalanceNow, trialBalanceOf } from "./balances.ts";
export {
  type CommissionFilter,
  type CommissionMonth,
  type CommissionRow,
  type CommissionState,
  type CommissionSums,
  commissionSums,
  memberCommissions,
} from "./commissions.ts";
export { BadCursor, MOST_ROWS, type Page, type PageArgs } from "./cursor.ts";
export { type DayFigures, dailyFigures, type Figures } from "./days.ts";
export { accountHistory, type History, type HistoryRow } from "./history.ts";
export { type JournalFilter, type JournalHead, journalAt, journalOf, journals } from "./journals.ts";
export { type LotRow, type LotState, memberLots } from "./lots.ts";
export {
  type MemberBalances,
  memberBalances,
  memberFrozen,
  type SponsorChange,
  sponsorHistory,
} from "./member.ts";
export { MESSAGE_KINDS, type MessageKind, type MessageRow, memberMessages } from "./messages.ts";
export { operatorName } from "./operator.ts";
export { operatorOverview } from "./overview.ts";
export { type MerchantFound, merchantsOf, sponsorOf } from "./owner.ts";
export { type PlanInForce, plansInForce } from "./plans.ts";
export * from "./pool.ts";
export { projectTo, type Reached } from "./project.ts";
export { type KeptProof, type Proof, Proofs } from "./proofs.ts";
export {
  type PurchaseFilter,
  type PurchaseRow,
  type PurchaseState,
  type PurchaseTotals,
  purchaseOf,
  purchases,
  purchaseTotals,
} from "./purchases.ts";
export { type PurchaseReceipt, purchaseReceipt, type RefundLine, type RefundTaken } from "./receipt.ts";
export { countRewards, type RewardRow, rewardsAfter } from "./rewards.ts";
export {
  countMembers,
  MEMBER_SORTS,
  type MemberFilter,
  type MemberRow,
  type MemberSort,
  memberOverview,
} from "./roster.ts";
export type { Between, Reads } from "./span.ts";
export {
  BANDS,
  EDGES,
  LEAST,
  memberSpread,
  memberStanding,
  type SpreadFound,
  type SpreadRow,
  type StandingNow,
} from "./spread.ts";
export { moved, type StoreDay, type StoreMovements, type StoreStatement, storeStatement } from "./store.ts";
export {
  newMembers,
  storeTakings,
  type Taking,
  type TakingsOf,
} from "./takings.ts";
export * from "./team.ts";
export { type TruthFigures, type TruthShares, truthFigures } from "./truth.ts";
export {
  type DivisionTurnover,
  RANKS,
  type StoreTurnover,
  type Turnover,
  turnoverByDivision,
  turnoverByStore,
} from "./turnover.ts";
export { waitingNow } from "./waiting.ts";
