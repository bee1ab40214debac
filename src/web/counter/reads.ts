/** What several pages of the counter read. */
import { useQuery } from "@tanstack/react-query";
import type { components } from "#client";
import { client } from "../ui/api/client.ts";
import { read } from "../ui/api/read.ts";

export type Payment = components["schemas"]["Payment"];
export type Purchase = components["schemas"]["Purchase"];
export type Store = components["schemas"]["Store"];

/** The stores of the one who is signed in. */
export const ownStores = read(["stores"], (signal) =>
  client.GET("/v1/stores", { params: { query: { limit: 200 } }, signal }),
);

export const purchaseRead = (id: string) =>
  read(["purchases", id], (signal) => client.GET("/v1/purchases/{id}", { params: { path: { id } }, signal }));

export const storeCode = (id: string) =>
  read(["stores", id, "code"], (signal) =>
    client.GET("/v1/stores/{id}/code", { params: { path: { id } }, signal }),
  );

/** Limits and channels of the house. */
export const terms = read(["terms"], (signal) => client.GET("/v1/terms", { signal }));

/** The same, once they are there. */
export function useTerms() {
  return useQuery(terms).data;
}

/** A store's statement of some days, the last one included. */
export const statementRead = (id: string, from: string, to: string) =>
  read(["stores", id, "statement", from, to], (signal) =>
    client.GET("/v1/stores/{id}/statement", { params: { path: { id }, query: { from, to } }, signal }),
  );

export const clerksRead = (id: string) =>
  read(["clerks", id], (signal) =>
    client.GET("/v1/stores/{id}/clerks", { params: { path: { id } }, signal }),
  );
