/** Words of the frame that counter and h5 have in common, English. */
import type { zhMobile } from "./zh.ts";

export const enMobile: Readonly<Record<keyof typeof zhMobile, string>> = {
  "signin.phone": "Phone",
  "signin.code": "Code",
  "signin.send": "Send a code",
  "signin.sendAgain": "Again in {seconds} s",
  "signin.demo": "Demo: send a code, and it is shown here.",
  "signin.demoCode": "Demo code {code}: tap to fill it in",
  "signin.agree":
    "I have read and agree to the disclosure, the user agreement, the privacy policy and the referral rules",
  "signin.agreeFirst": "Please read and tick the box first",
  "self.elsewhere": "Sign out elsewhere",
  "self.elsewhereDone": "Signed out on {count} other devices.",
  "page.tabs": "Sections",
  "page.none": "There is no such page",
  "page.home": "Back to the start",
};
