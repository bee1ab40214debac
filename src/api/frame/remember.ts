/**
 * Writes the book does not remember, such as a new key or a new clerk: asked again with the same
 * Idempotency-Key and body they get the answer they got. What was refused is forgotten and may be asked anew.
 */
import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { canonical, type Json } from "#people";
import { KEY_FIELD, Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import { sendJson } from "./errors.ts";
import { idempotencyKey } from "./idempotency.ts";
import { type Api, byOf } from "./request.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** What this request is remembered by, while it is carried out; null for every other. */
    remembered: string | null;
  }
  interface FastifyContextConfig {
    /** Whether the answer is kept and given again. */
    remembered?: boolean;
  }
}

/** For every write whose answer must not be made twice. */
export const WRITE = { idempotent: true, remembered: true } as const;

/** Keeps the answers of every route registered afterwards that asks for it. */
export function addRemembering(app: Api, { people }: Services): void {
  app.decorateRequest("remembered", null);
  const recall = async (request: FastifyRequest, reply: FastifyReply) => {
    const key = keyOf(request);
    const found = await people.answered.begin(key, canonical((request.body ?? null) as Json));
    switch (found.stands) {
      case "new":
        request.remembered = key;
        return;
      case "other":
        throw new Problem("idempotency_conflict", { field: KEY_FIELD });
      case "under way":
        throw new Problem("in_progress", { field: KEY_FIELD, retryAfter: 1_000 });
      case "answered":
        reply.code(found.status);
        return found.text === null ? reply.send(null) : sendJson(reply, found.text);
    }
  };
  const keep = async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const key = request.remembered;
    if (key === null) return payload;
    request.remembered = null;
    const text = typeof payload === "string" && payload !== "" ? payload : null;
    try {
      if (reply.statusCode < 300) await people.answered.keep(key, reply.statusCode, text);
      else await people.answered.drop(key);
    } catch (error) {
      // The work itself stands. Asked again it is told to wait, and after a minute tried anew.
      request.log.warn({ err: error, request_id: request.id }, "an answer was not kept");
    }
    return payload;
  };
  app.addHook("onRoute", (route) => {
    if (route.config?.remembered !== true) return;
    route.preHandler = [recall, ...[route.preHandler ?? []].flat()];
    route.onSend = [keep, ...[route.onSend ?? []].flat()];
  });
}

function keyOf(request: FastifyRequest): string {
  const { who } = byOf(request);
  const parts = [who, request.method, request.url, idempotencyKey(request)];
  return hash("sha256", JSON.stringify(parts), "base64url");
}
