/**
 * The moments of the demo: what is asked of the book and when. Most are known beforehand; a redemption or a
 * withdrawal looks at the book first, so that nobody asks for what he has not got.
 */
import { type Instant, type MemoryBook, mulDivDown, POINT, priceOf, showPoints } from "#engine";
import { Chance, derived } from "../world/chance.ts";
import { dayOf, momentOf } from "./calendar.ts";
import { AGENTS, type Partner, STORES } from "./stores.ts";
import type { Customer, Sale, Trade } from "./trade.ts";

/** An order as JSON (RULES section 7) without its time; null: nothing is asked after all. */
export type Asked = { readonly id: string; readonly kind: string } & Readonly<Record<string, unknown>>;

export interface Moment {
  readonly at: Instant;
  ask(book: MemoryBook): Asked | null;
}

/** Shares in a million: of members who came by an invitation, of purchases refunded, wholly refunded … */
const INVITED = 220_000;
const REFUNDED = 25_000;
const WHOLLY = 550_000;
const REDEEMED = 50_000;
const REDEEMED_ALL = 400_000;
const WITHDRAWN = 450_000;
const RETURNED = 40_000;

/** Fen: nobody asks for less than ten yuan, and all ask for whole yuan. */
const LEAST_WITHDRAWAL = 1_000n;
const YUAN = 100n;
/** Redeemed in part, points are cut to a hundredth; nobody takes the trouble for less than two yuan. */
const HUNDREDTH = POINT / 100n;
const LEAST_WORTH = 200n;

/** Money the operator gives the pool, in fen, on a day of the coalition. */
const INJECTIONS = [
  { day: 170, fen: 60_000 },
  { day: 400, fen: 80_000 },
] as const;

/** Days between two withdrawals of a partner; and the stream of chance that gives their hours. */
const QUARTER = 91;
const PARTNERS = 3;

const hour = (h: number) => h * 3_600;
/** A second between two hours of the day. */
const within = (chance: Chance, from: number, to: number) => hour(from) + chance.below(hour(to - from));
const known = (at: Instant, asked: Asked): Moment => ({ at, ask: () => asked });

/** Every moment up to `lastDay`, in order of time; of one moment, in the order they are listed here. */
export function momentsOf(trade: Trade, lastDay: number, seed: bigint): Moment[] {
  const inviters = invitersOf(trade);
  return [
    ...openings(trade.first),
    ...trade.customers.flatMap((customer) => joining(customer, inviters.get(customer) ?? null)),
    ...trade.sales.flatMap((sale) => [buying(sale), ...sequel(sale)]),
    ...INJECTIONS.map(({ day, fen }) =>
      known(momentOf(trade.first + day, hour(10)), {
        id: `demo:inject-${day}`,
        kind: "inject",
        amount_fen: fen,
      }),
    ),
    ...partnerDraws(trade.first, lastDay, seed),
  ].sort((one, other) => one.at - other.at);
}

/** Everybody who is no mere member, those who bring in others first. */
export function partners(): Partner[] {
  return [...AGENTS.map(({ partner }) => partner), ...STORES.map(({ owner }) => owner)];
}

/** Agents the day before the first purchase at ten; owner and store an hour or more before it opens. */
function openings(first: number): Moment[] {
  const eve = momentOf(first - 1, hour(10));
  const joins = (at: Instant, { member, sponsor }: Partner) =>
    known(at, { id: `demo:join-${member}`, kind: "join", member, sponsor });
  const agents = AGENTS.flatMap(({ region, partner }) => [
    joins(eve, partner),
    known(eve, { id: `demo:appoint-${region}`, kind: "appoint", member: partner.member, region }),
  ]);
  const stores = STORES.flatMap(({ merchant, owner, region, take, goods, opens }, i) => {
    const at = momentOf(first + opens - 1, hour(11) + i * 600);
    const contract = { ...(take === null ? {} : { take }), ...(goods ? { goods } : {}) };
    const store = { kind: "open_store", merchant, owner: owner.member, region, ...contract };
    return [joins(at, owner), known(at, { id: `demo:open-${merchant}`, ...store })];
  });
  return [...agents, ...stores];
}

/** Who invited whom: somebody of the same area who bought before; those there longest the likeliest. */
function invitersOf({ customers }: Trade): Map<Customer, Customer> {
  const found = new Map<Customer, Customer>();
  const there = new Map<number, Customer[]>();
  const start = ({ sales }: Customer) => sales[0] as Sale;
  for (const customer of [...customers].sort((one, other) => start(one).at - start(other).at)) {
    const { area, habit } = customer;
    const before = there.get(area) ?? [];
    there.set(area, before);
    const invited = habit.happens(INVITED) && before.length > 0;
    if (invited) found.set(customer, before[habit.below(habit.below(before.length) + 1)] as Customer);
    before.push(customer);
  }
  return found;
}

