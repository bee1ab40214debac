/** Words of the console, Chinese; a page brings its own in a file of zh/. */
import { zhFrame } from "./zh/frame.ts";
import { zhHome } from "./zh/home.ts";

export const zh = { ...zhFrame, ...zhHome };
