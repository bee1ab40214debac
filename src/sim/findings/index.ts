/** What a replay came to, as plain data (see findings.ts for every field). */
export { Collector, type CollectorOptions } from "./collector.ts";
export type * from "./findings.ts";
export { theoryOf } from "./planfacts.ts";
export { EDGES_PPM } from "./spread.ts";
