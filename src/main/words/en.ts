/** What the command line says in English; the keys are those of zh.ts, checked by the type and by a test. */

import { enBench } from "./en/bench.ts";
import { enCheck } from "./en/check.ts";
import { enCommands } from "./en/commands.ts";
import { enFigures } from "./en/figures.ts";
import { enFrame } from "./en/frame.ts";
import { enHouse } from "./en/house.ts";
import { enRefusals } from "./refusals.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...enFrame,
  ...enCommands,
  ...enBench,
  ...enFigures,
  ...enHouse,
  ...enCheck,
  ...enRefusals,
};
