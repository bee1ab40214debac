/** What the command line says in Chinese. `{name}` is filled in; `[[name]]` belongs to the progress line. */
import { zhRefusals } from "./refusals.ts";
import { zhBench } from "./zh/bench.ts";
import { zhCheck } from "./zh/check.ts";
import { zhCommands } from "./zh/commands.ts";
import { zhFigures } from "./zh/figures.ts";
import { zhFrame } from "./zh/frame.ts";
import { zhHouse } from "./zh/house.ts";

export const zh = {
  ...zhFrame,
  ...zhCommands,
  ...zhBench,
  ...zhFigures,
  ...zhHouse,
  ...zhCheck,
  ...zhRefusals,
};
