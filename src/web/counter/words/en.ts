/** Words of the counter, English; a page brings its own in a file of en/. */
import { enMobile } from "../../mobile/words/en.ts";
import { enCollect } from "./en/collect.ts";
import { enFlow } from "./en/flow.ts";
import { enFrame } from "./en/frame.ts";
import { enMembers } from "./en/members.ts";
import { enSelf } from "./en/self.ts";
import { enSettle } from "./en/settle.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...enMobile,
  ...enFrame,
  ...enCollect,
  ...enFlow,
  ...enSettle,
  ...enMembers,
  ...enSelf,
};
