/** Bodies that do not come 请求体限时: a request is waited for so long, a large upload longer. */
import { socketError } from "./errors.ts";
import type { Api } from "./request.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether its body is so large that it may take as long as any. */
    isLong?: boolean;
  }
}

const LATE = { code: "ERR_HTTP_REQUEST_TIMEOUT" };

/** Ends what has not arrived whole after `limit` milliseconds, on every route that is not `isLong`. */
export function addPatience(app: Api, limit: number): void {
  app.addHook("onRequest", ({ raw, routeOptions }, _reply, done) => {
    const { "content-length": length = "0", "transfer-encoding": coding } = raw.headers;
    if ((length !== "0" || coding !== undefined) && routeOptions.config.isLong !== true) {
      const timer = setTimeout(() => !raw.complete && socketError(LATE, raw.socket), limit).unref();
      raw.once("close", () => clearTimeout(timer));
    }
    done();
  });
}
