/** Words of h5, Chinese; a page brings its own in a file of zh/. */
import { zhMobile } from "../../mobile/words/zh.ts";
import { zhArrive } from "./zh/arrive.ts";
import { zhFlow } from "./zh/flow.ts";
import { zhFrame } from "./zh/frame.ts";
import { zhHome } from "./zh/home.ts";
import { zhMoney } from "./zh/money.ts";
import { zhPay } from "./zh/pay.ts";
import { zhPoints } from "./zh/points.ts";
import { zhSelf } from "./zh/self.ts";
import { zhTeam } from "./zh/team.ts";
import { zhTruth } from "./zh/truth.ts";

export const zh = {
  ...zhMobile,
  ...zhArrive,
  ...zhFlow,
  ...zhFrame,
  ...zhHome,
  ...zhMoney,
  ...zhPay,
  ...zhPoints,
  ...zhSelf,
  ...zhTeam,
  ...zhTruth,
};
