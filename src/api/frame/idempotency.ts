/**
 * Idempotency 幂等: the book itself remembers. An everyday write derives the id of its order from who asks,
 * the route and the Idempotency-Key; asked again, the book answers the same order the same way, and refuses
 * the same id with another body (id_conflict). Nothing is stored beside it that could be lost or disagree.
 */
import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Problem } from "../problem.ts";
import { byOf } from "./request.ts";

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The Idempotency-Key of a request; refuses one without. */
export function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !KEY.test(key)) throw new Problem("idempotency_key_required");
  return key;
}

/** The id of this request's order in the book: the same for the same asker, route and Idempotency-Key. */
export function orderIdOf(request: FastifyRequest): string {
  const who = byOf(request).who;
  const parts = [who, request.method, request.routeOptions.url, idempotencyKey(request)];
  return `http:${hash("sha256", JSON.stringify(parts), "base64url")}`;
}
