/** Signing in and out: members by phone and code, staff by login, password and one-time code. */
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { NotNow } from "#desk";
import type { Actor, Opened, Principal } from "#people";
import { cookieName } from "../frame/gate.ts";
import { fromOf, type Routes } from "../frame/request.ts";
import { granted } from "../problem.ts";
import type { Services } from "../services.ts";
import type { Settings } from "../settings.ts";

const carry = z
  .enum(["cookie", "token"])
  .default("cookie")
  .meta({ description: "How the session is kept: a browser's cookie, or a bearer token 会话的携带方式" });

const who = z
  .object({
    kind: z.enum(["staff", "person", "machine", "public"]),
    id: z.string().nullable(),
    name: z.string().nullable(),
    roles: z.array(z.string()),
    member: z.string().nullable(),
    stores: z.object({ merchant: z.array(z.string()), clerk: z.array(z.string()) }),
    regions: z.array(z.string()),
    scopes: z.array(z.string()),
  })
  .meta({ id: "Who" });

const opened = z
  .object({
    who,
    expires_at: z.iso.datetime(),
    joined: z.boolean().meta({ description: "Whether this made a new member 是否新会员" }),
    token: z.string().optional().meta({ description: "Only where `carry` is token 仅在 carry 为 token 时" }),
  })
  .meta({ id: "SessionOpened" });

const signIn = { config: { signIn: true } } as const;

export const sessionRoutes: Routes = (app, services, settings) => {
  const { people } = services;

  app.post(
    "/v1/session/code",
    {
      ...signIn,
      schema: {
        operationId: "sendCode",
        tags: ["session"],
        summary: "Send a code to a phone 发送验证码",
        body: z.strictObject({ phone: z.string().min(1).max(40) }),
        response: { 202: z.object({ again_at: z.iso.datetime() }) },
      },
    },
    async (request, reply) => {
      const { again } = granted(await people.codes.request(request.body.phone, fromOf(request)));
      return reply.code(202).send({ again_at: again.toISOString() });
    },
  );

  app.post(
    "/v1/session/member",
    {
      ...signIn,
      schema: {
        operationId: "signInMember",
        tags: ["session"],
        summary: "Sign in by phone and code 会员登录",
        body: z.strictObject({ phone: z.string().min(1).max(40), code: z.string().min(1).max(12), carry }),
        response: { 200: opened },
      },
    },
    async (request, reply) => {
      const { phone, code, carry } = request.body;
      const session = granted(await people.codes.signIn(phone, code, fromOf(request)));
      await register(services, session.principal).catch((error: unknown) => {
        // The member is signed in all the same; the book is asked again at the next sign-in.
        if (!(error instanceof NotNow)) throw error;
        request.log.warn({ reason: error.reason }, "a new member waits for the book");
      });
      return open(reply, settings, session, carry, session.joined);
    },
  );

  app.post(
    "/v1/session/staff",
    {
      ...signIn,
      schema: {
        operationId: "signInStaff",
        tags: ["session"],
        summary: "Sign in as staff 人员登录",
        body: z.strictObject({
          login: z.string().min(1).max(100),
          password: z.string().min(1).max(200),
          totp: z.string().max(12).default(""),
          carry,
        }),
        response: { 200: opened },
      },
    },
    async (request, reply) => {
      const { login, password, totp, carry } = request.body;
      const session = granted(await people.staffDoor.signIn({ login, password, totp }, fromOf(request)));
      return open(reply, settings, session, carry, false);
    },
  );

  app.get(
    "/v1/session",
    {
      schema: {
        operationId: "getSession",
        tags: ["session"],
        summary: "Who is asking 当前身份",
        response: { 200: who },
      },
    },
    (request) => shown(request.actor),
  );

  app.delete(
    "/v1/session",
    {
      schema: {
        operationId: "signOut",
        tags: ["session"],
        summary: "Sign out 退出登录",
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const name = cookieName(settings.secure);
      const bearer = /^Bearer +(wss_\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
      const token = bearer ?? request.cookies[name];
      if (token !== undefined) await people.sessions.close(token);
      reply.clearCookie(name, { path: "/" });
      return reply.code(204).send(null);
    },
  );
};

/** The member of the book that a person is: the order's id follows from the member's, so twice is once. */
async function register({ desk, cell }: Services, { member }: Principal): Promise<void> {
  if (member === null) return;
  await desk.submit(cell, [{ json: { id: `join:${member}`, kind: "join", member } }]);
}

function open(
  reply: FastifyReply,
  settings: Settings,
  session: Opened & { readonly principal: Principal },
  carry: "cookie" | "token",
  joined: boolean,
) {
  const { token, expires, principal } = session;
  if (carry === "cookie") {
    const { secure } = settings;
    reply.setCookie(cookieName(secure), token, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure,
      expires,
    });
  }
  return {
    who: shown({ kind: "principal", principal }),
    expires_at: expires.toISOString(),
    joined,
    ...(carry === "token" ? { token } : {}),
  };
}

const NOBODY: z.output<typeof who> = {
  kind: "public",
  id: null,
  name: null,
  roles: [],
  member: null,
  stores: { merchant: [], clerk: [] },
  regions: [],
  scopes: [],
};

function shown(actor: Actor): z.output<typeof who> {
  if (actor.kind === "public") return NOBODY;
  if (actor.kind === "machine") {
    const { id, name, scopes } = actor.machine;
    return { ...NOBODY, kind: "machine", id, name, scopes: [...scopes] };
  }
  const { kind, id, name, roles, member, stores, regions } = actor.principal;
  const held = { merchant: [...stores.merchant], clerk: [...stores.clerk] };
  return { ...NOBODY, kind, id, name, roles: [...roles], member, stores: held, regions: [...regions] };
}
