/** Words of the console's frame, English. */
import type { zhFrame } from "../zh/frame.ts";

export const enFrame: Readonly<Record<keyof typeof zhFrame, string>> = {
  "console.name": "Wellspring console",
  "console.menu": "Menu",
  "section.home": "Home",
  "section.members": "Members",
  "section.stores": "Merchants",
  "section.purchases": "Purchases",
  "section.commissions": "Commissions and withdrawals",
  "section.approvals": "Approvals",
  "section.injections": "Injections",
  "section.agents": "Region agents",
  "section.plans": "Plans",
  "section.simulation": "Simulation",
  "section.books": "Books",
  "section.exports": "Exports",
  "section.settings": "Settings",
  "section.staff": "Roles",
  "section.log": "Log",
  "signin.login": "Login",
  "signin.password": "Password",
  "signin.totp": "One-time code (where it is set up)",
  "signin.needed": "Please fill this in",
  "signin.otherFace": "A member is signed in here; the console needs a login of the operator's staff.",
  "page.none": "There is no such page",
  "page.home": "Back to the start",
};
