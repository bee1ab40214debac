/** What somebody may see of lists, written down so that work done later sees no more. */
import type { FastifyRequest } from "fastify";
import type { Sight } from "../schema/party.ts";
import type { Services } from "../services.ts";
import { accessOf } from "./request.ts";
import { ownersOf } from "./within.ts";

export interface Lens {
  /** Stores whose rows alone are seen, and the members these belong to; null: every row. */
  readonly stores: readonly string[] | null;
  readonly owners: readonly string[] | null;
  readonly sight: Sight;
}

export async function lensOf(services: Services, request: FastifyRequest): Promise<Lens> {
  const access = accessOf(request);
  const owners = await ownersOf(services, request);
  return { stores: access.reach === "all" ? null : access.stores, owners, sight: sightOf(request) };
}

/** Marketing sees what was spent and not what is held; a store, and a key for members, neither. */
export function sightOf(request: FastifyRequest): Sight {
  const access = accessOf(request);
  if (access.reach === "own") return "little";
  return access.roles.some((role) => role !== "marketing") ? "all" : "spend";
}
