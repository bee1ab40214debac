/** What several pages of h5 read, each once. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../ui/api/client.ts";
import { read } from "../ui/api/read.ts";
import { useWho } from "../ui/session.tsx";

/** Words of the keys that money of one's own makes old; for `useAction`'s refresh. */
export const OWN_MONEY = ["balances", "lots", "history", "purchases", "price-history", "messages"] as const;

/** The member who is signed in; empty where nobody is. */
export function useMember(): string {
  return useWho()?.member ?? "";
}

export const disclosure = read(["disclosure"], (signal) => client.GET("/v1/disclosure", { signal }));

export const agreements = read(["agreements"], (signal) => client.GET("/v1/agreements", { signal }));

export const proof = read(["proof"], (signal) => client.GET("/v1/proof", { signal }));

/** The price over the last year, thinned. */
export const priceCurve = read(["price-history", "curve"], (signal) =>
  client.GET("/v1/price-history", { params: { query: { points: 120 } }, signal }),
);

const terms = read(["terms"], (signal) => client.GET("/v1/terms", { signal }));

/** Limits, times and channels that hold for everybody. */
export function useTerms() {
  return useQuery({ ...terms, staleTime: 60_000 });
}

export function useBalances() {
  const id = useMember();
  return useQuery({
    ...read(["balances", id], (signal) =>
      client.GET("/v1/members/{id}/balances", { params: { path: { id } }, signal }),
    ),
    enabled: id !== "",
  });
}

export function useSelf() {
  const id = useMember();
  return useQuery({
    ...read(["self", id], (signal) => client.GET("/v1/members/{id}", { params: { path: { id } }, signal })),
    enabled: id !== "",
  });
}

/** Whom a code stands for. */
export function useCode(code: string) {
  return useQuery(
    read(["code", code], (signal) => client.GET("/v1/codes/{code}", { params: { path: { code } }, signal })),
  );
}

/** One's own code, for links, posters and the counter. */
export function useOwnCode() {
  const id = useMember();
  return useQuery({
    ...read(["own-code", id], (signal) =>
      client.GET("/v1/members/{id}/code", { params: { path: { id } }, signal }),
    ),
    enabled: id !== "",
  });
}
