/** The door of the desk 柜台. */

export { isUnreachable } from "#store";
export * from "./answer.ts";
export * from "./delivery/index.ts";
export { Desk, type DeskSettings, type Quote } from "./desk.ts";
export * from "./trade/index.ts";
