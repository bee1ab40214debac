/** What a member got, and was told of it: commissions 推荐奖励 purchase by purchase, and messages 消息. */
import { z } from "zod";
import { jsonFen, showPoints } from "#engine";
import {
  commissionSums,
  dayAfter,
  MESSAGE_KINDS,
  memberBalances,
  memberCommissions,
  memberMessages,
  startOf,
} from "#statement";
import { storesNamed } from "../frame/names.ts";
import { pageOf, pageQuery } from "../frame/paging.ts";
import type { Routes } from "../frame/request.ts";
import { notFound, selfOnly } from "../frame/within.ts";
import { fen, iso, points, time } from "../schema/money.ts";
import { memberParams as params, storeNamed } from "../schema/party.ts";

const STATES = ["frozen", "available", "clawed_back"] as const;

/** Of the buyer nothing is said: what one below bought is nobody's to read under a name. */
const line = z
  .object({
    purchase: z.string(),
    store: storeNamed,
    step: z
      .string()
      .meta({ description: "upline_1, upline_2, recruiter, region_… 直推、间推、招商、区域代理" }),
    at: time,
    spend_fen: fen.meta({ description: "The purchase it is of 该笔消费额" }),
    amount_fen: fen,
    back_fen: fen.meta({ description: "Taken back by refunds 退款追回" }),
    state: z.enum(STATES),
    frozen_until: time.nullable(),
  })
  .meta({ id: "Commission" });

const listed = pageOf(line)
  .extend({
    sums: z.object({
      today_fen: fen,
      yesterday_fen: fen,
      total_fen: fen.meta({ description: "Less what refunds took back 已扣追回" }),
      frozen_fen: fen,
      available_fen: fen,
    }),
    months: z
      .array(z.object({ month: z.string(), earned_fen: fen, back_fen: fen }))
      .meta({ description: "The newest first, 24 at most 近二十四个有奖励的月份" }),
  })
  .meta({ id: "Commissions" });

const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;

export const commissionRoutes: Routes = (app, services) => {
  const { desk, trade, cell } = services;
  const db = desk.database;

  app.get(
    "/v1/members/:id/commissions",
    {
      schema: {
        operationId: "listCommissions",
        tags: ["members"],
        summary: "A member's commissions with their sums, the newest first 推荐奖励明细",
        params,
        querystring: z.strictObject({
          ...pageQuery,
          month: z
            .string()
            .regex(MONTH)
            .optional()
            .meta({ examples: ["2026-03"] }),
          state: z.enum(STATES).optional(),
        }),
        response: { 200: listed },
      },
    },
    async (request) => {
      const { id } = request.params;
      selfOnly(request, id);
      const { month, ...asked } = request.query;
      const found = await memberCommissions(db, cell, id, { ...asked, ...monthSpan(month) });
      const sums = await commissionSums(db, cell, id, trade.now());
      const held = await memberBalances(db, cell, id);
      if (found === null || sums === null || held === null) throw notFound();
      const storeOf = await storesNamed(
        services,
        found.items.map(({ merchant }) => merchant),
      );
      return {
        items: found.items.map(({ purchase, merchant, step, at, spend, amount, back, state, thaws }) => ({
          purchase,
          store: storeOf(merchant),
          step,
          at: at.toISOString(),
          spend_fen: jsonFen(spend),
          amount_fen: jsonFen(amount),
          back_fen: jsonFen(back),
          state,
          frozen_until: iso(thaws),
        })),
        next_cursor: found.next,
        sums: {
          today_fen: jsonFen(sums.today),
          yesterday_fen: jsonFen(sums.yesterday),
          total_fen: jsonFen(sums.total),
          frozen_fen: jsonFen(held.frozen),
          available_fen: jsonFen(held.commission),
        },
        months: sums.months.map(({ month, earned, back }) => ({
          month,
          earned_fen: jsonFen(earned),
          back_fen: jsonFen(back),
        })),
      };
    },
  );
};

/** A month of the country, as a stretch of time. */
function monthSpan(month: string | undefined) {
  if (month === undefined) return {};
  const first = `${month}-01`;
  return { from: startOf(first), to: startOf(`${dayAfter(first, 31).slice(0, 7)}-01`) };
}

const message = z
  .object({
    id: z.string().meta({ description: "Unread is what came after the message last seen 以此记已读" }),
    kind: z.enum(MESSAGE_KINDS),
    at: time,
    about: z.string().meta({ description: "A purchase, a withdrawal, a plan, or why 所关单据或缘由" }),
    store: storeNamed.nullable(),
    amount_fen: fen.nullable(),
    points: points.nullable(),
    text_zh: z.string().nullable(),
    text_en: z.string().nullable(),
  })
  .meta({ id: "Message" });

export const messageRoutes: Routes = (app, services) => {
  const { desk, cell } = services;

  app.get(
    "/v1/members/:id/messages",
    {
      schema: {
        operationId: "listMessages",
        tags: ["members"],
        summary: "What happened to a member's points and money 消息",
        description:
          "Made of what was booked; none is sent twice, none is lost. 由已入账之事得出，不重不漏。",
        params,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(message) },
      },
    },
    async (request) => {
      const { id } = request.params;
      selfOnly(request, id);
      const found = await memberMessages(desk.database, cell, id, request.query);
      if (found === null) throw notFound();
      const storeOf = await storesNamed(
        services,
        found.items.flatMap(({ merchant }) => merchant ?? []),
      );
      return {
        items: found.items.map((row) => ({
          id: row.id,
          kind: row.kind,
          at: row.at.toISOString(),
          about: row.about,
          store: row.merchant === null ? null : storeOf(row.merchant),
          amount_fen: row.amount === null ? null : jsonFen(row.amount),
          points: row.points === null ? null : showPoints(row.points),
          text_zh: row.textZh,
          text_en: row.textEn,
        })),
        next_cursor: found.next,
      };
    },
  );
};
