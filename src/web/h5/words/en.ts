/** Words of h5, English; a page brings its own in a file of en/. */
import { enMobile } from "../../mobile/words/en.ts";
import { enFrame } from "./en/frame.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = { ...enMobile, ...enFrame };
