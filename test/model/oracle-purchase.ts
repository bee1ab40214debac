/** RULES section 2: a purchase, step by step. */

import {
  type Book,
  type Commission,
  credit,
  floorDiv,
  max,
  type Purchase,
  type Store,
} from "./oracle-book.ts";
import { MILLION } from "./oracle-plan.ts";
import { addToLot, forcedExits, startOrder, subscribe } from "./oracle-pool.ts";

/** Step 2: what the supplier is due. */
function dueToSupplier(store: Store, amount: bigint, cost: bigint | null): bigint {
  return cost === null ? amount - floorDiv(amount * store.takePpm, MILLION) : cost;
}

/** Step 3: A − due − Σ portions, which may be negative. */
function restForPool(book: Book, due: bigint, amount: bigint): bigint {
  let rest = amount - due;
  for (const portion of book.plan.portions) rest -= floorDiv(amount * portion.ppm, MILLION);
  return rest;
}

/** The checks of a purchase in the order listed in section 7; null where it may be booked. */
export function refusePurchase(
  book: Book,
  order: { member: string; merchant: string; amount: bigint; cost: bigint | null },
): string | null {
  if (order.amount <= 0n) return "amount_must_be_positive";
  if (order.amount < book.plan.minPurchase) return "amount_too_small";
  if (!book.sponsors.has(order.member)) return "member_unknown";
  const store = book.stores.get(order.merchant);
  if (store === undefined) return "merchant_unknown";
  if (order.cost !== null && !store.goods) return "cost_not_allowed";
  if (order.cost !== null && (order.cost < 0n || order.cost > order.amount)) return "cost_out_of_range";
  if (restForPool(book, dueToSupplier(store, order.amount, order.cost), order.amount) < 0n) {
    return "margin_too_small";
  }
  return null;
}

/** Does `member` stand below `above` in the tree? */
function standsBelow(book: Book, member: string, above: string): boolean {
  let up = book.sponsors.get(member) ?? null;
  while (up !== null) {
    if (up === above) return true;
    up = book.sponsors.get(up) ?? null;
  }
  return false;
}

/** Step 1. */
function lock(book: Book, member: string, store: Store): void {
  if (book.sponsors.get(member) !== null) return;
  if (store.owner === member) return;
  if (standsBelow(book, store.owner, member)) return;
  book.sponsors.set(member, store.owner);
}

/** Step 4c: the agents of a store's code with the rate each gets, from the district up. */
function regionRates(book: Book, region: string): { member: string; ppm: bigint }[] {
  const codes = [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`];
  const rewards: { member: string; ppm: bigint }[] = [];
  let highest = 0n;
  for (let level = 0; level < 3; level += 1) {
    const code = codes[level] as string;
    if (level < 2 && code === codes[level + 1]) continue; // equal to the next one up: skipped here
    const agent = book.agents.get(code);
    if (agent === undefined) continue;
    const rate = book.plan.regionPpm[level] as bigint;
    if (book.plan.regionMode === "separate") {
      rewards.push({ member: agent, ppm: rate });
    } else {
      rewards.push({ member: agent, ppm: max(0n, rate - highest) });
      highest = max(highest, rate);
    }
  }
  return rewards;
}

/** Step 4: who earns what of a purchase of `amount`. */
function commissionsOf(book: Book, purchase: Purchase, store: Store): { member: string; amount: bigint }[] {
  const rewards: { member: string; ppm: bigint }[] = [];
  let up = book.sponsors.get(purchase.member) ?? null; // a. upline
  for (const ppm of book.plan.upline) {
    if (up === null) break;
    rewards.push({ member: up, ppm });
    up = book.sponsors.get(up) ?? null;
  }
  if (store.recruiter !== null) rewards.push({ member: store.recruiter, ppm: book.plan.recruiter }); // b.
  rewards.push(...regionRates(book, store.region)); // c.
  return rewards.map(({ member, ppm }) => ({ member, amount: floorDiv(purchase.amount * ppm, MILLION) }));
}

/** A fresh record of a purchase just taken; nothing of it is booked yet. */
export function newPurchase(
  id: string,
  order: { member: string; merchant: string; amount: bigint; cost: bigint | null },
): Purchase {
  return {
    id,
    member: order.member,
    merchant: order.merchant,
    paid: order.amount,
    cost: order.cost,
    refundedPending: 0n,
    state: "pending",
    due: 0n,
    atText: "",
    refunds: 0,
    amount: 0n,
    refunded: 0n,
    toSupplier: 0n,
    others: [],
    commissions: [],
    unclaimed: 0n,
    poolIn: 0n,
    aside: 0n,
    points: 0n,
    cap: 0n,
    left: 0n,
    sold: 0n,
    got: 0n,
  };
}

/**
 * Steps 1 to 7, for what has not been refunded while pending. `at` is the moment of settling (null where the
 * plan knows no time); the money lies in pendingCash and leaves it here.
 */
export function settle(book: Book, purchase: Purchase, at: bigint | null): void {
  const store = book.stores.get(purchase.merchant) as Store;
  startOrder(book);
  purchase.state = "settled";
  purchase.amount = purchase.paid - purchase.refundedPending;
  book.pendingCash -= purchase.amount;
  const amount = purchase.amount;

  lock(book, purchase.member, store); // 1

  const costBack =
    purchase.cost === null ? 0n : floorDiv(purchase.cost * purchase.refundedPending, purchase.paid);
  const cost = purchase.cost === null ? null : purchase.cost - costBack;
  purchase.toSupplier = dueToSupplier(store, amount, cost); // 2
  // Only a partly refunded pending purchase of goods can come short here, by a fen of rounding: the supplier's.
  const short = restForPool(book, purchase.toSupplier, amount);
  if (short < 0n) purchase.toSupplier += short;
  credit(book, `payable:${purchase.merchant}`, purchase.toSupplier);

  let forCommissions = 0n; // 3
  for (const portion of book.plan.portions) {
    const cut = floorDiv(amount * portion.ppm, MILLION);
    if (portion.to === "commissions") forCommissions += cut;
    else if (portion.to === "operator") credit(book, "operator", cut);
    else {
      credit(book, portion.to, cut);
      purchase.others.push({ account: portion.to, amount: cut });
    }
  }
  purchase.poolIn = restForPool(book, purchase.toSupplier, amount);

  let unclaimed = forCommissions; // 4
  for (const { member, amount: reward } of commissionsOf(book, purchase, store)) {
    unclaimed -= reward;
    purchase.commissions.push(creditCommission(book, member, reward, at));
  }
  if (unclaimed < 0n) throw new Error("oracle: commissions exceed their portion; the plan was not checked");
  if (book.plan.unclaimedToPool) purchase.poolIn += unclaimed;
  else {
    purchase.unclaimed = unclaimed;
    credit(book, "unclaimed", unclaimed);
  }

  subscribe(book, purchase); // 5
  addToLot(book, purchase); // 6
  forcedExits(book, purchase.id); // 7
}

/** Section 6b: with commission_freeze a commission lies frozen until it is due. */
function creditCommission(book: Book, member: string, amount: bigint, at: bigint | null): Commission {
  if (book.plan.commissionFreeze === null) {
    credit(book, `commission:${member}`, amount);
    return { member, amount, frozenLeft: 0n, frozenUntil: null };
  }
  if (at === null) throw new Error("oracle: commissions are frozen, but the purchase has no time");
  credit(book, `commission_frozen:${member}`, amount);
  return { member, amount, frozenLeft: amount, frozenUntil: at + book.plan.commissionFreeze };
}
