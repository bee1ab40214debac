/** Everyday trade, as the desk's door shows it. */

export type { Channel, Notice, NoticeFault, ReadNotice, Told, Transferred } from "#connect/channel";
export type { Agency, AgencyFilter, AgencyState, NewAgency } from "./agencies.ts";
export type { NewWithdrawal } from "./applications.ts";
export type { Arrival, ArrivalChannel, ArrivalState, NewArrival } from "./arrivals.ts";
export type { Code, CodeKind, Resolved } from "./codes.ts";
export type { PlanVerdict, TradeDesk, TradeOptions } from "./ground.ts";
export type { Injection, InjectionAnswer, InjectionState, NewInjection } from "./injections.ts";
export type { Noticed } from "./notices.ts";
export type { PayCode } from "./paycodes.ts";
export type { Payment, PaymentFilter, PaymentState } from "./paymentrow.ts";
export type { Begun, NewPayment } from "./payments.ts";
export type { PlanDraft, PlanDraftState } from "./planrow.ts";
export type { PlanAnswer } from "./plans.ts";
export { isTradeRefusal, TRADE_REFUSALS, type TradeRefusal, type TradeRefusalCode } from "./refusal.ts";
export type { NewRequest, PaymentRequest, RequestStanding } from "./requests.ts";
export { SETTINGS, type SettingKey, type SettingRow, type SettingValues } from "./settings.ts";
export type { Shift } from "./shifts.ts";
export type { AdoptedStore, NewStore, StoreFilter, StorePatch, StoreProfile } from "./stores.ts";
export { resumeTrade, TRADE_JOB, Trade } from "./trade.ts";
export type { Withdrawal, WithdrawalFilter, WithdrawalState } from "./withdrawalrow.ts";
export type { WithdrawalAnswer } from "./withdrawals.ts";
