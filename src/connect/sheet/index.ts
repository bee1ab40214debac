/** 表格 · the reader of a shop's order export. The only door of this folder; README.md states its rules. */
export { columnFlag } from "./columns.ts";
export { fnv1a, type OrderOptions, type Orders, type SheetOrder, toOrders } from "./orders.ts";
export { previewSheet, type SheetPreview } from "./preview.ts";
export { readSheet, sortRows } from "./read.ts";
export { SheetRefusal } from "./refusal.ts";
export {
  type BadRow,
  type Delimiter,
  type Encoding,
  type Note,
  ROLES,
  type Role,
  type SheetOptions,
  type SheetResult,
  type SheetRow,
  type Unit,
} from "./row.ts";
export {
  BAD,
  type BadCode,
  NOTED,
  type NoteCode,
  REFUSED,
  type RefusalCode,
  type Sentence,
} from "./sentences.ts";
export type { SheetSource } from "./source.ts";
export { regionFault } from "./value.ts";
