/** Words of h5's frame, English. */
import type { zhFrame } from "../zh/frame.ts";

export const enFrame: Readonly<Record<keyof typeof zhFrame, string>> = {
  "h5.name": "Wellspring",
  "h5.noMember": "Whoever is signed in here is no member; sign in by phone.",
  "tab.home": "Home",
  "tab.purchases": "Purchases",
  "tab.team": "Team",
  "tab.self": "Me",
  "home.points": "My points",
  "home.price": "Price of a point",
  "home.receive": "Redeemed now",
  "home.wallet": "Balance to withdraw",
  "home.ceiling": "The price may stay as it is for long; the cap is a ceiling, not a goal.",
  "home.disclosure": "Disclosure",
  "arrive.store": "Welcome to",
  "arrive.member": "{name} invites you",
  "arrive.go": "Enter",
  "disclosure.title": "Disclosure",
};
