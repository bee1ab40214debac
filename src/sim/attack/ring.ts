/**
 * A colluding store with its people: the owner, his upline, buyers; every commission of a purchase there
 * comes home.
 */
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

/** Districts of provinces far from each other: 东城, 黄浦, 天河, 万州, 天山. */
const DISTRICTS = ["110101", "310101", "440106", "500101", "650102"];

/**
 * A district in a province where the world has no store. The boss is its agent at all levels; agent for
 * honest stores he would earn on their turnover too, which has nothing to do with the attack.
 */
function quietDistrict({ stores, agents }: World): string {
  const provinces = new Set([...stores.regions, ...agents].map((code) => code.slice(0, 2)));
  const found = DISTRICTS.find((code) => !provinces.has(code.slice(0, 2)));
  if (found === undefined)
    throw new RangeError("the world has stores in every province a ring could hide in");
  return found;
}

/** The buyers of a ring of `size`. */
export const buyers = (size: number): string[] =>
  Array.from({ length: size }, (_, i) => `${MARK}buyer-${i + 1}`);

/**
 * Joins the ring and opens its store under the plan's own take. The boss is sponsor of the owner, so
 * recruiter and second level, and agent; the owner is sponsor of all buyers.
 */
export function* openRing({ clerk }: Moment, world: World, size: number): Generator<Order, undefined> {
  const region = quietDistrict(world);
  yield clerk.join(BOSS, null);
  yield clerk.join(OWNER, BOSS);
  yield clerk.openStore(STORE, OWNER, region, { take: null, cost: null });
  const { district, city, province } = levelsOf(region);
  for (const code of [district, city, province]) if (code !== null) yield clerk.appoint(BOSS, code);
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
