/** Words of arriving and signing in, English. */
import type { zhArrive } from "../zh/arrive.ts";

export const enArrive: Readonly<Record<keyof typeof zhArrive, string>> = {
  "arrive.store": "Welcome to",
  "arrive.member": "{name} invites you",
  "arrive.means": "What signing in does",
  "arrive.lockStore": "You are locked to this store: its owner becomes your sponsor, for good.",
  "arrive.lockMember": "You are locked to this member, who becomes your sponsor, for good.",
  "arrive.lockReward":
    "Whatever you buy at any store, your sponsor may get a commission under the plan; it comes out " +
    "of the platform's side, and you pay nothing more.",
  "arrive.lockFree":
    "Joining is free and needs no purchase. Your sponsor sees neither your name nor what you buy.",
  "arrive.lockedNow": "You are locked",
  "arrive.nowStore":
    "The owner of this store is now your sponsor. The lock came before your first purchase, and no " +
    "purchase changes it.",
  "arrive.nowMember":
    "This member is now your sponsor. The lock came before your first purchase, and no purchase " +
    "changes it.",
  "arrive.lockedBefore": "You have a sponsor already",
  "arrive.stays": "A lock is for good: this code has not changed your sponsor.",
  "arrive.notLocked": "You have no sponsor yet",
  "arrive.bind": "Lock me",
  "arrive.pay": "Pay here",
  "arrive.home": "To the start",
  "door.read": "Please read the disclosure first",
  "door.more": "The truth in figures",
  "door.agreements": "The agreements",
  "door.enter": "Sign in by phone",
  "truth.first": "Before your first purchase, please read",
  "truth.alsoAgree":
    "By going on you agree to the user agreement, the privacy policy and the referral rules.",
  "truth.seen": "I have read and understood",
  "truth.asOf": "Figures as of",
};
