/** A colluding store with its people: the owner, his upline, buyers; every reward of a purchase there comes home. */
import {
  type Fen,
  levelsOf,
  type MemoryBook,
  MILLION,
  mulDivUp,
  type Order,
  type Plan,
  poolRate,
} from "#engine";
import type { World } from "../world/index.ts";
import { MARK, type Moment } from "./stage.ts";

const BOSS = `${MARK}boss`;
const OWNER = `${MARK}owner`;
export const STORE = `${MARK}store`;

/** The buyers of a ring of `size`. */
export const buyers = (size: number): string[] =>
  Array.from({ length: size }, (_, i) => `${MARK}buyer-${i + 1}`);

/**
 * Joins the ring and opens its store under the plan's own take. The boss is sponsor of the owner, so recruiter and
 * second level, and agent wherever nobody is yet; the owner is sponsor of all buyers.
 */
export function* openRing({ book, clerk }: Moment, world: World, size: number): Generator<Order, undefined> {
  const region = world.stores.regions[0] as string;
  yield clerk.join(BOSS, null);
  yield clerk.join(OWNER, BOSS);
  yield clerk.openStore(STORE, OWNER, region, { take: null, cost: null });
  const { district, city, province } = levelsOf(region);
  for (const code of [district, city, province]) {
    if (code !== null && !book.regions.has(code)) yield clerk.appoint(BOSS, code);
  }
  for (const buyer of buyers(size)) yield clerk.join(buyer, OWNER);
  return undefined;
}

/** The least amount whose pool portion is at least `portion`, and that the plan accepts. */
export function amountFor(plan: Plan, portion: Fen): Fen {
  const amount = mulDivUp(portion, MILLION, poolRate(plan));
  return amount > plan.minPurchase ? amount : plan.minPurchase;
}

/** All points of the ring's buyers back to the pool, whoever still has some. */
export function* sellAll({ book, clerk }: Moment, size: number): Generator<Order, undefined> {
  for (const buyer of buyers(size)) {
    if (holds(book, buyer)) yield clerk.redeem(buyer, "all");
  }
  return undefined;
}

const holds = (book: MemoryBook, member: string): boolean =>
  (book.members.get(member)?.points.balance ?? 0n) > 0n;
