/** The members who sell, and when: each behaviour of a world as something that is asked for redemptions. */
import { type Grains, type MemoryBook, Pending, type Ppm, type Price, Purchase, priceOf } from "#engine";
import type { Chance } from "./chance.ts";
import type { People } from "./people.ts";
import type { Behaviour } from "./world.ts";

const MILLION = 1_000_000n;

/** Someone sells so much; "all" is everything held at that moment. */
export interface Sale {
  readonly member: string;
  readonly points: Grains | "all";
}

interface Bought {
  readonly purchase: string;
  /** The price its points were bought at: that before the purchase (RULES section 2, step 5). */
  readonly price: Price;
}

/**
 * Those who take profit. What a purchase brought is sold as soon as it is worth the multiple of what it was
 * worth when bought. The price never falls, so an earlier purchase of a group comes due no later than the
 * next: a queue will do.
 */
export class ProfitTakers {
  private readonly waiting: Bought[] = [];
  private first = 0;

  constructor(private readonly multiple: Ppm) {}

  bought(purchase: string, price: Price): void {
    this.waiting.push({ purchase, price });
  }

  /** The next sale due at the price of the book; null when none is. */
  next(book: MemoryBook): Sale | null {
    const now = priceOf(book);
    for (let head = this.waiting[this.first]; head !== undefined; head = this.waiting[this.first]) {
      const { price } = head;
      if (now.cash * price.points * MILLION < price.cash * this.multiple * now.points) return null;
      const purchase = book.purchases.get(head.purchase);
      if (purchase instanceof Pending && purchase.refunded < purchase.amount) return null;
      this.first += 1;
      // Refused, refunded, forced out or taken by an earlier sale: nothing of it is left to sell.
      if (!(purchase instanceof Purchase) || purchase.left === 0n) continue;
      return { member: purchase.member.id, points: purchase.left };
    }
    return null;
  }
}

/** Members of a group who sell everything on a day; each is asked once, and does not buy again. */
export function panicSellers(
  group: Behaviour & { kind: "panic" },
  members: readonly number[],
  people: People,
  day: number,
  chance: Chance,
): number[] {
  const after = day - group.day;
  if (after < 0 || after >= group.days) return [];
  const sellers = members.filter((number) => people.isHere(number) && number % group.days === after);
  chance.shuffle(sellers);
  return sellers;
}

/** What one member of a group sells of what he holds now; null where that comes to nothing. */
export function partSold(book: MemoryBook, member: string, fraction: bigint): Sale | null {
  const held = book.members.get(member)?.points.balance ?? 0n;
  const points = (held * fraction) / MILLION;
  return points > 0n ? { member, points } : null;
}
