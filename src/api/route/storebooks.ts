/** What stands in the book of one store 门店的账: flow, statement, locked members, code, earnings elsewhere. */
import { z } from "zod";
import { jsonFen } from "#engine";
import { accountHistory, crossEarnings, dayAfter, memberOverview, storeStatement } from "#statement";
import { storesNamed } from "../frame/names.ts";
import { ownOf } from "../frame/own.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import type { Routes } from "../frame/request.ts";
import { notFound, storeWithin } from "../frame/within.ts";
import { done, Problem } from "../problem.ts";
import { between, bookId, day, fen, spanOf } from "../schema/money.ts";
import * as party from "../schema/party.ts";
import { storeStatementSchema, storeStatementShown } from "../schema/storestatement.ts";
import type { Services } from "../services.ts";

const params = party.storeParams;

const historyQuery = z.strictObject({ ...pageQuery, ...between });
type HistoryQuery = z.output<typeof historyQuery>;

const crossSchema = z
  .object({
    locked: z.int().meta({ description: "Members locked to the owner 锁定会员数" }),
    here: z.object({ spend_fen: fen, earned_fen: fen }),
    elsewhere: z
      .object({ spend_fen: fen, earned_fen: fen })
      .meta({ description: "The same members at all other stores 跨店" }),
    stores: z.array(
      z.object({
        merchant: bookId,
        name_zh: z.string(),
        name_en: z.string().nullable(),
        own: z.boolean(),
        spend_fen: fen,
        earned_fen: fen,
      }),
    ),
    days: z
      .array(
        z.object({
          day,
          here: z.object({ spend_fen: fen, earned_fen: fen }),
          elsewhere: z.object({ spend_fen: fen, earned_fen: fen }),
        }),
      )
      .meta({ description: "Oldest first 逐日" }),
  })
  .meta({ id: "CrossEarnings" });

export const storeBookRoutes: Routes = (app, services) => {
  const { desk, cell } = services;
  const db = desk.database;

  app.get(
    "/v1/stores/:id/history",
    {
      schema: {
        operationId: "getStoreHistory",
        tags: ["stores"],
        summary: "Flow of what is due to a store 门店应付流水",
        description: "A clerk sees the purchases he took himself. 店员只见自己经手的消费。",
        params,
        querystring: historyQuery,
        response: { 200: pageOf(party.movementSchema) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const own = ownOf(request);
      if (own?.served.includes(id) === true) return await takenBy(services, own.who, id, request.query);
      const { limit, cursor, ...span } = request.query;
      const found = await accountHistory(db, cell, `payable:${id}`, { limit, cursor, ...spanOf(span) });
      if (found === null) throw notFound();
      return { items: found.items.map((row) => party.movementShown(row, "fen")), next_cursor: found.next };
    },
  );

  app.get(
    "/v1/stores/:id/statement",
    {
      schema: {
        operationId: "getStoreStatement",
        tags: ["stores"],
        summary: "A store's statement by day 门店对账单",
        params,
        querystring: z.strictObject({
          from: z.iso.date().meta({ description: "First day 首日", examples: ["2026-03-01"] }),
          to: z.iso.date().meta({ description: "Last day, included 末日（含）", examples: ["2026-03-31"] }),
        }),
        response: { 200: storeStatementSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { from, to } = request.query;
      await storeWithin(services, request, id);
      for (const [field, text] of Object.entries({ from, to })) {
        if (!/^(19|20|21)/.test(text)) throw new Problem("validation", { field });
      }
      if (to < from) throw new Problem("dates_disordered", { field: "to" });
      const found = await storeStatement(db, cell, id, from, dayAfter(to));
      if (found === null) throw notFound();
      return storeStatementShown(found);
    },
  );
};

/** What of other people a store sees, in masks and sums, and how they find it. */
export const storePeopleRoutes: Routes = (app, services) => {
  const { desk, people, trade, cell } = services;
  const db = desk.database;

  app.get(
    "/v1/stores/:id/members",
    {
      schema: {
        operationId: "listStoreMembers",
        tags: ["stores"],
        summary: "Members locked to a store's owner, masked 锁定会员，打码",
        params,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(party.memberLineSchema) },
      },
    },
    async (request) => {
      const { owner } = await storeWithin(services, request, request.params.id);
      const found = await memberOverview(db, cell, { ...request.query, sponsors: [owner] });
      const faces = await people.persons.faces(found.items.map(({ member }) => member));
      const sight = ownOf(request) === null && request.actor.kind === "principal" ? "spend" : "little";
      return {
        items: found.items.map((row) => party.memberLine(row, faces.get(row.member), sight)),
        next_cursor: found.next,
      };
    },
  );

  app.get(
    "/v1/stores/:id/cross-earnings",
    {
      schema: {
        operationId: "getCrossEarnings",
        tags: ["stores"],
        summary: "What locked members spent here and elsewhere, in sums 跨界盈利汇总",
        params,
        querystring: z.strictObject(between),
        response: { 200: crossSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const found = await crossEarnings(db, cell, id, spanOf(request.query));
      if (found === null) throw notFound();
      const nameOf = await storesNamed(
        services,
        found.stores.map(({ merchant }) => merchant),
      );
      const sums = ({ spend, earned }: { readonly spend: bigint; readonly earned: bigint }) => ({
        spend_fen: jsonFen(spend),
        earned_fen: jsonFen(earned),
      });
      return {
        locked: found.locked,
        here: sums(found.here),
        elsewhere: sums(found.elsewhere),
        stores: found.stores.map(({ merchant, own, ...row }) => {
          const { name_zh, name_en } = nameOf(merchant);
          return { merchant, name_zh, name_en, own, ...sums(row) };
        }),
        days: found.days.map((row) => ({
          day: row.day,
          here: sums(row.here),
          elsewhere: sums(row.elsewhere),
        })),
      };
    },
  );

  app.get(
    "/v1/stores/:id/code",
    {
      schema: {
        operationId: "getStoreCode",
        tags: ["stores"],
        summary: "A store's code, for its poster 门店码",
        params,
        response: { 200: party.codeSchema },
      },
    },
    async (request) => {
      await storeWithin(services, request, request.params.id);
      const { code, kind, target, createdAt } = done(await trade.codes.of(cell, "store", request.params.id));
      return { code, kind, target, created_at: createdAt.toISOString() };
    },
  );
};

/** What a clerk took at a store himself: payments that have become purchases, newest first. */
async function takenBy(
  { trade, cell }: Services,
  who: string,
  id: string,
  { limit, cursor, ...query }: HistoryQuery,
) {
  const place = placeOf(cursor, z.tuple([z.string()]));
  const rows = await trade.payments.list(cell, {
    merchants: [id],
    createdBy: who,
    states: ["booked"],
    limit: limit + 1,
    ...(place === null ? {} : { before: place[0] }),
  });
  const { from, to } = spanOf(query);
  const shown = page(
    rows,
    limit,
    (row) => [row.id],
    (row) => row,
  );
  return {
    items: shown.items
      .filter(({ createdAt: at }) => (from === undefined || at >= from) && (to === undefined || at < to))
      .map((row) => ({
        seq: row.bookedSeq === null ? null : Number(row.bookedSeq),
        order: row.orderId,
        kind: "purchase",
        step: "paid",
        amount: jsonFen(row.amountFen),
        balance: null,
        counter: `member:${row.member}`,
        at: (row.paidAt ?? row.createdAt).toISOString(),
      })),
    next_cursor: shown.next_cursor,
  };
}
