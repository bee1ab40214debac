/** What staff do stands in the operation log 操作日志. */
import type { FastifyRequest } from "fastify";
import type { TradeRefusal } from "#desk";
import type { Deed, Principal } from "#people";
import { done, Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import { byOf } from "./request.ts";

/** The member of staff who asks; everybody else is refused. */
export function officerOf(request: FastifyRequest): Principal {
  const { actor } = request;
  if (actor.kind !== "principal" || actor.principal.kind !== "staff") throw new Problem("forbidden");
  return actor.principal;
}

/** The signed-in principal; a key is nobody. */
export function self(request: FastifyRequest): Principal {
  if (request.actor.kind !== "principal") throw new Problem("forbidden");
  return request.actor.principal;
}

/** Does something to a row, or refuses; what was done is logged. */
export async function act<Row extends object>(
  services: Services,
  request: FastifyRequest,
  deed: Deed,
  work: () => Promise<Row | TradeRefusal>,
): Promise<Exclude<Row, TradeRefusal>> {
  const row = done(await work());
  await log(services, request, deed);
  return row;
}

/** Writes a deed down in a transaction of its own. */
export async function log({ people, desk }: Services, request: FastifyRequest, deed: Deed): Promise<void> {
  await desk.database.transaction(async (tx) => {
    await people.audit.append(tx, byOf(request), deed);
  });
}
