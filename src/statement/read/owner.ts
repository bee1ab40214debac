/** Whose a store is, and who is a member at all: what a request is measured by before it is answered. */
import type { Queryable } from "#store";

export interface MerchantFound {
  readonly merchant: string;
  readonly owner: string;
  readonly region: string;
}

/** Stores of the book by their ids; those there are none of are left out. */
export async function merchantsOf(
  db: Queryable,
  cell: bigint,
  ids: readonly string[],
): Promise<MerchantFound[]> {
  const { rows } = await db.query<MerchantFound>(
    `SELECT s.id AS merchant, o.id AS owner, s.region FROM merchant s
     JOIN member o ON o.cell_id = s.cell_id AND o.no = s.owner_no
     WHERE s.cell_id = $1 AND s.id = ANY($2::text[])`,
    [cell, ids],
  );
  return rows;
}

/** Who stands above a member of the book and when he joined; undefined where there is no such member. */
export async function sponsorOf(db: Queryable, cell: bigint, member: string) {
  const { rows } = await db.query<{ sponsor: string | null; joined_at: Date }>(
    `SELECT s.id AS sponsor, COALESCE(j.at, j.recorded_at) AS joined_at FROM member m
     JOIN journal j ON j.cell_id = m.cell_id AND j.seq = m.joined_seq
     LEFT JOIN member s ON s.cell_id = m.cell_id AND s.no = m.sponsor_no
     WHERE m.cell_id = $1 AND m.id = $2`,
    [cell, member],
  );
  return rows[0];
}
