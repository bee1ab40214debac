/** Exports 数据导出: a list as a file, made by a job, kept for a week for whoever asked for it. */
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { JobView } from "#desk";
import { dayOf } from "#statement";
import { say } from "../export/column.ts";
import { admitted } from "../export/list.ts";
import { FORMATS, MEDIA } from "../export/sheet.ts";
import {
  EXPORT_JOB,
  type ExportAsked,
  type ExportMade,
  keptUntil,
  LIST_NAMES,
  LISTS,
  type ListName,
} from "../export/work.ts";
import { log } from "../frame/deeds.ts";
import { giveUp } from "../frame/giveup.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { accessOf, byOf, type Routes } from "../frame/request.ts";
import { notFound } from "../frame/within.ts";
import { Problem } from "../problem.ts";
import { iso, time } from "../schema/money.ts";
import type { Services } from "../services.ts";

const exported = z
  .object({
    id: z.string(),
    list: z.enum(LIST_NAMES),
    format: z.enum(FORMATS),
    name: z.string().meta({ description: "Name of the file 文件名" }),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    done: z.int().meta({ description: "Rows so far 已写行数" }),
    total: z.int().nullable(),
    seconds_left: z.int().nullable(),
    rows: z.int().nullable(),
    bytes: z.int().nullable(),
    error: z.string().nullable(),
    asked_by: z.string(),
    created_at: time,
    finished_at: time.nullable(),
    expires_at: time.nullable().meta({ description: "The file can be had until then 文件保留至" }),
  })
  .meta({ id: "Export" });

const asked = z
  .strictObject({
    list: z.enum(LIST_NAMES),
    filter: z
      .record(z.string().max(40), z.union([z.string().max(200), z.number()]))
      .default({})
      .meta({ description: "As the query of the list itself 与列表查询同名" }),
    columns: z
      .array(z.string().min(1).max(40))
      .min(1)
      .max(60)
      .optional()
      .meta({ description: "In this order; by default all 默认全部" }),
    format: z.enum(FORMATS).default("xlsx"),
    language: z.enum(["zh", "en"]).default("zh"),
  })
  .meta({ examples: [{ list: "members", filter: { from: "2026-03-01T00:00:00+08:00" }, format: "xlsx" }] });

const params = z.strictObject({ id: z.string().min(1).max(64) });

/** Exports one person may have under way. */
const MOST_OPEN = 5;

