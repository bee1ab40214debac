/**
 * Shifts 交班 of a store's till, one open at a time. Each begins at the journal the one before ended with, so
 * that every purchase and refund is of exactly one; what it came to stands still from its closing on.
 */
import type { Queryable } from "#store";
import { sqlState, UNIQUE_VIOLATION } from "#store";
import { type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

export interface Shift {
  readonly merchant: string;
  /** The how-manieth of the store. */
  readonly n: number;
  readonly openedBy: string;
  readonly openedAt: Date;
  /** Journals after this one are of the shift, up to the last. */
  readonly openedSeq: bigint;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly closedSeq: bigint | null;
  readonly figures: unknown;
  /** What was counted in the drawer. */
  readonly countedFen: bigint | null;
  readonly note: string | null;
}

export interface ShiftEnd {
  readonly by: string;
  /** The last journal of the shift, and what it came to, as JSON. */
  readonly seq: bigint;
  readonly figures: unknown;
  readonly countedFen: bigint | null;
  readonly note: string | null;
}

const SHIFT = `merchant, n, opened_by AS "openedBy", opened_at AS "openedAt", opened_seq AS "openedSeq",
  closed_by AS "closedBy", closed_at AS "closedAt", closed_seq AS "closedSeq", figures,
  counted_fen AS "countedFen", note`;

export class Shifts {
  constructor(private readonly ground: Ground) {}

  /** Refuses shift_open (another one is), store_unknown. */
  async open(cell: bigint, merchant: string, by: string): Promise<Shift | TradeRefusal> {
    try {
      const made = await one<Shift>(
        this.ground.database,
        `INSERT INTO shift (cell_id, operator_id, merchant, n, opened_by, opened_at, opened_seq)
         SELECT p.cell_id, p.operator_id, m.id, COALESCE(l.n, 0) + 1, $3::text, $4::timestamptz,
           COALESCE(l.closed_seq, p.seq)
           FROM pool p JOIN merchant m ON m.cell_id = p.cell_id AND m.id = $2
           LEFT JOIN (SELECT n, closed_seq FROM shift WHERE cell_id = $1 AND merchant = $2
             ORDER BY n DESC LIMIT 1) l ON true
          WHERE p.cell_id = $1
         RETURNING ${SHIFT}`,
        [cell, merchant, by, this.ground.now()],
      );
      return made ?? refuse("store_unknown");
    } catch (error) {
      // Another one is open, or somebody opened the same one at this moment.
      if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
      return refuse("shift_open");
    }
  }

  find(cell: bigint, merchant: string, n: number): Promise<Shift | undefined> {
    return one<Shift>(
      this.ground.database,
      `SELECT ${SHIFT} FROM shift WHERE cell_id = $1 AND merchant = $2 AND n = $3`,
      [cell, merchant, n],
    );
  }

  /** Newest first; those before one of that number. */
  async list(
    cell: bigint,
    merchant: string,
    { before = null, limit = 50 }: { readonly before?: number | null; readonly limit?: number } = {},
    on: Queryable = this.ground.database,
  ): Promise<Shift[]> {
    const { rows } = await on.query<Shift>(
      `SELECT ${SHIFT} FROM shift WHERE cell_id = $1 AND merchant = $2 AND ($3::integer IS NULL OR n < $3)
        ORDER BY n DESC LIMIT $4`,
      [cell, merchant, before, limit],
    );
    return rows;
  }

  /** Closes it for good. Of two who close it the first is heard, both are shown it. Refuses shift_unknown. */
  async close(cell: bigint, merchant: string, n: number, end: ShiftEnd): Promise<Shift | TradeRefusal> {
    const closed = await one<Shift>(
      this.ground.database,
      `UPDATE shift SET closed_by = $4, closed_at = $5, closed_seq = $6, figures = $7::jsonb,
         counted_fen = $8, note = $9
        WHERE cell_id = $1 AND merchant = $2 AND n = $3 AND closed_at IS NULL RETURNING ${SHIFT}`,
      [
        ...[cell, merchant, n, end.by, this.ground.now(), end.seq, JSON.stringify(end.figures)],
        ...[end.countedFen, end.note],
      ],
    );
    return closed ?? (await this.find(cell, merchant, n)) ?? refuse("shift_unknown");
  }
}
