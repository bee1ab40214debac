/** The server about itself: alive, ready, figures. */
import type { Metrics } from "../frame/metrics.ts";
import type { Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";

const QUIET = { rateLimit: false } as const;

/** Routes that balancers and Prometheus ask. */
export function serviceRoutes({ registry }: Metrics): Routes {
  return (app, services) => {
    app.get("/healthz", { schema: { hide: true }, config: QUIET }, () => ({ alive: true }));

    // 503 on a standby: it is well, but no orders should be sent to it.
    app.get("/readyz", { schema: { hide: true }, config: QUIET }, async (request) => {
      const { ready, why } = await services.ready();
      if (ready) return { ready };
      request.log.info({ why }, "not ready");
      throw new Problem("unavailable", { retryAfter: 1_000 });
    });

    app.get("/metrics", { schema: { hide: true }, config: QUIET }, async (_request, reply) => {
      return reply.header("content-type", registry.contentType).send(await registry.metrics());
    });
  };
}
