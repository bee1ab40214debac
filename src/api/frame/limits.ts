/** Limits on how often anybody may ask, told in RateLimit headers and, beyond them, in Retry-After. */
import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "../problem.ts";
import type { Settings } from "../settings.ts";
import { nameOf } from "./request.ts";

const MINUTE = 60_000;
/** Bits of an IPv6 address that stand for one household or firm. */
const SUBNET = 64;

/** Credentials nobody holds, counted by address: guessing one is not to be tried often. */
export interface Failures {
  /** Refuses an address that has failed too often of late. */
  check(request: FastifyRequest): Promise<void>;
  count(request: FastifyRequest): Promise<void>;
}

/** Limits by who asks; the public get the fewest. They count after the gate and before a body is read. */
export async function addLimits(app: FastifyInstance, { perMinute }: Settings): Promise<Failures> {
  await app.register(rateLimit, {
    hook: "preParsing",
    enableDraftSpec: true,
    timeWindow: MINUTE,
    keyGenerator: (request) => {
      if (request.routeOptions.config.signIn === true) return `sign in ${addressOf(request)}`;
      return nameOf(request.actor) ?? addressOf(request);
    },
    max: ({ actor, routeOptions }) => {
      if (routeOptions.config.signIn === true) return perMinute.signIn;
      if (actor.kind === "public") return perMinute.address;
      return actor.kind === "machine" ? perMinute.key : perMinute.person;
    },
    errorResponseBuilder: () => new Problem("rate_limited"),
  });
  const failed = app.createRateLimit({
    max: perMinute.failures,
    timeWindow: MINUTE,
    keyGenerator: addressOf,
  });
  return {
    async check(request) {
      const state = await failed(request, { increment: false });
      if (state.isAllowed || state.remaining > 0) return;
      throw new Problem("rate_limited", { retryAfter: state.ttl });
    },
    async count(request) {
      await failed(request);
    },
  };
}

const addressOf = (request: FastifyRequest) => normalizeIP(request.ip, SUBNET);
