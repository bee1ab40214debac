/** The till of a store: what it took today, and its shifts 交班. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Shift } from "#desk";
import { dayAfter, dayOf, newMembers, startOf, storeTakings, type TakingsOf } from "#statement";
import { ownOf } from "../frame/own.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { notFound, storeWithin } from "../frame/within.ts";
import { done } from "../problem.ts";
import { amountFen, bookId, day } from "../schema/money.ts";
import { storeParams as params } from "../schema/party.ts";
import {
  shiftSchema,
  shiftShown,
  type TakingsShown,
  takingsSchema,
  takingsShown,
  withNames,
} from "../schema/takings.ts";
import type { Services } from "../services.ts";

const shiftParams = z.strictObject({ id: bookId, n: z.string().regex(/^[1-9]\d{0,8}$/) });

const today = takingsSchema
  .extend({
    day,
    members_new: z
      .int()
      .nullable()
      .meta({ description: "Locked by a purchase, or come by the store's code; for the store 新锁会员" }),
  })
  .meta({ id: "StoreToday" });

export const todayRoutes: Routes = (app, services) => {
  const { desk, trade, cell } = services;

  app.get(
    "/v1/stores/:id/today",
    {
      schema: {
        operationId: "getStoreToday",
        tags: ["stores"],
        summary: "What a store took today, by channel and clerk 门店今日",
        description: "A clerk sees what he took himself. 店员只见自己经手的。",
        params,
        response: { 200: today },
      },
    },
    async (request) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const now = dayOf(trade.now());
      const span = { from: startOf(now), to: startOf(dayAfter(now)) };
      const clerk = clerkIn(request, id);
      const { figures } = await takingsOf(services, id, { ...span, takenBy: clerk ?? undefined });
      const fresh = clerk === null ? await newMembers(desk.database, cell, id, now, span) : null;
      return { ...(await named(services, figures, clerk)), day: now, members_new: fresh };
    },
  );
};

export const shiftRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.get(
    "/v1/stores/:id/shifts",
    {
      schema: {
        operationId: "listShifts",
        tags: ["stores"],
        summary: "Shifts of a store, newest first 交班记录",
        description: "Of what was taken a clerk sees the sums and his own part. 店员见合计与自己经手的部分。",
        params,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(shiftSchema) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const { limit, cursor } = request.query;
      const before = placeOf(cursor, z.tuple([z.string().regex(/^\d{1,9}$/)]))?.[0];
      const rows = await trade.shifts.list(cell, id, {
        limit: limit + 1,
        before: before === undefined ? null : Number(before),
      });
      const shown = await Promise.all(rows.map((row) => seen(services, request, row)));
      return page(
        shown,
        limit,
        ({ n }) => [`${n}`],
        (row) => row,
      );
    },
  );

  app.post(
    "/v1/stores/:id/shifts",
    {
      config: WRITE,
      schema: {
        operationId: "openShift",
        tags: ["stores"],
        summary: "Open a shift, where none is open 开班",
        description:
          "It begins where the one before ended: every purchase and refund is of exactly one. 紧接上一班，每笔只归一班。",
        params,
        response: { 201: shiftSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const row = done(await trade.shifts.open(cell, id, byOf(request).who));
      return reply.code(201).send(await seen(services, request, row));
    },
  );

  app.post(
    "/v1/stores/:id/shifts/:n/close",
    {
      config: WRITE,
      schema: {
        operationId: "closeShift",
        tags: ["stores"],
        summary: "Close a shift; its figures stand still 交班，数据定格",
        params: shiftParams,
        body: z.strictObject({
          counted_fen: amountFen.optional().meta({ description: "Counted in the drawer 实点现金" }),
          note: z.string().trim().min(1).max(500).optional(),
        }),
        response: { 200: shiftSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const open = await trade.shifts.find(cell, id, Number(request.params.n));
      if (open === undefined) throw notFound("n");
      if (open.closedAt !== null) return await seen(services, request, open);
      const { figures, seq } = await takingsOf(services, id, { after: open.openedSeq });
      const { counted_fen, note } = request.body;
      const end = {
        by: byOf(request).who,
        seq,
        figures,
        countedFen: counted_fen === undefined ? null : BigInt(counted_fen),
        note: note ?? null,
      };
      const row = done(await trade.shifts.close(cell, id, open.n, end));
      return await seen(services, request, row);
    },
  );
};

/** The asker, where he is only a clerk in this store. */
function clerkIn(request: FastifyRequest, store: string): string | null {
  const own = ownOf(request);
  return own?.served.includes(store) === true ? own.who : null;
}

async function takingsOf({ desk, cell }: Services, store: string, asked: TakingsOf) {
  const found = await storeTakings(desk.database, cell, store, asked);
  if (found === null) throw notFound();
  return { figures: takingsShown(found.rows), seq: found.seq };
}

/** Figures with the clerks' names, masked; to a clerk only his own part of them. */
async function named({ people }: Services, figures: TakingsShown, clerk: string | null) {
  const own = clerk === null ? figures.clerks : figures.clerks.filter((row) => row.taken_by === clerk);
  const faces = await people.persons.facesOf(own.flatMap((row) => row.taken_by ?? []));
  return withNames({ ...figures, clerks: own }, faces);
}

/** A shift as it was kept, or as it stands while it is open. */
async function seen(services: Services, request: FastifyRequest, row: Shift) {
  const figures =
    row.figures === null
      ? (await takingsOf(services, row.merchant, { after: row.openedSeq })).figures
      : (row.figures as TakingsShown);
  return shiftShown(row, await named(services, figures, clerkIn(request, row.merchant)));
}
