/** The operation log 操作日志, newest first: who did what to whom. It is chained and never changed. */
import { z } from "zod";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import type { Routes } from "../frame/request.ts";
import { time } from "../schema/money.ts";

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
      const { limit, cursor, target } = request.query;
      const place = placeOf(cursor, z.tuple([z.string().regex(/^\d{1,18}$/)]));
      const before = place === null ? null : BigInt(place[0]);
      const rows = await people.audit.list(limit + 1, before, target ?? null);
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