/** A member joins at the till, one to four minutes before his first purchase. */
function joining({ member, sales, habit }: Customer, inviter: Customer | null): Moment[] {
  const at = (sales[0] as Sale).at - (60 + habit.below(180)) * 1_000_000;
  // The inviter came earlier, if only by a minute: whoever has not joined by then invites nobody.
  const ask = (book: MemoryBook): Asked => {
    const sponsor = inviter !== null && book.member(inviter.member) !== undefined ? inviter.member : null;
    return { id: `demo:join-${member}`, kind: "join", member, sponsor };
  };
  return [{ at, ask }];
}

function buying({ id, customer, store, amount, at, chance }: Sale): Moment {
  const order = { id, kind: "purchase", member: customer.member, merchant: store.merchant };
  // Own goods cost between 62 and 78 of a hundred; the rest is the split's.
  const cost = mulDivDown(amount, BigInt(62 + chance.below(17)), 100n);
  const goods = store.goods ? { cost_fen: Number(cost) } : {};
  return known(at, { ...order, amount_fen: Number(amount), ...goods });
}

/** What becomes of a purchase later: a refund within six days, a redemption within two months. */
function sequel(sale: Sale): Moment[] {
  const { chance } = sale;
  if (chance.happens(REFUNDED)) return [refunding(sale)];
  return chance.happens(REDEEMED) ? redeeming(sale) : [];
}

function refunding({ id, store, amount, at, chance }: Sale): Moment {
  const day = dayOf(at) + 1 + chance.below(6);
  const part = mulDivDown(amount, BigInt(10 + chance.below(50)), 100n);
  const yuan = part - (part % YUAN);
  const amount_fen = Number(chance.happens(WHOLLY) || yuan === 0n ? amount : yuan);
  const second = within(chance, store.from, store.to);
  return known(momentOf(day, second), { id: `${id}-refund`, kind: "refund", purchase: id, amount_fen });
}

function redeeming({ id, customer, at, chance }: Sale): Moment[] {
  const { member } = customer;
  const day = dayOf(at) + 7 + chance.below(54);
  const percent = chance.happens(REDEEMED_ALL) ? null : BigInt(20 + chance.below(50));
  const redeem: Moment = {
    at: momentOf(day, within(chance, 8, 22)),
    ask: (book) => {
      const held = book.member(member)?.points.balance ?? 0n;
      const part = percent === null ? held : (held * percent) / 100n;
      const { cash, points: out } = priceOf(book);
      if (part < HUNDREDTH || mulDivDown(part, cash, out) < LEAST_WORTH) return null;
      const points = percent === null ? "all" : showPoints(part - (part % HUNDREDTH));
      return { id: `${id}-redeem`, kind: "redeem", member, points };
    },
  };
  if (!chance.happens(WITHDRAWN)) return [redeem];
  return [redeem, ...withdrawing(id, member, "wallet", day + 1 + chance.below(3), chance)];
}

/** A withdrawal of whole yuan, paid out, or now and then returned, `wait` days after it was asked for. */
function withdrawing(
  name: string,
  member: string,
  source: "wallet" | "commission",
  day: number,
  chance: Chance,
  wait = 1,
): Moment[] {
  const id = `withdraw:${name}`;
  let asked = false;
  const ask = (book: MemoryBook): Asked | null => {
    const balance = book.member(member)?.[source].balance ?? 0n;
    asked = balance >= LEAST_WITHDRAWAL;
    if (!asked) return null;
    return { id, kind: "withdraw", member, source, amount_fen: Number(balance - (balance % YUAN)) };
  };
  const kind = chance.happens(RETURNED) ? "return_withdrawal" : "pay_out";
  const close = (): Asked | null => (asked ? { id: `${kind}:${name}`, kind, withdrawal: id } : null);
  return [
    { at: momentOf(day, within(chance, 8, 22)), ask },
    { at: momentOf(day + wait, within(chance, 10, 17)), ask: close },
  ];
}

/**
 * Partners draw their commissions every quarter; some of them once more on the eve of the last day: what
 * they ask for still waits for review.
 */
function partnerDraws(first: number, lastDay: number, seed: bigint): Moment[] {
  return partners().flatMap(({ member }, i) => {
    const chance = new Chance(derived(derived(seed, PARTNERS), i));
    const found: Moment[] = [];
    const draw = (day: number, wait?: number) =>
      found.push(...withdrawing(`demo:${member}-${day - first}`, member, "commission", day, chance, wait));
    for (let day = first + QUARTER + chance.below(10); day < lastDay - 1; day += QUARTER) draw(day);
    if (i % 3 === 0) draw(lastDay - 1, 2);
    return found;
  });
}
