/**
 * Withdrawals that the book has and no request knows: those of a book taken over, asked for and closed by
 * orders alone. Written down they stand in every list, and what is still held can be reviewed and paid.
 */
import { dayOf } from "#store";
import type { Ground } from "./ground.ts";
import { numberOf } from "./payments.ts";

interface Unknown {
  readonly orderId: string;
  readonly member: string;
  readonly source: string;
  readonly amount: bigint;
  readonly state: "held" | "paid" | "returned";
  readonly heldSeq: bigint;
  readonly heldAt: Date;
  readonly closedSeq: bigint | null;
  readonly closedAt: Date | null;
}

const TOGETHER = 500;
const STATES = { held: "applied", paid: "paid", returned: "rejected" } as const;
/** How they are paid is not known: by hand, as far as anybody can tell. */
const WAY = "by_hand";
const GIVEN_BACK = "接收账簿时已退回。 Given back before the book was taken over.";

/** Writes them down in the order they were asked for; those written down before are left as they are. */
export async function takeOver(ground: Ground, cell: bigint, largeFen: bigint, by: string): Promise<void> {
  for (;;) {
    const { rows } = await ground.database.query<Unknown>(
      `SELECT w.id AS "orderId", m.id AS member, w.source, w.amount, w.state, h.seq AS "heldSeq",
         coalesce(h.at, h.recorded_at) AS "heldAt", s.seq AS "closedSeq",
         coalesce(s.at, s.recorded_at) AS "closedAt"
       FROM withdrawal w JOIN member m ON m.cell_id = w.cell_id AND m.no = w.member_no
         JOIN journal h ON h.cell_id = w.cell_id AND h.id = w.id
         LEFT JOIN journal s ON s.cell_id = w.cell_id AND s.seq = w.seq AND w.state <> 'held'
       WHERE w.cell_id = $1 AND NOT EXISTS (SELECT FROM withdrawal_request r
         WHERE r.cell_id = w.cell_id AND r.order_id = w.id)
       ORDER BY h.seq LIMIT $2`,
      [cell, TOGETHER],
    );
    for (const row of rows) await write(ground, cell, row, row.amount >= largeFen ? 2 : 1, by);
    if (rows.length < TOGETHER) return;
  }
}

async function write(ground: Ground, cell: bigint, row: Unknown, officers: 1 | 2, by: string): Promise<void> {
  const { orderId, member, source, amount, state, heldSeq, heldAt, closedSeq, closedAt } = row;
  const id = ground.id();
  const [paid, returned] = [state === "paid", state === "returned"];
  await ground.database.query(
    `INSERT INTO withdrawal_request (cell_id, operator_id, withdrawal_id, request, request_body, member,
       source, gross_fen, net_fen, payee_way, payee_hint, same_name, day, officers, state, created_by,
       created_at, approved_by, approved_at, decided_by, decided_at, reason, channel_no, paid_by, paid_at,
       order_id, held_seq, settled_seq, changed_at)
     SELECT c.cell_id, c.operator_id, $2, $3, '{}', $4, $5, $6::bigint, $22::bigint, $7, '', true, $8::date,
       $9::integer, $10, $4, $11::timestamptz, $12, $13::timestamptz, $14, $15::timestamptz, $16, $17, $12,
       $13::timestamptz, $18, $19::bigint, $20::bigint, coalesce($21::timestamptz, $11::timestamptz)
       FROM cell c WHERE c.cell_id = $1
     ON CONFLICT (cell_id, request) DO NOTHING`,
    [
      ...[cell, id, `adopt:${orderId}`, member, source, amount, WAY, dayOf(heldAt)],
      ...[state === "held" ? officers : 1, STATES[state], heldAt],
      ...[paid ? by : null, paid ? closedAt : null, returned ? by : null, returned ? closedAt : null],
      ...[returned ? GIVEN_BACK : null, numberOf(id), orderId, heldSeq, closedSeq, closedAt],
      paid ? amount : null,
    ],
  );
}
