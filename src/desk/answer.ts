/** What the desk is asked and what it answers. */
import type { RefusalCode } from "#engine";

/** An order as parsed JSON, in the format of RULES section 7. */
export interface Asked {
  readonly json: unknown;
}

/**
 * The answer to one order, given only when what it says is durable. The same order asked again gets the same
 * answer, with `repeated`.
 */
export type Answer =
  | {
      readonly status: "booked";
      readonly id: string;
      /** Number of its journal in the cell. */
      readonly seq: bigint;
      readonly repeated: boolean;
      /** The journal as canonical JSON (RFC 8785), as it stands in the book. */
      readonly record: string;
    }
  | {
      readonly status: "refused";
      readonly id: string;
      readonly code: RefusalCode;
      readonly field: string;
      /** Whether the same order may be accepted later. */
      readonly retry: boolean;
    }
  | { readonly status: "malformed"; readonly field: string | null }
  /** A fault of ours in this one order; nothing of it is booked, no other order suffers. */
  | { readonly status: "failed"; readonly id: string };

/** Why an order could not be taken just now; nothing of it is booked unless `outcome` says it is unknown. */
export class NotNow extends Error {
  constructor(
    /** busy: the queue is full; elsewhere: another process writes this cell; closing: this one is stopping;
     *  unavailable: the database does not answer. */
    readonly reason: "busy" | "elsewhere" | "closing" | "unavailable",
    /** Milliseconds after which asking again is worth while. */
    readonly retryAfter: number,
    /** Address of the process that writes the cell, where known. */
    readonly writer: string | null = null,
  ) {
    super(`the desk cannot take the order now: ${reason}`);
  }
}

/** A cell that is not there. */
export class NoSuchCell extends Error {
  constructor(readonly cell: bigint) {
    super(`no cell ${cell}`);
  }
}
