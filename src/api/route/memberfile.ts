/** What lies on file of one member 会员档案: how his locks came and went, his devices, what he agreed to. */
import { z } from "zod";
import { type SponsorChange, sponsorHistory } from "#statement";
import type { Routes } from "../frame/request.ts";
import { notFound, selfOnly } from "../frame/within.ts";
import { bookId, time } from "../schema/money.ts";
import { memberParams as params } from "../schema/party.ts";
import { consentSchema, consentShown, deviceSchema, deviceShown } from "../schema/person.ts";

const lock = z
  .object({
    seq: z.int(),
    kind: z
      .enum(["join", "bind", "lock", "correct_sponsor"])
      .meta({ description: "By joining, a code, a purchase, a case 加入、凭码、消费、案件更正" }),
    from: bookId.nullable(),
    to: bookId.nullable(),
    at: time,
    purchase: bookId.nullable().meta({ description: "The purchase that locked 锁客的消费" }),
    store: bookId.nullable(),
    case: z.string().nullable(),
  })
  .meta({ id: "Lock" });

export const memberFileRoutes: Routes = (app, { desk, people, cell }) => {
  const personOf = async (member: string) => {
    const found = await people.persons.findByMember(member);
    if (found === undefined) throw notFound();
    return found.id;
  };

  app.get(
    "/v1/members/:id/locks",
    {
      schema: {
        operationId: "listLocks",
        tags: ["members"],
        summary: "How a member's sponsor came and went, newest first 锁客记录",
        params,
        response: { 200: z.object({ items: z.array(lock) }) },
      },
    },
    async (request) => {
      selfOnly(request, request.params.id);
      const found = await sponsorHistory(desk.database, cell, request.params.id);
      if (found === null) throw notFound();
      return { items: found.map(shown) };
    },
  );

  app.get(
    "/v1/members/:id/devices",
    {
      schema: {
        operationId: "listMemberDevices",
        tags: ["members"],
        summary: "Where a member is signed in 会员登录的设备",
        params,
        response: { 200: z.object({ items: z.array(deviceSchema) }) },
      },
    },
    async (request) => {
      const rows = await people.sessions.list(await personOf(request.params.id));
      return { items: rows.map(deviceShown) };
    },
  );

  app.get(
    "/v1/members/:id/consents",
    {
      schema: {
        operationId: "listMemberConsents",
        tags: ["members"],
        summary: "What a member agreed to and took back 会员的同意记录",
        params,
        response: { 200: z.object({ items: z.array(consentSchema) }) },
      },
    },
    async (request) => {
      const rows = await people.consents.list(await personOf(request.params.id));
      return { items: rows.map(consentShown) };
    },
  );
};

function shown({ seq, merchant, at, ...row }: SponsorChange): z.output<typeof lock> {
  return { ...row, seq: Number(seq), store: merchant, at: at.toISOString() };
}
