/**
 * The world of the store's benchmark: members in random trees, stores in districts with their agents, one
 * purchase behind every member, and the orders that are measured. The same seed makes the same world.
 */
import { Account, KIND, levelsOf, Member, type MemoryBook, Merchant, type Order, type Plan } from "#engine";
import { chance } from "../crowd.ts";

/** How the member of an order is chosen: everyone alike, or few very often (Zipf, 0.99). */
export type Choice = "uniform" | "zipf";

/** A purchase as a shop's till sends it. */
export interface Purchase {
  readonly id: string;
  readonly kind: "purchase";
  readonly member: string;
  readonly merchant: string;
  readonly amount_fen: number;
}

const MOST_STORES = 10_000;
const PROVINCES = 12;
const CITIES = 6;
const DISTRICTS = 5;
const SPONSORED = 0.6;
/** Share of districts and of cities that have an agent; every province has one. */
const DISTRICT_AGENTS = 0.6;
const CITY_AGENTS = 0.8;
const EXPONENT = 0.99;
const REPEATED = 0.02;
/** How far back a key is that comes again. */
const REPEATS_WITHIN = 512;

const memberId = (i: number) => `m${i}`;
const storeId = (i: number) => `s${i}`;

/** 10 to 2,000 yuan, small ones more often. */
const amountBy = (random: () => number) => Math.floor(1_000 * 200 ** random());

export class World {
  readonly stores: number;
  private readonly regions: readonly string[];

  constructor(
    readonly plan: Plan,
    readonly members: number,
    readonly seed: number,
  ) {
    this.stores = Math.max(1, Math.min(MOST_STORES, Math.floor(members / 10)));
    this.regions = districts();
  }

  /** A store, by a number from 0 to below 1. */
  storeAt(chosen: number): string {
    return storeId(Math.floor(chosen * this.stores));
  }

  /** Puts members, stores and agents on the register of an empty book. */
  register(book: MemoryBook): void {
    const random = chance(this.seed);
    const members: Member[] = [];
    for (let i = 0; i < this.members; i++) {
      const above = random() < SPONSORED && i > 0 ? members[Math.floor(random() * i)] : undefined;
      const member = new Member(memberId(i), above ?? null);
      members.push(member);
      book.members.set(member.id, member);
    }
    const anyone = () => members[Math.floor(random() * members.length)] as Member;
    for (let i = 0; i < this.stores; i++) {
      const region = this.regions[Math.floor(random() * this.regions.length)] as string;
      const id = storeId(i);
      const payable = new Account(KIND.payable, id);
      const store = new Merchant(id, members[i] as Member, region, null, anyone(), false, "main", payable);
      book.merchants.set(id, store);
    }
    for (const region of this.regions) {
      const { district, city, province } = levelsOf(region);
      if (district !== null && random() < DISTRICT_AGENTS) book.regions.set(district, anyone());
      if (city !== null && !book.regions.has(city) && random() < CITY_AGENTS)
        book.regions.set(city, anyone());
      if (!book.regions.has(province)) book.regions.set(province, anyone());
    }
  }

  /** What has been bought before the measurement: every member once. */
  *past(): Generator<Purchase, undefined> {
    const random = chance(this.seed + 1);
    for (let i = 0; i < this.members; i++) {
      yield {
        id: `w${i}`,
        kind: "purchase",
        member: memberId(i),
        merchant: this.storeAt(random()),
        amount_fen: amountBy(random),
      };
    }
    return undefined;
  }

  /**
   * Orders without end; one in fifty comes a second time, word for word. `prefix` keeps ids of runs apart.
   */
  *orders(prefix: string, choice: Choice, seed: number): Generator<Purchase, undefined> {
    const random = chance(this.seed + 2 + seed);
    const pick = choice === "zipf" ? zipf(this.members, random) : () => Math.floor(random() * this.members);
    const late: Purchase[] = [];
    for (let n = 0; ; n++) {
      const again = late[Math.floor(random() * REPEATS_WITHIN)];
      if (random() < REPEATED && again !== undefined) {
        yield again;
        continue;
      }
      const order: Purchase = {
        id: `${prefix}${n}`,
        kind: "purchase",
        member: memberId(pick()),
        merchant: this.storeAt(random()),
        amount_fen: amountBy(random),
      };
      late[n % REPEATS_WITHIN] = order;
      yield order;
    }
  }
}

/** The order as the engine takes it. */
export function engineOrder({ id, member, merchant, amount_fen }: Purchase): Order {
  const amount = BigInt(amount_fen);
  return { id, kind: "purchase", member, merchant, amount, cost: null, at: null, atText: null };
}

function districts(): string[] {
  const two = (n: number) => String(n).padStart(2, "0");
  const codes: string[] = [];
  for (let p = 1; p <= PROVINCES; p++)
    for (let c = 1; c <= CITIES; c++)
      for (let d = 1; d <= DISTRICTS; d++) codes.push(`${two(p + 10)}${two(c)}${two(d)}`);
  return codes;
}

/**
 * Ranks by Zipf's law, the method of Gray et al. (SIGMOD 1994); the ranks are scattered over the members,
 * so that the often chosen do not all lie on one page.
 */
function zipf(count: number, random: () => number): () => number {
  let zeta = 0;
  for (let i = 1; i <= count; i++) zeta += i ** -EXPONENT;
  const two = 1 + 0.5 ** EXPONENT;
  const alpha = 1 / (1 - EXPONENT);
  const eta = (1 - (2 / count) ** (1 - EXPONENT)) / (1 - two / zeta);
  const stride = strideFor(count);
  return () => {
    const u = random();
    const at = u * zeta;
    const rank = at < 1 ? 0 : at < two ? 1 : Math.floor(count * (eta * u - eta + 1) ** alpha);
    return (Math.min(rank, count - 1) * stride) % count;
  };
}

/** A number without a divisor in common with `count`: steps of it come to everyone once. */
function strideFor(count: number): number {
  const shared = (a: number, b: number): number => (b === 0 ? a : shared(b, a % b));
  let stride = Math.floor(count * 0.618) | 1;
  while (shared(stride, count) !== 1) stride += 2;
  return stride;
}
