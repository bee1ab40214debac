/** The server put together: what every request passes, then the routes. */
import { randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import Fastify, { type FastifyError, LogController } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { addDocument } from "./frame/document.ts";
import { addErrors, frameworkError, socketError } from "./frame/errors.ts";
import { addGate } from "./frame/gate.ts";
import { idempotencyKey } from "./frame/idempotency.ts";
import { bodyValue, keeps, unprintable } from "./frame/json.ts";
import { addLimits } from "./frame/limits.ts";
import { loggerOf } from "./frame/logs.ts";
import { addMetrics } from "./frame/metrics.ts";
import { addPatience } from "./frame/patience.ts";
import { addReads } from "./frame/reads.ts";
import { addRemembering } from "./frame/remember.ts";
import type { Api, Routes } from "./frame/request.ts";
import { ROUTES } from "./route/index.ts";
import { serviceRoutes } from "./route/service.ts";
import type { Services } from "./services.ts";
import { DEFAULTS, type Settings } from "./settings.ts";

/** Longest value in a path; ids are shorter. */
const LONGEST_PARAMETER = 300;

/**
 * The server of the API, ready to listen. Throws at once when a route stands in no row of the table of
 * permissions. `more` are route files of the composition itself, such as the faces.
 */
export async function buildServer(
  services: Services,
  chosen: Partial<Settings> = {},
  more: readonly Routes[] = [],
): Promise<Api> {
  const settings = { ...DEFAULTS, ...chosen };
  const app = emptyServer(settings);
  addErrors(app);
  addPatience(app, settings.bodyTime.others);
  const metrics = addMetrics(app, settings);
  await app.register(cookie);
  // What is under /v1 are texts for programs: the few headers that matter there are constants, set below.
  app.addHook("onRoute", (route) => {
    if (route.url.startsWith("/v1/")) route.helmet = false;
  });
  await app.register(helmet, {
    global: true,
    strictTransportSecurity: settings.secure,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  const failures = await addLimits(app, settings);
  addGate(app, services, settings, failures);
  addReads(app);
  addRemembering(app, services);
  addBodies(app);
  await addDocument(app, settings);
  for (const routes of [serviceRoutes(metrics), ...ROUTES, ...more]) {
    // A scope of its own for each file: what one sets up for its routes does not leak into another.
    app.register((scope: Api, _options, done) => {
      try {
        routes(scope, services, settings);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
  }
  await app.ready();
  return app;
}

function emptyServer(settings: Settings): Api {
  const start = randomBytes(6).toString("base64url");
  let count = 0;
  const app = Fastify({
    loggerInstance: loggerOf(settings),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustProxy,
    bodyLimit: settings.bodyLimit.others,
    requestTimeout: settings.bodyTime.uploads,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    // One logger for all: whoever writes a line names the request in it.
    childLoggerFactory: (logger) => logger,
    genReqId: ({ headers }) => {
      const given = headers["x-request-id"];
      return typeof given === "string" && /^[\w.-]{8,64}$/.test(given)
        ? given
        : `${start}-${(++count).toString(36)}`;
    },
    frameworkErrors: (error, request, reply) => frameworkError(error as FastifyError, request, reply),
    clientErrorHandler: socketError,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const always: Record<string, string> = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none';frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    ...(settings.secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(always).header("x-request-id", request.id);
    const { cache } = request.routeOptions.config;
    if (cache !== undefined) reply.header("cache-control", cache);
    done();
  });
  return app;
}

/** What a body, a path and a query may be, and the key that a repeatable write carries. */
function addBodies(app: Api): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    try {
      done(null, bodyValue(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook("preValidation", (request, _reply, done) => {
    for (const values of [request.params, request.query] as Record<string, unknown>[]) {
      for (const name in values) {
        const value = values[name];
        if (!keeps(name) || (typeof value === "string" && !keeps(value))) {
          done(unprintable(keeps(name) ? name : "query"));
          return;
        }
      }
    }
    done();
  });
  app.addHook("onRoute", (route) => {
    if (route.config?.idempotent !== true) return;
    route.preValidation = [
      (request, _reply, done) => {
        idempotencyKey(request);
        done();
      },
      ...[route.preValidation ?? []].flat(),
    ];
  });
}

/** The document of the API, made without a house behind it. */
export async function documentOf(): Promise<object> {
  const nobody = { operator: 1n, cell: 1n, desk: {}, people: {} } as unknown as Services;
  const app = await buildServer(nobody, { logLevel: "silent" });
  const document = JSON.parse(JSON.stringify(app.swagger())) as object;
  await app.close();
  return document;
}
