/** Cells: a book of one's own to try a plan in, and everything that stands in it. */
import { hash, randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { cellId, cellOf } from "../frame/cell.ts";
import { sendJson } from "../frame/errors.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { planOf } from "../frame/plan.ts";
import type { Routes } from "../frame/request.ts";

export const cellRoutes: Routes = (app, services) => {
  const { desk, operator } = services;

  app.post(
    "/v1/cells",
    {
      schema: {
        operationId: "createCell",
        tags: ["cells"],
        summary: "Open a test cell under a plan 以章程开试验单元",
        description:
          "With an Idempotency-Key its number follows from key and body: asked again, it is the same cell. " +
          "带 Idempotency-Key 时，同键同文得到同一单元。",
        body: z.strictObject({
          plan: z.record(z.string(), z.unknown()).meta({ description: "A plan as in RULES section 7 章程" }),
          name: z.string().min(1).max(60).default("test"),
          clock: z.enum(["orders", "live"]).default("orders").meta({
            description: "Whether business time comes with the orders or from the clock 业务时间从何而来",
          }),
        }),
        response: { 201: z.object({ cell: cellId }) },
      },
    },
    async (request, reply) => {
      const { name, clock } = request.body;
      const plan = planOf(request.body.plan);
      const cell = numberOf(request);
      await desk.createCell(cell, operator, name, clock, plan);
      // Where it had been there already it is the same one, if it is this operator's.
      return reply.code(201).send({ cell: String(await cellOf(services, String(cell))) });
    },
  );

  app.get(
    "/v1/cells/:cell/result",
    {
      schema: {
        operationId: "getResult",
        tags: ["cells"],
        summary: "Everything in the book of a cell 单元账簿的全部结果",
        description:
          "As `replay` prints it (RULES section 7), without what was refused. 与回放的结果相同，不含拒绝。",
        params: z.strictObject({ cell: cellId }),
        response: { 200: z.record(z.string(), z.unknown()).meta({ id: "Result" }) },
      },
    },
    async (request, reply) => {
      const cell = await cellOf(services, request.params.cell);
      return sendJson(reply, JSON.stringify(await desk.result(cell)));
    },
  );
};

/** A number nobody else has: cells of all operators share one row of numbers, so it is drawn, not counted. */
function numberOf(request: FastifyRequest): bigint {
  const { headers, body } = request;
  const bytes =
    headers["idempotency-key"] === undefined
      ? randomBytes(8)
      : hash("sha256", `${orderIdOf(request)} ${JSON.stringify(body)}`, "buffer");
  return (bytes.readBigUInt64BE() % 899_999_999_999_999_999n) + 100_000_000_000_000_000n;
}
