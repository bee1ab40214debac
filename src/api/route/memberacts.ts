/** A member and his sponsor 推荐人: bound by a code, or moved after a case. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { sponsorOf } from "#statement";
import { officerOf } from "../frame/deeds.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, fromOf, type Routes } from "../frame/request.ts";
import { notFound, selfOnly } from "../frame/within.ts";
import { done, Problem, type ProblemCode } from "../problem.ts";
import { approvalSchema, approvalShown } from "../schema/admin.ts";
import { bookId } from "../schema/money.ts";
import { memberParams as params } from "../schema/party.ts";
import type { Services } from "../services.ts";

const bound = z
  .object({ member: bookId, sponsor: bookId.nullable(), seq: z.int().nullable() })
  .meta({ id: "Bound" });

export const memberActRoutes: Routes = (app, services) => {
  const { people, trade, cell, desk } = services;

  app.post(
    "/v1/members/:id/bind",
    {
      config: WRITE,
      schema: {
        operationId: "bindMember",
        tags: ["members"],
        summary: "Lock a member without sponsor by a code 凭码锁定推荐人",
        params,
        body: z.strictObject({ code: z.string().min(1).max(20) }),
        response: { 200: bound },
      },
    },
    async (request) => {
      const { id: member } = request.params;
      await bindable(services, request, member);
      const code = done(await trade.codes.resolve(cell, request.body.code));
      const channel = code.kind === "store" ? ("store_code" as const) : ("referral" as const);
      const by = byOf(request).who;
      const asked = { request: orderIdOf(request), member, fresh: false, code: code.code, channel, by };
      const { state, reason, sponsor, seq } = done(await trade.arrivals.arrive(cell, asked));
      if (state === "kept") throw new Problem("sponsor_fixed");
      if (state === "refused") throw new Problem((reason ?? "conflict") as ProblemCode);
      if (state === "asked") throw new Problem("not_booked_yet", { retryAfter: 1_000 });
      return { member, sponsor, seq: seq === null ? null : Number(seq) };
    },
  );

  app.post(
    "/v1/members/:id/sponsor-corrections",
    {
      config: WRITE,
      schema: {
        operationId: "askSponsorCorrection",
        tags: ["members"],
        summary: "Ask that a member be moved to the sponsor who was wronged 申请更正推荐人",
        description:
          "A case must decide it, and another officer approve it. 须有裁决案号，并经另一位人员复核。",
        params,
        body: z.strictObject({
          sponsor: bookId.nullable(),
          case: z
            .string()
            .trim()
            .min(1)
            .max(120)
            .meta({ examples: ["2026-0042"] }),
          reason: z.string().trim().min(1).max(500),
        }),
        response: { 202: approvalSchema },
      },
    },
    async (request, reply) => {
      const { id: member } = request.params;
      const { sponsor, case: number, reason } = request.body;
      const order = { id: orderIdOf(request), kind: "correct_sponsor", member, sponsor, case: number };
      const quote = await desk.quote(cell, { json: order });
      if (quote.status === "refused") throw new Problem(quote.code, { field: quote.field });
      if (quote.status === "malformed") throw new Problem("malformed", { field: quote.field ?? "body" });
      const wanted = { member, sponsor, case: number, reason };
      const approval = await people.approvals.ask(
        officerOf(request),
        { kind: "sponsor_correction", subject: `member:${member}`, payload: wanted },
        fromOf(request),
      );
      return reply.code(202).send(approvalShown(approval));
    },
  );
};

/** A member the asker may bind: himself, or anybody the book knows. */
async function bindable({ desk, cell }: Services, request: FastifyRequest, member: string): Promise<void> {
  selfOnly(request, member);
  if ((await sponsorOf(desk.database, cell, member)) === undefined) throw notFound();
}
