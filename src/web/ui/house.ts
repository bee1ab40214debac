/** What the server says of itself to everybody: whose it is, and in a demo with which logins to try it. */
import { useQuery } from "@tanstack/react-query";

export interface HouseFacts {
  readonly operator: string;
  readonly version: string;
  /** Null in a house that takes real money. */
  readonly demo: {
    readonly password: string;
    readonly staff: readonly { readonly login: string; readonly name: string }[];
    readonly members: readonly { readonly phone: string; readonly role: "member" | "merchant" | "agent" }[];
  } | null;
}

/** The facts, once they are there; without them a page does without. */
export function useHouse(): HouseFacts | undefined {
  return useQuery({
    queryKey: ["house"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch("/house.json", { signal });
      if (!response.ok) throw new Error(`house.json: ${response.status}`);
      return (await response.json()) as HouseFacts;
    },
  }).data;
}
