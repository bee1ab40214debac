/** Words of the console, Chinese; a page brings its own in a file of zh/. */

import { zhAdmin } from "./zh/admin.ts";
import { zhBooks } from "./zh/books.ts";
import { zhFrame } from "./zh/frame.ts";
import { zhHome } from "./zh/home.ts";
import { zhList } from "./zh/list.ts";
import { zhMembers } from "./zh/members.ts";
import { zhPlans } from "./zh/plans.ts";
import { zhSimulation } from "./zh/simulation.ts";
import { zhStores } from "./zh/stores.ts";
import { zhTrade } from "./zh/trade.ts";

export const zh = {
  ...zhFrame,
  ...zhHome,
  ...zhList,
  ...zhMembers,
  ...zhTrade,
  ...zhStores,
  ...zhPlans,
  ...zhBooks,
  ...zhAdmin,
  ...zhSimulation,
};
