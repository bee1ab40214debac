/** `check`: may a plan be published, and what does it come to. */
import type { Command } from "commander";
import { type Ppm, parsePercent } from "#engine";
import { checkPlan, factsText } from "#sim";
import { Fault } from "../fault.ts";
import { readPlanFile } from "../planfile.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { commandOf } from "../usage.ts";

interface Options extends EveryOption {
  readonly cost?: Ppm;
}

/** Adds the command. */
export function check(program: Command, session: Session): void {
  const { say } = session;
  const command = commandOf(program, session, "check", "check.about")
    .argument(`<${say("word.plan")}>`, say("option.plan"))
    .option("--cost <percent>", say("check.cost"), share);
  act<Options>(command, session, async ([given = ""], options) => {
    const { json } = await readPlanFile(given, say);
    const found = checkPlan(json, options.cost === undefined ? {} : { cost: options.cost });
    if (options.json) await session.json(found);
    else await session.out.write(factsText(found, say.language));
    return found.verdict === "refused" ? STATUS.refused : STATUS.ok;
  });
}

function share(value: string): Ppm {
  const rate = parsePercent(value);
  if (rate === null || rate > 1_000_000n) throw new Fault(STATUS.usage, "check.bad_cost", { value });
  return rate;
}
