/** What payment channels 支付渠道 tell us; the demo channel has a page to pay at, for no money moves by it. */
import { z } from "zod";
import { endAtDemo } from "../frame/demopay.ts";
import { textOf } from "../frame/json.ts";
import type { Routes } from "../frame/request.ts";
import { done, Problem } from "../problem.ts";

const noticed = z
  .object({
    of: z.enum(["payment", "transfer"]),
    id: z.string().meta({ description: "Of the payment or withdrawal 付款或提现的编号" }),
  })
  .meta({ id: "Noticed" });

/** The channel signs the very bytes of its message: they are read by nobody else. */
export const noticeRoutes: Routes = (app, { trade, cell }) => {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, then) => {
    try {
      then(null, textOf(body as Buffer));
    } catch (error) {
      then(error as Error);
    }
  });
  const check = app.validatorCompiler;
  app.setValidatorCompiler((route) => (route.httpPart === "body" ? (value) => ({ value }) : check!(route)));

  app.post(
    "/v1/channels/demo/notify",
    {
      schema: {
        operationId: "notifyDemo",
        tags: ["trade"],
        summary: "A message of the demo channel 演示渠道的通知",
        description:
          "Signed with Ed25519 over time, nonce and body; each is taken once. 对时间、随机串与正文签名，每条只收一次。",
        body: z.record(z.string(), z.unknown()),
        response: { 200: noticed },
      },
    },
    async (request) => {
      const body: unknown = request.body;
      if (typeof body !== "string") throw new Problem("notice_malformed");
      return done(await trade.notices.receive(cell, "demo", request.headers, body));
    },
  );
};

export const demoPayRoutes: Routes = (app, services) => {
  app.post(
    "/v1/channels/demo/pay",
    {
      schema: {
        operationId: "payDemo",
        tags: ["trade"],
        summary: "Pay, or decline, at the demo channel 在演示渠道付款或拒付",
        description:
          "Stands for the payer's own page at a channel. No money moves; only a demo has it. " +
          "代替渠道的付款页；不动真钱，只在演示中可用。",
        body: z
          .strictObject({
            no: z
              .string()
              .regex(/^[0-9a-f]{32}$/)
              .meta({ description: "The number on the pay page 付款页上的单号" }),
            outcome: z.enum(["paid", "declined"]).default("paid"),
          })
          .meta({ examples: [{ no: "0199f0c8d2a07a6c9a1d2b3c4d5e6f70", outcome: "paid" }] }),
        response: { 200: noticed },
      },
    },
    async (request) => done(await endAtDemo(services, request.body.no, request.body.outcome)),
  );
};
