/**
 * The one door to the book: orders in the format of RULES section 7, alone or in a list. This is the road
 * that is travelled most, so an order is read by the engine alone and the answer is written as text.
 */
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Answer, Desk } from "#desk";
import type { RefusalCode } from "#engine";
import { cellOf, cellQuery } from "../frame/cell.ts";
import { sendJson, sendProblem } from "../frame/errors.ts";
import { MOST_ORDERS, ordersOf, type Read, takeOrders } from "../frame/orders.ts";
import type { Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { answerSchema, bookedSchema, orderSchema } from "../schema/order.ts";
import { WORDS } from "../words.ts";

const query = z.strictObject({
  ...cellQuery,
  journal: z.enum(["true", "false"]).optional().meta({
    description: "Whether answers carry the journal; by default only that of a single order 答复是否附凭证",
  }),
});

export const orderRoutes: Routes = (app, services, settings) => {
  takeOrders(app, settings.bodyLimit.orders);

  app.route({
    method: "POST",
    url: "/v1/orders",
    bodyLimit: settings.bodyLimit.orders,
    schema: {
      operationId: "submitOrders",
      tags: ["orders"],
      summary: "Book orders 提交指令",
      description:
        "One order, or a list of them booked in its order. The order's own id makes it safe to repeat: the " +
        "same id with the same body gets the same answer. Alone, a refusal is a problem; in a list each " +
        "answer says what it is. " +
        "一笔或一列指令，按次序入账；编号相同、内容相同即同一答复。",
      querystring: query,
      body: z.union([orderSchema, z.array(orderSchema).min(1).max(MOST_ORDERS)]),
      response: { 200: z.union([bookedSchema, z.array(answerSchema)]) },
    },
    handler: async (request, reply) => {
      const body = ordersOf(request.body);
      const cell = await cellOf(services, request.query.cell);
      const answers = await answer(services.desk, cell, body.orders);
      for (const { status } of answers) app.ordersAnswered.inc(COUNTED[status]);
      const { journal } = request.query;
      if (body.single) return single(reply, answers[0] as Answer, journal !== "false");
      return sendJson(reply, `[${answers.map((one) => answerText(one, journal === "true")).join(",")}]`);
    },
  });

  app.get(
    "/v1/orders/:id",
    {
      schema: {
        operationId: "getOrder",
        tags: ["orders"],
        summary: "The answer an order got 查一笔指令的答复",
        params: z.strictObject({ id: z.string().min(1).max(256) }),
        querystring: z.strictObject(cellQuery),
        response: { 200: bookedSchema },
      },
    },
    async (request, reply) => {
      const cell = await cellOf(services, request.query.cell);
      const found = await services.desk.find(cell, request.params.id);
      if (found === null) throw new Problem("not_found", { field: "id" });
      return single(reply, found, true);
    },
  );
};

const COUNTED = {
  booked: { status: "booked" },
  refused: { status: "refused" },
  malformed: { status: "malformed" },
  failed: { status: "failed" },
} as const;

/** Answers in the order of the orders; what is no order never reaches the desk. */
async function answer(desk: Desk, cell: bigint, orders: readonly Read[]): Promise<Answer[]> {
  const asked = orders.filter((order) => "json" in order);
  const given = asked.length === 0 ? [] : await desk.submit(cell, asked);
  if (given.length === orders.length) return given;
  let next = 0;
  return orders.map((order) =>
    "json" in order ? (given[next++] as Answer) : { status: "malformed", field: order.malformed },
  );
}

function single(reply: FastifyReply, one: Answer, journal: boolean) {
  if (one.status === "booked") return sendJson(reply, answerText(one, journal));
  if (one.status === "refused") return sendProblem(reply, new Problem(one.code, { field: one.field }));
  if (one.status === "failed") return sendProblem(reply, new Problem("internal"));
  return sendProblem(reply, new Problem("malformed", { field: one.field ?? "body" }));
}

/** The sentences of each refusal as JSON, made once. */
const sentences = new Map<string, string>();

function sentenceOf(code: RefusalCode): string {
  const known = sentences.get(code);
  if (known !== undefined) return known;
  const { zh, en } = WORDS[code];
  const text = `"detail_zh":${JSON.stringify(zh)},"detail_en":${JSON.stringify(en)}`;
  sentences.set(code, text);
  return text;
}

function answerText(one: Answer, journal: boolean): string {
  switch (one.status) {
    case "booked": {
      const record = journal ? `,"journal":${one.record}` : "";
      const id = JSON.stringify(one.id);
      return `{"status":"booked","id":${id},"seq":${one.seq},"repeated":${one.repeated}${record}}`;
    }
    case "refused": {
      const { id, code, field, retry } = one;
      const head = `{"status":"refused","id":${JSON.stringify(id)},"code":"${code}"`;
      return `${head},"field":"${field}","retry":${retry},${sentenceOf(code)}}`;
    }
    case "failed":
      return `{"status":"failed","id":${JSON.stringify(one.id)},"code":"internal","retry":true}`;
    case "malformed":
      return `{"status":"malformed","code":"malformed","field":${JSON.stringify(one.field)}}`;
  }
}
