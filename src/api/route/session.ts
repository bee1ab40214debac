/** Signing in and out: members by phone and code, staff by login, password and one-time code. */
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Actor, Opened, Principal } from "#people";
import { cookieName, sessionTokenOf } from "../frame/gate.ts";
import { fromOf, type Routes } from "../frame/request.ts";
import { welcome } from "../frame/welcome.ts";
import { done, granted } from "../problem.ts";
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

const codeSent = z
  .object({
    again_at: z.iso.datetime(),
    demo_code: z.string().nullable().meta({
      description:
        "The code, in a demo only; null in a house that takes real money 仅演示环境给出，否则为 null",
    }),
  })
  .meta({ id: "CodeSent" });

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
        response: { 202: codeSent },
      },
    },
    async (request, reply) => {
      const { again, code } = granted(await people.codes.request(request.body.phone, fromOf(request)));
      // Nobody's phone rings in a demo; wherever money is real the code goes to the phone alone.
      const demoCode = services.demoGateway === null ? null : code;
      return reply.code(202).send({ again_at: again.toISOString(), demo_code: demoCode });
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
        description:
          "The first time makes a member, under the sponsor of the code he came by. 首次登录即成为会员，凭码锁定推荐人。",
        body: z.strictObject({
          phone: z.string().min(1).max(40),
          code: z.string().min(1).max(12),
          carry,
          referral: z
            .string()
            .min(1)
            .max(20)
            .optional()
            .meta({ description: "Code of the store or member he came by 所凭的门店码或推荐码" }),
        }),
        response: { 200: opened },
      },
    },
    async (request, reply) => {
      const { phone, code, carry, referral } = request.body;
      // Before the code is used up: a referral that is none can then be left out.
      const by = referral === undefined ? null : await referralOf(services, referral);
      const session = granted(await people.codes.signIn(phone, code, fromOf(request)));
      await register(services, session.principal, by);
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
};

/** The session itself. */
export const ownSessionRoutes: Routes = (app, { people }, settings) => {
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
      const token = sessionTokenOf(request, settings.secure);
      if (token !== null) await people.sessions.close(token);
      reply.clearCookie(cookieName(settings.secure), { path: "/" });
      return reply.code(204).send(null);
    },
  );
};

type Referral = { readonly code: string; readonly channel: "store_code" | "referral" };

async function referralOf({ trade, cell }: Services, text: string): Promise<Referral> {
  const { code, kind } = done(await trade.codes.resolve(cell, text));
  return { code, channel: kind === "store" ? "store_code" : "referral" };
}

/** The book has the member before he is answered; where it cannot just now it is asked again by itself. */
async function register(services: Services, { id, member }: Principal, by: Referral | null): Promise<void> {
  if (member === null) return;
  const { code = null, channel = "link" } = by ?? {};
  await welcome(services, { member, code, channel, by: id });
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
