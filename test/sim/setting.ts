/** Plans and worlds for tests of the simulator. */
import { readFileSync } from "node:fs";
import { type Plan, readPlan } from "#engine";
import { readWorld, type World } from "../../src/sim/world/index.ts";

/** JSON as a test may change it. */
export type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

export const planJson = (name: string): Record<string, Json> => read(`plans/${name}.json`);
export const worldJson = (id: string): Record<string, Json> => read(`worlds/${id}.json`);

export function planOf(json: Json): Plan {
  const found = readPlan(json);
  if ("plan" in found) return found.plan;
  throw new Error(JSON.stringify(found.faults));
}

export function worldOf(json: Json): World {
  const found = readWorld(json);
  if ("world" in found) return found.world;
  throw new Error(JSON.stringify(found.faults));
}

/** A preset plan, and a world that comes with the product, perhaps shortened. */
export const preset = (name: string): Plan => planOf(planJson(name));
export const ready = (id: string, days?: number): World => {
  const world = worldOf(worldJson(id));
  return days === undefined ? world : { ...world, days };
};

/** A small, quiet world as JSON: ten purchases of 100 yuan a day at one store. */
export const quietJson = (more: Record<string, Json> = {}): Record<string, Json> => ({
  format: 1,
  id: "quiet",
  name: { zh: "安静", en: "Quiet" },
  description: { zh: "每天十笔。", en: "Ten a day." },
  start: "2026-01-01T00:00:00+08:00",
  days: 40,
  even: true,
  arrivals: [{ from_day: 1, kind: "constant", per_day: "10" }],
  purchases: { amount: { kind: "fixed", fen: 10_000 } },
  stores: { count: 1, regions: ["440106"] },
  ...more,
});

export const quiet = (more: Record<string, Json> = {}): World => worldOf(quietJson(more));
