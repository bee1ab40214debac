/** Simulations 推演 and backtests of a plan, asked for by request; a job does one after the other. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { ROLES, regionFault } from "#connect/sheet";
import { ATTACKS, presets, worlds } from "#sim";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { planOf } from "../frame/plan.ts";
import { inForceNamed } from "../frame/planshown.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { notFound } from "../frame/within.ts";
import { Problem } from "../problem.ts";
import { iso, time } from "../schema/money.ts";
import type { Services } from "../services.ts";
import type { TrialTask } from "../trial/task.ts";
import { askTrial, findTrial, keptOf, listTrials, type TrialRow } from "../trial/trials.ts";
import { makerOf, ownUpload } from "./uploads.ts";

const short = z.string().min(1).max(200);
const adversaries = ["all", ...ATTACKS] as [string, ...string[]];

const asked = z
  .strictObject({
    kind: z.enum(["backtest", "simulate"]),
    title: z.string().trim().min(1).max(120).optional(),
    plan: z
      .union([
        z.strictObject({ name: short, version: z.int().min(1) }),
        z.strictObject({ draft: z.record(z.string(), z.unknown()) }),
      ])
      .meta({ description: "One that is kept, in force or a preset; or a draft whole 已有章程或整份草案" }),
    upload: z.string().max(64).optional().meta({ description: "To backtest 回测的文件" }),
    mapping: z
      .partialRecord(z.enum(ROLES), z.string().max(200).nullable())
      .optional()
      .meta({ description: "Role → header; null: no such column 各角色读哪一列" }),
    unit: z.enum(["yuan", "fen"]).optional(),
    encoding: z.enum(["auto", "utf-8", "gb18030", "utf-16le", "utf-16be"]).optional(),
    delimiter: z.enum(["auto", ",", ";", "\t"]).optional(),
    offset: z
      .string()
      .max(8)
      .optional()
      .meta({ examples: ["+08:00"] }),
    store: short.optional().meta({ description: "Store of rows that name none 未写门店时的门店" }),
    region: z.string().max(6).optional(),
    goods: z.boolean().optional(),
    world: short.optional().meta({ description: "To simulate 推演的世界", examples: ["growing"] }),
    seed: z.int().min(0).optional(),
    runs: z.int().min(1).max(500).optional(),
    adversary: z.enum(adversaries).optional(),
  })
  .meta({
    examples: [
      { kind: "simulate", plan: { name: "local-life", version: 1 }, world: "equal-purchases", runs: 1 },
    ],
  });

const line = z
  .object({
    id: z.string(),
    kind: z.enum(["backtest", "simulate"]),
    title: z.string(),
    plan: z.object({ name: z.string(), version: z.int() }),
    state: z
      .enum(["queued", "running", "done", "refused", "failed", "cancelled"])
      .meta({ description: "refused: the file cannot be read for certain 文件无法确切读取" }),
    job: z.string().meta({ description: "To be asked how far it is, and to cancel it 任务编号" }),
    created_by: z.string(),
    created_at: time,
    finished_at: time.nullable(),
    refused: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: "SimulationLine" });

const whole = line
  .extend({
    asked: z.record(z.string(), z.unknown()).meta({ description: "As it was asked for 所求内容" }),
    progress: z
      .object({ done: z.int(), total: z.int().nullable(), seconds_left: z.int().nullable() })
      .nullable(),
    figures: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: "Figures and series, once it is done 结果数字与序列" }),
  })
  .meta({ id: "Simulation" });

const world = z
  .object({
    name: z.string(),
    title: z.object({ zh: z.string(), en: z.string() }),
    description: z.object({ zh: z.string(), en: z.string() }),
    days: z.int(),
  })
  .meta({ id: "World" });

const params = z.strictObject({ id: z.string().min(1).max(64) });

/** The page brings its own style and script, and may reach nothing: not even this server. */
const REPORT = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; " +
    "img-src data:; frame-ancestors 'self'",
};

export const simulationRoutes: Routes = (app, services) => {
  app.get(
    "/v1/simulations/worlds",
    {
      schema: {
        operationId: "listWorlds",
        tags: ["plans"],
        summary: "Worlds to simulate a plan in 推演的世界",
        response: { 200: z.object({ items: z.array(world) }) },
      },
    },
    () => ({
      items: [...worlds()].map(([name, { name: title, description, days }]) => ({
        name,
        title,
        description,
        days,
      })),
    }),
  );

  app.post(
    "/v1/simulations",
    {
      config: WRITE,
      schema: {
        operationId: "askSimulation",
        tags: ["plans"],
        summary: "Simulate a plan, or backtest it on a file 推演或回测",
        description: "Done one after the other; look at it, or at its job. 逐个进行；查本条或其任务。",
        body: asked,
        response: { 202: whole },
      },
    },
    async (request, reply) => {
      const task = await taskOf(services, request, request.body);
      const title = request.body.title ?? (task.kind === "backtest" ? task.name : task.world);
      const id = await askTrial(services, { task, title, by: byOf(request).who });
      const row = await findTrial(services, id);
      if (row === undefined) throw notFound();
      return reply.code(202).send(await shown(services, row));
    },
  );
};

