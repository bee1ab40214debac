/** What the pages of simulations read. */
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";

export type Simulation = components["schemas"]["Simulation"];
export type SimulationLine = components["schemas"]["SimulationLine"];
export type Upload = components["schemas"]["Upload"];

const ASK_EVERY_MS = 700;

export const isOpen = ({ state }: Pick<SimulationLine, "state">) => state === "queued" || state === "running";

/** Asked again and again until it has ended. */
export const simulationRead = (id: string) => ({
  ...read(["simulations", id], (signal) =>
    client.GET("/v1/simulations/{id}", { params: { path: { id } }, signal }),
  ),
  refetchInterval: ({ state }: { readonly state: { readonly data: Simulation | undefined } }) =>
    state.data !== undefined && isOpen(state.data) ? ASK_EVERY_MS : (false as const),
});

export const worldList = {
  ...read(["worlds"], (signal) => client.GET("/v1/simulations/worlds", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
};

export const uploadList = read(["uploads", "list"], (signal) => client.GET("/v1/uploads", { signal }));

export const uploadPreview = (id: string) =>
  read(["uploads", id, "preview"], (signal) =>
    client.GET("/v1/uploads/{id}/preview", { params: { path: { id } }, signal }),
  );
