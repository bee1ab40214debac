/** What the frame adds to fastify's requests and routes. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Access } from "#people";
import { Problem } from "../problem.ts";
import type { Actor, Services } from "../services.ts";
import type { Settings } from "../settings.ts";

/** What a request that passed the gate may touch. */
export type Reached = Exclude<Access, { readonly reach: "no" }>;

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; null for nobody known. */
    actor: Actor | null;
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

/** The rows within reach of a request; the gate has set it. */
export function accessOf(request: { readonly access: Reached | null }): Reached {
  if (request.access === null) throw new Problem("unauthenticated");
  return request.access;
}

/** Who asks, where a route is not open to everybody. */
export function actorOf(request: { readonly actor: Actor | null }): Actor {
  if (request.actor === null) throw new Problem("unauthenticated");
  return request.actor;
}

/** Name of an actor, unique among persons, staff and machines. */
export function nameOf(actor: Actor): string {
  return actor.by === "key" ? `key ${actor.machine.id}` : `${actor.principal.kind} ${actor.principal.id}`;
}
