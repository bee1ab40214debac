/** The proofs 证明 of a cell: made from the book as it stands, kept by day, shown to anybody who asks. */
import { type Database, makeProof, type Proof, type ProofKey, proofsOf } from "#store";
import { BadCursor, limitOf, type Page, type PageArgs } from "./cursor.ts";

export type { Proof } from "#store";

export interface KeptProof {
  readonly day: string;
  readonly proof: Proof;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

export class Proofs {
  /** Without a key proofs are shown and none is made. */
  constructor(
    private readonly database: Database,
    private readonly key: ProofKey | null,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** Makes and keeps the proof of today; null without a key, or where there is no such cell. */
  async make(cell: bigint): Promise<Proof | null> {
    if (this.key === null) return null;
    return (await makeProof(this.database, cell, this.key, this.clock())) ?? null;
  }

  /** The newest that was kept; null where there is none yet. */
  async latest(cell: bigint): Promise<Proof | null> {
    return (await proofsOf(this.database, cell))[0]?.proof ?? null;
  }

  /** Kept proofs, the newest day first. */
  async page(cell: bigint, args: PageArgs = {}): Promise<Page<KeptProof>> {
    const limit = limitOf(args);
    const before = args.cursor ?? null;
    if (before !== null && !(DAY.test(before) && !Number.isNaN(Date.parse(before)))) throw new BadCursor();
    const rows = await proofsOf(this.database, cell, limit + 1, before);
    return {
      items: rows.slice(0, limit),
      next: rows.length > limit ? (rows[limit - 1]?.day ?? null) : null,
    };
  }
}
