/** Refusals of whole files, as the tests look at them. */
import { expect } from "vitest";
import {
  type RefusalCode,
  readSheet,
  type SheetOptions,
  SheetRefusal,
  type SheetSource,
} from "#connect/sheet";

/** Codes whose case stands in sheet-file.test.ts; all others have theirs in sheet-header.test.ts. */
export const FILE_CODES: readonly RefusalCode[] = [
  "unreadable",
  "empty",
  "not_text",
  "encoding_invalid",
  "encoding_unknown",
  "encoding_mixed",
  "encoding_conflict",
  "too_large_to_hold",
  "no_header",
  "delimiter_unclear",
  "option_invalid",
];

/** Codes met so far in this test file. */
export const met = new Set<RefusalCode>();

/** Reads what must be refused; checks that both languages say something whole. */
export async function refusal(source: SheetSource, options?: SheetOptions): Promise<SheetRefusal> {
  const fault: unknown = await readSheet(source, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(fault).toBeInstanceOf(SheetRefusal);
  const refused = fault as SheetRefusal;
  expect(refused.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(refused.en).toMatch(/[a-z]{2} [a-z]/);
  expect(refused.message).not.toMatch(/[{}]|undefined/);
  met.add(refused.code);
  return refused;
}
