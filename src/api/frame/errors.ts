/** Whatever goes wrong, the one who asked gets a problem, and nothing of our insides. */
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { isUnreachable, NoSuchCell, NotNow } from "#desk";
import { BadCursor } from "#statement";
import { Problem, type ProblemCode } from "../problem.ts";
import { issueSentence } from "../words.ts";

const JSON_TYPE = "application/json; charset=utf-8";
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** What fastify's own errors mean to the one who asked. */
const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media_type",
  FST_ERR_CTP_BODY_TOO_LARGE: "too_large",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed_request",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformed_json",
  FST_ERR_CTP_INVALID_JSON_BODY: "malformed_json",
  FST_ERR_BAD_URL: "malformed_url",
  FST_ERR_MAX_PARAM_LENGTH: "url_too_long",
  FST_ERR_ASYNC_CONSTRAINT: "malformed_request",
};

/** The problem that an error is to the one who asked; `internal` for whatever nobody foresaw. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NoSuchCell) return new Problem("not_found", { field: "cell" });
  if (error instanceof BadCursor) {
    return new Problem("validation", {
      field: "cursor",
      sentence: issueSentence("cursor", "invalid_format"),
    });
  }
  if (error instanceof NotNow) return new Problem(error.reason, { retryAfter: error.retryAfter });
  if (isUnreachable(error)) return new Problem("unavailable", { retryAfter: 1_000 });
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error.validation);
  const code = OF_FASTIFY[codeOf(error) ?? ""];
  return new Problem(code ?? "internal");
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

interface Issue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params?: unknown;
}

function invalid(issues: readonly Issue[]): Problem {
  const issue = issues[0];
  const keys = issue?.params as { readonly keys?: readonly string[] } | undefined;
  const path = (issue?.instancePath ?? "").split("/").filter((part) => part !== "");
  const field = [...path, ...(keys?.keys?.slice(0, 1) ?? [])].join(".").slice(0, 200) || "body";
  return new Problem("validation", { field, sentence: issueSentence(field, issue?.keyword ?? "") });
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { parts, status } = problem;
  if (parts.retryAfter !== undefined) {
    reply.header("retry-after", Math.max(1, Math.ceil(parts.retryAfter / 1_000)));
  }
  for (const [name, value] of Object.entries(parts.headers ?? {})) reply.header(name, value);
  if (status === 401) reply.header("www-authenticate", 'Bearer realm="wellspring"');
  return reply
    .code(status)
    .header("content-type", PROBLEM_TYPE)
    .header("cache-control", "no-store")
    .header("x-request-id", reply.request.id)
    .send(JSON.stringify(problem.body(reply.request.id)));
}

/** Answers with a text that is JSON already. */
export function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.header("content-type", JSON_TYPE).send(text);
}

/** Sets how errors, unknown addresses and wrong methods are answered. */
export function addErrors(app: FastifyInstance): void {
  const routes: { readonly method: string; readonly parts: readonly string[] }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, parts: url.split("/") });
  });
  app.setErrorHandler((error: FastifyError, request, reply) => answer(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const parts = (request.url.split("?", 1)[0] ?? "").split("/");
    const allowed = new Set(routes.filter((route) => fits(route.parts, parts)).map((route) => route.method));
    if (allowed.size === 0 || allowed.has(request.method)) {
      return sendProblem(reply, new Problem("not_found"));
    }
    return sendProblem(
      reply,
      new Problem("method_not_allowed", { headers: { allow: [...allowed].sort().join(", ") } }),
    );
  });
}

function answer(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.code === "internal")
    request.log.error({ err: error, req: request, request_id: request.id }, "a request failed");
  return sendProblem(reply, problem);
}

/** For what goes wrong before there is a route: a bad address. */
export function frameworkError(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, problemOf(error));
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  if (pattern.at(-1) === "*") return parts.length >= pattern.length;
  return (
    pattern.length === parts.length &&
    pattern.every((part, index) => part === parts[index] || (part.startsWith(":") && parts[index] !== ""))
  );
}

const OF_THE_SOCKET: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "request_timeout",
  HPE_HEADER_OVERFLOW: "headers_too_large",
};

/** For what is no proper HTTP, and never becomes a request. */
export function socketError(error: { readonly code?: string | undefined }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const problem = new Problem(OF_THE_SOCKET[error.code ?? ""] ?? "malformed_request");
  const body = JSON.stringify(problem.body());
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nContent-Type: ${PROBLEM_TYPE}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}
