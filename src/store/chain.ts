/**
 * The chain of journals: h_i = SHA-256(h_(i−1) ‖ SHA-256(record i)), where a record is canonical JSON (RFC
 * 8785) in UTF-8; h_0 = SHA-256 of the cell's first plan as canonical JSON. Whoever has the records can
 * compute the head.
 */
import { hash } from "node:crypto";
import { canonical, type Plan } from "#engine";
import { planRecord } from "./planrecord.ts";

export const HEAD_BYTES = 32;

/** SHA-256 of a text or of bytes. */
export function sha256(data: string | Buffer): Buffer {
  // As text and back: a buffer of its own would be memory outside the heap, which costs more than the hash.
  return Buffer.from(hash("sha256", data, "binary"), "binary");
}

/** The plan as canonical JSON: what its hash is taken of, and what a cell keeps. */
export function planText(plan: Plan): string {
  return canonical(planRecord(plan));
}

/** The chain before the first journal. */
export function genesis(plan: Plan): Buffer {
  return sha256(planText(plan));
}

const both = Buffer.alloc(2 * HEAD_BYTES);

/** The chain one record further. */
export function nextHead(head: Buffer, record: string): Buffer {
  head.copy(both, 0);
  sha256(record).copy(both, HEAD_BYTES);
  return sha256(both);
}
