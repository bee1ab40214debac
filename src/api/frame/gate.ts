/**
 * Who may pass: every route stands in the table of permissions or the server does not start, and every
 * request is judged by its row before its body is read.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Actor, type People, permissionOf } from "#people";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";
import type { Settings } from "../settings.ts";
import type { Failures } from "./limits.ts";
import { PUBLIC } from "./request.ts";

/** Name of the session's cookie; the prefix binds it to this host over https. */
export const cookieName = (secure: boolean) => (secure ? "__Host-wellspring" : "wellspring");

/** Any value will do: a page of another site cannot send a header of its own without asking first. */
export const SAME_SITE_HEADER = "x-wellspring";

const READS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Puts the gate in front of every route that is registered afterwards. */
export function addGate(
  app: FastifyInstance,
  services: Services,
  settings: Settings,
  failures: Failures,
): void {
  const cookie = cookieName(settings.secure);
  app.decorateRequest("actor", NOT_YET);
  app.decorateRequest("access", null);

  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) {
      if (permissionOf(one, url) === undefined) {
        throw new Error(`${one} ${url} stands in no row of the table of permissions`);
      }
    }
  });

  app.addHook("onRequest", (request, _reply, done) => {
    request.actor = PUBLIC;
    if (request.is404) {
      done();
      return;
    }
    const credential = credentialOf(request, cookie);
    const refused = crossSite(request, credential);
    if (refused !== null || credential === null) {
      done(refused ?? judge(request, services.people, PUBLIC));
      return;
    }
    actorOf(request, services.people, credential, failures).then(
      (actor) => done(judge(request, services.people, actor)),
      done,
    );
  });
}

/** Fastify wants no object here, as it would be shared; the gate sets it on every request. */
const NOT_YET = null as never;

interface Credential {
  readonly token: string;
  /** A browser's cookie, sent whoever made it ask, or a header, sent on purpose. */
  readonly by: "cookie" | "header";
}

/**
 * Whom a credential speaks for. One that nobody holds costs its address one of its few failures; a cookie
 * that has run out leaves its bearer one of the public, who may sign in again.
 */
async function actorOf(
  request: FastifyRequest,
  people: People,
  { token, by }: Credential,
  failures: Failures,
): Promise<Actor> {
  await failures.check(request);
  const actor = await people.actor(token);
  if (actor !== undefined) return actor;
  await failures.count(request);
  if (by === "header") throw new Problem("unauthenticated");
  return PUBLIC;
}

/** The token of the session a request came with; null where it came with a key, or with nothing. */
export function sessionTokenOf(request: FastifyRequest, secure: boolean): string | null {
  const bearer = /^Bearer +(wss_\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return bearer ?? request.cookies[cookieName(secure)] ?? null;
}

/** Nothing else than a token is looked up; a cookie holds a session, never a key. */
const TOKEN = /^[\w-]{1,200}$/;
const NO_TOKEN = "none";

function credentialOf(request: FastifyRequest, cookie: string): Credential | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "";
    return { by: "header", token: TOKEN.test(token) ? token : NO_TOKEN };
  }
  if (request.headers.cookie === undefined) return null;
  const token = request.cookies[cookie];
  if (token === undefined) return null;
  return { by: "cookie", token: TOKEN.test(token) && token.startsWith("wss_") ? token : NO_TOKEN };
}

/**
 * A browser sends the cookie whoever made it ask. Whoever changes something therefore shows that the page is
 * ours: by what the browser says of it, or by a header of its own. Signing in is guarded the same way.
 */
function crossSite(request: FastifyRequest, credential: Credential | null): Problem | null {
  if (READS.has(request.method) || credential?.by === "header") return null;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return new Problem("cross_site");
  if (credential === null || site === "same-origin") return null;
  return request.headers[SAME_SITE_HEADER] === undefined ? new Problem("cross_site") : null;
}

/** Sets what is within reach of the one who asks. */
function judge(request: FastifyRequest, people: People, actor: Actor): Error | undefined {
  request.actor = actor;
  const access = people.access(actor, request.method, request.routeOptions.url ?? "");
  if (access.reach === "no") return new Problem(actor.kind === "public" ? "unauthenticated" : "forbidden");
  request.access = access;
  return undefined;
}
