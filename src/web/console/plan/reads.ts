/** What the plans' pages read. */
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import type { Json } from "./shape.ts";

export type PlanLine = components["schemas"]["PlanLine"];
export type PlanShown = components["schemas"]["PlanShown"];

export const planList = read(["plans", "list"], (signal) =>
  client.GET("/v1/plans", { params: { query: { limit: 200 } }, signal }),
);

export const presetList = {
  ...read(["plans", "presets"], (signal) => client.GET("/v1/plans/presets", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
};

const ASK_EVERY_MS = 3_000;
const SOON_MS = 180_000;

/** Whether it comes into force by itself within minutes: then it is looked at again and again. */
function isNear({ state, effective_from }: PlanShown): boolean {
  return state === "signed" && effective_from !== null && Date.parse(effective_from) - Date.now() < SOON_MS;
}

export const planRead = (name: string, version: string) => ({
  ...read(["plans", name, version], (signal) =>
    client.GET("/v1/plans/{name}/{version}", { params: { path: { name, version } }, signal }),
  ),
  refetchInterval: ({ state }: { readonly state: { readonly data: PlanShown | undefined } }) =>
    state.data !== undefined && isNear(state.data) ? ASK_EVERY_MS : (false as const),
});

/** What a draft would come to; kept for as long as it is the same text. */
export const planFacts = (plan: Json, feed: string) => ({
  ...read(["plan-facts", feed, JSON.stringify(plan)], (signal) =>
    client.POST("/v1/plans/facts", { body: { plan: { ...plan }, feed }, signal }),
  ),
  staleTime: Number.POSITIVE_INFINITY,
});

/** How a plan stands, announced ones told apart from those merely signed. */
export function stateOf({ state, effective_from }: Pick<PlanLine, "state" | "effective_from">) {
  return state === "signed" && effective_from !== null ? ("announced" as const) : state;
}
