/**
 * Random orders for the desk: few members and stores, so that the same purchases, lots and wallets are met
 * again and again from group to group, with all kinds of orders, ids used twice and names that mean
 * nothing.
 */
import type { Chance } from "./chance.ts";

interface Bought {
  readonly id: string;
  readonly member: string;
  readonly amount: number;
}
type Body = { readonly kind: string } & Readonly<Record<string, unknown>>;
export type OrderJson = { readonly id: string; readonly kind: string } & Readonly<Record<string, unknown>>;

const REGIONS = ["440106", "440100", "440000", "441900"];
const AMOUNTS = [1, 7, 99, 100, 1_001, 12_345, 33_333, 100_000, 777_777];
const KINDS: readonly (readonly [kind: string, weight: number])[] = [
  ["join", 3],
  ["open_store", 2],
  ["purchase", 34],
  ["redeem", 15],
  ["refund", 26],
  ["withdraw", 7],
  ["close", 7],
  ["inject", 3],
  ["release", 2],
  ["appoint", 2],
  ["dismiss", 1],
  ["bind", 2],
  ["correct_sponsor", 1],
  ["publish", 1],
];
const TOTAL = KINDS.reduce((sum, [, weight]) => sum + weight, 0);
const DAY = 24 * 60;

export class WorldOfOrders {
  private members = 0;
  private stores = 0;
  private versions = 1;
  private minutes = 0;
  private written = 0;
  private readonly bought: Bought[] = [];
  private readonly asked: string[] = [];
  private readonly planned: Body[] = [];
  private readonly lines: OrderJson[] = [];
  private lately: Bought | undefined;

  constructor(
    private readonly chance: Chance,
    private readonly plan: Readonly<Record<string, unknown>>,
    /** Whether orders carry times. */
    private readonly timed: boolean,
    private readonly prefix = "o",
  ) {}

  /** The next `n` orders. */
  orders(n: number): OrderJson[] {
    return Array.from({ length: n }, () => this.order());
  }

  private order(): OrderJson {
    const { chance, lines, planned } = this;
    const next = planned.shift();
    if (next !== undefined) return this.write(next);
    if (lines.length > 0 && chance.once(23)) return this.again();
    if (chance.once(20)) this.planStreak();
    return this.write(null);
  }

  private write(body: Body | null): OrderJson {
    this.written += 1;
    const id = `${this.prefix}${this.written}`;
    const order: OrderJson = { id, ...(body ?? this.body(id)), ...(this.timed ? this.time() : {}) };
    this.lines.push(order);
    return order;
  }

  /** A member sells and one of his purchases is refunded by turns, group upon group. */
  private planStreak(): void {
    const { chance, planned } = this;
    const withdrawal = this.asked.at(-1 - chance.below(4));
    if (chance.once(4) && withdrawal !== undefined) {
      const kinds = [
        { kind: "pay_out", withdrawal },
        { kind: "refund", purchase: withdrawal, amount_fen: 1 },
      ];
      planned.push(...kinds, { kind: "inject", amount_fen: 1 }, ...kinds.reverse());
    }
    const of = this.bought.at(-1 - chance.below(8));
    if (of === undefined) return;
    const { member, id, amount } = of;
    for (let left = chance.between(3, 8); left > 0; left--) {
      const points = chance.pick(["0.5", "0.00000001", "3.00000001", "3.00000001", "all"]);
      const part = chance.pick([1, 1, Math.ceil(amount / 20), Math.ceil(amount / 5)]);
      if (chance.once(2)) planned.push({ kind: "redeem", member, points });
      else planned.push({ kind: "refund", purchase: id, amount_fen: part });
    }
  }

  /** An order asked before, as it was or with another body. */
  private again(): OrderJson {
    const { chance, lines } = this;
    const known = chance.once(2) ? (lines.at(-1 - chance.below(4)) ?? lines[0]) : chance.pick(lines);
    const order = known as OrderJson;
    return chance.once(3) ? { ...order, note: "another" } : order;
  }

