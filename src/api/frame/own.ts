/** Whose rows a request may touch, each role by its own: a clerk is kept apart from the owner of a store. */
import type { FastifyRequest } from "fastify";
import { Problem } from "../problem.ts";
import { accessOf, byOf } from "./request.ts";

export interface Own {
  /** Name of the one who asks, as rows say who made them. */
  readonly who: string;
  readonly member: string | null;
  /** Stores that are his, or his key's. */
  readonly stores: readonly string[];
  /** Stores he serves in as a clerk: of these only what he took himself. */
  readonly served: readonly string[];
}

/** The rows that are the asker's own; null where every row is within reach. */
export function ownOf(request: FastifyRequest): Own | null {
  const access = accessOf(request);
  if (access.reach === "all") return null;
  const { who } = byOf(request);
  const { actor } = request;
  if (actor.kind !== "principal") return { who, member: null, stores: access.stores, served: [] };
  const owned = access.roles.includes("merchant") ? actor.principal.stores.merchant : [];
  const served = access.stores.filter((store) => !owned.includes(store));
  return { who, member: access.member, stores: owned, served };
}

/** Whether something of a member at a store, taken by somebody, is within reach. */
export function reaches(
  own: Own | null,
  row: { readonly member: string; readonly merchant: string; readonly by: string | null },
): boolean {
  if (own === null) return true;
  return (
    (own.member !== null && own.member === row.member) ||
    own.stores.includes(row.merchant) ||
    (own.served.includes(row.merchant) && row.by === own.who)
  );
}

/** Whether the asker may act at a store's till. */
export function servesAt(own: Own | null, merchant: string): boolean {
  return own === null || own.stores.includes(merchant) || own.served.includes(merchant);
}

/** The member a request speaks for; refuses whoever is none. */
export function memberOf(request: FastifyRequest): string {
  const own = ownOf(request);
  if (own === null || own.member === null) throw new Problem("forbidden");
  return own.member;
}
