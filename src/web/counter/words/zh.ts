/** Words of the counter, Chinese; a page brings its own in a file of zh/. */
import { zhMobile } from "../../mobile/words/zh.ts";
import { zhFrame } from "./zh/frame.ts";

export const zh = { ...zhMobile, ...zhFrame };
