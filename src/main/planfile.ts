/** Plans and worlds on the command line. */
import { type Plan, readPlan } from "#engine";
import { readWorld, type Sentence, sayFault, WORLD_RULES, type World, type WorldFault } from "#sim";
import { safe } from "#statement";
import { Fault } from "./fault.ts";
import { type JsonFile, readJsonFile, type Shelf } from "./jsonfile.ts";
import type { Key, Say } from "./language.ts";
import { STATUS } from "./status.ts";

const PLANS: Shelf = { folder: new URL("../../plans/", import.meta.url), missing: "fault.no_such_plan" };
const WORLDS: Shelf = { folder: new URL("../../worlds/", import.meta.url), missing: "fault.no_such_world" };

/** Thrown where a plan or a world breaks rules; all its faults are told, in both languages. */
export class Faulty extends Error {
  constructor(
    readonly key: Key,
    readonly file: string,
    readonly faults: readonly (Sentence & { readonly path: string; readonly rule: string })[],
  ) {
    super(file);
  }
}

/** The JSON of a plan, checked for nothing yet but being JSON. */
export function readPlanFile(given: string, say: Say): Promise<JsonFile> {
  return readJsonFile(given, PLANS, say);
}

/**
 * The value of `--plan`. Asked for here and not by the parser, which would not look at the other options
 * first.
 */
export function needed(flag: string, value: string | undefined): string {
  if (value === undefined) throw new Fault(STATUS.usage, "usage.option_required", { what: flag });
  return value;
}

/** A plan that can be worked with; throws Faulty where it breaks rules. */
export async function planFor(given: string | undefined, say: Say): Promise<Plan> {
  const { path, json } = await readPlanFile(needed("--plan", given), say);
  const read = readPlan(json);
  if ("plan" in read) return read.plan;
  throw new Faulty(
    "fault.plan",
    path,
    read.faults.map(({ path, rule, ...rest }) => {
      return { path, rule, ...sayFault({ path, rule, ...rest }) };
    }),
  );
}

/** A world that can be played; throws Faulty where it breaks rules. */
export async function worldFor(given: string | undefined, say: Say): Promise<World> {
  const { path, json } = await readJsonFile(needed("--world", given), WORLDS, say);
  const read = readWorld(json);
  if ("world" in read) return read.world;
  throw new Faulty("fault.world", path, read.faults.map(sayWorldFault));
}

function sayWorldFault({ path, value, rule, detail = "" }: WorldFault): Faulty["faults"][number] {
  const shown = safe(JSON.stringify(value) ?? "—").slice(0, 80);
  const place = safe(path);
  const { zh, en } = WORLD_RULES[rule];
  return {
    path,
    rule,
    zh: `${place === "" ? "整个世界" : place}（${shown}）：${zh.replace("{detail}", detail)}`,
    en: `${place === "" ? "the whole world" : place} (${shown}): ${en.replace("{detail}", detail)}`,
  };
}
