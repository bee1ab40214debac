/** Load over HTTP, with a ledger of what was asked and what was answered. */
import { Agent, request } from "node:http";
import { canonical } from "#engine";
import type { Chance } from "../desk/chance.ts";

export type OrderJson = { readonly id: string; readonly kind: string } & Readonly<Record<string, unknown>>;

export interface Booked {
  readonly seq: number;
  readonly record: string;
}

interface AnswerJson {
  readonly status: string | number;
  readonly id?: string;
  readonly code?: string;
  readonly seq?: number;
  readonly repeated?: boolean;
  readonly journal?: unknown;
}

const MEMBERS = 12;
const STORES = 3;

/** Orders that a world is made of before any load. */
export function settlers(): OrderJson[] {
  const orders: OrderJson[] = [];
  for (let i = 0; i < MEMBERS; i++)
    orders.push({ id: `join-${i}`, kind: "join", member: `m${i}`, sponsor: i === 0 ? null : `m${i >> 1}` });
  for (let i = 0; i < STORES; i++)
    orders.push({
      id: `store-${i}`,
      kind: "open_store",
      merchant: `s${i}`,
      owner: `m${i}`,
      region: "440106",
    });
  orders.push({ id: "appoint", kind: "appoint", member: "m1", region: "440106" });
  orders.push({ id: "inject", kind: "inject", amount_fen: 1_000_000 });
  return orders;
}

/** What is known of every order ever asked. */
export class Ledger {
  readonly asked = new Map<string, OrderJson>();
  readonly booked = new Map<string, Booked>();
  readonly refused = new Map<string, string>();
  /** Asked, and whether they were booked is not known. */
  readonly open = new Set<string>();
  readonly faults: string[] = [];
  /** Busy, elsewhere, unavailable, cut off. */
  notNow = 0;

  take(id: string, answer: AnswerJson): void {
    if (answer.status === "booked") {
      const booked = { seq: answer.seq as number, record: canonical(answer.journal) };
      const known = this.booked.get(id);
      if (known !== undefined && (known.seq !== booked.seq || known.record !== booked.record))
        this.faults.push(`${id}: ${JSON.stringify(known)} and then ${JSON.stringify(booked)}`);
      if (known !== undefined && answer.repeated !== true) this.faults.push(`${id} was booked anew`);
      this.booked.set(id, booked);
      this.open.delete(id);
    } else if (answer.status === "refused") {
      if (this.booked.has(id)) this.faults.push(`${id} was booked, and then refused: ${answer.code}`);
      this.refused.set(id, answer.code as string);
      this.open.delete(id);
    } else {
      this.notNow += 1;
      if (answer.status !== "failed") this.faults.push(`${id}: ${JSON.stringify(answer)}`);
    }
  }
}

/** Whoever can be asked; true where there was an answer. */
export interface Asker {
  ask(orders: readonly OrderJson[]): Promise<boolean>;
}

/** Asks over HTTP; what comes to no answer stays open in the ledger. */
export class Client implements Asker {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(
    private readonly at: () => string,
    private readonly key: string,
    readonly ledger: Ledger,
  ) {}

  /** Asks for orders together, or for one alone; true where they were answered. */
  async ask(orders: readonly OrderJson[]): Promise<boolean> {
    const { ledger } = this;
    for (const order of orders) {
      ledger.asked.set(order.id, order);
      ledger.open.add(order.id);
    }
    const [only] = orders;
    const isSingle = orders.length === 1;
    const reply = await this.post(isSingle ? only : orders).catch(() => null);
    if (reply === null) {
      ledger.notNow += 1;
      return false;
    }
    const { status, body } = reply;
    if (status === 200) {
      const answers = (isSingle ? [body] : body) as AnswerJson[];
      for (const [i, order] of orders.entries()) ledger.take(order.id, answers[i] as AnswerJson);
      return true;
    }
    if (isSingle && [409, 422, 404, 400].includes(status)) {
      ledger.take((only as OrderJson).id, { ...(body as AnswerJson), status: "refused" });
      return true;
    }
    // 429 busy, 503 elsewhere, closing or unavailable; anything else is no answer either.
    ledger.notNow += 1;
    if (![429, 500, 503].includes(status)) ledger.faults.push(`HTTP ${status}: ${JSON.stringify(body)}`);
    return false;
  }

  close(): void {
    this.agent.destroy();
  }

  private post(body: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const asking = request(`${this.at()}/v1/orders?journal=true`, {
        method: "POST",
        agent: this.agent,
        timeout: 30_000,
        headers: { authorization: `Bearer ${this.key}`, "content-type": "application/json" },
      });
      asking.on("response", (response) => {
        let answer = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => {
          answer += piece;
        });
        response.on("end", () => {
          try {
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(answer) });
          } catch (error) {
            reject(error);
          }
        });
        response.on("error", reject);
        response.on("aborted", () => reject(new Error("cut off")));
      });
      asking.on("timeout", () => asking.destroy(new Error("no answer")));
      asking.on("error", reject);
      asking.end(text);
    });
  }
}

/** One who asks without pause, until told to stop or turned away. */
export class Till {
  private written = 0;
  private stopped = false;
  private readonly bought: { readonly id: string; readonly amount: number }[] = [];
  private readonly held: string[] = [];

  constructor(
    private readonly name: string,
    private readonly client: Asker,
    private readonly chance: Chance,
    private readonly most = 40,
  ) {}

  stop(): void {
    this.stopped = true;
  }

  async work(): Promise<void> {
    this.stopped = false;
    while (!this.stopped) {
      const size = this.chance.once(3) ? 1 : this.chance.between(2, this.most);
      const orders = Array.from({ length: size }, () => this.order());
      if (!(await this.client.ask(orders))) await new Promise((done) => setTimeout(done, 25));
    }
  }

  private order(): OrderJson {
    const { chance, bought, held } = this;
    const id = `${this.name}-${this.written++}`;
    const member = `m${chance.below(MEMBERS)}`;
    const way = chance.below(100);
    if (way < 8) return { id, kind: "join", member: id, sponsor: member };
    if (way < 55 || bought.length === 0) {
      const amount = chance.pick([1_000, 12_345, 100_000, 99, 5_000_000]);
      bought.push({ id, amount });
      return { id, kind: "purchase", member, merchant: `s${chance.below(STORES)}`, amount_fen: amount };
    }
    if (way < 72) {
      const of = chance.once(2) ? (bought.at(-1) ?? bought[0]) : chance.pick(bought);
      const { id: purchase, amount } = of as { id: string; amount: number };
      return { id, kind: "refund", purchase, amount_fen: chance.pick([amount, 1, amount >> 1]) };
    }
    if (way < 86) return { id, kind: "redeem", member, points: chance.pick(["all", "1", "0.00000001"]) };
    if (way < 93 || held.length === 0) {
      held.push(id);
      return { id, kind: "withdraw", member, source: "wallet", amount_fen: chance.pick([1, 100, 5_000]) };
    }
    return { id, kind: chance.pick(["pay_out", "return_withdrawal"]), withdrawal: chance.pick(held) };
  }
}