export const exportRoutes: Routes = (app, services) => {
  const { jobs, desk, cell } = services;

  app.post(
    "/v1/exports",
    {
      config: WRITE,
      schema: {
        operationId: "createExport",
        tags: ["exports"],
        summary: "Have a list made into a file 导出列表",
        description:
          "Personal data is masked. A store exports what is its own. 个人信息打码；门店只导出本店的。",
        body: asked,
        response: { 202: exported },
      },
    },
    async (request, reply) => {
      const { list, filter, columns, format, language } = request.body;
      const lens = await admitted(services, request, LISTS[list]);
      LISTS[list].check(filter, columns, lens);
      withinOwn(lens.stores, filter);
      const by = byOf(request).who;
      await roomFor(services, by);
      const name = `${nameOf(services, request.body)}.${format}`;
      const payload: ExportAsked = {
        by,
        list,
        format,
        language,
        columns: columns ?? null,
        filter,
        lens,
        name,
      };
      const { job } = await desk.database.transaction((tx) =>
        jobs.enqueue(tx, { cell, kind: EXPORT_JOB, payload, mostTries: 3 }),
      );
      jobs.wake(cell);
      await log(services, request, {
        action: "export.ask",
        target: `export:${job}`,
        after: { list, format },
      });
      const view = await jobs.get(cell, job);
      if (view === null) throw notFound();
      return reply.code(202).send(shown(view));
    },
  );

  app.get(
    "/v1/exports",
    {
      schema: {
        operationId: "listExports",
        tags: ["exports"],
        summary: "Exports, the newest first 导出记录",
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(exported) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const before = placeOf(cursor, z.tuple([z.string().max(64)]))?.[0] ?? null;
      const rows = await jobs.list(cell, EXPORT_JOB, { by: ownerOf(request), before, limit: limit + 1 });
      return page(rows, limit, ({ id }) => [id], shown);
    },
  );
};

/** One export: how far it has come, giving it up, and its file. */
export const exportFileRoutes: Routes = (app, services) => {
  const { jobs, cell } = services;

  app.get(
    "/v1/exports/:id",
    {
      schema: {
        operationId: "getExport",
        tags: ["exports"],
        summary: "How far an export has come 导出进度",
        params,
        response: { 200: exported },
      },
    },
    async (request) => shown(await ownExport(services, request, request.params.id)),
  );

  app.post(
    "/v1/exports/:id/cancel",
    {
      config: WRITE,
      schema: {
        operationId: "cancelExport",
        tags: ["exports"],
        summary: "Give an export up 取消导出",
        params,
        response: { 200: exported },
      },
    },
    async (request) => {
      const { id } = await ownExport(services, request, request.params.id);
      await giveUp(services, id);
      return shown(await ownExport(services, request, id));
    },
  );

  app.get(
    "/v1/exports/:id/file",
    {
      schema: {
        operationId: "getExportFile",
        tags: ["exports"],
        summary: "The file itself, for seven days 下载文件，保留七天",
        params,
        response: { 200: z.unknown().meta({ description: "xlsx or CSV 文件" }) },
      },
    },
    async (request, reply) => {
      const view = await ownExport(services, request, request.params.id);
      const { format, name } = view.payload as ExportAsked;
      if (view.state !== "done" || isGone(services, view)) {
        throw new Problem("not_found", { field: "id", stands: view.state });
      }
      const names = `filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
      return reply
        .headers({
          "content-type": MEDIA[format],
          "content-length": (view.result as ExportMade).bytes,
          "content-disposition": `attachment; ${names}`,
        })
        .send(Readable.from(jobs.files.read(cell, view.id)));
    },
  );
};

function isGone({ trade }: Services, { finishedAt }: JobView): boolean {
  return finishedAt === null || keptUntil(finishedAt) <= trade.now();
}

/** Whose exports are listed; null: everybody's. */
function ownerOf(request: FastifyRequest): string | null {
  return accessOf(request).reach === "all" ? null : byOf(request).who;
}

async function ownExport({ jobs, cell }: Services, request: FastifyRequest, id: string): Promise<JobView> {
  const view = await jobs.get(cell, id);
  const owner = ownerOf(request);
  if (view === null || view.kind !== EXPORT_JOB || (owner !== null && view.by !== owner)) throw notFound();
  return view;
}

/** A store named in a filter must be one of the asker's own. */
function withinOwn(stores: readonly string[] | null, filter: Readonly<Record<string, unknown>>): void {
  for (const field of ["merchant", "store"]) {
    const named = filter[field];
    if (stores !== null && named !== undefined && !stores.includes(String(named))) {
      throw notFound(`filter.${field}`);
    }
  }
}

async function roomFor({ jobs, cell }: Services, by: string): Promise<void> {
  const newest = await jobs.list(cell, EXPORT_JOB, { by, before: null, limit: 50 });
  const open = newest.filter(({ state }) => state === "queued" || state === "running");
  if (open.length >= MOST_OPEN) throw new Problem("busy", { retryAfter: 30_000 });
}

/** A name by which a person finds the file again: the list, the store, the days. */
function nameOf({ trade }: Services, { list, filter, language }: z.output<typeof asked>): string {
  const day = (moment: unknown, last = 0) => {
    const text = moment === undefined ? "" : String(moment);
    return text.length > 10 ? dayOf(new Date(Date.parse(text) - last)) : text;
  };
  const named = [filter["store"] ?? filter["merchant"] ?? []].flat().map(String);
  // A moment ends the stretch before it, a day is in it.
  const days = [day(filter["from"]), day(filter["to"], 1)].filter((text) => text !== "");
  const parts = [
    say(LISTS[list].title, language),
    ...named,
    ...(days.length > 0 ? days : [dayOf(trade.now())]),
  ];
  return parts.join("_").replace(/[\\/:*?"<>|\p{Cc}]/gu, "-");
}

function shown(view: JobView): z.output<typeof exported> {
  const { list, format, name, by } = view.payload as ExportAsked & { readonly list: ListName };
  const made = view.state === "done" ? (view.result as ExportMade) : null;
  return {
    ...{ id: view.id, list, format, name, state: view.state, done: view.done, total: view.total },
    seconds_left: view.secondsLeft,
    rows: made?.rows ?? null,
    bytes: made?.bytes ?? null,
    error: view.error,
    asked_by: by,
    created_at: view.createdAt.toISOString(),
    finished_at: iso(view.finishedAt),
    expires_at: made === null || view.finishedAt === null ? null : iso(keptUntil(view.finishedAt)),
  };
}
