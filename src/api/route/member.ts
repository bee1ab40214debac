/** One member 会员: who it is and what stands in the book. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { PERSONAL_FIELDS, type PersonalField, seesPlainly } from "#people";
import { sponsorHistory, sponsorOf } from "#statement";
import { WRITE } from "../frame/remember.ts";
import { accessOf, byOf, type Routes } from "../frame/request.ts";
import { memberWithin, notFound, selfOnly } from "../frame/within.ts";
import { done, granted } from "../problem.ts";
import { iso } from "../schema/money.ts";
import * as party from "../schema/party.ts";
import type { Services } from "../services.ts";

const params = party.memberParams;

export const memberRoutes: Routes = (app, services) => {
  const { people, trade, cell } = services;

  app.get(
    "/v1/members/:id",
    {
      schema: {
        operationId: "getMember",
        tags: ["members"],
        summary: "A member 会员",
        params,
        response: { 200: party.memberSchema },
      },
    },
    async (request) => {
      await memberWithin(services, request, request.params.id);
      return await pageOfMember(services, request, request.params.id);
    },
  );

  app.patch(
    "/v1/members/:id",
    {
      config: WRITE,
      schema: {
        operationId: "changeMember",
        tags: ["members"],
        summary: "Name and identity of a member 修改姓名与实名信息",
        description:
          "Real name, ID and bank card are sealed; only their masks are shown. 实名信息加密存放，只显示掩码。",
        params,
        body: z.strictObject({
          name: z.string().trim().min(1).max(60).optional(),
          real_name: z.string().min(1).max(60).optional(),
          id_number: z.string().min(1).max(40).optional(),
          bank_card: z.string().min(1).max(60).optional(),
        }),
        response: { 200: party.memberSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      selfOnly(request, id);
      const person = await people.persons.findByMember(id);
      if (person === undefined) throw notFound();
      const { name, ...fields } = request.body;
      const by = byOf(request);
      for (const field of Object.keys(PERSONAL_FIELDS) as PersonalField[]) {
        const text = fields[field];
        if (text !== undefined) granted(await people.personal.set(by, person.id, field, text));
      }
      if (name !== undefined) granted((await people.persons.rename(by, person.id, name)) ?? {});
      return await pageOfMember(services, request, id);
    },
  );

  app.get(
    "/v1/members/:id/code",
    {
      schema: {
        operationId: "getMemberCode",
        tags: ["members"],
        summary: "A member's own code 会员的推荐码",
        params,
        response: { 200: party.codeSchema },
      },
    },
    async (request) => {
      selfOnly(request, request.params.id);
      const { code, kind, target, createdAt } = done(await trade.codes.of(cell, "member", request.params.id));
      return { code, kind, target, created_at: createdAt.toISOString() };
    },
  );
};

/** Who a member is; identity and the sponsors' history for those who act on them, and the member. */
async function pageOfMember({ desk, people, cell }: Services, request: FastifyRequest, id: string) {
  const { actor } = request;
  const plain = actor.kind === "principal" && seesPlainly(actor.principal, id);
  const inner = accessOf(request).reach === "all" || plain;
  const standing = await sponsorOf(desk.database, cell, id);
  const faces = await people.persons.faces([id], plain ? "plain" : "masked");
  const face = faces.get(id);
  if (standing === undefined && face === undefined) throw notFound();
  const sponsors = inner ? ((await sponsorHistory(desk.database, cell, id)) ?? []) : null;
  return {
    id,
    person: inner ? (face?.id ?? null) : null,
    ...party.faceShown(face),
    sponsor: standing?.sponsor ?? null,
    joined_at: iso(standing?.joined_at ?? null),
    disclosure_seen: await people.consents.disclosed(id),
    identity: inner && face !== undefined ? await people.personal.hints(face.id) : null,
    sponsors:
      sponsors?.map(({ seq, kind, from, to, at, case: number }) => ({
        seq: Number(seq),
        kind,
        from,
        to,
        at: at.toISOString(),
        case: number,
      })) ?? null,
  };
}
