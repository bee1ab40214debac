/** For everybody: what every member must see before the first order 会员须知, and the price. */
import { hash } from "node:crypto";
import { z } from "zod";
import { jsonFen, MAIN_FEED, MILLION, readPlan, showPercent, showPoints, showPrice } from "#engine";
import { disclosureText, theoryOf } from "#sim";
import { dayOf, plansInForce, poolNow, priceHistory, truthFigures } from "#statement";
import type { Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { between, day, fen, points, spanOf, time } from "../schema/money.ts";

const ppm = z.int().meta({ description: "Parts per million 百万分之" });
const ofMembers = z.object({ whole: z.int(), whole_ppm: ppm, median_ppm: ppm });

const disclosed = z
  .object({
    text_zh: z.string(),
    text_en: z.string(),
    text_id: z.string().meta({ description: "For the consent 同意时的文本编号" }),
    sha256_zh: z.string(),
    sha256_en: z.string(),
    figures: z.object({
      made_at: time,
      until: day.meta({ description: "Day they stand for 截至日期" }),
      seq: z.int().meta({ description: "Newest journal they take in 所含最新凭证" }),
      members: z.int().meta({ description: "Members who have spent 有消费的会员" }),
      paid: ofMembers.meta({ description: "By what was paid to them 只算已兑付" }),
      with_today: ofMembers.meta({ description: "With what redeeming today would bring 含今日可兑付" }),
      median_receive_fen: fen,
      exit_load: z.string(),
      theory: z.object({ full_ppm: ppm, median_ppm: ppm }),
    }),
  })
  .meta({ id: "Disclosure" });

const price = z
  .object({
    seq: z.int(),
    at: time,
    price: z.string().meta({ description: "Yuan per point, for the eye 元每积分，只供显示" }),
    cash_fen: fen,
    points,
  })
  .meta({ id: "PricePoint" });

export const disclosureRoutes: Routes = (app, { desk, people, cell }) => {
  app.get(
    "/v1/disclosure",
    {
      config: { cache: "public, max-age=60" },
      schema: {
        operationId: "getDisclosure",
        tags: ["public"],
        summary: "What every member must see before the first order 会员须知",
        response: { 200: disclosed },
      },
    },
    async () => {
      const db = desk.database;
      const truth = await truthFigures(db, cell);
      const main = (await plansInForce(db, cell)).find(({ feed }) => feed === MAIN_FEED);
      const read = main === undefined ? null : readPlan(JSON.parse(main.body));
      if (truth === null || read === null || !("plan" in read)) throw new Problem("not_found");
      const theory = theoryOf(read.plan);
      const exitLoad = showPercent(truth.exitLoad);
      const text = disclosureText({
        exitLoad,
        until: dayOf(truth.madeAt),
        counted: truth.members,
        todayFen: jsonFen(truth.medianReceive),
        fullPpm: truth.members === 0 ? null : Number(truth.withToday.wholePpm),
        medianPpm: truth.members === 0 ? null : Number(truth.withToday.medianPpm),
        theory,
      });
      const shares = (of: typeof truth.paid) => ({
        whole: of.whole,
        whole_ppm: Number(of.wholePpm),
        median_ppm: Number(of.medianPpm),
      });
      return {
        text_zh: text.zh,
        text_en: text.en,
        text_id: people.consents.disclosureId(dayOf(truth.madeAt), [text.zh, text.en]),
        sha256_zh: hash("sha256", text.zh, "hex"),
        sha256_en: hash("sha256", text.en, "hex"),
        figures: {
          made_at: truth.madeAt.toISOString(),
          until: dayOf(truth.madeAt),
          seq: Number(truth.seq),
          members: truth.members,
          paid: shares(truth.paid),
          with_today: shares(truth.withToday),
          median_receive_fen: jsonFen(truth.medianReceive),
          exit_load: exitLoad,
          theory,
        },
      };
    },
  );
};

export const priceRoutes: Routes = (app, { desk, cell }) => {
  app.get(
    "/v1/price-history",
    {
      config: { cache: "public, max-age=30" },
      schema: {
        operationId: "getPriceHistory",
        tags: ["public"],
        summary: "The price of a point as it went 积分价格的经过",
        description:
          "Booked pairs of cash and points, picked evenly; what was says nothing of what will be. " +
          "均匀取自已入账的凭证；过往不预示将来。",
        querystring: z.strictObject({
          ...between,
          points: z.coerce
            .number()
            .int()
            .min(2)
            .max(500)
            .default(200)
            .meta({ description: "Most points of the curve 最多点数" }),
        }),
        response: {
          200: z.object({
            now: z.object({
              seq: z.int(),
              price: z.string(),
              cash_fen: fen,
              points,
              redeemable: z.string().meta({ description: "Yuan per point after the exit load 扣留存后" }),
            }),
            items: z.array(price),
          }),
        },
      },
    },
    async (request) => {
      const { from, to, points: most } = request.query;
      const pool = await poolNow(desk.database, cell);
      if (pool === null) throw new Problem("not_found");
      const curve = await priceHistory(desk.database, cell, { ...spanOf({ from, to }), points: most });
      const kept = { cash: pool.price.cash * (MILLION - pool.exitLoad), points: pool.price.points * MILLION };
      return {
        now: {
          seq: Number(pool.seq),
          price: pool.shown,
          cash_fen: jsonFen(pool.cash),
          points: showPoints(pool.points),
          redeemable: showPrice(kept),
        },
        items: curve.map(({ seq, at, cash, points: out, shown }) => ({
          seq: Number(seq),
          at: at.toISOString(),
          price: shown,
          cash_fen: jsonFen(cash),
          points: showPoints(out),
        })),
      };
    },
  );
};
