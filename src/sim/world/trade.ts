/** The trade of a world: stores open, members join, buy, buy again, and ask for some of it back. */
import { type Fen, type MemoryBook, type Order, priceOf, rateDown } from "#engine";
import { amountDrawer } from "./amount.ts";
import type { Chance } from "./chance.ts";
import type { Clerk } from "./clerk.ts";
import type { People } from "./people.ts";
import type { ProfitTakers } from "./sellers.ts";
import type { World } from "./world.ts";

export interface DueRefund {
  readonly purchase: string;
  readonly amount: Fen;
}

/** What of chance the trade draws from, a stream for each concern. */
export interface TradeChance {
  readonly stores: Chance;
  readonly amounts: Chance;
  readonly buyers: Chance;
  readonly refunds: Chance;
}

export class Trade {
  /** Purchases asked for so far. */
  purchases = 0;
  private storeCount = 0;
  private readonly draw: (chance: Chance) => Fen;
  private readonly due = new Map<number, DueRefund[]>();

  constructor(
    private readonly world: World,
    private readonly people: People,
    private readonly clerk: Clerk,
    private readonly chance: TradeChance,
    /** Profit takers by the number of their group; null for other groups. */
    private readonly takers: readonly (ProfitTakers | null)[],
  ) {
    this.draw = amountDrawer(world.amount);
  }

  /** The stores that are to open by the morning of a day. */
  *openings(day: number): Generator<Order, undefined> {
    const { count, everyDays, most } = this.world.stores;
    const later = everyDays === 0 ? 0 : Math.floor((day - 1) / everyDays);
    while (this.storeCount < Math.min(count + later, most)) yield* this.openStore();
    return undefined;
  }

  private *openStore(): Generator<Order, undefined> {
    const { clerk, people, chance } = this;
    const { stores } = this.world;
    const number = this.storeCount + 1;
    const later = number > stores.count && people.count > 0;
    const broughtIn = later && chance.stores.happens(stores.recruited);
    const recruiter = broughtIn ? (people.ids[chance.stores.below(people.count)] as string) : null;
    const region = stores.regions[(number - 1) % stores.regions.length] as string;
    yield clerk.join(`owner-${number}`, recruiter);
    yield clerk.openStore(`store-${number}`, `owner-${number}`, region, stores);
    this.storeCount = number;
    return undefined;
  }

  /** A new member joins and buys. */
  *arrival(day: number, book: MemoryBook): Generator<Order, undefined> {
    const { people, clerk } = this;
    const number = people.join(this.chance.stores.below(this.storeCount));
    yield clerk.join(people.ids[number] as string, people.sponsorOf(number));
    yield this.purchase(number, people.homes[number] as number, day, book);
    return undefined;
  }

  /** A member of before buys again; null where the one drawn has left. There is at least one. */
  repeat(day: number, book: MemoryBook): Order | null {
    const { people, chance } = this;
    const number = chance.buyers.below(people.count);
    const home = chance.buyers.happens(this.world.stores.home);
    const store = home ? (people.homes[number] as number) : chance.buyers.below(this.storeCount);
    return people.isHere(number) ? this.purchase(number, store, day, book) : null;
  }

  /** What is asked back on a day. Each day is asked for once, in order. */
  refundsOn(day: number): DueRefund[] {
    const refunds = this.due.get(day) ?? [];
    this.due.delete(day);
    return refunds;
  }

  private purchase(number: number, store: number, day: number, book: MemoryBook): Order {
    const { chance, world, clerk, people } = this;
    const { cost } = world.stores;
    const amount = this.draw(chance.amounts);
    const ownCost = cost === null ? null : rateDown(amount, cost);
    const order = clerk.purchase(people.ids[number] as string, `store-${store + 1}`, amount, ownCost);
    this.purchases += 1;
    this.takers[people.groups[number] as number]?.bought(order.id, priceOf(book));
    this.mayRefund(order.id, amount, day);
    return order;
  }

  private mayRefund(purchase: string, amount: Fen, day: number): void {
    const { refunds } = this.world;
    if (refunds === null || !this.chance.refunds.happens(refunds.rate)) return;
    const { fromDays, toDays, part } = refunds;
    const on = day + fromDays + this.chance.refunds.below(toDays - fromDays + 1);
    const back = rateDown(amount, part);
    if (back === 0n) return;
    const others = this.due.get(on);
    if (others === undefined) this.due.set(on, [{ purchase, amount: back }]);
    else others.push({ purchase, amount: back });
  }
}
