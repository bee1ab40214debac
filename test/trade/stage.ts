/** Everyday trade on a database and a desk of its own: a store, its members, a demo channel, a clock that is held. */
import { DemoChannel, DemoGateway, type Signed } from "#connect/demo";
import { Desk, isTradeRefusal, type Payment, Trade, type TradeOptions, type Withdrawal } from "#desk";
import { checkPlan } from "#sim";
import { type Database, putOperator } from "#store";
import { heldClock } from "../delivery/ground.ts";
import { planOf } from "../desk/stage.ts";
import { LOCAL } from "../plans.ts";
import { freshDatabase } from "../postgres.ts";

export const CELL = 1n;

export interface TradeStage {
  readonly database: Database;
  readonly desk: Desk;
  readonly trade: Trade;
  readonly gateway: DemoGateway;
  readonly clock: () => Date;
  readonly faults: unknown[];
  /** What the wire to the gateway does instead, until it is set back to null. */
  wire: ((request: string, answer: (request: string) => Promise<Signed>) => Promise<Signed>) | null;
  pass(milliseconds: number): void;
  /** Another trade on the same desk, as after a restart. */
  another(options?: Partial<TradeOptions>): Trade;
  order(order: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

let holders = 0;

export async function tradeStage(options: Partial<TradeOptions> = {}): Promise<TradeStage> {
  const { database, drop } = await freshDatabase();
  await putOperator(database, 1n, "测试");
  const { clock, pass } = heldClock(new Date("2026-11-02T02:00:00Z"));
  const faults: unknown[] = [];
  holders += 1;
  const desk = new Desk({
    database,
    holder: { id: `trade-${process.pid}-${holders}`, url: "http://127.0.0.1:0" },
    report: (error) => faults.push(error),
    now: () => clock().getTime() * 1_000,
  });
  await desk.createCell(CELL, 1n, "测试", "live", planOf(LOCAL));
  const gateway = new DemoGateway({ clock });
  const self: { wire: TradeStage["wire"] } = { wire: null };
  const channel = new DemoChannel({
    wire: (request) => self.wire?.(request, gateway.answer) ?? gateway.answer(request),
    publicKey: gateway.publicKey,
    clock,
  });
  const another = (more: Partial<TradeOptions> = {}) =>
    new Trade({ desk, checkPlan, channels: [channel], clock, ...options, ...more });
  const order = async (json: Readonly<Record<string, unknown>>) => {
    const [answer] = await desk.submit(CELL, [{ json }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify({ json, answer }));
  };
  await order({ id: "j:owner", kind: "join", member: "owner" });
  await order({ id: "j:mei", kind: "join", member: "mei" });
  await order({ id: "s:tea", kind: "open_store", merchant: "tea", owner: "owner", region: "110101" });
  const close = async () => {
    await desk.close();
    await drop();
  };
  return Object.assign(self, {
    database,
    desk,
    trade: another(),
    gateway,
    clock,
    faults,
    pass,
    another,
    order,
    close,
  });
}

/** The answer, or a failure that says which refusal it was. */
export function ok<T extends object>(answer: T): Exclude<T, { refused: unknown }> {
  if (isTradeRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, { refused: unknown }>;
}

/** Code of a refusal; undefined for any other answer. */
export const code = (answer: object | null): string | undefined =>
  isTradeRefusal(answer) ? answer.refused : undefined;

/** A payment that is being paid: its row, and what the payer holds. */
export async function paying(stage: TradeStage, amountFen = 10_000n): Promise<Payment> {
  const { trade } = stage;
  const asked = { member: "mei", merchant: "tea", amountFen, channel: "demo", by: "mei" };
  const made = ok(await trade.payments.create(CELL, asked));
  return ok(await trade.payments.pay(CELL, made.id)).payment;
}

/** Puts fen into the wallet of mei: buys, is given the points of all, and redeems them. */
export async function fund(stage: TradeStage, purchases = 10): Promise<bigint> {
  for (let i = 0; i < purchases; i++) {
    const buy = { kind: "purchase", member: "mei", merchant: "tea", amount_fen: 1_000_000 };
    await stage.order({ id: `fund:${i}`, ...buy });
  }
  await stage.order({ id: "fund:redeem", kind: "redeem", member: "mei", points: "all" });
  return await balance(stage, "wallet");
}

/** fen of mei in an account. */
export async function balance(
  stage: TradeStage,
  kind: "wallet" | "withdrawing" | "commission",
): Promise<bigint> {
  return await stage.desk.read(CELL, (book) => book.member("mei")?.[kind].balance ?? -1n);
}

/** How many journals of the book have an order id that begins so. */
export async function journals(stage: TradeStage, prefix: string): Promise<number> {
  const { rows } = await stage.database.query<{ n: bigint }>(
    "SELECT count(*) AS n FROM journal WHERE cell_id = $1 AND starts_with(id, $2)",
    [CELL, prefix],
  );
  return Number(rows[0]?.n);
}

export const payee = { way: "demo", hint: "尾号 1234", sameName: true };

export async function applied(stage: TradeStage, amountFen = 5_000n): Promise<Withdrawal> {
  const asked = { member: "mei", source: "wallet", amountFen, payee, by: "mei" } as const;
  return ok(await stage.trade.withdrawals.apply(CELL, asked));
}
