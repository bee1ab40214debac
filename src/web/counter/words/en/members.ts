/** Words of members, of earnings elsewhere and of the store's code, English. */
import type { zhMembers } from "../zh/members.ts";

export const enMembers: Readonly<Record<keyof typeof zhMembers, string>> = {
  "members.phone": "Whole phone number",
  "members.search": "Find",
  "members.none": "No members locked yet",
  "members.how":
    "Whoever scans the store's code, or buys here first, is locked to the store. " +
    "Print the code and put it at the till.",
  "members.notFound": "No locked member has this number",
  "members.count": "{count} members locked",
  "members.joined": "Joined",
  "members.masked": "Names and numbers are masked for the members' privacy.",
  "add.title": "Register a member",
  "add.way": "By phone; a new member is locked to this store",
  "add.hint":
    "Ask for consent first. A new member is locked to this store; one known already keeps his sponsor.",
  "add.phone": "Phone",
  "add.name": "Name (optional)",
  "add.do": "Register",
  "add.joined": "Registered, and locked to this store.",
  "add.known": "This number is a member already; the sponsor stays.",
  "cross.title": "Earnings elsewhere",
  "cross.way": "What this store's members spent at others, and the commissions of it",
  "cross.hint":
    "Members locked to this store spend here and elsewhere; by the plan you get commissions of both.",
  "cross.days7": "7 days",
  "cross.days30": "30 days",
  "cross.days365": "A year",
  "cross.locked": "Members locked",
  "cross.spentElsewhere": "Spent elsewhere",
  "cross.earnedElsewhere": "Commissions of it",
  "cross.spentHere": "Spent here",
  "cross.earnedHere": "Commissions of that",
  "cross.none": "Members spent nothing in these days",
  "cross.how": "Let guests scan the store's code: who is locked shows here.",
  "cross.course": "Spent elsewhere by day",
  "cross.byStore": "Commissions by store",
  "cross.ofSpent": "spent ¥{spent}",
  "cross.own": "This one",
  "cross.notice": "These are figures of what was, not of what will be. Refunds take their commissions back.",
  "poster.title": "Store's code",
  "poster.way": "A poster or a table card to print",
  "poster.hint":
    "Print it for the till or the tables. Members scan it to arrive; the first purchase locks them.",
  "poster.form": "Form",
  "poster.a6": "A6 poster",
  "poster.card": "Table card (folded)",
  "poster.save": "Save the code as a picture",
  "poster.do": "Scan to arrive",
  "poster.lock": "Your first purchase makes you this store's member",
};
