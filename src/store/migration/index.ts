/** Every step of the schema in order. A released step is never edited; what it lacks comes in a later one. */
import type { Migration } from "./migration.ts";

export const MIGRATIONS: readonly Migration[] = [];
