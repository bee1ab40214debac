/** What members like oneself got 会员所得分布, as counts for a chart; and where one member stands among them. */
import { z } from "zod";
import { jsonFen } from "#engine";
import { BANDS, EDGES, LEAST, memberSpread, memberStanding, type SpreadFound } from "#statement";
import type { Routes } from "../frame/request.ts";
import { notFound, selfOnly } from "../frame/within.ts";
import { Problem } from "../problem.ts";
import { fen, time } from "../schema/money.ts";
import { memberParams as params } from "../schema/party.ts";

const ppm = z.int().nullable();
const month = z
  .string()
  .meta({ description: "Of the first purchase; `earlier`: beyond two years 首次消费月份" });

const spread = z
  .object({
    made_at: time,
    seq: z.int(),
    edges_ppm: z
      .array(z.int())
      .meta({ description: "Buckets end at these shares of spend; the last is 100% and more 各档上限" }),
    bands_fen: z.array(z.int()).meta({ description: "Bands of spend begin at these 消费额分档起点" }),
    least: z.int().meta({ description: "Smaller groups are not told of 少于此数的组不列出" }),
    untold: z.int().meta({ description: "Members of those 未列出的会员数" }),
    groups: z.array(
      z.object({
        month,
        band: z.int(),
        members: z.int(),
        paid: z.array(z.int()).meta({ description: "Members by what was paid to them 只算已兑付" }),
        with_today: z
          .array(z.int())
          .meta({ description: "With what redeeming now would bring 含此刻赎回可得" }),
      }),
    ),
  })
  .meta({ id: "MemberSpread" });

const standing = z
  .object({
    month: month.nullable(),
    band: z.int(),
    spend_fen: fen,
    proceeds_fen: fen,
    receive_fen: fen.meta({ description: "Redeemed this moment; no promise 此刻赎回可得，非承诺" }),
    paid_ppm: ppm,
    with_today_ppm: ppm,
  })
  .meta({ id: "Standing" });

/** Milliseconds for which a spread over every member is good enough. */
const GOOD_FOR = 300_000;

export const spreadRoutes: Routes = (app, { desk, trade, cell }) => {
  const db = desk.database;
  let kept: Promise<SpreadFound | null> | null = null;
  let keptAt = 0;

  /** Counted once for all who ask at the same time, and kept for a while. */
  const found = (): Promise<SpreadFound | null> => {
    const now = trade.now();
    if (kept !== null && now.getTime() - keptAt < GOOD_FOR) return kept;
    keptAt = now.getTime();
    const fresh = memberSpread(db, cell, now);
    kept = fresh;
    fresh.catch(() => {
      if (kept === fresh) kept = null;
    });
    return fresh;
  };

  app.get(
    "/v1/disclosure/spread",
    {
      config: { cache: "public, max-age=300" },
      schema: {
        operationId: "getMemberSpread",
        tags: ["public"],
        summary: "What share of the members got how much of their spend 会员所得分布",
        response: { 200: spread },
      },
    },
    async () => {
      const now = await found();
      if (now === null) throw new Problem("not_found");
      return {
        made_at: now.madeAt.toISOString(),
        seq: Number(now.seq),
        edges_ppm: [...EDGES],
        bands_fen: [...BANDS],
        least: LEAST,
        untold: now.untold,
        groups: now.rows.map(({ month, band, members, paid, withToday }) => ({
          month,
          band,
          members,
          paid: [...paid],
          with_today: [...withToday],
        })),
      };
    },
  );

  app.get(
    "/v1/members/:id/standing",
    {
      schema: {
        operationId: "getStanding",
        tags: ["members"],
        summary: "What a member got of his spend, and his group 会员所得占消费额",
        params,
        response: { 200: standing },
      },
    },
    async (request) => {
      selfOnly(request, request.params.id);
      const found = await memberStanding(db, cell, request.params.id, trade.now());
      if (found === null) throw notFound();
      return {
        month: found.month,
        band: found.band,
        spend_fen: jsonFen(found.spend),
        proceeds_fen: jsonFen(found.proceeds),
        receive_fen: jsonFen(found.receive),
        paid_ppm: found.paidPpm,
        with_today_ppm: found.withTodayPpm,
      };
    },
  );
};
