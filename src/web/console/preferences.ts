/** What somebody likes to find again, kept by the house for him: columns and filters of lists. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../ui/api/client.ts";
import { queries, read } from "../ui/api/read.ts";

type Kept = Readonly<Record<string, unknown>>;

const KEY = ["preferences"];

const preferences = {
  ...read(KEY, (signal) => client.GET("/v1/session/preferences", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
};

/** One preference, and a way to put another in its place. */
export function usePreference<Value>(name: string, standard: Value) {
  const kept = useQuery(preferences).data?.[name];
  return [kept === undefined ? standard : (kept as Value), (value: Value) => keep(name, value)] as const;
}

/**
 * Shown at once and sent afterwards. No intention is put down for it: nothing is booked, and whoever finds
 * his columns as they were chooses them again.
 */
function keep(name: string, value: unknown): void {
  const body = { ...queries.getQueryData<Kept>(KEY), [name]: value };
  queries.setQueryData(KEY, body);
  client.PUT("/v1/session/preferences", { body }).catch(() => queries.invalidateQueries({ queryKey: KEY }));
}
