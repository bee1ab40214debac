/** Plans 章程: drafted, looked at and listed; their way into force is planway.ts. */
import { z } from "zod";
import { canonical, MAIN_FEED } from "#engine";
import { type PlanInForce, plansInForce } from "#statement";
import { log, officerOf } from "../frame/deeds.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { planOf } from "../frame/plan.ts";
import { bookShown, draftShown } from "../frame/planshown.ts";
import { WRITE } from "../frame/remember.ts";
import type { Routes } from "../frame/request.ts";
import { done, Problem } from "../problem.ts";
import { lineShown, planLineSchema, planSchema } from "../schema/plan.ts";

export const planParams = z.strictObject({
  name: z.string().min(1).max(80),
  version: z.string().regex(/^[1-9]\d{0,14}$/),
});

/** Plans are written by hand: all of them are few. */
const ALL = 2_000;

export const planRoutes: Routes = (app, services) => {
  const { trade, desk, cell } = services;

  app.post(
    "/v1/plans",
    {
      config: WRITE,
      schema: {
        operationId: "draftPlan",
        tags: ["plans"],
        summary: "Write a draft of a plan 起草章程",
        description:
          "Over a draft that nobody has signed it may be written again; what was checked is void then. " +
          "无人签署前可重写，重写后须重新检查。",
        body: z.strictObject({
          plan: z.record(z.string(), z.unknown()).meta({ description: "As in RULES section 7 章程文件" }),
          feed: z.string().min(1).max(60).optional(),
        }),
        response: { 201: planSchema },
      },
    },
    async (request, reply) => {
      const { plan, feed = MAIN_FEED } = request.body;
      const officer = officerOf(request);
      const { name, version } = planOf(plan);
      const known = await trade.plans.find(cell, name, version);
      // The very same draft is left as it is: what has been checked or signed of it holds.
      if (known !== undefined && known.feed === feed && known.body === canonical(plan)) {
        return reply.code(201).send(await draftShown(services, known));
      }
      const row = done(await trade.plans.draft(cell, plan, officer.id, feed));
      const after = { hash: row.hash, feed };
      await log(services, request, { action: "plan.draft", target: `plan:${name}@${version}`, after });
      return reply.code(201).send(await draftShown(services, row));
    },
  );

  app.get(
    "/v1/plans",
    {
      schema: {
        operationId: "listPlans",
        tags: ["plans"],
        summary: "Plans by name, the newest version first 章程列表",
        querystring: z.strictObject({
          ...pageQuery,
          state: z.enum(["draft", "checked", "signed", "effective", "withdrawn"]).optional(),
        }),
        response: {
          200: pageOf(planLineSchema).extend({
            in_force: z
              .array(z.object({ feed: z.string(), name: z.string(), version: z.int(), since_seq: z.int() }))
              .meta({ description: "What each feed goes by now 现行章程" }),
          }),
        },
      },
    },
    async (request) => {
      const { limit, cursor, state } = request.query;
      const after = placeOf(cursor, z.tuple([z.string(), z.string().regex(/^\d{1,16}$/)]));
      const rows = await trade.plans.list(cell, state === undefined ? null : [state], ALL);
      const at = after === null ? 0 : 1 + rows.findIndex((row) => isPlan(row, after[0], after[1]));
      const inForce = (await plansInForce(desk.database, cell)).map(lineInForce);
      const shown = page(
        rows.slice(at, at + limit + 1),
        limit,
        (row) => [row.name, `${row.version}`],
        lineShown,
      );
      return { ...shown, in_force: inForce };
    },
  );

  app.get(
    "/v1/plans/:name/:version",
    {
      schema: {
        operationId: "getPlan",
        tags: ["plans"],
        summary: "A plan with its check and signatures 查一份章程",
        params: planParams,
        response: { 200: planSchema },
      },
    },
    async (request) => {
      const { name, version } = request.params;
      const row = await trade.plans.find(cell, name, Number(version));
      if (row !== undefined) return await draftShown(services, row);
      const found = (await plansInForce(desk.database, cell)).find((one) => isPlan(one, name, version));
      if (found === undefined) throw new Problem("plan_unknown");
      return await bookShown(services, found);
    },
  );
};

function isPlan(
  row: { readonly name: string; readonly version: bigint | number },
  name: string,
  version: string,
): boolean {
  return row.name === name && `${row.version}` === version;
}

function lineInForce({ feed, name, version, since }: PlanInForce) {
  return { feed, name, version, since_seq: Number(since) };
}
