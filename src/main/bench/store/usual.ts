/**
 * The usual service 通常做法, the base line: a transaction an order, the pool row locked first, accounts
 * changed and entries inserted one by one, sixteen connections. Written as a competent team would, with
 * prepared statements.
 */
import type { Client, QueryResult } from "pg";
import { KIND, levelsOf, MILLION, mulDivDown, type Plan, type Ppm, rateDown } from "#engine";
import { accountNumber, CELL_PARTY, type Database } from "#store";
import type { Submit } from "./drive.ts";
import { USUAL, usualTables } from "./usualsql.ts";
import type { Purchase } from "./world.ts";

export const USUAL_CONNECTIONS = 16;

const outside = accountNumber(CELL_PARTY, KIND.outside);
const operator = accountNumber(CELL_PARTY, KIND.operator);
const unclaimed = accountNumber(CELL_PARTY, KIND.unclaimed);
const POOL = [KIND.pool, KIND.remainder, KIND.issued].map((kind) => accountNumber(CELL_PARTY, kind));
const accountOf = (party: bigint, kind: (typeof KIND)[keyof typeof KIND]) =>
  accountNumber(Number(party), kind);

/** Makes and fills the tables of a usual service. */
export async function makeUsual(database: Database, schema: string): Promise<void> {
  const client = await database.connect();
  try {
    for (const text of usualTables(schema))
      await client.query(text.replace("$POOL", `'{${POOL.join(",")}}'`));
  } finally {
    await client.end();
  }
}

/** A connection that sees the tables of a usual service. */
export async function usualConnection(database: Database, schema: string): Promise<Client> {
  const client = await database.connect();
  await client.query(`SET search_path = ${schema}`);
  return client;
}

interface Line {
  readonly step: string;
  readonly account: number;
  readonly amount: bigint;
}

interface PoolNow {
  seq: bigint;
  cash: bigint;
  points: bigint;
  lot_seq: bigint;
}

interface LotNow {
  readonly seq: bigint;
  readonly points0: bigint;
  readonly cap0: bigint;
  readonly points: bigint;
}

export class Usual {
  private readonly free: Client[] = [];

  private constructor(private readonly plan: Plan) {}

  static async open(database: Database, schema: string, plan: Plan): Promise<Usual> {
    await makeUsual(database, schema);
    const usual = new Usual(plan);
    for (let i = 0; i < USUAL_CONNECTIONS; i++) usual.free.push(await usualConnection(database, schema));
    return usual;
  }

  async close(): Promise<void> {
    await Promise.all(this.free.map((client) => client.end()));
  }

  /** For as many callers as there are connections. */
  readonly submit: Submit = async (order) => {
    const client = this.free.pop();
    if (client === undefined) throw new Error("more callers than connections");
    try {
      return await this.transaction(client, order);
    } finally {
      this.free.push(client);
    }
  };

  private async transaction(client: Client, order: Purchase): Promise<"booked" | "repeated"> {
    for (;;) {
      try {
        await client.query("BEGIN");
        const answer = await this.book(client, order);
        await client.query("COMMIT");
        return answer;
      } catch (error) {
        await client.query("ROLLBACK");
        // Another connection was first with the same key: the next look finds it.
        if ((error as { code?: unknown }).code !== "23505") throw error;
      }
    }
  }

  private async book(client: Client, order: Purchase): Promise<"booked" | "repeated"> {
    const amount = BigInt(order.amount_fen);
    const known = await one(client, "known", [order.id]);
    if (known !== undefined) return "repeated";
    const member = await needed<{ no: bigint; sponsor_no: bigint | null }>(client, "member", [order.member]);
    const store = await needed<{ no: bigint; owner_no: bigint; region: string; recruiter_no: bigint | null }>(
      client,
      "store",
      [order.merchant],
    );
    const level1 = member.sponsor_no ?? (await this.lock(client, member.no, store.owner_no));
    const level2 =
      level1 === null
        ? null
        : (await needed<{ sponsor_no: bigint | null }>(client, "memberByNo", [level1])).sponsor_no;
    const { district, city, province } = levelsOf(store.region);
    const agents = await run<{ region: string; member_no: bigint }>(client, "agents", [
      [district, city, province].filter((code) => code !== null),
    ]);
    const agent = (code: string | null) =>
      agents.rows.find(({ region }) => region === code)?.member_no ?? null;
    const lines = this.split(amount, store.no, [
      ["upline_1", level1, this.plan.upline[0] ?? 0n],
      ["upline_2", level2, this.plan.upline[1] ?? 0n],
      ["recruiter", store.recruiter_no, this.plan.recruiter],
      ...this.regional(agent(district), agent(city), agent(province)),
    ]);

    const pool = await needed<PoolNow>(client, "pool", []);
    const poolIn = amount - lines.reduce((sum, line) => sum + line.amount, 0n);
    const issued = mulDivDown(rateDown(poolIn, this.plan.pool.mint), pool.points, pool.cash);
    pool.seq += 1n;
    pool.cash += poolIn;
    pool.points += issued;
    const lot = await one<LotNow>(client, "lot", [member.no]);
    const lotSeq = lot?.seq ?? pool.lot_seq + 1n;
    await run(client, "order", [
      ...[pool.seq, order.id, member.no, store.no, amount, issued, lotSeq, level1, level2],
      ...[pool.cash, pool.points],
    ]);
    lines.push({ step: "paid", account: outside, amount: -amount });
    lines.push({ step: "issue", account: accountOf(member.no, KIND.points), amount: issued });
    let line = 0;
    for (const each of lines) await this.enter(client, pool.seq, ++line, each);
    const cap = rateDown(amount, this.plan.pool.multiple);
    if (lot === undefined) {
      pool.lot_seq = lotSeq;
      await run(client, "newLot", [lotSeq, member.no, issued, cap]);
    } else {
      const cap0 = mulDivDown(lot.cap0, lot.points, lot.points0) + cap;
      await run(client, "mergedLot", [lot.seq, lot.points + issued, cap0]);
    }
    await this.exits(client, pool, line);
    await run(client, "poolAfter", [pool.seq, pool.cash, pool.points, pool.lot_seq]);
    return "booked";
  }

