/** The operator's overview 首页: figures beside those before, what waits, days, stores and divisions. */
import { z } from "zod";
import { jsonFen, showPoints } from "#engine";
import {
  dailyFigures,
  dayAfter,
  operatorOverview,
  RANKS,
  turnoverByDivision,
  turnoverByStore,
  waitingNow,
} from "#statement";
import { daysOf, daysQuery } from "../frame/days.ts";
import type { Routes } from "../frame/request.ts";
import { notFound } from "../frame/within.ts";
import { day, fen, points } from "../schema/money.ts";
import * as shape from "../schema/overview.ts";

const sum = z.object({ count: z.int(), amount_fen: fen });
const stretch = { from: day, to: day };

const waiting = z
  .object({
    withdrawals_review: z.int().meta({ description: "Asked for 待审核提现" }),
    withdrawals_second: z.int().meta({ description: "For a second officer 待二审" }),
    withdrawals_pay: z.int().meta({ description: "Approved, to be paid 待打款" }),
    approvals: z.int().meta({ description: "Four eyes 待复核" }),
    payments_mismatch: z.int().meta({ description: "Paid otherwise than asked 金额不符的收款" }),
    payments_refund: z.int().meta({ description: "Money to go back 待退回的收款" }),
    stores_opening: z.int(),
    agencies: z.int().meta({ description: "Being appointed or ended 办理中的代理" }),
    plans_sign: z.int().meta({ description: "Plans to be signed 待签章程" }),
    plans_publish: z.int().meta({ description: "Signed, to be published 待发布章程" }),
    deliveries_dead: z.int().meta({ description: "Deliveries given up 失败的投递" }),
    webhooks_stopped: z.int(),
    jobs_failed: z.int().meta({ description: "Of thirty days 三十天内失败的任务" }),
  })
  .meta({ id: "Waiting" });

const overview = z
  .object({
    ...stretch,
    now: shape.figuresSchema,
    before: shape.figuresSchema.extend(stretch).meta({ description: "As many days right before 前一时段" }),
    price: z.object({
      price: z.string(),
      cash_fen: fen,
      points,
      remainder_fen: fen,
      closed: z.boolean().meta({ description: "Wound up 已清算" }),
    }),
    members: z.int(),
    stores: z.int(),
    pending_purchases: sum,
    held_withdrawals: sum.meta({ description: "Held in the book 提现在途" }),
    waiting,
    complete: z.boolean().meta({ description: "Whether all booked so far is in it 是否已含全部凭证" }),
  })
  .meta({ id: "Overview" });

export const overviewRoutes: Routes = (app, { desk, trade, cell }) => {
  const db = desk.database;

  app.get(
    "/v1/overview",
    {
      schema: {
        operationId: "getOverview",
        tags: ["admin"],
        summary: "Figures of some days beside those before, and what waits 首页概览",
        querystring: z.strictObject(daysQuery),
        response: { 200: overview },
      },
    },
    async (request) => {
      const now = trade.now();
      const { from, to } = daysOf(request.query, now);
      const found = await operatorOverview(db, cell, from, to);
      if (found === null) throw notFound();
      const { pool, before, pendingPurchases: pending, heldWithdrawals: held } = found;
      return {
        from,
        to: dayAfter(to, -1),
        now: shape.figuresShown(found.now),
        before: { ...shape.figuresShown(before), from: before.from, to: dayAfter(before.to, -1) },
        price: {
          price: pool.shown,
          cash_fen: jsonFen(pool.cash),
          points: showPoints(pool.points),
          remainder_fen: jsonFen(pool.remainder),
          closed: pool.closed,
        },
        members: found.members,
        stores: found.stores,
        pending_purchases: { count: pending.count, amount_fen: jsonFen(pending.amount) },
        held_withdrawals: { count: held.count, amount_fen: jsonFen(held.amount) },
        waiting: await waitingNow(db, cell, now),
        complete: found.complete,
      };
    },
  );

  app.get(
    "/v1/overview/days",
    {
      schema: {
        operationId: "listDayFigures",
        tags: ["admin"],
        summary: "Figures of each day, 400 at most 逐日数据",
        querystring: z.strictObject(daysQuery),
        response: { 200: z.object({ ...stretch, items: z.array(shape.dayFiguresSchema) }) },
      },
    },
    async (request) => {
      const { from, to } = daysOf(request.query, trade.now());
      const items = (await dailyFigures(db, cell, from, to)).map(shape.dayFiguresShown);
      return { from, to: items.at(-1)?.day ?? from, items };
    },
  );

  app.get(
    "/v1/overview/stores",
    {
      schema: {
        operationId: "rankStores",
        tags: ["admin"],
        summary: "Stores by turnover, purchases, take or members locked 门店排行",
        querystring: z.strictObject({
          ...daysQuery,
          rank: z.enum(RANKS).default("paid"),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ ...stretch, items: z.array(shape.storeTurnoverSchema) }) },
      },
    },
    async (request) => {
      const { rank, limit } = request.query;
      const { from, to } = daysOf(request.query, trade.now());
      const rows = await turnoverByStore(db, cell, from, to, { rank, limit });
      return { from, to: dayAfter(to, -1), items: rows.map(shape.storeTurnoverShown) };
    },
  );

  app.get(
    "/v1/overview/divisions",
    {
      schema: {
        operationId: "listDivisionTurnover",
        tags: ["admin"],
        summary: "Turnover by province, city and district 按区划的消费额",
        querystring: z.strictObject(daysQuery),
        response: { 200: z.object({ ...stretch, items: z.array(shape.provinceSchema) }) },
      },
    },
    async (request) => {
      const { from, to } = daysOf(request.query, trade.now());
      const rows = await turnoverByDivision(db, cell, from, to);
      return { from, to: dayAfter(to, -1), items: shape.divisionTree(rows) };
    },
  );
};
