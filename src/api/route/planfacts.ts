/** Plans 章程 being written: what one would come to before it is kept, and the presets to begin with. */
import { hash } from "node:crypto";
import { z } from "zod";
import { canonical, MAIN_FEED, parsePercent } from "#engine";
import { CheckThread, presets } from "#sim";
import { changesOf } from "../frame/plandiff.ts";
import { inForceOf } from "../frame/planshown.ts";
import type { Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { changeSchema } from "../schema/plan.ts";

const sentence = z.object({ zh: z.string(), en: z.string() });

const preset = z
  .object({
    name: z.string(),
    version: z.int(),
    title: sentence,
    summary: sentence,
    plan: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Preset" });

const facts = z
  .object({
    hash: z.string().meta({ description: "SHA-256 of its text as it would be kept 章程文本的哈希" }),
    check: z
      .record(z.string(), z.unknown())
      .meta({ description: "Verdict, rules, funded statement, facts 结论、规则、资金来源表与检查单" }),
    against: z
      .object({ name: z.string(), version: z.int() })
      .nullable()
      .meta({ description: "What the feed goes by now 现行章程" }),
    changes: z.array(changeSchema),
  })
  .meta({ id: "PlanFacts" });

/** A plan is a page of text. */
const LARGEST = 32 << 10;

export const planFactsRoutes: Routes = (app, services) => {
  const thread = new CheckThread();
  app.addHook("onClose", () => thread.close());

  app.get(
    "/v1/plans/presets",
    {
      schema: {
        operationId: "listPresets",
        tags: ["plans"],
        summary: "Plans that come along, to begin with 预设章程",
        response: { 200: z.object({ items: z.array(preset) }) },
      },
    },
    () => ({
      items: presets().map(({ name, version, title, summary, json }) => ({
        name,
        version,
        title,
        summary,
        plan: { ...json },
      })),
    }),
  );

  app.post(
    "/v1/plans/facts",
    {
      bodyLimit: LARGEST,
      schema: {
        operationId: "getPlanFacts",
        tags: ["plans"],
        summary: "What a draft would come to; nothing is kept 试算章程，不保存",
        body: z
          .strictObject({
            plan: z.record(z.string(), z.unknown()),
            feed: z.string().min(1).max(60).default(MAIN_FEED),
            cost: z
              .string()
              .max(12)
              .optional()
              .meta({ description: "Cost of own goods, of their price 自营成本占售价", examples: ["30%"] }),
          })
          .meta({ examples: [{ plan: { name: "local-life", version: 2, take: "20%" } }] }),
        response: { 200: facts },
      },
    },
    async (request) => {
      const { plan, feed, cost } = request.body;
      const rate = cost === undefined ? null : parsePercent(cost);
      if (cost !== undefined && (rate === null || rate > 1_000_000n)) {
        throw new Problem("validation", { field: "cost" });
      }
      const check = await thread.check(plan, rate);
      if (check === null) throw new Problem("busy", { retryAfter: 1_000 });
      const now = await inForceOf(services, feed);
      return {
        hash: hash("sha256", canonical(plan), "hex"),
        check: { ...check },
        against: now === undefined ? null : { name: now.name, version: now.version },
        changes: now === undefined ? [] : changesOf(JSON.parse(now.body), plan),
      };
    },
  );
};
