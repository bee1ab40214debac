/** The figures of a proof as the database has them, without going through the journals again. */
import type { CellClock } from "./cells.ts";
import type { Database, Queryable } from "./database.ts";
import { keepProof, type Proof, type ProofKey, proofsOf, signProof } from "./proof.ts";
import type { Figures } from "./verify.ts";

interface PoolFigures {
  readonly operator_id: bigint;
  readonly clock: CellClock;
  readonly seq: bigint;
  readonly head: string;
  readonly cash: bigint;
  readonly points: bigint;
  readonly remainder: bigint;
  readonly lot_seq: bigint;
}

const COUNTS = `SELECT (SELECT count(*) FROM member WHERE cell_id = $1 AND joined_seq <= $2) AS members,
  (SELECT count(*) FROM merchant WHERE cell_id = $1 AND opened_seq <= $2) AS merchants,
  (SELECT count(*) FROM journal WHERE cell_id = $1 AND seq > $3 AND seq <= $2 AND kind = 'purchase')
    AS purchases`;

/** Figures of a cell now, or undefined. Purchases are counted on from the last proof that was kept. */
export async function figuresNow(db: Queryable, cell: bigint): Promise<Figures | undefined> {
  const { rows } = await db.query<PoolFigures>(
    `SELECT c.operator_id, c.clock, p.seq, encode(p.head, 'hex') AS head, p.cash, p.points, p.remainder,
       p.lot_seq
     FROM cell c JOIN pool p ON p.cell_id = c.cell_id WHERE c.cell_id = $1`,
    [cell],
  );
  const [pool] = rows;
  if (pool === undefined) return undefined;
  const last = (await proofsOf(db, cell)).at(0)?.proof;
  const counted = await db.query<{ members: bigint; merchants: bigint; purchases: bigint }>(COUNTS, [
    cell,
    pool.seq,
    last?.seq ?? 0,
  ]);
  const { members = 0n, merchants = 0n, purchases = 0n } = counted.rows[0] ?? {};
  const seq = Number(pool.seq);
  return {
    cell,
    operator: pool.operator_id,
    clock: pool.clock,
    seq,
    head: pool.head,
    C: pool.cash,
    N: pool.points,
    remainder: pool.remainder,
    counts: {
      members: Number(members),
      merchants: Number(merchants),
      lots: Number(pool.lot_seq),
      purchases: (last?.counts.purchases ?? 0) + Number(purchases),
      journals: seq,
    },
  };
}

/** Makes the proof of the day from the book as it stands, and keeps it; undefined where there is no cell. */
export async function makeProof(
  database: Database,
  cell: bigint,
  key: ProofKey,
  at: Date,
): Promise<Proof | undefined> {
  return await database.transaction(async (tx) => {
    const figures = await figuresNow(tx, cell);
    if (figures === undefined) return undefined;
    const proof = signProof(figures, at, key);
    await keepProof(tx, proof);
    return proof;
  });
}
