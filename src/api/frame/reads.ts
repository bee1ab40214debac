/** Answers to reads carry a weak ETag of their content; who has it already gets 304. */
import { hash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";

/** Adds ETags to every GET registered afterwards, and Cache-Control to everything. */
export function addReads(app: FastifyInstance): void {
  app.addHook("onRoute", (route: RouteOptions) => {
    if (route.method !== "GET" || !route.url.startsWith("/v1/")) return;
    route.onSend = [tag, ...[route.onSend ?? []].flat()];
  });
}

function tag(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: Error | null, payload?: unknown) => void,
): void {
  if (reply.statusCode !== 200 || typeof payload !== "string") {
    done(null, payload);
    return;
  }
  const etag = `W/"${hash("sha256", payload, "base64url").slice(0, 27)}"`;
  reply.header("etag", etag);
  if (!isHeld(request.headers["if-none-match"], etag)) {
    done(null, payload);
    return;
  }
  reply.code(304).removeHeader("content-type").removeHeader("content-length");
  done(null, null);
}

/** Whether one of the tags that came is this one; weak comparison, as for reads it must be. */
function isHeld(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = etag.slice(2);
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === bare);
}
