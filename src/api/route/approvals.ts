/** Approvals 复核: what one officer asked for and another decides, carried out to the letter. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { NotNow } from "#desk";
import type { Approval } from "#people";
import { approveInjection, rejectInjection } from "../frame/carry.ts";
import { carryCorrection } from "../frame/correction.ts";
import { officerOf } from "../frame/deeds.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { accessOf, fromOf, type Routes } from "../frame/request.ts";
import { granted, Problem } from "../problem.ts";
import { approvalSchema, approvalShown } from "../schema/admin.ts";
import type { Services } from "../services.ts";

const params = z.strictObject({ id: z.string().min(1).max(64) });
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: "Of the payload that was read 所读内容的哈希" });

export const approvalRoutes: Routes = (app, services) => {
  const { people } = services;

  app.get(
    "/v1/approvals",
    {
      schema: {
        operationId: "listApprovals",
        tags: ["approvals"],
        summary: "What waits for a second pair of eyes 待复核事项",
        querystring: z.strictObject({
          ...pageQuery,
          state: z.enum(["asked", "approved", "rejected", "done", "expired"]).optional(),
          kind: z.enum(["plan", "injection", "sponsor_correction", "withdrawal"]).optional(),
        }),
        response: { 200: pageOf(approvalSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, state, kind } = request.query;
      const access = accessOf(request);
      const place = placeOf(cursor, z.tuple([z.string()]));
      const rows = await people.approvals.list(limit + 1, {
        ...(place === null ? {} : { before: place[0] }),
        ...(state === undefined ? {} : { state }),
        ...(kind === undefined ? {} : { kind }),
        ...(access.reach === "own" ? { askedBy: access.principal } : {}),
      });
      return page(rows, limit, ({ id }) => [id], approvalShown);
    },
  );

  app.post(
    "/v1/approvals/:id/approve",
    {
      config: WRITE,
      schema: {
        operationId: "approve",
        tags: ["approvals"],
        summary: "Approve what was read, and have it done 批准并办理",
        params,
        body: z.strictObject({ payload_hash: hash, reason: z.string().trim().min(1).max(500).optional() }),
        response: { 200: approvalSchema },
      },
    },
    async (request) => await approved(services, request, request.params.id, request.body),
  );

  app.post(
    "/v1/approvals/:id/reject",
    {
      config: WRITE,
      schema: {
        operationId: "reject",
        tags: ["approvals"],
        summary: "Reject, and say why 驳回，写明理由",
        params,
        body: z.strictObject({ payload_hash: hash, reason: z.string().trim().min(1).max(500) }),
        response: { 200: approvalSchema },
      },
    },
    async (request) => {
      const officer = officerOf(request);
      const { payload_hash: payloadHash, reason } = request.body;
      const decision = { id: request.params.id, payloadHash, reason };
      const approval = granted(
        await people.approvals.reject(officer, decision, fromOf(request), async (tx, approval) => {
          if (approval.kind === "injection") await rejectInjection(services, tx, approval, officer);
        }),
      );
      return approvalShown(approval);
    },
  );
};

async function approved(
  services: Services,
  request: FastifyRequest,
  id: string,
  body: { readonly payload_hash: string; readonly reason?: string | undefined },
) {
  const { people } = services;
  const officer = officerOf(request);
  const decision = { id, payloadHash: body.payload_hash, reason: body.reason ?? null };
  const approval = granted(
    await people.approvals.approve(officer, decision, fromOf(request), async (tx, one) => {
      if (one.kind === "injection") await approveInjection(services, tx, one, officer);
    }),
  );
  await carryOut(services, approval).catch((error: unknown) => {
    // It is approved; the book is asked again by itself.
    if (!(error instanceof NotNow)) throw error;
    request.log.warn({ reason: error.reason, request_id: request.id }, "an approval waits for the book");
  });
  const now = await people.approvals.find(id);
  if (now === undefined) throw new Problem("approval_unknown");
  return approvalShown(now);
}

/** Does what was approved and is not done in the transaction of the approval itself; may be done again. */
async function carryOut(services: Services, approval: Approval): Promise<void> {
  if (approval.kind === "sponsor_correction") await carryCorrection(services, approval);
}

/** Takes up what was approved and cut off before it was done. For a job, every minute. */
export async function finishApproved(services: Services): Promise<void> {
  for (const approval of await services.people.approvals.undone()) await carryOut(services, approval);
}
