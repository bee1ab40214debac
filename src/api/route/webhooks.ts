/** Webhooks 网络回调 with their log; a delivery is sent again on request. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { EVENT_NAMES, type Webhook, type WebhookFault } from "#desk";
import { log } from "../frame/deeds.ts";
import { pageOf, pageQuery } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import type { Routes } from "../frame/request.ts";
import { notFound } from "../frame/within.ts";
import { Problem } from "../problem.ts";
import { deliverySchema, deliveryShown, webhookSchema, webhookShown } from "../schema/admin.ts";
import type { Services } from "../services.ts";

const params = z.strictObject({ id: z.string().min(1).max(64) });
const url = z
  .string()
  .min(1)
  .max(2_000)
  .meta({ examples: ["https://example.com/wellspring"] });
const events = z
  .array(z.enum(EVENT_NAMES as readonly [string, ...string[]]))
  .max(EVENT_NAMES.length)
  .meta({ description: "Empty: every event 空即全部" });

export const webhookRoutes: Routes = (app, services) => {
  const { delivery, cell } = services;

  app.get(
    "/v1/webhooks",
    {
      schema: {
        operationId: "listWebhooks",
        tags: ["webhooks"],
        summary: "Webhooks 回调名单",
        response: { 200: z.object({ items: z.array(webhookSchema) }) },
      },
    },
    async () => ({ items: (await delivery.listWebhooks(cell)).map(webhookShown) }),
  );

  app.post(
    "/v1/webhooks",
    {
      config: WRITE,
      schema: {
        operationId: "createWebhook",
        tags: ["webhooks"],
        summary: "Make a webhook; its secret is shown once 新建回调，密钥只显示一次",
        body: z.strictObject({
          url,
          events: events.default([]),
          from_seq: z
            .int()
            .min(1)
            .optional()
            .meta({ description: "First journal told; by default the next one 起始凭证，默认下一笔" }),
        }),
        response: { 201: webhookSchema },
      },
    },
    async (request, reply) => {
      const { url, events, from_seq } = request.body;
      const from = from_seq === undefined ? {} : { fromSeq: BigInt(from_seq) };
      const made = fine(await delivery.createWebhook(cell, { url, events, ...from }));
      await logged(services, request, "webhook.create", made);
      return reply.code(201).send(webhookShown(made));
    },
  );

  app.patch(
    "/v1/webhooks/:id",
    {
      config: WRITE,
      schema: {
        operationId: "changeWebhook",
        tags: ["webhooks"],
        summary: "Change a webhook, start it again, renew its secret 修改、重启或换密钥",
        params,
        body: z.strictObject({
          url: url.optional(),
          events: events.optional(),
          active: z.boolean().optional(),
          rotate_secret: z.boolean().optional(),
        }),
        response: { 200: webhookSchema },
      },
    },
    async (request) => {
      const { url, events, active, rotate_secret } = request.body;
      const changed = await delivery.patchWebhook(cell, request.params.id, {
        ...(url === undefined ? {} : { url }),
        ...(events === undefined ? {} : { events }),
        ...(active === undefined ? {} : { active }),
        ...(rotate_secret === undefined ? {} : { rotateSecret: rotate_secret }),
      });
      if (changed === null) throw notFound();
      const webhook = fine(changed);
      await logged(services, request, "webhook.change", webhook);
      return webhookShown(webhook);
    },
  );

  app.delete(
    "/v1/webhooks/:id",
    {
      config: WRITE,
      schema: {
        operationId: "deleteWebhook",
        tags: ["webhooks"],
        summary: "Remove a webhook with its log 删除回调及其记录",
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await delivery.deleteWebhook(cell, id))) throw notFound();
      await log(services, request, { action: "webhook.delete", target: `webhook:${id}` });
      return reply.code(204).send(null);
    },
  );
};

export const deliveryRoutes: Routes = (app, services) => {
  const { delivery, cell } = services;

  app.get(
    "/v1/webhooks/:id/deliveries",
    {
      schema: {
        operationId: "listDeliveries",
        tags: ["webhooks"],
        summary: "The log of a webhook, newest first 投递记录",
        params,
        querystring: z.strictObject({
          ...pageQuery,
          state: z.enum(["queued", "sending", "delivered", "dead"]).optional(),
          event: z.string().min(1).max(60).optional(),
        }),
        response: { 200: pageOf(deliverySchema) },
      },
    },
    async (request) => {
      const webhook = request.params.id;
      const all = await delivery.listWebhooks(cell);
      if (!all.some(({ id }) => id === webhook)) throw notFound();
      const { limit, cursor, state, event } = request.query;
      const found = await delivery.listDeliveries(cell, {
        webhook,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(state === undefined ? {} : { state }),
        ...(event === undefined ? {} : { event }),
      });
      return { items: found.items.map(deliveryShown), next_cursor: found.nextCursor };
    },
  );

  app.post(
    "/v1/webhooks/:id/replay",
    {
      config: WRITE,
      schema: {
        operationId: "replayWebhook",
        tags: ["webhooks"],
        summary: "Tell a webhook everything again from a journal on 自某张凭证起重新投递",
        description:
          "`queued`: of those in the log; others are made again from the journals. 未在记录中的由凭证重新生成。",
        params,
        body: z.strictObject({ from_seq: z.int().min(1) }).meta({ examples: [{ from_seq: 1 }] }),
        response: { 202: z.object({ queued: z.int() }) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const fromSeq = BigInt(request.body.from_seq);
      const queued = await delivery.replay(cell, { webhook: id, fromSeq });
      if (queued === null) throw notFound();
      const after = { from_seq: request.body.from_seq };
      await log(services, request, { action: "webhook.replay", target: `webhook:${id}`, after });
      return reply.code(202).send({ queued });
    },
  );

  app.post(
    "/v1/deliveries/:id/replay",
    {
      config: WRITE,
      schema: {
        operationId: "replayDelivery",
        tags: ["webhooks"],
        summary: "Send a delivery again 重新投递",
        params,
        response: { 202: z.object({ queued: z.int() }) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const queued = await delivery.replay(cell, { delivery: id });
      if (queued === null) throw notFound();
      await log(services, request, { action: "delivery.replay", target: `delivery:${id}` });
      return reply.code(202).send({ queued });
    },
  );
};

/** The webhook, or what is wrong with it. */
function fine<Made extends Webhook>(made: Made | WebhookFault): Made {
  if (!("fault" in made)) return made;
  throw new Problem("webhook_refused", { field: made.field ?? undefined, stands: made.fault });
}

async function logged(
  services: Services,
  request: FastifyRequest,
  action: string,
  { id, url, events }: Webhook,
) {
  const after = { url: new URL(url).origin, events: [...events] };
  await log(services, request, { action, target: `webhook:${id}`, after });
}
