/** Members 会员: lists of them, and how one is made. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isTradeRefusal } from "#desk";
import { isRefused, type Principal, readPhone } from "#people";
import { WRITE } from "../frame/remember.ts";
import { accessOf, byOf, type Routes } from "../frame/request.ts";
import { rosterOf, rosterQuery, rosterSchema } from "../frame/roster.ts";
import { welcome } from "../frame/welcome.ts";
import { notFound } from "../frame/within.ts";
import { done, granted, Problem } from "../problem.ts";
import { bookId } from "../schema/money.ts";
import type { Services } from "../services.ts";

const phone = z
  .string()
  .min(1)
  .max(40)
  .meta({ examples: ["13800138000"] });

const made = z
  .object({
    member: bookId,
    joined: z.boolean().meta({ description: "Whether this made a new member 是否新会员" }),
    state: z
      .enum(["asked", "joined", "bound", "kept", "refused", "known"])
      .meta({ description: "`asked`: the book takes it up by itself `asked`：账簿稍后自行办理" }),
    sponsor: bookId.nullable(),
  })
  .meta({ id: "MemberMade" });

export const membersRoutes: Routes = (app, services) => {
  app.get(
    "/v1/members",
    {
      schema: {
        operationId: "listMembers",
        tags: ["members"],
        summary: "Members, masked, newest first 会员名单，打码",
        description:
          "A store sees those locked to its owner. Phones and real names are sealed: a phone is found " +
          "whole, a name by how the name begins that the member gave. " +
          "门店只见锁定的会员；手机号须完整，姓名按昵称开头。",
        querystring: rosterQuery,
        response: { 200: rosterSchema },
      },
    },
    async (request) => await rosterOf(services, request, request.query),
  );

  app.post(
    "/v1/members",
    {
      config: WRITE,
      schema: {
        operationId: "createMember",
        tags: ["members"],
        summary: "Register a member by phone 登记会员",
        description:
          "A store's own code locks a new member to its owner; who is a member already is left as " +
          "he is. 门店登记的新会员锁定于店主；已是会员的只找回，不改动。",
        body: z.strictObject({
          phone,
          name: z.string().trim().min(1).max(60).optional(),
          store: bookId.optional().meta({ description: "By default the asker's one store 默认为本店" }),
          code: z.string().min(1).max(20).optional(),
        }),
        response: { 200: made, 201: made },
      },
    },
    async (request, reply) => {
      const { phone, name, store, code } = request.body;
      const coming = await codeFor(services, request, store, code);
      const { principal, joined } = await enrol(services, request, phone, name);
      const member = principal.member as string;
      const arrival = await welcome(services, {
        member,
        code: joined ? coming.code : null,
        channel: coming.channel,
        by: byOf(request).who,
      });
      const state = arrival?.state ?? "known";
      return reply
        .code(joined ? 201 : 200)
        .send({ member, joined, state, sponsor: arrival?.sponsor ?? null });
    },
  );
};

/** The code a new member comes by: that of the asker's store, or the one named. */
async function codeFor(
  services: Services,
  request: FastifyRequest,
  store: string | undefined,
  code: string | undefined,
) {
  const access = accessOf(request);
  const own = access.reach === "own" && access.stores.length === 1 ? access.stores[0] : undefined;
  const wanted = store ?? own;
  if (access.reach === "own") {
    if (wanted === undefined) throw new Problem("validation", { field: "store" });
    if (!access.stores.includes(wanted)) throw notFound("store");
    if (code !== undefined) throw new Problem("validation", { field: "code" });
  }
  const { trade, cell } = services;
  if (wanted !== undefined) {
    const found = await trade.codes.of(cell, "store", wanted);
    if (isTradeRefusal(found)) throw notFound("store");
    return { code: found.code, channel: "store_code" as const };
  }
  if (code === undefined) return { code: null, channel: "link" as const };
  const resolved = done(await trade.codes.resolve(cell, code));
  return {
    code: resolved.code,
    channel: resolved.kind === "member" ? ("referral" as const) : ("link" as const),
  };
}

/** The person of a phone, made where there is none, and a member in any case. */
async function enrol(
  { people, desk }: Services,
  request: FastifyRequest,
  text: string,
  name: string | undefined,
): Promise<{ principal: Principal; joined: boolean }> {
  const named = name === undefined ? {} : { name };
  const made = await people.persons.create(byOf(request), { phone: text, ...named });
  if (!isRefused(made)) return { principal: made, joined: true };
  if (made.refused !== "phone_taken") granted(made);
  const phone = readPhone(text) ?? "";
  return granted(await desk.database.transaction((tx) => people.persons.enter(tx, phone)));
}
