/** What stands in the book of one member 会员的账: balances, lots, flow, and the two levels below. */
import { z } from "zod";
import { jsonFen, KIND } from "#engine";
import { accountHistory, memberBalances, memberFrozen, memberLots, memberTeam } from "#statement";
import { storesNamed } from "../frame/names.ts";
import { pageOf, pageQuery } from "../frame/paging.ts";
import type { Routes } from "../frame/request.ts";
import { notFound, selfOnly } from "../frame/within.ts";
import { between, bookId, iso, spanOf, time } from "../schema/money.ts";
import * as party from "../schema/party.ts";

const params = party.memberParams;
const ACCOUNTS = ["points", "wallet", "commission", "commission_frozen", "withdrawal"] as const;

const movement = party.movementSchema
  .extend({
    store: party.storeNamed.nullable().meta({ description: "Of the purchase it comes from 来源门店" }),
  })
  .meta({ id: "MemberMovement" });

export const memberBookRoutes: Routes = (app, services) => {
  const { desk, cell } = services;
  const db = desk.database;

  app.get(
    "/v1/members/:id/balances",
    {
      schema: {
        operationId: "getBalances",
        tags: ["members"],
        summary: "What a member holds 会员的余额与积分",
        params,
        response: { 200: party.balancesSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      selfOnly(request, id);
      const held = await memberBalances(db, cell, id);
      const frozen = await memberFrozen(db, cell, id);
      if (held === null || frozen === null) throw notFound();
      const frozenShown = frozen.map(({ purchase, amount, thaws }) => ({
        purchase,
        amount_fen: jsonFen(amount),
        thaws_at: iso(thaws),
      }));
      return { ...party.balancesShown(held), frozen: frozenShown };
    },
  );

  app.get(
    "/v1/members/:id/lots",
    {
      schema: {
        operationId: "listLots",
        tags: ["members"],
        summary: "Lots of a member 会员的批次",
        params,
        querystring: z.strictObject({ ...pageQuery, state: z.enum(["live", "ceased"]).optional() }),
        response: { 200: pageOf(party.lotSchema) },
      },
    },
    async (request) => {
      selfOnly(request, request.params.id);
      const found = await memberLots(db, cell, request.params.id, request.query);
      if (found === null) throw notFound();
      return { items: found.items.map(party.lotShown), next_cursor: found.next };
    },
  );

  app.get(
    "/v1/members/:id/history",
    {
      schema: {
        operationId: "getMemberHistory",
        tags: ["members"],
        summary: "History of one of a member's accounts 会员账户流水",
        params,
        querystring: z.strictObject({
          ...pageQuery,
          ...between,
          way: z
            .enum(["in", "out"])
            .optional()
            .meta({ description: "Only what came in or went out 收入或支出" }),
          account: z.enum(ACCOUNTS).default("points").meta({ description: "Which account 哪一户" }),
        }),
        response: { 200: pageOf(movement) },
      },
    },
    async (request) => {
      const { id } = request.params;
      selfOnly(request, id);
      const { account, limit, cursor, way, ...span } = request.query;
      const asked = { limit, cursor, way, ...spanOf(span) };
      const found = await accountHistory(db, cell, `${account}:${id}`, asked);
      if (found === null) throw notFound();
      const unit = account === KIND.points.name ? "grains" : "fen";
      const storeOf = await storesNamed(
        services,
        found.items.flatMap(({ merchant }) => merchant ?? []),
      );
      const items = found.items.map((row) => ({
        ...party.movementShown(row, unit),
        store: row.merchant === null ? null : storeOf(row.merchant),
      }));
      return { items, next_cursor: found.next };
    },
  );
};

const teamLine = z.object({
  id: bookId,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  level: z.union([z.literal(1), z.literal(2)]),
  sponsor: bookId,
  joined_at: time,
});
const levels = z.object({ level1: z.int(), level2: z.int() });
const team = pageOf(teamLine)
  .extend({ counts: levels, spend_fen: levels, earned_fen: levels })
  .meta({ id: "Team" });

/** The two levels below a member; beyond them nobody is counted or paid for. */
export const teamRoutes: Routes = (app, { desk, people, cell }) => {
  app.get(
    "/v1/members/:id/team",
    {
      schema: {
        operationId: "getTeam",
        tags: ["members"],
        summary: "Members one and two levels below 会员的下级，至多两级",
        params,
        querystring: z.strictObject({
          ...pageQuery,
          order: z
            .enum(["newest", "oldest"])
            .default("newest")
            .meta({ description: "By joining 按加入先后" }),
          level: z.enum(["1", "2"]).default("1").meta({ description: "Which level is listed 列哪一级" }),
        }),
        response: { 200: team },
      },
    },
    async (request) => {
      selfOnly(request, request.params.id);
      const { level: text, ...args } = request.query;
      const level = text === "1" ? 1 : 2;
      const found = await memberTeam(desk.database, cell, request.params.id, { ...args, level });
      if (found === null) throw notFound();
      const faces = await people.persons.faces(found.items.map(({ member }) => member));
      const both = ({ level1, level2 }: { level1: bigint; level2: bigint }) => ({
        level1: jsonFen(level1),
        level2: jsonFen(level2),
      });
      return {
        items: found.items.map(({ member, sponsor, joinedAt, level }) => {
          const { name, phone } = party.faceShown(faces.get(member));
          return { id: member, name, phone, level, sponsor, joined_at: joinedAt.toISOString() };
        }),
        next_cursor: found.next,
        counts: found.counts,
        spend_fen: both(found.spend),
        earned_fen: both(found.earned),
      };
    },
  );
};
