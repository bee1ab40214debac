/** Cells: a book of one's own to try a plan in, and everything that stands in it. */
import { z } from "zod";
import { cellId, cellOf } from "../frame/cell.ts";
import { sendJson } from "../frame/errors.ts";
import type { Routes } from "../frame/request.ts";

export const cellRoutes: Routes = (app, services) => {
  app.post(
    "/v1/cells",
    {
      schema: {
        operationId: "createCell",
        tags: ["cells"],
        summary: "Open a test cell under a plan 以章程开试验单元",
        body: z.strictObject({
          plan: z.record(z.string(), z.unknown()).meta({ description: "A plan as in RULES section 7 章程" }),
          clock: z.enum(["orders", "live"]).default("orders").meta({
            description: "Whether business time comes with the orders or from the clock 业务时间从何而来",
          }),
        }),
        response: { 201: z.object({ cell: cellId }) },
      },
    },
    async (request, reply) => {
      const { plan, clock } = request.body;
      const cell = await services.desk.createCell({ operator: services.operator, plan, clock });
      return reply.code(201).send({ cell: String(cell) });
    },
  );

  app.get(
    "/v1/cells/:cell/result",
    {
      schema: {
        operationId: "getResult",
        tags: ["cells"],
        summary: "Everything in the book of a cell 单元账簿的全部结果",
        params: z.strictObject({ cell: cellId }),
        response: { 200: z.record(z.string(), z.unknown()).meta({ id: "Result" }) },
      },
    },
    async (request, reply) => {
      const cell = await cellOf(services, request.params.cell);
      return sendJson(reply, JSON.stringify(await services.desk.result(cell)));
    },
  );
};
