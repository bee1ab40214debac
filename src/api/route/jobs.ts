/** Jobs 任务: how far one has come, and giving one up. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { log } from "../frame/deeds.ts";
import { giveUp } from "../frame/giveup.ts";
import { WRITE } from "../frame/remember.ts";
import { accessOf, type Routes } from "../frame/request.ts";
import { notFound } from "../frame/within.ts";
import { jobSchema, jobShown } from "../schema/admin.ts";
import type { Services } from "../services.ts";

const params = z.strictObject({ id: z.string().min(1).max(64) });

export const jobRoutes: Routes = (app, services) => {
  app.get(
    "/v1/jobs/:id",
    {
      schema: {
        operationId: "getJob",
        tags: ["admin"],
        summary: "How far a job has come 任务进度",
        params,
        response: { 200: jobSchema },
      },
    },
    async (request) => jobShown(await ownJob(services, request, request.params.id)),
  );

  app.post(
    "/v1/jobs/:id/cancel",
    {
      config: WRITE,
      schema: {
        operationId: "cancelJob",
        tags: ["admin"],
        summary: "Give a job up 取消任务",
        params,
        response: { 200: jobSchema },
      },
    },
    async (request) => {
      const { id } = await ownJob(services, request, request.params.id);
      if (await giveUp(services, id)) {
        await log(services, request, { action: "job.cancel", target: `job:${id}` });
      }
      return jobShown(await ownJob(services, request, id));
    },
  );
};

/** A job within reach: any, or one that the asker had put in. */
async function ownJob({ jobs, cell }: Services, request: FastifyRequest, id: string) {
  const access = accessOf(request);
  const view = await jobs.get(cell, id);
  if (view === null || (access.reach === "own" && view.by !== access.principal)) throw notFound();
  return view;
}
