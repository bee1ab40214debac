/** Figures for Prometheus: what is asked, how it is answered, how long it takes. */
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Settings } from "../settings.ts";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface Metrics {
  readonly registry: Registry;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Counts orders by what they came to. */
    readonly ordersAnswered: Counter<"status">;
  }
}

/** Measures every route registered afterwards; routes are named by their pattern, never by an address. */
export function addMetrics(app: FastifyInstance, { processMetrics }: Settings): Metrics {
  const registry = new Registry();
  const duration = new Histogram({
    name: "wellspring_http_request_duration_seconds",
    help: "Seconds from a request to its answer",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const orders = new Counter({
    name: "wellspring_orders_total",
    help: "Orders answered over HTTP",
    labelNames: ["status"],
    registers: [registry],
  });
  if (processMetrics) collectDefaultMetrics({ register: registry, prefix: "wellspring_" });
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.is404 ? "none" : (request.routeOptions.url ?? "none");
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    const line = { req: request, res: reply, ms: Math.round(reply.elapsedTime), request_id: request.id };
    if (reply.statusCode >= 500) request.log.warn(line, "answered");
    else request.log.debug(line, "answered");
    done();
  });
  app.decorate("ordersAnswered", orders);
  return { registry };
}
