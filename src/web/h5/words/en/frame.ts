/** Words of h5's frame, English. */
import type { zhFrame } from "../zh/frame.ts";

export const enFrame: Readonly<Record<keyof typeof zhFrame, string>> = {
  "h5.name": "Wellspring",
  "h5.noMember": "Whoever is signed in here is no member; sign in by phone.",
  "tab.home": "Home",
  "tab.points": "Points",
  "tab.purchases": "Details",
  "tab.team": "Team",
  "tab.self": "Me",
  "page.back": "Back",
  "list.more": "Load more",
  "list.month": "Month",
  "list.allTime": "All time",
};
