/** Words of the console, English; a page brings its own in a file of en/. */
import { enFrame } from "./en/frame.ts";
import { enHome } from "./en/home.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = { ...enFrame, ...enHome };
