/** 行政区划 · division codes. The only door of this folder; README.md states where the list comes from. */
export {
  type Division,
  type DivisionLevel,
  type DivisionRow,
  divisionOf,
  divisionRows,
  divisions,
} from "./division.ts";
