/**
 * The statements of a group's transaction: set-based, each with the cell first, bulk inserts anchored on
 * the pool row and ids given by the application (docs/decisions/4), so that the whole goes to one place in
 * one phase.
 */

/** A statement with a name, so that the database plans it once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Between texts sent as one parameter; no text of ours holds it raw, JSON writes it as an escape. */
export const BETWEEN = "\u001e";
const texts = (n: number) => `string_to_table($${n}::text, E'\\x1e')`;

const ANCHOR = "FROM pool p,";
const AT_POOL = "WHERE p.cell_id = $1";

export const SQL = {
  pool: {
    name: "pool",
    text: `UPDATE pool SET seq = $2, head = $3, parties = $4, lot_seq = $5, cash = $6, points = $7,
      remainder = $8, last_cash = $9, last_points = $10, opened = $11, closed = $12, cascade_order = $13,
      cascade_cash = $14, cascade_points = $15, exit_load_ppm = $16, clock_us = $17, clock_text = $18,
      timed_from = $19, lease_until = now() + $20::interval
      WHERE cell_id = $1 AND seq = $21 AND epoch = $22`,
  },
  hold: { name: "hold", text: "SELECT 1 FROM pool WHERE cell_id = $1 AND epoch = $2" },
  journal: {
    name: "journal",
    text: `INSERT INTO journal
      (cell_id, seq, operator_id, id, kind, at, recorded_at, head, touched, prev, after, earlier, asked,
        record)
      SELECT p.cell_id, u.seq, p.operator_id, NULLIF(u.id, ''), u.kind, NULLIF(u.at, '')::timestamptz,
        $3::timestamptz, u.head, ($4::bigint[])[u.first:u.last], ($5::bigint[])[u.first:u.last],
        ($6::bigint[])[u.first:u.last], NULLIF(u.earlier, 0), NULLIF(u.asked, ''), u.record
      ${ANCHOR} (SELECT unnest($2::bigint[]) AS seq, unnest($7::bigint[]) AS first,
        unnest($8::bigint[]) AS last, unnest($9::bytea[]) AS head, unnest($10::text[]) AS id,
        unnest($11::text[]) AS kind, unnest($12::text[]) AS at, unnest($13::bigint[]) AS earlier,
        unnest($14::text[]) AS asked, unnest($15::text[]) AS record) u
      ${AT_POOL}`,
  },
  accounts: {
    name: "accounts",
    text: `UPDATE account a SET balance = a.balance + u.delta, newest = u.newest
      FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
        AS u(account_id, delta, after, newest)
      WHERE a.cell_id = $1 AND a.account_id = u.account_id AND a.balance + u.delta = u.after`,
  },
  newAccounts: {
    name: "new_accounts",
    text: `INSERT INTO account (cell_id, account_id, operator_id, balance, newest)
      SELECT p.cell_id, u.account_id, p.operator_id, u.balance, u.newest
      ${ANCHOR} unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS u(account_id, balance, newest)
      ${AT_POOL}`,
  },
  lots: {
    name: "lots",
    text: `UPDATE lot l SET points0 = u.points0, cap0 = u.cap0, points = u.points, newest_seq = u.newest,
        oldest_seq = u.oldest
      FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
        AS u(seq, points0, cap0, points, newest, oldest)
      WHERE l.cell_id = $1 AND l.seq = u.seq`,
  },
  newLots: {
    name: "new_lots",
    text: `INSERT INTO lot
      (cell_id, seq, operator_id, member_no, points0, cap0, points, newest_seq, oldest_seq)
      SELECT p.cell_id, u.seq, p.operator_id, u.member_no, u.points0, u.cap0, u.points, u.newest, u.oldest
      ${ANCHOR} unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
        $8::bigint[]) AS u(seq, points0, cap0, points, newest, oldest, member_no) ${AT_POOL}`,
  },
  purchases: {
    name: "purchases",
    text: `INSERT INTO purchase_change
      (cell_id, purchase_seq, operator_id, left_grains, sold, got, refunded, refunds)
      SELECT p.cell_id, u.seq, p.operator_id, u.left_grains, u.sold, u.got, u.refunded, u.refunds
      ${ANCHOR} unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
        AS u(seq, left_grains, sold, got, refunded, refunds) ${AT_POOL}
      ON CONFLICT (cell_id, purchase_seq) DO UPDATE SET left_grains = EXCLUDED.left_grains,
        sold = EXCLUDED.sold, got = EXCLUDED.got, refunded = EXCLUDED.refunded, refunds = EXCLUDED.refunds`,
  },
  price: {
    name: "price",
    text: `INSERT INTO price (cell_id, seq, operator_id, at, cash, points)
      SELECT p.cell_id, p.seq, p.operator_id, $2::timestamptz, p.cash, p.points FROM pool p ${AT_POOL}`,
  },
  members: {
    name: "members",
    text: `INSERT INTO member (cell_id, no, operator_id, id, sponsor_no, joined_seq)
      SELECT p.cell_id, u.no, p.operator_id, u.id, NULLIF(u.sponsor, 0), u.seq
      ${ANCHOR} ROWS FROM (unnest($2::bigint[]), unnest($3::bigint[]), unnest($4::bigint[]), ${texts(5)})
        AS u(no, sponsor, seq, id) ${AT_POOL}`,
  },
  sponsors: {
    name: "sponsors",
    text: `UPDATE member m SET sponsor_no = NULLIF(u.sponsor, 0)
      FROM unnest($2::bigint[], $3::bigint[]) AS u(no, sponsor)
      WHERE m.cell_id = $1 AND m.no = u.no`,
  },
  sponsorChanges: {
    name: "sponsor_changes",
    text: `INSERT INTO sponsor_change (cell_id, seq, operator_id, member_no, from_no, to_no, kind)
      SELECT p.cell_id, u.seq, p.operator_id, u.member_no, NULLIF(u.from_no, 0), NULLIF(u.to_no, 0), u.kind
      ${ANCHOR} ROWS FROM (unnest($2::bigint[]), unnest($3::bigint[]), unnest($4::bigint[]),
        unnest($5::bigint[]), ${texts(6)}) AS u(seq, member_no, from_no, to_no, kind) ${AT_POOL}`,
  },
  merchant: {
    name: "merchant",
    text: `INSERT INTO merchant (cell_id, no, operator_id, id, owner_no, region, take_ppm, recruiter_no,
        goods, feed, opened_seq)
      SELECT p.cell_id, $2::bigint, p.operator_id, $3, $4::bigint, $5, $6::bigint, $7::bigint, $8::boolean,
        $9,
        $10::bigint
      FROM pool p ${AT_POOL}`,
  },
  appoint: {
    name: "appoint",
    text: `INSERT INTO agent (cell_id, region, operator_id, member_no, since_seq)
      SELECT p.cell_id, $2, p.operator_id, $3::bigint, $4::bigint FROM pool p ${AT_POOL}
      ON CONFLICT (cell_id, region) DO UPDATE SET member_no = EXCLUDED.member_no,
        since_seq = EXCLUDED.since_seq`,
  },
  dismiss: { name: "dismiss", text: "DELETE FROM agent WHERE cell_id = $1 AND region = $2" },
  plan: {
    name: "plan",
    text: `INSERT INTO plan (cell_id, operator_id, name, version, hash, body, first_seq)
      SELECT p.cell_id, p.operator_id, $2, $3::bigint, $4::bytea, $5, $6::bigint FROM pool p ${AT_POOL}
      ON CONFLICT (cell_id, name, version) DO NOTHING`,
  },
  feed: {
    name: "feed",
    text: `INSERT INTO feed (cell_id, operator_id, feed, plan_name, plan_version, since_seq)
      SELECT p.cell_id, p.operator_id, $2, $3, $4::bigint, $5::bigint FROM pool p ${AT_POOL}
      ON CONFLICT (cell_id, feed) DO UPDATE SET plan_name = EXCLUDED.plan_name,
        plan_version = EXCLUDED.plan_version, since_seq = EXCLUDED.since_seq`,
  },
  portion: {
    name: "portion",
    text: `INSERT INTO portion (cell_id, no, operator_id, name)
      SELECT p.cell_id, $2::bigint, p.operator_id, $3 FROM pool p ${AT_POOL}
      ON CONFLICT (cell_id, no) DO NOTHING`,
  },
  withdrawal: {
    name: "withdrawal",
    text: `INSERT INTO withdrawal (cell_id, id, operator_id, member_no, source, amount, state, seq)
      SELECT p.cell_id, $2, p.operator_id, $3::bigint, $4, $5::bigint, $6, $7::bigint FROM pool p ${AT_POOL}
      ON CONFLICT (cell_id, id) DO UPDATE SET state = EXCLUDED.state, seq = EXCLUDED.seq`,
  },
} as const satisfies Readonly<Record<string, Statement>>;
