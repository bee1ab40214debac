/** An agent's term as the console shows it. */
import type { components } from "#client";

export type Agent = components["schemas"]["Agent"];

export const STATES = ["asked", "appointed", "ending", "ended", "refused"] as const;

export const TINTS: Readonly<Record<Agent["state"], string>> = {
  asked: "warning",
  appointed: "success",
  ending: "warning",
  ended: "default",
  refused: "error",
};
