/** Words of the counter, Chinese; a page brings its own in a file of zh/. */
import { zhMobile } from "../../mobile/words/zh.ts";
import { zhCollect } from "./zh/collect.ts";
import { zhFlow } from "./zh/flow.ts";
import { zhFrame } from "./zh/frame.ts";
import { zhMembers } from "./zh/members.ts";
import { zhSelf } from "./zh/self.ts";
import { zhSettle } from "./zh/settle.ts";

export const zh = { ...zhMobile, ...zhFrame, ...zhCollect, ...zhFlow, ...zhSettle, ...zhMembers, ...zhSelf };