export const simulationReadRoutes: Routes = (app, services) => {
  app.get(
    "/v1/simulations",
    {
      schema: {
        operationId: "listSimulations",
        tags: ["plans"],
        summary: "Simulations and backtests, the newest first 推演列表",
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(line) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const before = placeOf(cursor, z.tuple([z.string().max(64)]))?.[0] ?? null;
      const rows = await listTrials(services, { by: makerOf(request), before, limit: limit + 1 });
      return page(rows, limit, ({ id }) => [id], lineShown);
    },
  );

  app.get(
    "/v1/simulations/:id",
    {
      schema: {
        operationId: "getSimulation",
        tags: ["plans"],
        summary: "A simulation with its progress or its figures 查一次推演",
        params,
        response: { 200: whole },
      },
    },
    async (request) => await shown(services, await ownTrial(services, request, request.params.id)),
  );

  app.get(
    "/v1/simulations/:id/report",
    {
      schema: {
        operationId: "getSimulationReport",
        tags: ["plans"],
        summary: "The report as a page, charts included 推演报告页",
        params,
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const { id } = await ownTrial(services, request, request.params.id);
      const report = await keptOf(services, id, "report");
      if (report === null) throw notFound();
      // A page and no JSON: it goes out as it was kept.
      return reply.headers(REPORT).serializer(String).send(report);
    },
  );
};

async function ownTrial(services: Services, request: FastifyRequest, id: string): Promise<TrialRow> {
  const row = await findTrial(services, id);
  const maker = makerOf(request);
  if (row === undefined || (maker !== null && row.createdBy !== maker)) throw notFound();
  return row;
}

async function taskOf(
  services: Services,
  request: FastifyRequest,
  body: z.output<typeof asked>,
): Promise<TrialTask> {
  const plan = await planJson(services, body.plan);
  const { kind, mapping, unit, encoding, delimiter, offset, store, region, goods = false } = body;
  if (kind === "simulate") {
    const { world: name = "town", seed = 1, runs = 20, adversary = null } = body;
    if (!worlds().has(name)) throw new Problem("validation", { field: "world" });
    return { kind, plan, world: name, seed, runs, adversary };
  }
  if (body.upload === undefined) throw new Problem("validation", { field: "upload" });
  if (region !== undefined && regionFault(region) !== null)
    throw new Problem("validation", { field: "region" });
  const upload = await ownUpload(services, request, body.upload);
  const sheet = {
    ...(mapping === undefined ? {} : { columns: mapping }),
    ...(unit === undefined ? {} : { unit }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(offset === undefined ? {} : { offset }),
    ...(store === undefined ? {} : { merchant: store }),
  };
  const file = services.uploads.pathOf(upload.id);
  return { kind, plan, file, name: upload.name, sheet, goods, region: region ?? null };
}

/** The plan as JSON: a draft as it stands, or one of that name that is kept, in force, or a preset. */
async function planJson(services: Services, plan: z.output<typeof asked>["plan"]) {
  if ("draft" in plan) {
    planOf(plan.draft);
    return plan.draft;
  }
  const { name, version } = plan;
  const kept = await services.trade.plans.find(services.cell, name, version);
  const text = kept?.body ?? (await inForceNamed(services, name, version))?.body;
  if (text !== undefined) return JSON.parse(text) as Record<string, unknown>;
  const preset = presets().find((one) => one.name === name && one.version === version);
  if (preset === undefined) throw new Problem("plan_unknown");
  return preset.json;
}

function lineShown(row: TrialRow): z.output<typeof line> {
  const ended = row.refused === null ? "done" : "refused";
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    plan: { name: row.planName, version: Number(row.planVersion) },
    state: row.finishedAt === null ? (row.jobState ?? "failed") : ended,
    job: row.job,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    finished_at: iso(row.finishedAt),
    refused: row.refused,
  };
}

async function shown(services: Services, row: TrialRow): Promise<z.output<typeof whole>> {
  const view = row.finishedAt === null ? await services.jobs.get(services.cell, row.job) : null;
  const figures = row.finishedAt === null ? null : await keptOf(services, row.id, "figures");
  const { file: _where, ...told } = { file: null, ...row.task };
  return {
    ...lineShown(row),
    asked: told,
    progress: view === null ? null : { done: view.done, total: view.total, seconds_left: view.secondsLeft },
    figures: figures === null ? null : (JSON.parse(figures) as Record<string, unknown>),
  };
}
