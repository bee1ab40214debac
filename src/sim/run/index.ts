/** Runs of worlds under a plan: one, or many at once with bands over them. */
export { type Band, CUT_NAMES, type Percentiles, type SeriesBands, type ShareBands } from "./bands.ts";
export { WorkerFault } from "./crew.ts";
export { type DaySeries, type RunOptions, runWorld, type WorldRun } from "./runworld.ts";
export {
  type RunRow,
  type SimulateOptions,
  type SimulationFindings,
  type SimulationProgress,
  simulate,
} from "./simulate.ts";
