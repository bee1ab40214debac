/** Logs that tell what happened and to nobody: no names, numbers, tokens or addresses of people. */
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import pino from "pino";
import type { Settings } from "../settings.ts";

/** Runs of digits long enough to be a phone, a card or an identity number. */
const NUMBERS = /\d{6,}/g;

/** Wherever a careless line might put them. */
const HIDDEN = [
  ...["authorization", "cookie", "phone", "password", "token", "code", "secret", "card", "id_number", "totp"],
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers.${name}`]);

/** An error without what it was about: a database likes to repeat the row it refused. */
function errorRecord(error: Error & { readonly code?: unknown }): object {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(error.code === undefined ? {} : { sqlstate_or_code: String(error.code) }),
    message: error.message.replaceAll(NUMBERS, "#").slice(0, 300),
    stack: frames.slice(0, 12).join("\n"),
    ...(error.cause instanceof Error ? { cause: errorRecord(error.cause) } : {}),
  };
}

/** The logger of the server. */
export function loggerOf({ logLevel, logTo }: Settings): FastifyBaseLogger {
  const options: pino.LoggerOptions = {
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: HIDDEN, censor: "[hidden]" },
    serializers: {
      err: errorRecord,
      // The route as it is registered: an address of ours may carry a member's id, a query more than that.
      req: (request: FastifyRequest) => ({
        method: request.method,
        route: request.routeOptions?.url ?? null,
      }),
      res: (reply: FastifyReply) => ({ status: reply.statusCode }),
    },
  };
  return logTo === null ? pino(options) : pino(options, logTo);
}
