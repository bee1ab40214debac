/** Words of the console, English; a page brings its own in a file of en/. */

import { enAdmin } from "./en/admin.ts";
import { enBooks } from "./en/books.ts";
import { enFrame } from "./en/frame.ts";
import { enHome } from "./en/home.ts";
import { enList } from "./en/list.ts";
import { enMembers } from "./en/members.ts";
import { enPlans } from "./en/plans.ts";
import { enSimulation } from "./en/simulation.ts";
import { enStores } from "./en/stores.ts";
import { enTrade } from "./en/trade.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...enFrame,
  ...enHome,
  ...enList,
  ...enMembers,
  ...enTrade,
  ...enStores,
  ...enPlans,
  ...enBooks,
  ...enAdmin,
  ...enSimulation,
};