  private time(): object {
    const { chance } = this;
    if (chance.once(4)) return {};
    this.minutes += chance.once(12) ? chance.below(9 * DAY) : chance.below(90);
    const minutes = chance.once(30) ? Math.max(0, this.minutes - 600) : this.minutes;
    return { at: new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString() };
  }

  private member(): string {
    return this.chance.once(60) ? "nobody" : `m${this.chance.below(this.members)}`;
  }

  private kind(): string {
    if (this.members < 3) return "join";
    if (this.stores < 2) return "open_store";
    let at = this.chance.below(TOTAL);
    for (const [kind, weight] of KINDS) {
      at -= weight;
      if (at < 0) return kind === "join" && this.members > 6 ? "purchase" : kind;
    }
    return "purchase";
  }

  private body(id: string): Body {
    const { chance } = this;
    const kind = this.kind();
    switch (kind) {
      case "join": {
        const sponsor = this.members === 0 || chance.once(2) ? null : this.member();
        return { kind, member: `m${this.members++}`, sponsor };
      }
      case "open_store":
        return {
          kind,
          merchant: `s${this.stores++}`,
          owner: this.member(),
          region: chance.pick(REGIONS),
          goods: chance.once(3),
        };
      case "purchase": {
        const amount = chance.pick(AMOUNTS);
        const member = this.member();
        this.bought.push({ id, member, amount });
        return { kind, member, merchant: `s${chance.below(this.stores)}`, amount_fen: amount };
      }
      case "redeem": {
        const points = chance.pick(["all", "all", "0.5", "3.00000001", "40", "0.00000001"]);
        return { kind, member: this.member(), points };
      }
      case "refund":
        return this.refund();
      case "withdraw":
        this.asked.push(id);
        return {
          kind,
          member: this.member(),
          source: chance.pick(["wallet", "commission"]),
          amount_fen: chance.pick([1, 5, 100, 5_000]),
        };
      case "close":
        return { kind: chance.pick(["pay_out", "return_withdrawal"]), withdrawal: this.withdrawal() };
      case "inject":
        return { kind, amount_fen: chance.pick([1, 50_000, 0]) };
      case "release":
        return { kind, amount_fen: chance.pick([1, 500]) };
      case "appoint":
        return { kind, member: this.member(), region: chance.pick(REGIONS) };
      case "dismiss":
        return { kind, region: chance.pick(REGIONS) };
      case "bind":
        return { kind, member: this.member(), sponsor: this.member() };
      case "correct_sponsor":
        return {
          kind,
          member: this.member(),
          sponsor: chance.once(3) ? null : this.member(),
          case: `c${id}`,
        };
      default: {
        this.versions += chance.once(3) ? 0 : 1;
        const feed = chance.pick(["main", "second"]);
        return { kind: "publish", feed, plan: { ...this.plan, version: this.versions } };
      }
    }
  }

  /** Often of a purchase just made, or of the one refunded just before; now and then of none. */
  private refund(): Body {
    const { chance, bought, asked } = this;
    const way = chance.below(10);
    let of = way < 4 ? bought.at(-1 - chance.below(5)) : chance.pick(bought);
    if (way >= 8 && this.lately !== undefined) of = this.lately;
    if (of === undefined || chance.once(25)) {
      const purchase = asked.length === 0 ? "none" : chance.pick(asked);
      return { kind: "refund", purchase, amount_fen: 1 };
    }
    this.lately = of;
    const amount = chance.pick([
      of.amount,
      1,
      1,
      of.amount >> 1,
      of.amount - 1,
      99,
      Math.ceil(of.amount / 9),
    ]);
    return { kind: "refund", purchase: of.id, amount_fen: amount };
  }

  private withdrawal(): string {
    const { chance, asked, bought } = this;
    if (asked.length === 0 || chance.once(15)) return chance.pick(bought)?.id ?? "none";
    return chance.once(2) ? (asked.at(-1) as string) : chance.pick(asked);
  }
}
