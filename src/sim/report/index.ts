/** Findings for people and for spreadsheets: the report page, and the tables. */
export { type DisclosureFigures, disclosureText } from "./disclosure.ts";
export type { BadRows, Bands, ReportOptions, Section, Unit } from "./options.ts";
export { renderReport } from "./render.ts";
export { type Hundred, hundredOf } from "./shares.ts";
export { simulationBands } from "./simulation.ts";
export { type TableFile, writeTables } from "./tables.ts";
