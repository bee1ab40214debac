/** The door of the simulator 推演. */
export { ATTACKS, type AttackName, attackAll, type Verdict as AttackVerdict } from "./attack/index.ts";
export {
  type Demo,
  type DemoAgent,
  type DemoOptions,
  type DemoOrder,
  type DemoPerson,
  type DemoStore,
  demoOrders,
  type SampleRow,
} from "./demo/index.ts";
export {
  type CheckOptions,
  CheckThread,
  checkPlan,
  factsText,
  lawOf,
  type PlanCheck,
  type Preset,
  presets,
  priceAfter,
  purchasesUntil,
  type SaidFault,
  type Sentence,
  sayFault,
  type Verdict,
} from "./facts/index.ts";
export { Collector, type CollectorOptions, type Findings, theoryOf } from "./findings/index.ts";
export {
  type BadRows,
  type Bands,
  type DisclosureFigures,
  disclosureText,
  type Hundred,
  hundredOf,
  type ReportOptions,
  renderReport,
  type Section,
  simulationBands,
  type TableFile,
  writeTables,
} from "./report/index.ts";
export {
  type SimulateOptions,
  type SimulationFindings,
  type SimulationProgress,
  simulate,
} from "./run/index.ts";
export {
  readWorld,
  readWorldNamed,
  WORLD_RULES,
  type World,
  type WorldFault,
  worlds,
} from "./world/index.ts";
