/** Words of the page Me, of clerks and devices, English. */
import type { zhSelf } from "../zh/self.ts";

export const enSelf: Readonly<Record<keyof typeof zhSelf, string>> = {
  "self.owner": "Owner",
  "self.clerk": "Clerk",
  "self.name": "Name",
  "self.address": "Address",
  "self.take": "Take",
  "self.test": "Test",
  "self.sound": "When on, each payment chimes and is read aloud; browsers without a voice only chime.",
  "self.language": "Language",
  "clerks.title": "Clerks",
  "clerks.way": "Who takes payments for this store",
  "clerks.may":
    "Clerks take payments, register members and close shifts. They see and refund what they took " +
    "themselves, up to a limit, and nothing of settlement.",
  "clerks.none": "No clerks yet",
  "clerks.add": "Add a clerk",
  "clerks.name": "Name (optional)",
  "clerks.hint": "Whoever signs in with this number can take payments; after being added one signs in anew.",
  "clerks.do": "Add",
  "clerks.done": "Added.",
  "clerks.remove": "Remove",
  "clerks.sure": "Their sessions end at once; they can take no more payments for this store.",
  "clerks.removeDo": "Remove now",
  "clerks.keep": "Keep",
  "devices.title": "Devices",
  "devices.way": "See and sign out other devices",
  "devices.hint": "Where this account is signed in. If you do not know one of them, sign out elsewhere.",
  "devices.unknown": "Unknown device",
  "devices.seen": "Last seen",
};
