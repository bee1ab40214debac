/** What a movement was, in a word of the glossary. */

import { useSay } from "../say.ts";
import type { zhFlow } from "../words/zh/flow.ts";
import { zhFlow as table } from "../words/zh/flow.ts";

type StepKey = Extract<keyof typeof zhFlow, `step.${string}`>;

/** The word of a step; an unknown one stands as its code. */
export function useStep(): (step: string) => string {
  const say = useSay();
  return (step) => {
    const key = `step.${step}`;
    return key in table ? say(key as StepKey) : step;
  };
}
