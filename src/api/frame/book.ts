/** One order of an everyday route into the book: what came of it, or the book's no as a problem. */
import { jsonFen } from "#engine";
import type { JournalHead } from "#statement";
import { KEY_FIELD, Problem } from "../problem.ts";
import type { Services } from "../services.ts";

export type JournalRecord = JournalHead["record"];

export interface Booked {
  readonly id: string;
  readonly seq: number;
  /** Whether it had been booked before. */
  readonly repeated: boolean;
  readonly record: JournalRecord;
}

export type EverydayOrder = { readonly id: string; readonly kind: string } & Readonly<
  Record<string, unknown>
>;

/** Books an order of the operator's main cell. The same id with another body is the same key with another. */
export async function book({ desk, cell }: Services, json: EverydayOrder): Promise<Booked> {
  const [answer] = await desk.submit(cell, [{ json }]);
  if (answer?.status === "booked") {
    const { id, seq, repeated, record } = answer;
    return { id, seq: Number(seq), repeated, record: JSON.parse(record) as JournalRecord };
  }
  if (answer?.status === "refused") {
    if (answer.code === "id_conflict") throw new Problem("idempotency_conflict", { field: KEY_FIELD });
    throw new Problem(answer.code, { field: answer.field });
  }
  if (answer?.status === "malformed") throw new Problem("malformed", { field: answer.field ?? "body" });
  throw new Problem("internal");
}

/** What an account took in by a journal, less what it gave. */
export function netOf({ postings }: JournalRecord, account: string): bigint {
  return postings.reduce((sum, { from, to, amount }) => {
    if (to === account) return sum + BigInt(amount);
    return from === account ? sum - BigInt(amount) : sum;
  }, 0n);
}

/** Fen of a record as a number of JSON. */
export const fenOf = (digits: string | bigint): number => jsonFen(BigInt(digits));
