/** The speaker of this face's words. */
import { useWords } from "../ui/language.tsx";
import type { zh } from "./words/zh.ts";

export const useSay = useWords<keyof typeof zh>;
