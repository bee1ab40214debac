/**
 * The crowd of the engine's benchmark: stores, members, and the orders they bring, the same for the same
 * seed.
 */
import { type Fen, type Order, type Plan, Replay } from "#engine";

/**
 * What is brought: purchases alone, or 90 purchases with 5 redemptions, 4 refunds and 1 injection in a
 * hundred.
 */
export type Mix = "purchase" | "mixed";
export const MIXES: readonly Mix[] = ["purchase", "mixed"];

const STORES = 100;
const REGIONS = ["440106", "440300", "310115", "330106", "510104"];
/** Where a lot is a purchase, members come back so often before the measurement. */
const PURCHASES_A_MEMBER = 10;
const TIMELESS = { at: null, atText: null };

/** Mulberry32: 32 bits of state are enough for amounts and choices. Gives numbers in [0, 1). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Crowd {
  readonly replay: Replay;
  private readonly names: string[] = [];
  private readonly random: () => number;
  private orders = 0;
  private refundable: string[] = [];

  constructor(
    private readonly plan: Plan,
    seed: number,
  ) {
    this.replay = new Replay(plan);
    this.random = chance(seed);
    for (let i = 0; i < STORES; i++) this.openStore(i);
    REGIONS.forEach((region, i) => {
      this.give({ ...TIMELESS, id: this.id(), kind: "appoint", member: `owner-${i}`, region });
    });
  }

  get lots(): number {
    return this.replay.book.lots.size;
  }

  get members(): number {
    return this.names.length;
  }

  /** Purchases of new members until there are `lots` lots; stops for breath every few thousand of them. */
  *fill(lots: number): Generator<number, undefined> {
    const each = this.plan.pool.per === "member" ? 1 : PURCHASES_A_MEMBER;
    while (this.lots < lots) {
      const member = this.join();
      for (let i = 0; i < each && this.lots < lots; i++) this.give(this.purchase(member));
      if (this.orders % 8192 < 2) yield this.lots;
    }
    return undefined;
  }

  /**
   * Orders to be measured, made beforehand. One purchase in ten is a new member's first (he has joined
   * already), but no more of them than a twentieth of the lots there are, so that the pool keeps its size.
   */
  bring(count: number, mix: Mix): Order[] {
    const newcomers = Math.min(Math.floor(count / 10), Math.ceil(this.lots / 20));
    const fresh = Array.from({ length: newcomers }, () => this.join(false));
    this.refundable = [];
    const list: Order[] = [];
    for (let i = 0; i < count; i++) {
      const dice = mix === "purchase" ? 0 : this.random() * 100;
      if (dice < 90) {
        const first = i % 10 === 0 ? fresh[i / 10] : undefined;
        list.push(this.purchase(first ?? this.member()));
      } else if (dice < 95) list.push(this.redemption());
      else if (dice < 99) list.push(this.refund());
      else list.push({ ...TIMELESS, id: this.id(), kind: "inject", amount: 100_000n });
    }
    this.names.push(...fresh);
    return list;
  }

  private give(order: Order): void {
    const outcome = this.replay.order(order);
    if (outcome.type === "refused")
      throw new Error(`the benchmark's own ${order.kind} was refused: ${outcome.code}`);
  }

  private id(): string {
    this.orders += 1;
    return `o${this.orders}`;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  private member(): string {
    return this.pick(this.names);
  }

  private openStore(i: number): void {
    const owner = `owner-${i}`;
    const sponsor = i === 0 ? null : `owner-${Math.floor(this.random() * i)}`;
    this.give({ ...TIMELESS, id: this.id(), kind: "join", member: owner, sponsor });
    const region = REGIONS[i % REGIONS.length] as string;
    const store = { take: null, recruiter: null, goods: false, feed: "main" };
    this.give({
      ...TIMELESS,
      id: this.id(),
      kind: "open_store",
      merchant: `store-${i}`,
      owner,
      region,
      ...store,
    });
  }

  /** Half of the members come by a member's word, half are locked by the store of their first purchase. */
  private join(known = true): string {
    const id = this.id();
    const member = `m${id}`;
    const sponsor = this.names.length > 0 && this.random() < 0.5 ? this.member() : null;
    this.give({ ...TIMELESS, id, kind: "join", member, sponsor });
    if (known) this.names.push(member);
    return member;
  }

  /** 10 to 2,000 yuan, small ones more often. */
  private purchase(member: string): Order {
    const id = this.id();
    this.refundable.push(id);
    const amount: Fen = BigInt(Math.floor(1_000 * 200 ** this.random()));
    const merchant = `store-${Math.floor(this.random() * STORES)}`;
    return { ...TIMELESS, id, kind: "purchase", member, merchant, amount, cost: null };
  }

  /** A tenth of what a member holds now. */
  private redemption(): Order {
    const member = this.member();
    const held = this.replay.book.members.get(member)?.points.balance ?? 0n;
    return { ...TIMELESS, id: this.id(), kind: "redeem", member, points: held / 10n };
  }

  /** 5 yuan back of a purchase of this run. */
  private refund(): Order {
    if (this.refundable.length === 0) return this.purchase(this.member());
    return { ...TIMELESS, id: this.id(), kind: "refund", purchase: this.pick(this.refundable), amount: 500n };
  }
}
