/** The speaker of the console's words. */
import { useWords } from "../ui/language.tsx";
import type { zh } from "./words/zh.ts";

export type ConsoleKey = keyof typeof zh;
export const useSay = useWords<ConsoleKey>;
