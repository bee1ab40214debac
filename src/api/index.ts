/** The door of the API 门面. */
export { type Api, accessOf, actorOf, type Reached, type Routes } from "./frame/request.ts";
export { Problem, type ProblemBody, type ProblemCode } from "./problem.ts";
export { buildServer } from "./server.ts";
export type { Actor, CellTerms, Credential, Desk, People, Services } from "./services.ts";
export { DEFAULTS, type Settings } from "./settings.ts";
