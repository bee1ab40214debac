/** The way of a plan 章程 into force: checked, signed by two officers, announced, effective. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { PlanAnswer, PlanDraft } from "#desk";
import { act, log, officerOf } from "../frame/deeds.ts";
import { draftShown } from "../frame/planshown.ts";
import { WRITE } from "../frame/remember.ts";
import { fromOf, type Routes } from "../frame/request.ts";
import { done, granted, Problem } from "../problem.ts";
import { hashOf, secondLevelText } from "../risktext.ts";
import { moment } from "../schema/money.ts";
import { planSchema, riskRule } from "../schema/plan.ts";
import type { Services } from "../services.ts";
import { planParams } from "./plans.ts";

type Params = z.output<typeof planParams>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const short = z.string().trim().min(1).max(200);

/** Moves a plan on and shows it. */
const mover =
  (services: Services) =>
  async (
    request: FastifyRequest,
    { name, version }: Params,
    verb: string,
    work: (officer: string) => Promise<PlanAnswer>,
  ) => {
    const { id: officer } = officerOf(request);
    const deed = { action: `plan.${verb}`, target: `plan:${name}@${version}` };
    return await draftShown(services, await act<PlanDraft>(services, request, deed, () => work(officer)));
  };

export const planWayRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  const moved = mover(services);

  app.post(
    "/v1/plans/:name/:version/check",
    {
      config: WRITE,
      schema: {
        operationId: "checkPlan",
        tags: ["plans"],
        summary: "Check a draft against the rules of publishing 检查章程",
        description:
          "What the verdict's conditions want recorded (filing numbers, dates) comes with it. " +
          "检查结果所列条件（备案号、日期等）随此提交。",
        params: planParams,
        body: z
          .strictObject({
            recorded: z
              .record(short, z.record(short, short))
              .optional()
              .meta({ description: "By rule, then by need 按规则与所需项" }),
          })
          .meta({ examples: [{ recorded: { in_store_only: { in_store_only: "yes" } } }] }),
        response: { 200: planSchema },
      },
    },
    (request) => {
      const { name, version } = request.params;
      const { recorded = {} } = request.body;
      return moved(request, request.params, "check", async (by) => {
        const row = await trade.plans.check(cell, name, Number(version), by);
        if ("refused" in row) return row;
        return await recordAll(services, row, recorded, by);
      });
    },
  );

  app.post(
    "/v1/plans/:name/:version/sign",
    {
      config: WRITE,
      schema: {
        operationId: "signPlan",
        tags: ["plans"],
        summary: "Sign a checked plan; two officers make it signed 签署章程",
        description:
          "By the hash of what was read. Where it pays a second level, an owner or risk " +
          "officer acknowledges the " +
          "risk text first, by its hash. 按所读文本的哈希签署；含第二级奖励的，先由负责人或风控确认风险文本。",
        params: planParams,
        body: z.strictObject({ hash: sha256, risk_text_sha256: sha256.optional() }),
        response: { 200: planSchema },
      },
    },
    (request) => {
      const { name, version } = request.params;
      const { hash, risk_text_sha256 } = request.body;
      return moved(request, request.params, "sign", async (by) => {
        await acknowledge(services, request, request.params, risk_text_sha256);
        return await trade.plans.sign(cell, name, Number(version), { by, hash });
      });
    },
  );
};

/** How the way of a plan ends: announced, or taken back. */
export const planEndRoutes: Routes = (app, services) => {
  const { trade, cell } = services;
  const moved = mover(services);

  app.post(
    "/v1/plans/:name/:version/publish",
    {
      config: WRITE,
      schema: {
        operationId: "publishPlan",
        tags: ["plans"],
        summary: "Announce a signed plan, and from when it holds 公布章程",
        params: planParams,
        body: z
          .strictObject({ effective_from: moment })
          .meta({ examples: [{ effective_from: "2026-12-01T00:00:00+08:00" }] }),
        response: { 200: planSchema },
      },
    },
    (request) => {
      const { name, version } = request.params;
      const effectiveFrom = new Date(request.body.effective_from);
      return moved(request, request.params, "publish", (by) =>
        trade.plans.publish(cell, name, Number(version), { by, effectiveFrom }),
      );
    },
  );

  app.post(
    "/v1/plans/:name/:version/withdraw",
    {
      config: WRITE,
      schema: {
        operationId: "withdrawPlan",
        tags: ["plans"],
        summary: "Take a plan back that is not in force yet, and say why 撤回章程",
        params: planParams,
        body: z
          .strictObject({ reason: z.string().trim().min(1).max(500) })
          .meta({ examples: [{ reason: "抽成比例写错，另行起草" }] }),
        response: { 200: planSchema },
      },
    },
    (request) => {
      const { name, version } = request.params;
      const { reason } = request.body;
      return moved(request, request.params, "withdraw", (by) =>
        trade.plans.withdraw(cell, name, Number(version), by, reason),
      );
    },
  );
};

/** Records what came with a check; a risk is acknowledged by signing, and by nothing else. */
async function recordAll(
  { trade, cell }: Services,
  row: PlanDraft,
  recorded: Readonly<Record<string, Readonly<Record<string, string>>>>,
  by: string,
): Promise<PlanAnswer> {
  let now: PlanAnswer = row;
  for (const [rule, values] of Object.entries(recorded)) {
    if (rule === riskRule(row)) throw new Problem("risk_not_acknowledged", { field: `recorded.${rule}` });
    now = await trade.plans.record(cell, row.name, Number(row.version), { rule, values, by });
    if ("refused" in now) return now;
  }
  return now;
}

/** Writes down that the officer who signs has read the risk, where the plan wants that and nobody has yet. */
async function acknowledge(
  services: Services,
  request: FastifyRequest,
  { name, version }: Params,
  shown: string | undefined,
): Promise<void> {
  const { trade, people, cell } = services;
  const row = await trade.plans.find(cell, name, Number(version));
  const rule = row && riskRule(row);
  if (row?.state !== "checked" || rule === undefined || row.firstBy !== null) return;
  const text = secondLevelText(name, Number(version));
  if (row.recorded[rule]?.["text_sha256"] === hashOf(text)) return;
  if (shown !== hashOf(text)) throw new Problem("risk_not_acknowledged", { field: "risk_text_sha256" });
  const officer = officerOf(request);
  const consent = granted(await people.consents.acknowledgeRisk(officer, text, fromOf(request)));
  const values = { text_sha256: consent.textHash };
  done(await trade.plans.record(cell, name, Number(version), { rule, values, by: officer.id }));
  const target = `plan:${name}@${version}`;
  await log(services, request, { action: "plan.risk", target, after: { rule, ...values } });
}
