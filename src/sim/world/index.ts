/** Worlds: what may happen, as data, and the orders that come of it. */
export { daysUntil } from "./arrivals.ts";
export { Chance, type ChanceState, derived } from "./chance.ts";
export { Clerk } from "./clerk.ts";
export { Course, type Visitor } from "./course.ts";
export { WORLD_RULES, type WorldFault, type WorldRule } from "./fields.ts";
export { readWorld } from "./readworld.ts";
export { readWorldNamed, worlds } from "./shelf.ts";
export { DAY, type Injection, type Texts, type World } from "./world.ts";
