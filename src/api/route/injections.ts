/**
 * Injections 注资 and releases 余留释放: one officer asks, another approves what was asked to the letter; then it
 * is announced, and booked in equal parts from day to day.
 */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Injection, NewInjection } from "#desk";
import { jsonFen } from "#engine";
import type { Approval, Json } from "#people";
import { officerOf } from "../frame/deeds.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { fromOf, type Routes } from "../frame/request.ts";
import { done } from "../problem.ts";
import { amountFen, fen, iso, moment, time } from "../schema/money.ts";
import type { Services } from "../services.ts";

const words = z.string().trim().min(1).max(500);

const body = z
  .strictObject({
    amount_fen: amountFen,
    days: z.int().min(1).max(3_650).optional().meta({ description: "By default the setting 默认按设置" }),
    starts_at: moment.optional(),
    announce_zh: words,
    announce_en: words,
  })
  .meta({
    examples: [
      {
        amount_fen: 30_000_000,
        days: 30,
        announce_zh: "十一月起逐日注资三十万元，共三十日。",
        announce_en: "300,000 yuan are injected from November on, day by day over thirty days.",
      },
    ],
  });

const STATES = ["asked", "approved", "done", "rejected", "stopped"] as const;

const facts = {
  id: z.string(),
  kind: z.enum(["inject", "release"]),
  state: z.enum(STATES),
  amount_fen: fen,
  days: z.int(),
  starts_at: time,
  announce_zh: z.string(),
  announce_en: z.string(),
  asked_by: z.string(),
  asked_at: time,
  decided_by: z.string().nullable(),
  decided_at: time.nullable(),
  reason: z.string().nullable(),
  parts: z.int().meta({ description: "Parts booked so far 已入账期数" }),
  booked_fen: fen,
};

const listed = z
  .object({
    ...facts,
    announced_at: time.nullable().meta({ description: "Told to the public since 公告时间" }),
  })
  .meta({ id: "Injection" });

const asked = z
  .object({
    ...facts,
    approval: z
      .object({
        id: z.string(),
        payload_hash: z.string().meta({ description: "What the second officer approves 复核内容的哈希" }),
      })
      .meta({ description: "For the second officer, at /v1/approvals 待另一位人员复核" }),
  })
  .meta({ id: "InjectionAsked" });

export const injectionRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.get(
    "/v1/injections",
    {
      schema: {
        operationId: "listInjections",
        tags: ["pool"],
        summary: "Injections and releases, newest first 注资与余留释放，新的在前",
        querystring: z.strictObject({
          state: z.enum(STATES).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ items: z.array(listed) }) },
      },
    },
    async (request) => {
      const { state, limit } = request.query;
      const rows = await trade.injections.list(cell, state === undefined ? null : [state], limit);
      return { items: rows.map((row) => ({ ...factsOf(row), announced_at: iso(row.announcedAt) })) };
    },
  );

  for (const [kind, url, operationId, summary] of [
    ["inject", "/v1/injections", "askInjection", "Ask for an injection into the pool 申请注资"],
    ["release", "/v1/releases", "askRelease", "Ask for a release of the remainder 申请释放余留"],
  ] as const) {
    app.post(
      url,
      {
        config: { idempotent: true },
        schema: {
          operationId,
          tags: ["pool"],
          summary,
          description:
            "Nothing moves until another officer has approved it at /v1/approvals; then it " +
            "is announced and " +
            "booked day by day. 须另一位人员复核；公告期满后逐日入账。",
          body,
          response: { 202: asked },
        },
      },
      async (request, reply) => {
        const { amount_fen, days, starts_at, announce_zh, announce_en } = request.body;
        const officer = officerOf(request);
        const wanted: NewInjection = {
          request: orderIdOf(request),
          kind,
          totalFen: BigInt(amount_fen),
          ...(days === undefined ? {} : { days }),
          ...(starts_at === undefined ? {} : { startsAt: new Date(starts_at) }),
          announceZh: announce_zh,
          announceEn: announce_en,
          by: officer.id,
        };
        const { row, approval } = await ask(services, request, wanted);
        return reply.code(202).send(shown(row, approval));
      },
    );
  }
};

/** The request and its approval, written together; asked again they are the same. */
async function ask({ desk, trade, people, cell }: Services, request: FastifyRequest, wanted: NewInjection) {
  const officer = officerOf(request);
  return await desk.database.transaction(async (tx) => {
    const row = done(await trade.injections.request(cell, wanted, tx));
    const subject = `injection:${row.id}`;
    const mine = await people.approvals.list(200, { askedBy: officer.id });
    const known = mine.find((approval) => approval.subject === subject);
    const approval =
      known ??
      (await people.approvals.ask(
        officer,
        { kind: "injection", subject, payload: payloadOf(row) },
        fromOf(request),
        tx,
      ));
    return { row, approval };
  });
}

function payloadOf(row: Injection): Json {
  return {
    kind: row.kind,
    amount_fen: jsonFen(row.totalFen),
    days: row.days,
    starts_at: row.startsAt.toISOString(),
    announce_zh: row.announceZh,
    announce_en: row.announceEn,
  };
}

function shown(row: Injection, { id, payloadHash }: Approval): z.output<typeof asked> {
  return { ...factsOf(row), approval: { id, payload_hash: payloadHash } };
}

function factsOf(row: Injection) {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    amount_fen: jsonFen(row.totalFen),
    days: row.days,
    starts_at: row.startsAt.toISOString(),
    announce_zh: row.announceZh,
    announce_en: row.announceEn,
    asked_by: row.askedBy,
    asked_at: row.askedAt.toISOString(),
    decided_by: row.decidedBy,
    decided_at: iso(row.decidedAt),
    reason: row.reason,
    parts: row.parts,
    booked_fen: jsonFen(row.bookedFen),
  };
}
