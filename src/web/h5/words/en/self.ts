/** Words of what is about oneself, English. */
import type { zhSelf } from "../zh/self.ts";

export const enSelf: Readonly<Record<keyof typeof zhSelf, string>> = {
  "self.nameless": "Member",
  "self.number": "Member {id}",
  "self.hasSponsor": "You have a sponsor.",
  "self.noSponsor": "You have no sponsor; your first purchase at a store locks you to it.",
  "self.language": "Language",
  "self.textSize": "Text size",
  "self.textSize.standard": "Standard",
  "self.textSize.large": "Large",
  "self.textSize.larger": "Larger",
  "profile.title": "Profile",
  "profile.name": "Name shown",
  "profile.real_name": "Real name",
  "profile.id_number": "ID number",
  "profile.bank_card": "Bank card",
  "profile.save": "Save",
  "profile.saved": "Saved.",
  "profile.sealed":
    "Real name, ID and card serve your own withdrawals alone; they are sealed and only shown masked.",
  "devices.title": "Devices",
  "devices.logins": "Sign-ins",
  "devices.in": "Signed in",
  "devices.refused": "Refused",
  "devices.locked": "Locked",
  "devices.replayed": "Code used again",
  "consents.title": "Consents",
  "consents.none": "Nothing yet.",
  "consents.given": "Given",
  "consents.takenBack": "Taken back",
  "consents.disclosure": "Disclosure",
  "consents.agreement": "User agreement",
  "consents.referral": "Referral rules",
  "consents.privacy": "Privacy",
  "consents.marketing": "News of stores",
  "consents.identity": "Identity",
  "consents.marketingIs":
    "Send me news of stores (may be taken back at any time; nothing else depends on it)",
  "cases.title": "Cases",
  "cases.later": "Not open yet: later you will report, give evidence, see decisions and appeal here.",
  "cases.meanwhile":
    "Until then please turn to the operator's service; wrong locks are put right there as well.",
  "close.title": "Close my account",
  "close.points":
    "Points: redeem them first. They are not taken away, but while there are any the account cannot " +
    "be closed.",
  "close.money": "Wallet and commissions: withdraw them first; frozen ones must be waited for.",
  "close.book": "The book keeps the bare number; name, phone and all that is personal are erased.",
  "close.lock": "Your place in the tree stays as a bare number and goes to nobody else.",
  "close.left": "There is something left; the account cannot be closed yet:",
  "close.moneyLeft": "Money, frozen and under way included",
  "close.sure": "I understand that this cannot be undone.",
  "close.end": "Close it",
  "close.take": "Export all my data",
  "close.taken": "Exported.",
  "help.title": "Help",
  "help.points": "What are points?",
  "help.pointsIs":
    "A part of the points pool. Some of the take of a purchase enters the pool and becomes points " +
    "for you at the price of the moment.",
  "help.price": "Where does the price come from?",
  "help.priceIs":
    "Pool cash over points out, two whole numbers. By the plan it does not fall, but it may hardly " +
    "move for long.",
  "help.receive": "Why do I receive less than the worth?",
  "help.receiveIs": "Some of the worth stays in the pool and belongs to those who still hold points.",
  "help.cap": "What is the cap?",
  "help.capIs": "The most a lot may be worth; not a goal. Most lots never reach it.",
  "help.exit": "When is there a forced exit?",
  "help.exitIs":
    "When a lot's worth reaches its cap; the proceeds enter your wallet. Only a new purchase brings " +
    "points again.",
  "help.refund": "What does a refund do?",
  "help.refundIs":
    "The money goes back the way it came; points and commissions of that purchase are taken back.",
  "help.frozen": "Why are commissions frozen?",
  "help.frozenIs": "To wait for refunds. Each says when it is free; then it can be withdrawn.",
  "help.withdraw": "How long does a withdrawal take?",
  "help.withdrawIs":
    "Officers of the operator review it, two for a large one. A rejection gives its reason and the " +
    "money goes back.",
  "help.lock": "May I change my sponsor?",
  "help.lockIs": "A lock is for good. A wrong one is put right by the operator after a decision.",
};
