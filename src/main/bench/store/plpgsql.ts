/** The usual service's other form: the whole order in one PL/pgSQL call, on tables of the same kind. */
import type { Client } from "pg";
import { KIND, type Plan } from "#engine";
import { accountNumber, CELL_PARTY, type Database } from "#store";
import type { Submit } from "./drive.ts";
import { makeUsual, USUAL_CONNECTIONS, usualConnection } from "./usual.ts";
import type { Purchase } from "./world.ts";

const account = (kind: (typeof KIND)[keyof typeof KIND]) => accountNumber(CELL_PARTY, kind);
/** SQL for the account of a kind of a party's number. */
const of = (party: string, kind: (typeof KIND)[keyof typeof KIND]) =>
  `${party} * 16 + ${accountNumber(0, kind)}`;

/** The function, with the rates of the plan in it; amounts are far below what overflows. */
function bookFunction({ take, operator, commissions, upline, recruiter, region, pool }: Plan): string {
  const rate = (ppm: bigint | undefined) => `paid * ${ppm ?? 0n} / 1000000`;
  return `CREATE FUNCTION book(order_id text, buyer_id text, store_id text, paid bigint) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    buyer member; shop store; chest pool; held lot; due lot;
    level1 bigint; level2 bigint; agents bigint[] := '{NULL,NULL,NULL}';
    rates bigint[] := ARRAY[${region.district}, ${region.city}, ${region.province}]::bigint[];
    seen bigint := 0; rest bigint; part bigint; line int := 0; into_pool bigint;
    issued bigint; now_held bigint;
    accounts bigint[] := '{}'; amounts bigint[] := '{}'; steps text[] := '{}'; lot_no bigint; worth bigint;
  BEGIN
    PERFORM 1 FROM orders WHERE id = order_id;
    IF FOUND THEN RETURN 'repeated'; END IF;
    SELECT * INTO STRICT shop FROM store WHERE id = store_id;
    SELECT * INTO STRICT chest FROM pool WHERE no = 1 FOR UPDATE;
    PERFORM 1 FROM orders WHERE id = order_id;
    IF FOUND THEN RETURN 'repeated'; END IF;
    SELECT * INTO STRICT buyer FROM member WHERE id = buyer_id;
    level1 := buyer.sponsor_no;
    IF level1 IS NULL THEN
      WITH RECURSIVE up AS (SELECT no, sponsor_no FROM member WHERE no = shop.owner_no UNION ALL
        SELECT m.no, m.sponsor_no FROM up JOIN member m ON m.no = up.sponsor_no)
        SELECT shop.owner_no INTO level1 FROM up WHERE sponsor_no IS NULL AND no <> buyer.no;
      IF level1 IS NOT NULL THEN UPDATE member SET sponsor_no = level1 WHERE no = buyer.no; END IF;
    END IF;
    SELECT sponsor_no INTO level2 FROM member WHERE no = level1;
    SELECT ARRAY[max(member_no) FILTER (WHERE region = shop.region),
      max(member_no) FILTER (WHERE region = left(shop.region, 4) || '00'),
      max(member_no) FILTER (WHERE region = left(shop.region, 2) || '0000')] INTO agents
      FROM agent WHERE region IN (shop.region, left(shop.region, 4) || '00', left(shop.region, 2) || '0000');
    steps := ARRAY['due', 'operator']; rest := ${rate(commissions)};
    accounts := ARRAY[${of("shop.no", KIND.payable)}, ${account(KIND.operator)}];
    amounts := ARRAY[paid - ${rate(take)}, ${rate(operator)}];
    ${reward("level1", "'upline_1'", rate(upline[0]))}
    ${reward("level2", "'upline_2'", rate(upline[1]))}
    ${reward("shop.recruiter_no", "'recruiter'", rate(recruiter))}
    FOR i IN 1..3 LOOP
      IF agents[i] IS NOT NULL AND rates[i] > seen THEN
        part := paid * (rates[i] - seen) / 1000000; seen := rates[i];
        ${reward("agents[i]", "'region_' || i", "part")}
      END IF;
    END LOOP;
    steps := steps || 'unclaimed'::text; accounts := accounts || ${account(KIND.unclaimed)}::bigint;
    amounts := amounts || rest;
    SELECT paid - sum(a) INTO into_pool FROM unnest(amounts) a;
    issued := div((into_pool * ${pool.mint} / 1000000)::numeric * chest.points, chest.cash);
    chest.seq := chest.seq + 1; chest.cash := chest.cash + into_pool; chest.points := chest.points + issued;
    SELECT * INTO held FROM lot WHERE member_no = buyer.no AND points > 0;
    lot_no := coalesce(held.seq, chest.lot_seq + 1);
    INSERT INTO orders (seq, id, kind, member_no, store_no, amount, points, lot_seq, level1_no, level2_no,
      cash_after, points_after) VALUES (chest.seq, order_id, 'purchase', buyer.no, shop.no, paid, issued,
      lot_no, level1, level2, chest.cash, chest.points);
    steps := steps || ARRAY['paid', 'issue']; amounts := amounts || ARRAY[-paid, issued];
    accounts := accounts || ARRAY[${account(KIND.outside)}, ${of("buyer.no", KIND.points)}];
    IF held.seq IS NULL THEN
      chest.lot_seq := lot_no; held.cap0 := paid * ${pool.multiple} / 1000000;
      INSERT INTO lot VALUES (lot_no, buyer.no, issued, held.cap0, issued,
        held.cap0 / issued::numeric(60, 40));
    ELSE
      held.cap0 := div(held.cap0::numeric * held.points, held.points0) + paid * ${pool.multiple} / 1000000;
      UPDATE lot SET points0 = held.points + issued, points = held.points + issued, cap0 = held.cap0,
        trigger = held.cap0 / (held.points + issued)::numeric(60, 40) WHERE seq = lot_no;
    END IF;
    LOOP
      SELECT * INTO due FROM lot WHERE points > 0 ORDER BY trigger, seq LIMIT 1;
      EXIT WHEN due.seq IS NULL OR due.points0::numeric * chest.cash < due.cap0::numeric * chest.points;
      worth := div(least(div(due.points::numeric * chest.cash, chest.points),
        div(due.cap0::numeric * due.points, due.points0)) * ${1_000_000n - pool.exitLoad}, 1000000);
      chest.cash := chest.cash - worth; chest.points := chest.points - due.points;
      UPDATE lot SET points = 0 WHERE seq = due.seq;
      steps := steps || ARRAY['burn', 'forced_exit']; amounts := amounts || ARRAY[-due.points, worth];
      accounts := accounts || ARRAY[${of("due.member_no", KIND.points)}, ${of("due.member_no", KIND.wallet)}];
    END LOOP;
    FOR i IN 1..cardinality(accounts) LOOP
      CONTINUE WHEN amounts[i] = 0;
      INSERT INTO account AS a (no, balance) VALUES (accounts[i], amounts[i])
        ON CONFLICT (no) DO UPDATE SET balance = a.balance + EXCLUDED.balance RETURNING balance INTO now_held;
      line := line + 1;
      INSERT INTO entry VALUES (chest.seq, line, accounts[i], steps[i], amounts[i], now_held);
    END LOOP;
    UPDATE pool SET seq = chest.seq, cash = chest.cash, points = chest.points, lot_seq = chest.lot_seq
      WHERE no = 1;
    RETURN 'booked';
  END $$`;
}

