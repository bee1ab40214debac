/** Words of h5, English; a page brings its own in a file of en/. */
import { enMobile } from "../../mobile/words/en.ts";
import { enArrive } from "./en/arrive.ts";
import { enFlow } from "./en/flow.ts";
import { enFrame } from "./en/frame.ts";
import { enHome } from "./en/home.ts";
import { enMoney } from "./en/money.ts";
import { enPay } from "./en/pay.ts";
import { enPoints } from "./en/points.ts";
import { enSelf } from "./en/self.ts";
import { enTeam } from "./en/team.ts";
import { enTruth } from "./en/truth.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...enMobile,
  ...enArrive,
  ...enFlow,
  ...enFrame,
  ...enHome,
  ...enMoney,
  ...enPay,
  ...enPoints,
  ...enSelf,
  ...enTeam,
  ...enTruth,
};
