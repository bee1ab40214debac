/**
 * Who may pass: every route stands in the table of permissions or the server does not start, and every request
 * is judged by its row before its body is read.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Access, accessOf, machineAccess, permissionOf, publicAccess } from "#people";
import { Problem } from "../problem.ts";
import type { Actor, Credential, Services } from "../services.ts";
import type { Settings } from "../settings.ts";
import { KeyMemory } from "./keymemory.ts";
import type { Failures } from "./limits.ts";

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
  const memory = new KeyMemory(services.people, settings.keyMemory);
  const cookie = cookieName(settings.secure);
  app.decorateRequest("actor", null);
  app.decorateRequest("access", null);

  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) {
      if (permissionOf(one, url) === undefined) {
        throw new Error(`${one} ${url} stands in no row of the table of permissions`);
      }
    }
  });

  app.addHook("onRequest", (request, _reply, done) => {
    if (request.is404) {
      done();
      return;
    }
    const credential = credentialOf(request, cookie);
    const refused = crossSite(request, credential);
    if (refused !== null || credential === null) {
      done(refused ?? judge(request, null));
      return;
    }
    const known = memory.known(credential);
    if (known !== undefined) {
      done(judge(request, known));
      return;
    }
    ask(request, credential, memory, failures).then((actor) => done(judge(request, actor)), done);
  });
}

/** A credential nobody holds costs its address one of its few failures. */
async function ask(
  request: FastifyRequest,
  credential: Credential,
  memory: KeyMemory,
  failures: Failures,
): Promise<Actor | null> {
  await failures.check(request);
  const actor = credential.token === "" ? null : await memory.ask(credential);
  if (actor === null) await failures.count(request);
  return actor;
}

function credentialOf(request: FastifyRequest, cookie: string): Credential | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization)?.[1];
    return { by: "key", token: token ?? "" };
  }
  if (request.headers.cookie === undefined) return null;
  const token = request.cookies[cookie];
  return token === undefined || token === "" ? null : { by: "session", token };
}

/**
 * A browser sends the cookie whoever made it ask. Whoever changes something therefore shows that the page is
 * ours: by what the browser says of it, or by a header of its own. Signing in is guarded the same way.
 */
function crossSite(request: FastifyRequest, credential: Credential | null): Problem | null {
  if (READS.has(request.method) || credential?.by === "key") return null;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return new Problem("cross_site");
  if (credential === null || site === "same-origin") return null;
  return request.headers[SAME_SITE_HEADER] === undefined ? new Problem("cross_site") : null;
}

/** Sets what is within reach; nobody known still reaches what is public. */
function judge(request: FastifyRequest, actor: Actor | null): Error | undefined {
  request.actor = actor;
  const { method, routeOptions } = request;
  const access = actor === null ? NO : accessFor(actor, method, routeOptions.url ?? "");
  const found = access.reach === "no" ? publicAccess(method, routeOptions.url ?? "") : access;
  if (found.reach === "no") return new Problem(actor === null ? "unauthenticated" : "forbidden");
  request.access = found;
  return undefined;
}

const NO: Access = { reach: "no" };

function accessFor(actor: Actor, method: string, path: string): Access {
  return actor.by === "key"
    ? machineAccess(actor.machine, method, path)
    : accessOf(actor.principal, method, path);
}
