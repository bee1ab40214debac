/** Words of the home page, English. */
import type { zhHome } from "../zh/home.ts";

export const enHome: Readonly<Record<keyof typeof zhHome, string>> = {
  "home.pool": "Pool",
  "home.price": "Price of a point",
  "home.redeemable": "Redeemable after the exit load",
  "home.cash": "Pool cash",
  "home.points": "Points out",
  "home.curve": "The price as it went",
  "home.past": "What was says nothing of what will be.",
};
