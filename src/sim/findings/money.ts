/** Who got what of the money spent, and where the pool's money is: exact sums, checked against the book. */
import { BrokenLaw, type Fen, jsonFen, type MemoryBook, STEP, type Step } from "#engine";
import type { Money, PoolMoney } from "./findings.ts";

/** All that ever went a way, by the code of its step. */
export type Flows = ReadonlyMap<string, bigint>;

/** Fen that came from outside the book, and that went back there. */
export interface Turnover {
  readonly received: Fen;
  readonly returned: Fen;
}

/** The ways of a commission, whose figure is what was credited less what refunds took back. */
const COMMISSIONS = [
  "upline_1",
  "upline_2",
  "recruiter",
  "region_district",
  "region_city",
  "region_province",
] as const;

/** Sums up a run. Throws BrokenLaw where a single fen has no place or two. */
export function moneyOf(book: MemoryBook, flows: Flows, turnover: Turnover): Money {
  const all = (code: string) => flows.get(code) ?? 0n;
  const step = ({ code }: Step) => all(code);
  const net = (code: string) => all(code) - all(`refund_${code}`);
  const injected = step(STEP.inject);
  const rounding = step(STEP.refundRounding);
  const purchases = turnover.received - injected - rounding;
  const refunds = turnover.returned - rounding;
  const spent = purchases - refunds;
  const portions = [...book.portions].map(([name, { balance }]) => [name, balance] as const);
  const commissions = COMMISSIONS.map((code) => [`${code}_fen`, net(code)] as const);
  const parts = {
    suppliers_fen: net("due") - step(STEP.refundShortfall),
    operator_fen: net("operator") + rounding,
    ...(Object.fromEntries(commissions) as Record<`${(typeof COMMISSIONS)[number]}_fen`, Fen>),
    unclaimed_fen: net("unclaimed"),
    pool_fen:
      step(STEP.subscribe) +
      step(STEP.aside) -
      step(STEP.refundPool) -
      step(STEP.refundAside) -
      step(STEP.refundProceeds),
    pending_fen: book.pending.balance,
  };
  const placed = [...Object.values(parts), ...portions.map(([, fen]) => fen)];
  same("every fen spent has one place", total(placed), spent);
  const owed = [...book.merchants.values()].map(({ payable }) => payable.balance);
  same("what suppliers got is due to them", total(owed), parts.suppliers_fen);
  return {
    purchases_fen: jsonFen(purchases),
    refunds_fen: jsonFen(refunds),
    spent_fen: jsonFen(spent),
    ...safe(parts),
    portions: safe(Object.fromEntries(portions)),
    pool: poolMoney(book, step, parts.pool_fen, injected),
  };
}

function poolMoney(
  book: MemoryBook,
  step: (step: Step) => Fen,
  fromPurchases: Fen,
  injected: Fen,
): PoolMoney {
  const { pool, members } = book;
  const paid = {
    redeemed_fen: step(STEP.redeem),
    forced_exits_fen: step(STEP.forcedExit),
    dust_fen: step(STEP.dust),
    wound_up_fen: step(STEP.windUp),
  };
  const returned = step(STEP.refundProceeds) + step(STEP.proceedsBack);
  const rest = step(STEP.windUpRest);
  const toMembers = total(Object.values(paid)) - returned;
  const wallets = total([...members.values()].map(({ wallet }) => wallet.balance));
  same("what the pool paid stands in the wallets", wallets, toMembers);
  const here = pool.cash.balance + pool.remainder.balance;
  same("every fen of the pool has one place", fromPurchases + injected, here + toMembers + rest);
  return {
    from_purchases_fen: jsonFen(fromPurchases),
    injected_fen: jsonFen(injected),
    in_pool_fen: jsonFen(pool.cash.balance),
    remainder_fen: jsonFen(pool.remainder.balance),
    ...safe(paid),
    wound_up_rest_fen: jsonFen(rest),
    returned_fen: jsonFen(returned),
  };
}

function total(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, fen) => sum + fen, 0n);
}

function same(law: string, one: Fen, other: Fen): void {
  if (one !== other) throw new BrokenLaw("findings", `${law}: ${one} and ${other} fen`);
}

function safe<K extends string>(fen: Readonly<Record<K, Fen>>): Record<K, number> {
  const entries = Object.entries<Fen>(fen).map(([name, amount]) => [name, jsonFen(amount)]);
  return Object.fromEntries(entries) as Record<K, number>;
}
