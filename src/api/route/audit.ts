/** The operation log 操作日志, newest first: who did what to whom. It is chained and never changed. */
import { z } from "zod";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import type { Routes } from "../frame/request.ts";
import { between, spanOf, time } from "../schema/money.ts";

const line = z
  .object({
    seq: z.int(),
    at: time,
    who: z.string(),
    role: z.string(),
    action: z.string(),
    target: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    ip: z.string().nullable(),
    head: z.string().meta({ description: "The chain up to it 链首" }),
  })
  .meta({ id: "AuditLine" });

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

export const auditRoutes: Routes = (app, { people }) => {
  app.get(
    "/v1/audit",
    {
      schema: {
        operationId: "listAudit",
        tags: ["admin"],
        summary: "The operation log 操作日志",
        querystring: z.strictObject({
          ...pageQuery,
          ...between,
          who: z
            .string()
            .min(1)
            .max(200)
            .optional()
            .meta({ description: "Id of a person or key 操作人编号" }),
          action: z
            .string()
            .min(1)
            .max(80)
            .optional()
            .meta({
              description: "A deed, or all deeds of a thing 动作，或一类动作",
              examples: ["withdrawal.approve", "withdrawal"],
            }),
          target: z
            .string()
            .min(1)
            .max(200)
            .optional()
            .meta({ examples: ["store:s-tea"] }),
        }),
        response: { 200: pageOf(line) },
      },
    },
    async (request) => {
      const { limit, cursor, from, to, ...filter } = request.query;
      const place = placeOf(cursor, z.tuple([z.string().regex(/^\d{1,18}$/)]));
      const before = place === null ? {} : { before: BigInt(place[0]) };
      const rows = await people.audit.list(limit + 1, { ...filter, ...before, ...spanOf({ from, to }) });
      return page(
        rows,
        limit,
        ({ seq }) => [String(seq)],
        ({ seq, at, before, after, head, ...row }) => ({
          seq: Number(seq),
          at: at.toISOString(),
          ...row,
          before: parsed(before),
          after: parsed(after),
          head: head.toString("hex"),
        }),
      );
    },
  );
};
