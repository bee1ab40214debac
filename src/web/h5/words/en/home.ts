/** Words of the home page, English. */
import type { zhHome } from "../zh/home.ts";

export const enHome: Readonly<Record<keyof typeof zhHome, string>> = {
  "home.points": "My points",
  "home.pointsIs":
    "Your part of the points pool, got by purchases under the plan. Points are no deposit, security " +
    "or money, and bear no interest.",
  "home.worth": "Worth",
  "home.worthIs":
    "Worth = points × price of a point, rounded down. It is not what you would be paid, and no promise.",
  "home.receive": "You would receive now",
  "home.receiveIs":
    "What would enter your wallet if you redeemed all now: the worth less {load} that stays in the " +
    "pool. The price is taken when you confirm.",
  "home.ways": "Paying and messages",
  "home.price": "Price of a point",
  "home.priceIs":
    "Pool cash ÷ points out. By the plan it does not fall, but it may stay almost the same for long; " +
    "the past tells nothing of the future.",
  "home.chart": "See how the price went",
  "home.money": "My money",
  "home.wallet": "Wallet",
  "home.walletIs": "Proceeds of redemptions and forced exits; you may ask to withdraw them.",
  "home.commission": "Commissions to withdraw",
  "home.commissionIs":
    "Commissions past their freeze; you may ask to withdraw them. A refund of the purchase takes its " +
    "part back.",
  "home.frozen": "Frozen commissions",
  "home.frozenNone": "Commissions within their freeze stand here and are freed by themselves.",
  "home.frozenNext": "free from {day}",
  "home.frozenUntil":
    "The next, ¥{amount}, is free on {day} and then moves to the commissions you may withdraw.",
  "home.withdrawing": "Withdrawals under way",
  "home.withdrawingIs": "Asked for, and neither paid nor returned yet.",
  "home.more": "More",
};
