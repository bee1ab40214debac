/** The door of the API 门面. */

export { createWellspringClient, type WellspringClient } from "./client/index.ts";
export { registerExports } from "./export/work.ts";
export { type Api, accessOf, byOf, fromOf, type Reached, type Routes } from "./frame/request.ts";
export { Problem, type ProblemBody, type ProblemCode } from "./problem.ts";
export { finishApproved } from "./route/approvals.ts";
export { buildServer, documentOf } from "./server.ts";
export type { Services } from "./services.ts";
export { DEFAULTS, type Settings } from "./settings.ts";
export { type DoTrial, type TrialDone, TrialRefused, type TrialTask } from "./trial/task.ts";
export { runTrial, TRIAL_JOB } from "./trial/trials.ts";
export { Uploads } from "./trial/uploads.ts";