  /** The parts of a purchase but the pool's, what nobody earned included. */
  private split(amount: bigint, store: bigint, rewards: readonly [string, bigint | null, Ppm][]): Line[] {
    const { plan } = this;
    const lines: Line[] = [];
    const add = (step: string, account: number, part: bigint) => {
      if (part > 0n) lines.push({ step, account, amount: part });
      return part;
    };
    add("due", accountOf(store, KIND.payable), amount - rateDown(amount, plan.take));
    add("operator", operator, rateDown(amount, plan.operator));
    let left = rateDown(amount, plan.commissions);
    for (const [step, member, rate] of rewards) {
      if (member !== null) left -= add(step, accountOf(member, KIND.commission), rateDown(amount, rate));
    }
    add("unclaimed", unclaimed, left);
    return lines;
  }

  private regional(...agents: (bigint | null)[]): [string, bigint | null, Ppm][] {
    const { district, city, province } = this.plan.region;
    let seen = 0n;
    return ([district, city, province] as const).map((rate, i) => {
      const agent = agents[i] ?? null;
      const paid = rate > seen ? rate - seen : 0n;
      if (agent !== null && rate > seen) seen = rate;
      return [["region_district", "region_city", "region_province"][i] as string, agent, paid];
    });
  }

  private async lock(client: Client, buyer: bigint, owner: bigint): Promise<bigint | null> {
    const root = await needed<{ no: bigint }>(client, "root", [owner]);
    if (root.no === buyer) return null;
    const { rowCount } = await run(client, "lock", [buyer, owner]);
    if (rowCount === 1) return owner;
    // Another connection was first.
    return (await needed<{ sponsor_no: bigint }>(client, "memberByNo", [buyer])).sponsor_no;
  }

  private async enter(
    client: Client,
    seq: bigint,
    line: number,
    { step, account, amount }: Line,
  ): Promise<void> {
    const { balance } = await needed<{ balance: bigint }>(client, "account", [account, amount]);
    await run(client, "entry", [seq, line, account, step, amount, balance]);
  }

  /** Lots that are due leave, lowest trigger first. */
  private async exits(client: Client, pool: PoolNow, lines: number): Promise<void> {
    for (let line = lines; ; ) {
      const lot = await one<LotNow & { member_no: bigint }>(client, "due", []);
      if (lot === undefined || lot.points0 * pool.cash < lot.cap0 * pool.points) return;
      const worth = mulDivDown(lot.points, pool.cash, pool.points);
      const most = mulDivDown(lot.cap0, lot.points, lot.points0);
      const paid = rateDown(worth < most ? worth : most, MILLION - this.plan.pool.exitLoad);
      pool.cash -= paid;
      pool.points -= lot.points;
      await run(client, "closeLot", [lot.seq]);
      const points = { step: "burn", account: accountOf(lot.member_no, KIND.points), amount: -lot.points };
      await this.enter(client, pool.seq, ++line, points);
      const wallet = { step: "forced_exit", account: accountOf(lot.member_no, KIND.wallet), amount: paid };
      await this.enter(client, pool.seq, ++line, wallet);
    }
  }
}

type Name = keyof typeof USUAL;

async function run<Row extends object>(
  client: Client,
  name: Name,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  return await client.query<Row>({ name, text: USUAL[name], values: [...values] });
}

async function one<Row extends object>(client: Client, name: Name, values: readonly unknown[]) {
  return (await run<Row>(client, name, values)).rows[0];
}

async function needed<Row extends object>(
  client: Client,
  name: Name,
  values: readonly unknown[],
): Promise<Row> {
  const row = await one<Row>(client, name, values);
  if (row === undefined) throw new Error(`the usual service has no row for ${name}`);
  return row;
}
