/**
 * What every variant must come to: the engine alone books the same orders in the same sequence, the pool
 * must be the same to the fen and the grain, every fen in one account, and nothing lost that was answered.
 */
import { KIND, MemoryBook, Sequence } from "#engine";
import { accountNumber, type Queryable } from "#store";
import { CELL } from "./fill.ts";
import { engineOrder, type Purchase, type World } from "./world.ts";

/** How a variant's book stands at the end, in digits. */
export interface Standing {
  readonly orders: number;
  readonly cash: bigint;
  readonly points: bigint;
  /** Fen and grains that are in no account or in two: 0 where all is well. */
  readonly fen: bigint;
  readonly grains: bigint;
}

export interface Verdict {
  /** Orders booked since the past, and how many of those answered are not among them. */
  readonly orders: number;
  readonly lost: number;
  readonly same_pool: boolean;
  readonly conservation_fen: number;
  readonly conservation_grains: number;
}

export interface Books {
  standing(db: Queryable): Promise<Standing>;
  /** The orders in the sequence they were booked in, piece by piece. */
  orders(db: Queryable): AsyncGenerator<Purchase[], undefined>;
}

const PIECE = 20_000;
const KINDS = 16;
const points = accountNumber(0, KIND.points);
const issued = accountNumber(0, KIND.issued);

/** The product's own tables. */
export function productBooks(world: World): Books {
  return {
    async standing(db) {
      const { rows } = await db.query<{
        cash: bigint;
        points: bigint;
        seq: bigint;
        fen: bigint;
        grains: bigint;
      }>(
        `SELECT p.cash, p.points, p.seq, s.fen, s.grains FROM pool p, (SELECT
           coalesce(sum(balance) FILTER (WHERE account_id % $4 <> ALL($2::bigint[])), 0)::bigint AS fen,
           coalesce(sum(balance) FILTER (WHERE account_id % $4 = ANY($2::bigint[])), 0)::bigint AS grains
           FROM account WHERE cell_id = $1) s
         WHERE p.cell_id = $1 AND p.seq >= $3`,
        [CELL, [points, issued], world.members, KINDS],
      );
      return standingOf(rows[0], BigInt(world.members));
    },
    async *orders(db) {
      for (let from = BigInt(world.members); ; from += BigInt(PIECE)) {
        const { rows } = await db.query<{ asked: string }>(
          "SELECT asked FROM journal WHERE cell_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq",
          [CELL, from, from + BigInt(PIECE)],
        );
        if (rows.length === 0) return undefined;
        yield rows.map(({ asked }) => JSON.parse(asked) as Purchase);
      }
    },
  };
}

/** The tables of a usual service. */
export function usualBooks(schema: string): Books {
  return {
    async standing(db) {
      const { rows } = await db.query<{
        cash: bigint;
        points: bigint;
        seq: bigint;
        fen: bigint;
        grains: bigint;
      }>(
        `SELECT p.cash, p.points, p.seq, p.cash + p.remainder + s.fen AS fen, s.grains - p.points AS grains
         FROM ${schema}.pool p, (SELECT
           sum(balance) FILTER (WHERE no % $2 <> $1)::bigint AS fen,
           sum(balance) FILTER (WHERE no % $2 = $1)::bigint AS grains FROM ${schema}.account) s`,
        [points, KINDS],
      );
      return standingOf(rows[0], 0n);
    },
    async *orders(db) {
      for (let from = 0; ; from += PIECE) {
        const { rows } = await db.query<{ id: string; member: string; merchant: string; amount: bigint }>(
          `SELECT o.id, m.id AS member, s.id AS merchant, o.amount FROM ${schema}.orders o
           JOIN ${schema}.member m ON m.no = o.member_no JOIN ${schema}.store s ON s.no = o.store_no
           WHERE o.seq > $1 AND o.seq <= $2 ORDER BY o.seq`,
          [from, from + PIECE],
        );
        if (rows.length === 0) return undefined;
        yield rows.map(({ amount, ...rest }) => ({ kind: "purchase", amount_fen: Number(amount), ...rest }));
      }
    },
  };
}

function standingOf(
  row: { cash: bigint; points: bigint; seq: bigint; fen: bigint; grains: bigint } | undefined,
  before: bigint,
): Standing {
  if (row === undefined) throw new Error("the benchmark's pool is gone");
  const { cash, points, fen, grains } = row;
  return { orders: Number(row.seq - before), cash, points, fen, grains };
}

/**
 * Books the same orders with the engine alone and compares; `answered` is how many the variant said it had
 * booked.
 */
export async function check(db: Queryable, world: World, books: Books, answered: number): Promise<Verdict> {
  const standing = await books.standing(db);
  const book = new MemoryBook(world.plan);
  const sequence = new Sequence(book, [world.plan]);
  const give = (order: Purchase) => {
    const decision = sequence.decide(engineOrder(order));
    if ("refused" in decision) throw new Error(`the engine refuses ${order.id}: ${decision.refused}`);
    sequence.apply(decision);
    // Their lots still know them; finding them by id is for refunds, and there are none.
    if (book.purchases.size === PIECE) book.purchases.clear();
  };
  world.register(book);
  for (const order of world.past()) give(order);
  for await (const piece of books.orders(db)) for (const order of piece) give(order);
  const { cash, issued: out } = book.pool;
  return {
    orders: standing.orders,
    lost: Math.max(0, answered - standing.orders),
    same_pool: standing.cash === cash.balance && standing.points === -out.balance,
    conservation_fen: Number(standing.fen),
    conservation_grains: Number(standing.grains),
  };
}
