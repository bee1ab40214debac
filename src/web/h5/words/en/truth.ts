/** Words of the truth page and the agreements, English. */
import type { zhTruth } from "../zh/truth.ts";

export const enTruth: Readonly<Record<keyof typeof zhTruth, string>> = {
  "truth.title": "The truth",
  "truth.shares": "What members like you really got back",
  "truth.counted": "Counted: {members} members whose purchases less refunds are above zero.",
  "truth.whole": "Share of members whose proceeds came to all they spent",
  "truth.median": "Proceeds over spend of the member in the middle",
  "truth.paid": "Paid so far",
  "truth.withToday": "With what today would pay",
  "truth.theory": "By theory of the plan",
  "truth.middleReceives": "Today the member in the middle would receive",
  "truth.sharesNote":
    "The theory assumes equal purchases and nobody leaving early: {theory} of the spend in the " +
    "middle. Who joins later generally gets less than who joined before.",
  "truth.cap": "The cap is a ceiling, not a goal",
  "truth.capIs":
    "The cap is {multiple} times what was paid, the most the points may be worth; there they must " +
    "leave, less {load} that stays. Most lots will not reach it in any foreseeable time.",
  "truth.refund": "Refunds",
  "truth.refundIs":
    "A refund takes back the points and commissions of its purchase; of points already redeemed, " +
    "what they brought. The wallet may fall below zero by it; later credits fill it first.",
  "truth.late": "First and last",
  "truth.lateIs":
    "The price moves by new purchases and by what stays of redemptions. Without them it hardly " +
    "moves; for the same money who joins later gets fewer points.",
  "truth.windUp": "Winding up",
  "truth.windUpIs":
    "When the pool is closed, all its cash and the remainder are paid by share of points, without " +
    "exit load; the few fen left go to the operator.",
  "truth.proof": "Proof of the books",
  "truth.proofIs":
    "The pool's cash and the points out are two whole numbers; the price is their ratio. Each day's " +
    "books are signed, and anybody can check them with one command.",
  "truth.cash": "Pool cash C",
  "truth.out": "Points out N",
  "truth.day": "Made",
  "truth.head": "Head of the chain",
  "truth.signature": "Signature",
  "truth.noProof": "No proof has been made yet.",
  "agreements.title": "Agreements",
  "agreements.disclosure": "Disclosure",
  "agreements.version": "Version {version}, {dated}",
  "spread.title": "How much of their spend members got",
  "spread.way": "How it is counted",
  "spread.who": "Which members",
  "spread.all": "All members",
  "spread.like": "Members like me",
  "spread.nothing": "Nothing",
  "spread.whole": "100% and more",
  "spread.few": "There are too few members yet: groups of fewer than {least} are not told of.",
  "spread.own": "You: {paid} of your spend so far, {today} with what today would pay.",
  "spread.note":
    "{members} members counted. Members like you first bought in the same month and spent as much. " +
    "Groups of fewer than {least} are not told of, {untold} members in all.",
};
