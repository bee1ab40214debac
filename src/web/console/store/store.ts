/** A store as the console shows it. */
import type { components } from "#client";

export type Store = components["schemas"]["Store"];

export const TINTS: Readonly<Record<Store["state"], string>> = {
  opening: "warning",
  open: "success",
  refused: "error",
};
