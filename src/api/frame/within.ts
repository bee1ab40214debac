/** Which members and stores are within reach of a request; what is not is as good as not there. */
import type { FastifyRequest } from "fastify";
import { type MerchantFound, merchantsOf, purchases, sponsorOf } from "#statement";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import { accessOf } from "./request.ts";

/** Owners of the stores of the one who asks; null where every row is within reach. */
export async function ownersOf({ desk, cell }: Services, request: FastifyRequest): Promise<string[] | null> {
  const access = accessOf(request);
  if (access.reach === "all") return null;
  const stores = await merchantsOf(desk.database, cell, access.stores);
  return [...new Set(stores.map(({ owner }) => owner))];
}

/** Refuses a member who is not the asker himself, where only own rows are within reach. */
export function selfOnly(request: FastifyRequest, member: string): void {
  const access = accessOf(request);
  if (access.reach === "own" && access.member !== member) throw notFound();
}

/**
 * Refuses a member who is neither the asker himself nor one of his stores': locked to their owner, or a buyer
 * there.
 */
export async function memberWithin(
  services: Services,
  request: FastifyRequest,
  member: string,
): Promise<void> {
  const access = accessOf(request);
  if (access.reach === "all" || access.member === member) return;
  if (access.stores.length === 0) throw notFound();
  const { desk, cell } = services;
  const owners = (await ownersOf(services, request)) ?? [];
  const standing = await sponsorOf(desk.database, cell, member);
  if (standing === undefined) throw notFound();
  if (standing.sponsor !== null && owners.includes(standing.sponsor)) return;
  const bought = await purchases(desk.database, cell, { member, merchants: access.stores, limit: 1 });
  if (bought.items.length === 0) throw notFound();
}

/** A store of the book within reach: one's own, or in a division of one's own. */
export async function storeWithin(
  { desk, cell }: Services,
  request: FastifyRequest,
  id: string,
): Promise<MerchantFound> {
  const [found] = await merchantsOf(desk.database, cell, [id]);
  if (found === undefined || !reachesStore(request, found)) throw notFound();
  return found;
}

/** Whether a store is within reach of the one who asks. */
export function reachesStore(
  request: FastifyRequest,
  { merchant, region }: Pick<MerchantFound, "merchant" | "region">,
): boolean {
  const access = accessOf(request);
  if (access.reach === "all" || access.stores.includes(merchant)) return true;
  return access.regions.some((own) => region.startsWith(own.replace(/(00){1,2}$/, "")));
}

/** What is not there, or not the asker's to see: the answer is the same. */
export function notFound(field = "id"): Problem {
  return new Problem("not_found", { field });
}