function reward(member: string, step: string, amount: string): string {
  return `IF ${member} IS NOT NULL THEN
      steps := steps || (${step})::text; amounts := amounts || (${amount})::bigint;
      rest := rest - (${amount});
      accounts := accounts || (${of(member, KIND.commission)})::bigint;
    END IF;`;
}

export class Called {
  private readonly free: Client[] = [];

  private constructor() {}

  static async open(database: Database, schema: string, plan: Plan): Promise<Called> {
    await makeUsual(database, schema);
    const called = new Called();
    for (let i = 0; i < USUAL_CONNECTIONS; i++) called.free.push(await usualConnection(database, schema));
    await called.free[0]?.query(bookFunction(plan));
    return called;
  }

  /** For as many callers as there are connections. */
  readonly submit: Submit = async ({ id, member, merchant, amount_fen }: Purchase) => {
    const client = this.free.pop();
    if (client === undefined) throw new Error("more callers than connections");
    try {
      const text = "SELECT book($1, $2, $3, $4) AS answer";
      const values = [id, member, merchant, amount_fen];
      const { rows } = await client.query<{ answer: "booked" | "repeated" }>({ name: "book", text, values });
      return rows[0]?.answer ?? "repeated";
    } finally {
      this.free.push(client);
    }
  };

  async close(): Promise<void> {
    await Promise.all(this.free.map((client) => client.end()));
  }
}
