/** What the frame adds to fastify's requests and routes. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { type Access, type Actor, type By, byMachine, byPrincipal, type From } from "#people";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import type { Settings } from "../settings.ts";

/** What a request that passed the gate may touch. */
export type Reached = Exclude<Access, { readonly reach: "no" }>;

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks. */
    actor: Actor;
    /** Which rows are within reach; null only before the gate. */
    access: Reached | null;
  }
  interface FastifyContextConfig {
    /** Cache-Control of its answers, where they hold no personal data; `no-store` otherwise. */
    cache?: string;
    /** Whether it needs an Idempotency-Key. */
    idempotent?: boolean;
    /** Whether it is one of the tries to sign in, which are few a minute. */
    signIn?: boolean;
  }
}

/** The server as route files see it. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** A file of routes: it adds its routes and keeps nothing. */
export type Routes = (app: Api, services: Services, settings: Settings) => void;

/** Everybody, as long as nobody in particular has been made out. */
export const PUBLIC: Actor = { kind: "public" };

/** The rows within reach of a request; the gate has set it. */
export function accessOf(request: FastifyRequest): Reached {
  if (request.access === null) throw new Problem("unauthenticated");
  return request.access;
}

/** Name of an actor, unique among principals and machines; null for everybody. */
export function nameOf(actor: Actor): string | null {
  if (actor.kind === "public") return null;
  return actor.kind === "machine" ? `key:${actor.machine.id}` : actor.principal.id;
}

/** Where a request comes from, for the logs of people. */
export function fromOf(request: FastifyRequest): From {
  return { ip: request.ip, agent: request.headers["user-agent"]?.slice(0, 200) ?? null };
}

/** In whose name a request writes; refuses everybody. */
export function byOf(request: FastifyRequest): By {
  const { actor } = request;
  if (actor.kind === "public") throw new Problem("unauthenticated");
  const from = fromOf(request);
  return actor.kind === "machine" ? byMachine(actor.machine, from) : byPrincipal(actor.principal, from);
}
