/** Words of points and redeeming, English. */
import type { zhPoints } from "../zh/points.ts";

export const enPoints: Readonly<Record<keyof typeof zhPoints, string>> = {
  "points.title": "Points and redeeming",
  "points.redeem": "Redeem",
  "points.priceIs":
    "The line shows what was booked. It may stay almost flat for long; the past tells nothing of the " +
    "future, and we promise nothing.",
  "points.exitTitle": "What a forced exit is",
  "points.exitWhat":
    "When the worth of a lot reaches its cap, it is redeemed by itself: reckoned at the cap, the " +
    "proceeds less the exit load enter your wallet; what goes beyond stays in the pool for the other " +
    "holders.",
  "points.exitAfter":
    "The cap is a ceiling, not a goal; most lots never reach it. After a forced exit only a new " +
    "purchase brings points again.",
  "lots.title": "My lots",
  "lots.what": "Each lot remembers its purchases, what they cost, and where its ceiling is.",
  "lots.live": "Held",
  "lots.ceased": "Left",
  "lots.none": "No points yet. They appear here after a purchase.",
  "lots.noneCeased": "No lot has left yet.",
  "lots.cost": "Spent in {count} purchases, net",
  "lots.got": "Proceeds so far",
  "lots.cap": "Cap",
  "lots.ceiling": "The cap is a ceiling, not a goal.",
  "lots.fills": "The worth is {percent} % of the cap.",
  "lots.trigger": "It must leave at a price of ¥{price}.",
  "lots.left": "All of this lot has left: redeemed, by a forced exit, or taken back by a refund.",
  "redeem.title": "Redeem points",
  "redeem.howMany": "How many points",
  "redeem.have": "You hold",
  "redeem.all": "All",
  "redeem.tooMany": "Enter no more than you hold, with at most 8 decimals.",
  "redeem.about": "About",
  "redeem.quote": "Quote",
  "redeem.oldest": "The oldest lots go first. What stays in the pool belongs to those who still hold points.",
  "redeem.receive": "You will receive",
  "redeem.stays": "{load} of the worth stays in the pool and is not paid to you.",
  "redeem.guard": "Least proceeds: should it come to less when you confirm, nothing is sold.",
  "redeem.toWallet": "The proceeds enter your wallet; you may withdraw them.",
  "redeem.final": "It cannot be undone; these points are yours no longer.",
  "redeem.confirm": "Redeem now",
  "redeem.back": "Change",
  "redeem.done": "Redeemed",
  "redeem.sold": "Points redeemed",
  "redeem.inWallet": "The proceeds are in your wallet and stand in the details to the fen.",
};
